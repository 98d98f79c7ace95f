/* The catalogue of commands, doc/commands.tsv, and the commands that documents take from it. */
#ifndef ACTDIAG_COMPILER_COMMANDS_H
#define ACTDIAG_COMPILER_COMMANDS_H

#include "input/source.h"

/* A row of the catalogue, and how each dialect's form of it is made. */
struct command_row {
    const char *forms[ACT_DIALECT_COUNT]; /* with placeholders; NULL: the line as it was written */
    uint32_t flags[ACT_DIALECT_COUNT];    /* ACT_COMMAND_ bits */
};

/* Zero-initialise it but for the arena. */
struct commands {
    struct arena *arena;
    struct command_row *rows;
    size_t row_count;
    struct model_command *list; /* those of the rows, then those of documents, each once */
    size_t count, capacity;
    uint32_t *places; /* open addressing; the number of a command, counted from 1 */
    size_t place_count;
};

/* Fills the catalogue. What is wrong is diagnosed. */
void commands_read(struct commands *commands, const struct source *source,
                   struct diagnostics *diagnostics);

/* The number of a command in the list, to which it is added if it is new. */
uint32_t commands_add(struct commands *commands, const struct model_command *command);

#endif
