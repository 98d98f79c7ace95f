/* Holds the table of commands and options. */
#include "option_table.h"

enum {
    FIRST = 1U << ACTION_ANSWER,
    AFTER = 1U << ACTION_HELP, /* of what comes from here on none is a command */
    EVERY_COMMAND = AFTER - FIRST
};

/* Bits of the commands as options.def names them. */
#define EVERY EVERY_COMMAND
#define SCAN (1U << ACTION_SCAN)
#define DIAGNOSE (1U << ACTION_DIAGNOSE)
#define LIST (1U << ACTION_LIST)

static const struct command_row commands_of_all[] = {
#define COMMAND(id, name, operands, synopsis, summary) {ACTION_##id, name, synopsis},
#define OPTION(id, letter, name, argument, values, commands, help)
#define MORE(id, commands, help)
#include "options.def"
#undef COMMAND
#undef OPTION
#undef MORE
};

static const struct option_row rows[] = {
#define COMMAND(id, name, operands, synopsis, summary)
#define OPTION(id, letter, name, argument, values, commands, help)                                 \
    {OPTION_##id, letter, name, argument, commands, help},
#define MORE(id, commands, help) {OPTION_##id, '\0', NULL, NULL, commands, help},
#include "options.def"
#undef COMMAND
#undef OPTION
#undef MORE
};

const struct command_row *option_table_command(size_t index)
{
    size_t count = sizeof commands_of_all / sizeof *commands_of_all;
    return index < count ? &commands_of_all[index] : NULL;
}

const struct option_row *option_table_row(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}

bool option_table_is_general(const struct option_row *row)
{
    return row->commands == EVERY_COMMAND;
}

unsigned option_table_commands(enum option_id id)
{
    unsigned commands = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        commands |= rows[i].id == id ? rows[i].commands : 0;
    return commands;
}
