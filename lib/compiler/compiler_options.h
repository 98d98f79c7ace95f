/* The command line of actdiag-compile. */
#ifndef ACTDIAG_COMPILER_OPTIONS_H
#define ACTDIAG_COMPILER_OPTIONS_H

#include "input/memory.h"
#include "input/source.h"

struct input {
    const char *tag; /* NULL without one */
    const char *path;
};

enum action {
    ACTION_COMPILE,
    ACTION_LIST,
    ACTION_CHECK,
    ACTION_HELP,
    ACTION_VERSION,
    ACTION_USAGE
};

struct options {
    enum action action;
    const char *output;           /* with ACTION_COMPILE */
    const char *codes;            /* --register, or NULL */
    const char *words;            /* or NULL */
    const char *events;           /* or NULL */
    const char *commands;         /* or NULL */
    bool requires_known_commands; /* of slmgr.vbs and ospp.vbs */
    struct input *inputs;
    size_t input_count;
};

/* Reports wrong usage on standard error and returns ACTION_USAGE. */
struct options options_read(int count, char **arguments, struct arena *arena);

void options_help(FILE *out);

#endif
