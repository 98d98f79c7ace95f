/* Reads the command line. */
#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "reading/workers.h"
#include "printing/text.h"

#define TEXT_OF(macro) TEXT_OF_TOKENS(macro)
#define TEXT_OF_TOKENS(tokens) #tokens

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
            fprintf(out, "%s %s", i > 0 ? "," : "", tag);
}

void options_help(FILE *out)
{
    fputs(
        "usage: actdiag [OPTION]... CODE...\n"
        "       actdiag scan [--summary | --count] [OPTION]... [FILE...]\n"
        "       actdiag diagnose [--summary] [OPTION]... [FILE...]\n"
        "       actdiag event NUMBER...\n"
        "       actdiag commands [WORD...]\n"
        "       actdiag find [OPTION]... WORD...\n"
        "       actdiag list [--category ID] [--side ID] [--type ID] [--known ID] [OPTION]...\n"
        "Explains Windows activation error codes; diagnose finds the one to act on in a case: all\n"
        "text at hand for one failure, such as a message, logs, an export of objects.\n"
        "\n"
        "  CODE  0xC004F074, C004F074, -1073418124, 3221549172, a symbolic name, or text with\n"
        "        codes in it; - reads lines of standard input\n"
        "  WORD  a part of a name, message, cause or kind of fault, or of a command; all words\n"
        "        must occur\n"
        "  FILE  a log in any encoding, also .evtx; - or none: standard input\n"
        "\n"
        "      --all            scan: every code, not only documented or named ones\n"
        "                       list: codes that are named but not documented, too\n"
        "      --category ID    list: only these kinds of fault, such as dns,network\n"
        "      --commands ID    show commands for slmgr, powershell, oslicense or office; "
        "default:\n"
        "                       what ACTDIAG_COMMANDS says, else slmgr\n"
        "      --count          scan: only the number of codes\n"
        "  -j, --jobs N         scan: read with N threads; default: one per processor\n"
        "      --json           one JSON object per line\n"
        "      --known ID       list: only codes about which so much is known: documented, named\n"
        "      --language TAG   answer in this language:",
        out);
    print_languages(out);
    fputs("; default: the locale's\n"
          "  -r, --recursive      scan: a folder means the files in it\n"
          "      --side ID        list: only codes that are fixed on these sides, such as client\n"
          "      --summary        scan: one line per code, with its count\n"
          "                       diagnose: each file is a case of its own, one line per file\n"
          "      --type ID        list: only these activation types, such as kms-client\n"
          "  -h, --help           this text\n"
          "      --version        the version\n"
          "\n"
          "Exit status: 0 all was found; 1 a code is not in the documents, or nothing was found;\n"
          "2 wrong usage, a file that cannot be read, something that is not a code.\n",
          out);
}

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

static bool read_scan_flag(struct options *options, const char *argument)
{
    if (strcmp(argument, "--summary") == 0)
        options->wants_summary = true;
    else if (strcmp(argument, "--count") == 0)
        options->wants_count = true;
    else if (strcmp(argument, "-r") == 0 || strcmp(argument, "--recursive") == 0)
        options->recursive = true;
    else
        return false;
    options->scan_option = argument;
    return true;
}

static bool read_flag(struct options *options, const char *argument)
{
    if (strcmp(argument, "--json") == 0)
        options->json = true;
    else if (strcmp(argument, "--all") == 0)
        options->all = true;
    else if (strcmp(argument, "-h") == 0 || strcmp(argument, "--help") == 0)
        options->action = ACTION_HELP;
    else if (strcmp(argument, "--version") == 0)
        options->action = ACTION_VERSION;
    else
        return read_scan_flag(options, argument);
    return true;
}

/*
 * Whether arguments[*index] is this option: "-j 4", "-j4", "--jobs 4", "--jobs=4". *value receives
 * its argument, attached or separate, or NULL; *index that of the last argument used.
 */
