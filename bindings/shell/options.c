/* Reads the command line. */
#include "options.h"

#include <string.h>

#include "text.h"

void options_help(FILE *out)
{
    fputs("usage: actdiag [OPTION]... CODE...\n"
          "       actdiag scan [--summary | --count] [OPTION]... [FILE...]\n"
          "       actdiag list [OPTION]...\n"
          "Says what Windows volume-activation error codes mean and what to do about them.\n"
          "\n"
          "  CODE  0xC004F074, C004F074, -1073418124, 3221549172, a symbolic name; - reads codes\n"
          "        from standard input, one a line\n"
          "  FILE  a log in any encoding, also .evtx; - or none: standard input\n"
          "\n"
          "      --all            scan: codes that nobody has described, too\n"
          "      --count          scan: only the number of codes\n"
          "      --json           one JSON object a line\n"
          "      --language TAG   answer in this language; default: the locale's\n"
          "  -r, --recursive      scan: a folder means the files in it\n"
          "      --summary        scan: one line a code, with its number\n"
          "      --help, --version\n"
          "\n"
          "Exit status: 0 all was found; 1 a code is not in the documents, or nothing was found;\n"
          "2 wrong usage, a file that cannot be read, something that is no code.\n",
          out);
}

static struct options wrong_usage(const char *argument, const char *what)
{
    text_complain(argument, what);
    fputs("usage: actdiag CODE... | actdiag scan [FILE...] | actdiag list; see actdiag --help\n",
          stderr);
    return (struct options){.action = ACTION_USAGE};
}

/* A minus and a digit begin a code, as WMI prints them; a lone minus is standard input. */
static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0' && !(argument[1] >= '0' && argument[1] <= '9');
}

static bool read_flag(struct options *options, const char *argument)
{
    if (strcmp(argument, "--json") == 0)
        options->json = true;
    else if (strcmp(argument, "--all") == 0)
        options->all = true;
    else if (strcmp(argument, "--summary") == 0)
        options->mode = SCAN_SUMMARY;
    else if (strcmp(argument, "--count") == 0)
        options->mode = SCAN_COUNT;
    else if (strcmp(argument, "-r") == 0 || strcmp(argument, "--recursive") == 0)
        options->recursive = true;
    else if (strcmp(argument, "-h") == 0 || strcmp(argument, "--help") == 0)
        options->action = ACTION_HELP;
    else if (strcmp(argument, "--version") == 0)
        options->action = ACTION_VERSION;
    else
        return false;
    return true;
}

/* The first operand may be a command's name. */
static void take_command(struct options *options)
{
    if (options->operand_count == 0 || options->action != ACTION_ANSWER)
        return;
    if (strcmp(options->operands[0], "scan") == 0)
        options->action = ACTION_SCAN;
    else if (strcmp(options->operands[0], "list") == 0)
        options->action = ACTION_LIST;
    else
        return;
    options->operands++;
    options->operand_count--;
}

static struct options check(struct options options)
{
    bool scans = options.action == ACTION_SCAN;
    if (options.action == ACTION_HELP || options.action == ACTION_VERSION)
        return options;
    if (!scans && (options.mode != SCAN_MATCHES || options.all || options.recursive))
        return wrong_usage("--summary, --count, --all, -r", "only for actdiag scan");
    if (options.action == ACTION_LIST && options.operand_count > 0)
        return wrong_usage(options.operands[0], "actdiag list takes no operand");
    if (options.action == ACTION_ANSWER && options.operand_count == 0)
        return wrong_usage("CODE", "expected at least one code");
    return options;
}

struct options options_read(int count, char **arguments)
{
    static const char language[] = "--language=";
    struct options options = {.action = ACTION_ANSWER, .operands = arguments + 1};
    bool is_over = false;
    for (int i = 1; i < count; i++) {
        char *argument = arguments[i];
        if (is_over || !is_option(argument)) {
            options.operands[options.operand_count++] = argument;
        } else if (strcmp(argument, "--") == 0) {
            is_over = true;
        } else if (strncmp(argument, language, sizeof language - 1) == 0) {
            options.language = argument + sizeof language - 1;
        } else if (strcmp(argument, "--language") == 0) {
            if (++i == count)
                return wrong_usage(argument, "expected a language tag behind it, such as en");
            options.language = arguments[i];
        } else if (!read_flag(&options, argument)) {
            return wrong_usage(argument, "no such option");
        }
    }
    take_command(&options);
    return check(options);
}
