/* Reads the command line. */
#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "option_table.h"
#include "printing/fields.h"
#include "printing/text.h"
#include "reading/workers.h"

#define TEXT_OF(macro) TEXT_OF_TOKENS(macro)
#define TEXT_OF_TOKENS(tokens) #tokens

/* Each option as it was typed, or NULL. */
typedef const char *typed_options[OPTION_COUNT_OF_ALL];

static struct options wrong_usage(const char *argument, const char *what)
{
    text_complain(argument, what);
    fputs("usage: actdiag CODE... | actdiag scan [FILE...] | actdiag diagnose [FILE...];\n"
          "for the rest see actdiag --help\n",
          stderr);
    return (struct options){.action = ACTION_USAGE};
}

/* A minus and a digit begin a code, as WMI prints them; a lone minus is standard input. */
static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0' && !(argument[1] >= '0' && argument[1] <= '9');
}

/*
 * Whether arguments[*index] is this option: "-j 4", "-j4", "--jobs 4", "--jobs=4". *value receives
 * its argument, attached or separate, or NULL; *index that of the last argument used.
 */
static bool is_row(const struct option_row *row, char **arguments, int *index, const char **value)
{
    const char *argument = arguments[*index];
    size_t length = row->name ? strlen(row->name) : 0;
    bool is_letter = row->letter != '\0' && argument[1] == row->letter;
    bool is_name = row->name && argument[1] == '-' && strncmp(argument + 2, row->name, length) == 0;
    *value = NULL;
    if ((is_letter && argument[2] == '\0') || (is_name && argument[length + 2] == '\0')) {
        *value = row->argument ? arguments[*index + 1] : NULL;
        *index += *value != NULL;
        return true;
    }
    if (is_name && argument[length + 2] == '=')
        *value = argument + length + 3;
    else if (is_letter)
        *value = argument + 2;
    return *value && row->argument;
}

/* 0 if text is not a number of threads. */
static unsigned read_jobs(const char *text)
{
    char *end;
    if (!text || *text < '0' || *text > '9')
        return 0;
    unsigned long jobs = strtoul(text, &end, 10);
    return *end == '\0' && jobs <= WORKERS_MAXIMUM ? (unsigned)jobs : 0;
}

/* Returns what is wrong, with a list of the dialects, or NULL. */
static const char *read_dialect(const char *text, act_dialect *dialect)
{
    static char expected[128];
    const char *id, *separator = "expected one of ";
    size_t length = 0;
    for (unsigned i = 0; (id = act_dialect_id((act_dialect)i)) != NULL; i++) {
        if (text && strcmp(id, text) == 0) {
            *dialect = (act_dialect)i;
            return NULL;
        }
        length +=
            (size_t)snprintf(expected + length, sizeof expected - length, "%s%s", separator, id);
        separator = ", ";
    }
    return expected;
}

static void set_flag(struct options *options, enum option_id id)
{
    switch (id) {
    case OPTION_EVERY_CODE:
        options->all = true;
        break;
    case OPTION_COUNT:
        options->wants_count = true;
        break;
    case OPTION_CSV:
        options->csv = true;
        break;
    case OPTION_JSON:
        options->json = true;
        break;
    case OPTION_RECURSIVE:
        options->recursive = true;
        break;
    case OPTION_SUMMARY:
        options->wants_summary = true;
        break;
    case OPTION_HELP:
        options->action = ACTION_HELP;
        break;
    default:
        options->action = ACTION_VERSION;
    }
}

/* Returns what is wrong, or NULL. */
static const char *set_filter(const char *value, const char **filter)
{
    *filter = value;
    return value ? NULL : "expects an identifier, such as kms-host";
}

/* Sets an option that has an argument; returns what is wrong, or NULL. */
static const char *set_value(struct options *options, enum option_id id, const char *value)
{
    switch (id) {
    case OPTION_LANGUAGE:
        options->language = value;
        return value && *value != '\0' ? NULL : "expects a language tag, such as en";
    case OPTION_DIALECT:
        return read_dialect(value, &options->dialect);
    case OPTION_FIELDS:
        options->json = true;
        options->fields = value;
        return value ? NULL : "expects names of members, such as code,side";
    case OPTION_JOBS:
        options->jobs = read_jobs(value);
        return options->jobs > 0 ? NULL : "expects a number from 1 to " TEXT_OF(WORKERS_MAXIMUM);
    case OPTION_CATEGORY:
        return set_filter(value, &options->category);
    case OPTION_SIDE:
        return set_filter(value, &options->side);
    case OPTION_TYPE:
        return set_filter(value, &options->type);
    default:
        return set_filter(value, &options->known);
    }
}

