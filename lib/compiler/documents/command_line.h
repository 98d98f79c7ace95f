/* Command lines: which row of the catalogue they are of, and their forms in other dialects. */
#ifndef ACTDIAG_COMPILER_COMMAND_LINE_H
#define ACTDIAG_COMPILER_COMMAND_LINE_H

#include "input/memory.h"
#include "input/source.h"

enum { COMMAND_VALUES_MAXIMUM = 8 };

/* What stands for a placeholder: the name in the row, the value in the line. */
struct command_value {
    struct span name, value;
};

struct command_values {
    struct command_value list[COMMAND_VALUES_MAXIMUM];
    size_t count;
};

/*
 * A line in the catalogue's way of writing: "Slmgr -ipk", "cscript //nologo C:\...\slmgr.vbs /ipk"
 * become "slmgr.vbs /ipk". The line itself if it is not a command of slmgr.vbs or ospp.vbs.
 */
const char *command_line_normal(struct span line, struct arena *arena);

/* Whether a normal line gives slmgr.vbs or ospp.vbs an option. */
bool command_line_is_licensing(const char *line);

/* Whether a line is of a row. Upper and lower case do not matter. */
bool command_line_matches(const char *line, const char *pattern, struct command_values *values);

/* A form with the values for its placeholders; one without a value stays. */
const char *command_line_fill(const char *form, const struct command_values *values,
                              struct arena *arena);

#endif
