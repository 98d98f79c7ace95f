/* The command line of actdiag. */
#ifndef ACTDIAG_SHELL_OPTIONS_H
#define ACTDIAG_SHELL_OPTIONS_H

#include <actdiag.h>
#include <stdbool.h>

/* The commands come first. */
enum action {
    ACTION_ANSWER,
    ACTION_SCAN,
    ACTION_DIAGNOSE,
    ACTION_COMMANDS,
    ACTION_EVENT,
    ACTION_FIND,
    ACTION_LIST,
    ACTION_HELP,
    ACTION_VERSION,
    ACTION_USAGE
};

struct options {
    enum action action;
    bool json, csv, all, recursive;  /* at most one of json and csv */
    bool wants_summary, wants_count; /* instead of matches; at most one of them */
    unsigned jobs;                   /* 0: as many as there are processors */
    const char *fields;              /* of JSON, separated by commas; NULL: all */
    const char *language;            /* NULL: the locale's */
    act_dialect dialect;             /* of the commands in answers */
    /* Filters of list: identifiers separated by commas; NULL: all. */
    const char *category, *side, *type, *known;
    char **operands; /* codes, words or files; NULL for "-", standard input */
    int operand_count;
};

/* Reports wrong usage on standard error and returns ACTION_USAGE. Reorders arguments. */
struct options options_read(int count, char **arguments);

#endif