/* Reads the option arguments[*index] and what belongs to it; returns what is wrong, or NULL. */
static const char *read_option(struct options *options, typed_options typed, char **arguments,
                               int *index)
{
    const struct option_row *row;
    const char *option = arguments[*index], *value;
    for (size_t i = 0; (row = option_table_row(i)) != NULL; i++) {
        if (!is_row(row, arguments, index, &value))
            continue;
        typed[row->id] = option;
        if (row->argument)
            return set_value(options, row->id, value);
        set_flag(options, row->id);
        return NULL;
    }
    return "no such option";
}

/* The first operand may be a command's name. */
static void take_command(struct options *options)
{
    const struct command_row *command;
    if (options->operand_count == 0 || !options->operands[0] || options->action != ACTION_ANSWER)
        return;
    for (size_t i = 0; (command = option_table_command(i)) != NULL; i++)
        if (command->name && strcmp(options->operands[0], command->name) == 0) {
            options->action = command->action;
            options->operands++;
            options->operand_count--;
            return;
        }
}

/* Returns "only for actdiag scan and actdiag list", or NULL if the command takes the option. */
static const char *misplaced(enum option_id id, enum action action)
{
    static char what[128];
    unsigned commands = option_table_commands(id);
    const struct command_row *command;
    const char *separator = "only for ";
    size_t length = 0;
    if ((commands >> action & 1) != 0)
        return NULL;
    for (size_t i = 0; (command = option_table_command(i)) != NULL; i++) {
        if ((commands >> command->action & 1) == 0)
            continue;
        length += (size_t)snprintf(what + length, sizeof what - length, "%sactdiag %s", separator,
                                   command->name);
        separator = " and ";
    }
    return what;
}

static struct options check_operands(struct options options)
{
    if (options.action == ACTION_LIST && options.operand_count > 0)
        return wrong_usage(options.operands[0] ? options.operands[0] : "-",
                           "actdiag list takes no operand");
    if (options.action == ACTION_EVENT && options.operand_count == 0)
        return wrong_usage("NUMBER", "expected the number of an event, such as 8198");
    if (options.action == ACTION_FIND && options.operand_count == 0)
        return wrong_usage("WORD", "expected at least one word");
    if (options.action == ACTION_ANSWER && options.operand_count == 0)
        return wrong_usage("CODE", "expected at least one code");
    return options;
}

static struct options check(struct options options, typed_options typed)
{
    const char *wrong;
    if (options.action == ACTION_HELP || options.action == ACTION_VERSION)
        return options;
    for (unsigned id = 0; id < OPTION_COUNT_OF_ALL; id++)
        if (typed[id] && (wrong = misplaced((enum option_id)id, options.action)) != NULL)
            return wrong_usage(typed[id], wrong);
    if (options.wants_summary && options.wants_count)
        return wrong_usage("--summary, --count", "only one of them");
    if (options.csv && options.json)
        return wrong_usage(options.fields ? "--csv, --fields" : "--csv, --json",
                           "only one of them");
    if (!fields_check(&options))
        return (struct options){.action = ACTION_USAGE};
    return check_operands(options);
}

struct options options_read(int count, char **arguments)
{
    struct options options = {.action = ACTION_ANSWER, .operands = arguments + 1};
    const char *preferred = getenv("ACTDIAG_COMMANDS");
    typed_options typed = {NULL};
    bool is_over = false;
    if (preferred && *preferred != '\0') {
        const char *wrong = read_dialect(preferred, &options.dialect);
        if (wrong)
            return wrong_usage("ACTDIAG_COMMANDS", wrong);
    }
    for (int i = 1; i < count; i++) {
        char *argument = arguments[i];
        if (is_over || !is_option(argument)) {
            options.operands[options.operand_count++] = strcmp(argument, "-") ? argument : NULL;
        } else if (strcmp(argument, "--") == 0) {
            is_over = true;
        } else {
            const char *wrong = read_option(&options, typed, arguments, &i);
            if (wrong)
                return wrong_usage(argument, wrong);
        }
    }
    take_command(&options);
    return check(options, typed);
}
