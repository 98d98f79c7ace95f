/* Finds the commands of a text in the catalogue. */
#ifndef ACTDIAG_COMPILER_COMMAND_USES_H
#define ACTDIAG_COMPILER_COMMAND_USES_H

#include "documents/console.h"
#include "tables/commands.h"

/* How commands are found: the catalogue, and whether one of slmgr.vbs or ospp.vbs must be in it. */
struct command_search {
    struct commands *commands;
    bool requires_known;
};

/* The commands of a text while it is written. */
struct command_uses {
    const struct command_search *search;
    struct arena *arena;
    struct diagnostics *diagnostics;
    bool is_windows_only;
    struct model_use *list;
    size_t count, capacity;
};

/* Where a command in a sentence is typed, by a comment before it, such as "<!-- host -->". */
enum console command_console_of(const char *comment);

/* Whether a comment is <!-- windows only -->. */
bool command_is_windows_only(const char *comment);

/* Adds what is written as code at an offset of the text, if it is a command of the catalogue. */
void command_uses_add(struct command_uses *uses, struct span line, size_t offset,
                      enum console console, struct location location);

struct model_uses command_uses_of(const struct command_uses *uses);

#endif
