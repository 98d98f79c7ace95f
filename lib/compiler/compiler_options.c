/* Reads the command line. */
#include "compiler_options.h"

#include <getopt.h>
#include <string.h>

#include "documents/tag.h"

enum {
    OPTION_REGISTER = 256,
    OPTION_WORDS,
    OPTION_EVENTS,
    OPTION_COMMANDS,
    OPTION_KNOWN,
    OPTION_LIST,
    OPTION_CHECK,
    OPTION_VERSION
};

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"register", required_argument, NULL, OPTION_REGISTER},
    {"words", required_argument, NULL, OPTION_WORDS},
    {"events", required_argument, NULL, OPTION_EVENTS},
    {"commands", required_argument, NULL, OPTION_COMMANDS},
    {"known-commands", no_argument, NULL, OPTION_KNOWN},
    {"list", no_argument, NULL, OPTION_LIST},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

void options_help(FILE *out)
{
    fputs("usage: actdiag-compile -o TABLE.c [--register CODES.tsv] [--words WORDS.tsv]\n"
          "                       [--commands COMMANDS.tsv [--known-commands]] "
          "[TAG=]DOCUMENT...\n"
          "       actdiag-compile --list | --check [...] [TAG=]DOCUMENT...\n"
          "Compiles documents on activation errors into the table of libactdiag.\n"
          "\n"
          "  -o, --output FILE    write the table; FILE stays as it is if anything is wrong\n"
          "      --register FILE  names and classes of codes\n"
          "      --words FILE     labels, advice and headings\n"
          "      --events FILE    events of activation\n"
          "      --commands FILE  commands in each dialect\n"
          "      --known-commands  a command of slmgr.vbs or ospp.vbs that is not in that file is\n"
          "                       an error\n"
          "      --list           print what was read: code, activation types, message\n"
          "      --check          print problems only, also of little weight\n"
          "      --help, --version\n"
          "\n"
          "The first document's language is the primary one. TAG is a document's language, such\n"
          "as en; without it the document's ms.contentlocale or its file's name decides.\n"
          "Exit status: 0; 1 if a file has errors; 2 for wrong usage.\n",
          out);
}

static struct options wrong_usage(const char *message)
{
    fprintf(stderr, "actdiag-compile: %s; see actdiag-compile --help\n", message);
    return (struct options){.action = ACTION_USAGE};
}

/* "ja=FILE" names a language; anything else is a path, even with = in it. */
static struct input read_input(const char *argument, struct arena *arena)
{
    const char *equals = strchr(argument, '=');
    if (!equals)
        return (struct input){NULL, argument};
    const char *tag = tag_read((struct span){argument, (size_t)(equals - argument)}, arena);
    return tag ? (struct input){tag, equals + 1} : (struct input){NULL, argument};
}

static bool read_option(int option, struct options *options)
{
    switch (option) {
    case 'o':
        options->output = optarg;
        return true;
    case OPTION_REGISTER:
        options->codes = optarg;
        return true;
    case OPTION_WORDS:
        options->words = optarg;
        return true;
    case OPTION_EVENTS:
        options->events = optarg;
        return true;
    case OPTION_COMMANDS:
        options->commands = optarg;
        return true;
    case OPTION_KNOWN:
        options->requires_known_commands = true;
        return true;
    case OPTION_LIST:
        options->action = ACTION_LIST;
        return true;
    case OPTION_CHECK:
        options->action = ACTION_CHECK;
        return true;
    case 'h':
        options->action = ACTION_HELP;
        return true;
    case OPTION_VERSION:
        options->action = ACTION_VERSION;
        return true;
    default:
        return false;
    }
}

struct options options_read(int count, char **arguments, struct arena *arena)
{
    struct options options = {.action = ACTION_COMPILE};
    int option;
    while ((option = getopt_long(count, arguments, "o:h", long_options, NULL)) != -1) {
        if (!read_option(option, &options))
            return (struct options){.action = ACTION_USAGE};
        if (options.action == ACTION_HELP || options.action == ACTION_VERSION)
            return options;
    }
    if (options.action == ACTION_COMPILE && !options.output)
        return wrong_usage("-o FILE, --list or --check is needed");
    if (optind == count)
        return wrong_usage("a document is needed");
    options.input_count = (size_t)(count - optind);
    options.inputs = arena_allocate(arena, options.input_count, sizeof *options.inputs);
    for (size_t i = 0; i < options.input_count; i++)
        options.inputs[i] = read_input(arguments[optind + (int)i], arena);
    return options;
}
