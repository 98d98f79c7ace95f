/* The commands and options of actdiag, as options.def lists them. */
#ifndef ACTDIAG_SHELL_OPTION_TABLE_H
#define ACTDIAG_SHELL_OPTION_TABLE_H

#include <stddef.h>

#include "options.h"

enum option_id {
#define COMMAND(id, name, operands, synopsis, summary)
#define OPTION(id, letter, name, argument, values, commands, help) OPTION_##id,
#define MORE(id, commands, help)
#include "options.def"
#undef COMMAND
#undef OPTION
#undef MORE
    OPTION_COUNT_OF_ALL
};

struct option_row {
    enum option_id id;
    char letter;          /* '\0': none, and in rows that add a meaning */
    const char *name;     /* without its two hyphens; NULL in rows that add a meaning */
    const char *argument; /* what the help calls it; NULL: a flag */
    unsigned commands;    /* a bit 1 << ACTION_… for each command that takes it */
    const char *help;     /* what it means to these commands */
};

struct command_row {
    enum action action;
    const char *name; /* NULL: the command without a name */
    const char *synopsis;
};

/* All commands and all options, in the order of the help; NULL past the last one. */
const struct command_row *option_table_command(size_t index);
const struct option_row *option_table_row(size_t index);

/* Whether every command takes the option. */
bool option_table_is_general(const struct option_row *row);

/* The bits of all commands that take an option. */
unsigned option_table_commands(enum option_id id);

#endif