static bool read_value(char **arguments, int *index, const char *letter, const char *word,
                       const char **value)
{
    const char *argument = arguments[*index];
    size_t length = strlen(word);
    if (strcmp(argument, word) == 0 || (letter && strcmp(argument, letter) == 0)) {
        *value = arguments[*index + 1];
        *index += *value != NULL;
    } else if (strncmp(argument, word, length) == 0 && argument[length] == '=') {
        *value = argument + length + 1;
    } else if (letter && strncmp(argument, letter, 2) == 0) {
        *value = argument + 2;
    } else {
        return false;
    }
    return true;
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

/* Whether arguments[*index] is a filter of list. */
static bool read_filter(struct options *options, char **arguments, int *index, const char **value)
{
    const struct {
        const char *word, **value;
    } filters[] = {
        {"--category", &options->category},
        {"--side", &options->side},
        {"--type", &options->type},
        {"--known", &options->known},
    };
    const char *option = arguments[*index];
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (read_value(arguments, index, NULL, filters[i].word, value)) {
            options->list_option = option;
            *filters[i].value = *value;
            return true;
        }
    return false;
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

/* Reads the option arguments[*index] and what belongs to it; returns what is wrong, or NULL. */
static const char *read_option(struct options *options, char **arguments, int *index)
{
    const char *value, *option = arguments[*index];
    if (read_value(arguments, index, NULL, "--language", &value)) {
        options->language = value;
        return value && *value != '\0' ? NULL : "expects a language tag, such as en";
    }
    if (read_value(arguments, index, NULL, "--commands", &value))
        return read_dialect(value, &options->dialect);
    if (read_value(arguments, index, "-j", "--jobs", &value)) {
        options->scan_option = option;
        options->jobs = read_jobs(value);
        return options->jobs > 0 ? NULL : "expects a number from 1 to " TEXT_OF(WORKERS_MAXIMUM);
    }
    if (read_filter(options, arguments, index, &value))
        return value ? NULL : "expects an identifier, such as kms-host";
    return read_flag(options, option) ? NULL : "no such option";
}

/* The first operand may be a command's name. */
static void take_command(struct options *options)
{
    if (options->operand_count == 0 || !options->operands[0] || options->action != ACTION_ANSWER)
        return;
    const struct {
        const char *name;
        enum action action;
    } verbs[] = {
        {"scan", ACTION_SCAN}, {"diagnose", ACTION_DIAGNOSE}, {"find", ACTION_FIND},
        {"list", ACTION_LIST}, {"event", ACTION_EVENT},       {"commands", ACTION_COMMANDS},
    };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(options->operands[0], verbs[i].name) == 0) {
            options->action = verbs[i].action;
            options->operands++;
            options->operand_count--;
            return;
        }
}

static struct options check(struct options options)
{
    bool scans = options.action == ACTION_SCAN, lists = options.action == ACTION_LIST;
    if (options.action == ACTION_HELP || options.action == ACTION_VERSION)
        return options;
    bool diagnoses = options.action == ACTION_DIAGNOSE;
    if (!scans && options.scan_option &&
        !(diagnoses && strcmp(options.scan_option, "--summary") == 0))
        return wrong_usage(options.scan_option, "only for actdiag scan");
    if (!lists && options.list_option)
        return wrong_usage(options.list_option, "only for actdiag list");
    if (!scans && !lists && options.all)
        return wrong_usage("--all", "only for actdiag scan and actdiag list");
    if (options.wants_summary && options.wants_count)
        return wrong_usage("--summary, --count", "only one of them");
    if (lists && options.operand_count > 0)
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

struct options options_read(int count, char **arguments)
{
    struct options options = {.action = ACTION_ANSWER, .operands = arguments + 1};
    const char *preferred = getenv("ACTDIAG_COMMANDS");
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
            const char *wrong = read_option(&options, arguments, &i);
            if (wrong)
                return wrong_usage(argument, wrong);
        }
    }
    take_command(&options);
    return check(options);
}
