/*
 * Writes what the PowerShell module answers from where no native library may be loaded: the
 * library's answers for every documented or named code, as a script of nested hashtables.
 *
 *     plain_table FOLDER
 *
 * Table.ps1 has codes, commands and vocabularies, Table.TAG.ps1 the texts in a language.
 * Of a list with one text per dialect, a text that is that of the first dialect is $null.
 */
#include <actdiag.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Byte-order mark: Windows PowerShell reads a script without one in the ANSI code page. */
static const char head[] = "\xEF\xBB\xBF# Generated from the library's table.\n@{\n";

/* PowerShell takes these for single quotes, too. */
static bool is_quote(const char *text)
{
    static const char *const quotes[] = {"'", "\u2018", "\u2019", "\u201A", "\u201B"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (strncmp(text, quotes[i], strlen(quotes[i])) == 0)
            return true;
    return false;
}

static void write_text(const char *text)
{
    if (!text) {
        fputs("$null", stdout);
        return;
    }
    putchar('\'');
    for (; *text; text++) {
        if (is_quote(text))
            putchar('\'');
        putchar(*text);
    }
    putchar('\'');
}

typedef size_t text_of(const void *subject, act_dialect dialect, const char *language, char *buffer,
                       size_t size);

static size_t steps_of(const void *entry, act_dialect dialect, const char *language, char *buffer,
                       size_t size)
{
    return act_entry_steps(entry, dialect, language, buffer, size);
}

static size_t advice_of(const void *category, act_dialect dialect, const char *language,
                        char *buffer, size_t size)
{
    return act_category_advice(*(const act_category *)category, dialect, language, buffer, size);
}

/* A text in every dialect. */
static void write_dialects(text_of *of, const void *subject, const char *language)
{
    char *first = NULL;
    fputs("@(", stdout);
    for (int dialect = 0; act_dialect_id((act_dialect)dialect); dialect++) {
        size_t size = of(subject, (act_dialect)dialect, language, NULL, 0) + 1;
        char *text = malloc(size);
        if (!text)
            abort();
        of(subject, (act_dialect)dialect, language, text, size);
        if (dialect > 0)
            fputs(", ", stdout);
        write_text(first && strcmp(first, text) == 0 ? NULL : text);
        if (first)
            free(text);
        else
            first = text;
    }
    free(first);
    putchar(')');
}

/* ---- Codes --------------------------------------------------------------------------------------
 */

static void write_code(uint32_t code)
{
    act_class details;
    act_category category = act_classify(code, &details);
    printf("'0x%08X' = '%s', '%s', '%s', '%s', $%s, %u, '0x%08X', ", code,
           act_known_id(details.known), act_category_id(category), act_side_id(details.side),
           act_role_id(details.role), details.flags & ACT_FLAG_RETRY ? "true" : "false",
           details.types, details.subject);
    write_text(act_name(details.subject));
    fputs(", ", stdout);
    write_text(act_reference(details.subject));
    putchar('\n');
}

/* The commands that entries have in any language, each once. */
static const act_command *commands[4096];
static size_t command_count;

static size_t command_index(const act_command *command)
{
    size_t i = 0;
    while (i < command_count && commands[i] != command)
        i++;
    if (i == command_count && command_count < sizeof commands / sizeof *commands)
        commands[command_count++] = command;
    return i;
}

static void collect_commands(void)
{
    const char *language;
    const act_command *command;
    for (size_t i = 0; (language = act_document(i, ACT_DOCUMENT_LANGUAGE)); i++)
        for (size_t j = 0; act_entry_at(j); j++)
            for (size_t k = 0; (command = act_entry_command(act_entry_at(j), language, k)); k++)
                command_index(command);
}

/* Text and flags of a command, one pair for each dialect. */
static void write_command(const act_command *command)
{
    fputs(", @(", stdout); /* the comma keeps a list in a list */
    for (int dialect = 0; act_dialect_id((act_dialect)dialect); dialect++) {
        if (dialect > 0)
            fputs(", ", stdout);
        write_text(act_command_text(command, (act_dialect)dialect));
        printf(", %u", act_command_flags(command, (act_dialect)dialect));
    }
    puts(")");
}

static void write_identifiers(const char *name, const char *(*id)(int))
{
    printf("%s = @(", name);
    for (int i = 0; id(i); i++)
        printf("%s'%s'", i > 0 ? ", " : "", id(i));
    puts(")");
}

static const char *category_id(int i)
{
    return act_category_id((act_category)i);
}

static const char *dialect_id(int i)
{
    return act_dialect_id((act_dialect)i);
}

static const char *type_id(int i)
{
    return (ACT_TYPE_ALL >> i) != 0 ? act_type_id((act_type)(1 << i)) : NULL;
}

static const char *language_id(int i)
{
    return act_document((size_t)i, ACT_DOCUMENT_LANGUAGE);
}

static void write_codes(void)
{
    uint32_t code;
    write_identifiers("Categories", category_id);
    write_identifiers("Dialects", dialect_id);
    write_identifiers("Types", type_id);
    write_identifiers("Languages", language_id);
    puts("Commands = @(");
    for (size_t i = 0; i < command_count; i++)
        write_command(commands[i]);
    puts(")\nDocumented = @(");
    for (size_t i = 0; act_entry_at(i); i++)
        printf("'0x%08X'\n", act_entry_code(act_entry_at(i)));
    puts(")\nCodes = @{");
    for (size_t i = 0; act_code_at(i, &code); i++)
        write_code(code);
    puts("}");
}

/* ---- Texts in a language ------------------------------------------------------------------------
 */

static void write_entry(const act_entry *entry, const char *language)
{
    const act_command *command;
    printf("'0x%08X' = ", act_entry_code(entry));
    write_text(act_entry_language(entry, language));
    fputs(", ", stdout);
    write_text(act_entry_text(entry, ACT_FIELD_MESSAGE, language));
    fputs(", ", stdout);
    write_text(act_entry_text(entry, ACT_FIELD_CAUSE, language));
    fputs(", ", stdout);
    write_dialects(steps_of, entry, language);
    fputs(", @(", stdout);
    for (size_t i = 0; (command = act_entry_command(entry, language, i)); i++)
        printf("%s%zu", i > 0 ? ", " : "", command_index(command));
    puts(")");
}

static void write_texts(const char *language)
{
    printf("Language = '%s'\nWordsLanguage = '%s'\nAdvice = @{\n", act_language(language),
           act_words_language(language));
    for (int i = 0; act_category_id((act_category)i); i++) {
        act_category category = (act_category)i;
        printf("'%s' = ", act_category_id(category));
        write_dialects(advice_of, &category, language);
        putchar('\n');
    }
    puts("}\nEntries = @{");
    for (size_t i = 0; act_entry_at(i); i++)
        write_entry(act_entry_at(i), language);
    puts("}");
}

/* Standard output becomes a file of the folder; tag: NULL or a language. */
static bool open_file(const char *folder, const char *tag)
{
    char path[4096];
    int size =
        snprintf(path, sizeof path, "%s/Table%s%s.ps1", folder, tag ? "." : "", tag ? tag : "");
    if (size < 0 || (size_t)size >= sizeof path || !freopen(path, "wb", stdout)) {
        fprintf(stderr, "plain_table: %s cannot be written\n", path);
        return false;
    }
    fputs(head, stdout);
    return true;
}

static bool finish_file(void)
{
    puts("}");
    return fflush(stdout) == 0 && !ferror(stdout);
}

int main(int count, char **arguments)
{
    const char *language;
    if (count != 2) {
        fputs("usage: plain_table FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    collect_commands();
    for (size_t i = 0; (language = act_document(i, ACT_DOCUMENT_LANGUAGE)); i++) {
        if (!open_file(arguments[1], language))
            return EXIT_FAILURE;
        write_texts(language);
        if (!finish_file())
            return EXIT_FAILURE;
    }
    if (!open_file(arguments[1], NULL))
        return EXIT_FAILURE;
    write_codes();
    return finish_file() ? EXIT_SUCCESS : EXIT_FAILURE;
}
