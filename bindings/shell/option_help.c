/* Prints the help from the table of options. */
#include "option_help.h"

#include <string.h>

#include "option_table.h"

enum { INDENT = 23, WIDTH = 95 };

/* Several documents may be in one language. */
static bool is_first_of_language(size_t index, const char *tag)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(act_document(i, ACT_DOCUMENT_LANGUAGE), tag) == 0)
            return false;
    return true;
}

static void print_languages(FILE *out)
{
    const char *tag;
    for (size_t i = 0; (tag = act_document(i, ACT_DOCUMENT_LANGUAGE)) != NULL; i++)
        if (is_first_of_language(i, tag))
            fprintf(out, "%s%s", i > 0 ? ", " : "", tag);
}

/* A word of a meaning; "{languages}" is filled in, with what follows it. */
static void print_word(FILE *out, const char *word, size_t length)
{
    static const char languages[] = "{languages}";
    size_t size = sizeof languages - 1;
    if (length >= size && memcmp(word, languages, size) == 0) {
        print_languages(out);
        word += size;
        length -= size;
    }
    fprintf(out, "%.*s", (int)length, word);
}

/* In lines that begin at the column INDENT. */
static void print_meaning(FILE *out, const char *text)
{
    size_t column = INDENT;
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        if (column > INDENT && column + length > WIDTH) {
            fprintf(out, "\n%*s", INDENT, "");
            column = INDENT;
        } else if (column > INDENT) {
            putc(' ', out);
        }
        print_word(out, text, length);
        column += length + 1;
        text += length + (text[length] == ' ');
    }
    putc('\n', out);
}

/* "scan: " before a meaning that the option has for one command only. */
static void print_command(FILE *out, const struct option_row *row)
{
    const struct command_row *command;
    for (size_t i = 0; (command = option_table_command(i)) != NULL; i++)
        if (!option_table_is_general(row) && (row->commands >> command->action & 1) != 0)
            fprintf(out, "%s: ", command->name);
}

static void print_row(FILE *out, const struct option_row *row)
{
    char left[INDENT + 1] = "";
    char letter[] = {row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
                     row->letter ? ',' : ' ', '\0'};
    if (row->name)
        snprintf(left, sizeof left, "  %s --%s%s%s", letter, row->name, row->argument ? " " : "",
                 row->argument ? row->argument : "");
    fprintf(out, "%-*s", INDENT, left);
    print_command(out, row);
    print_meaning(out, row->help);
}

void option_help(FILE *out)
{
    const struct command_row *command;
    const struct option_row *row;
    for (size_t i = 0; (command = option_table_command(i)) != NULL; i++)
        fprintf(out, "%s actdiag%s%s %s\n", i == 0 ? "usage:" : "      ", command->name ? " " : "",
                command->name ? command->name : "", command->synopsis);
    fputs(
        "Explains Windows activation error codes; diagnose finds the one to act on in a case: all\n"
        "text at hand for one failure, such as a message, logs, an export of objects.\n"
        "\n"
        "  CODE  0xC004F074, C004F074, -1073418124, 3221549172, a symbolic name, or text with\n"
        "        codes in it; - reads lines of standard input\n"
        "  WORD  a part of a name, message, cause or kind of fault, or of a command; all words\n"
        "        must occur\n"
        "  FILE  a log in any encoding, also .evtx; - or none: standard input\n"
        "\n",
        out);
    for (size_t i = 0; (row = option_table_row(i)) != NULL; i++)
        print_row(out, row);
    fputs("\n"
          "Exit status: 0 all was found; 1 a code is not in the documents, or nothing was found;\n"
          "2 wrong usage, a file that cannot be read, something that is not a code.\n",
          out);
}
