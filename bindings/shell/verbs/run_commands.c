/* Lists the catalogue of commands, side by side in each dialect. */
#include "verbs/run_commands.h"

#include <actdiag.h>
#include <string.h>

#include "platform/platform.h"
#include "printing/answer_json.h"
#include "printing/phrase.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "status.h"

enum { MARGIN = 2, NAME_WIDTH = 10 /* of "powershell" */ };

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins(const char *text, const char *word)
{
    while (*word != '\0' && lower(*text) == lower(*word))
        text++, word++;
    return *word == '\0';
}

static bool contains(const char *text, const char *word)
{
    for (; *text != '\0'; text++)
        if (begins(text, word))
            return true;
    return *word == '\0';
}

/* NULL past the last dialect and where this one has no form of the command. */
static const char *form_of(const act_command *command, unsigned dialect)
{
    bool has = !(act_command_flags(command, (act_dialect)dialect) & ACT_COMMAND_NO_FORM);
    return has ? act_command_text(command, (act_dialect)dialect) : NULL;
}

static bool has_word(const act_command *command, const char *word)
{
    for (unsigned i = 0; act_dialect_id((act_dialect)i); i++) {
        const char *form = form_of(command, i);
        if (form && contains(form, word))
            return true;
    }
    return false;
}

static bool has_words(const act_command *command, const struct options *options)
{
    for (int i = 0; i < options->operand_count; i++)
        if (options->operands[i] && !has_word(command, options->operands[i]))
            return false;
    return true;
}

/* A form, its further lines below the first one; "-" for none. */
static void print_form(const char *dialect, const char *form, bool is_terminal)
{
    printf("%*s%-*s", MARGIN, "", NAME_WIDTH, dialect);
    for (const char *line = form ? form : "-", *end; line; line = end ? end + 1 : NULL) {
        end = strchr(line, '\n');
        printf("%*s", line == form || !form ? MARGIN : 2 * MARGIN + NAME_WIDTH, "");
        text_print_part(stdout, line, end ? (size_t)(end - line) : strlen(line), is_terminal);
        putchar('\n');
    }
}

/* What the reader must know of it, named below the forms. */
static void print_nature(uint32_t flags, const char *language)
{
    const struct {
        uint32_t flag;
        const char *id;
    } natures[] = {
        {ACT_COMMAND_ELEVATED, "heading.elevated"},
        {ACT_COMMAND_HARD_TO_UNDO, "heading.is-hard-to-undo"},
        {ACT_COMMAND_PRACTICE, "heading.is-practice"},
    };
    bool changes = flags & ACT_COMMAND_CHANGES;
    printf("%*s%s", MARGIN, "",
           phrase(changes ? "heading.changes" : "heading.changes-nothing", language));
    for (size_t i = 0; i < sizeof natures / sizeof *natures; i++)
        if (flags & natures[i].flag)
            printf("; %s", phrase(natures[i].id, language));
    putchar('\n');
}

static uint32_t all_flags(const act_command *command)
{
    uint32_t flags = 0;
    for (unsigned i = 0; act_dialect_id((act_dialect)i); i++)
        flags |= act_command_flags(command, (act_dialect)i);
    return flags;
}

static void print_text(const act_command *command, const char *language,
                       const struct text_style *style)
{
    const char *title = act_command_text(command, ACT_DIALECT_SLMGR);
    char first[256];
    snprintf(first, sizeof first, "%.*s", (int)strcspn(title, "\n"), title);
    text_print_heading(stdout, first, style);
    for (unsigned i = 0; act_dialect_id((act_dialect)i); i++)
        print_form(act_dialect_id((act_dialect)i), form_of(command, i), style->is_terminal);
    print_nature(all_flags(command), language);
}

static void print_json(const act_command *command, const char *fields)
{
    const char *id;
    struct json_object object = json_begin(stdout, fields);
    for (unsigned i = 0; (id = act_dialect_id((act_dialect)i)) != NULL; i++)
        json_text(&object, id, form_of(command, i));
    answer_json_add_nature(&object, all_flags(command));
    json_end(&object);
    putchar('\n');
}

int run_commands(const struct options *options, const char *language)
{
    struct text_style style = text_style_of_output();
    const act_command *command;
    bool has_found = false;
    for (size_t i = 0; (command = act_command_at(i)) != NULL && !output_is_lost(); i++) {
        if (!has_words(command, options))
            continue;
        if (has_found && !options->json)
            putchar('\n');
        has_found = true;
        if (options->json)
            print_json(command, options->fields);
        else
            print_text(command, language, &style);
    }
    if (!has_found)
        text_complain("commands", "no command with all of these words");
    return has_found ? STATUS_FOUND : STATUS_NOT_FOUND;
}
