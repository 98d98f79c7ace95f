/* A text file in memory, checked: UTF-8 without NUL, of bounded size, its lines addressable. */
#ifndef ACTDIAG_COMPILER_SOURCE_H
#define ACTDIAG_COMPILER_SOURCE_H

#include "input/diagnostics.h"
#include "input/memory.h"

enum { SOURCE_MAXIMUM = 64 << 20 /* bytes */ };

struct source {
    const char *name; /* for diagnostics */
    const char *text; /* without byte-order mark; a NUL follows */
    size_t length;
    const uint32_t *lines; /* where each line begins */
    size_t line_count;
};

/* A piece of text that need not end with a NUL. */
struct span {
    const char *text;
    size_t length;
};

/* Reads a file. False after a diagnosis. */
bool source_read(struct source *source, const char *path, struct arena *arena,
                 struct diagnostics *diagnostics);

/* Checks and takes text that is in memory, which must outlive source. False after a diagnosis. */
bool source_take(struct source *source, const char *name, const char *text, size_t length,
                 struct arena *arena, struct diagnostics *diagnostics);

/* Line number line, from 1, without its end; empty past the last one. */
struct span source_line(const struct source *source, unsigned line);

/* The name of a file without its folders. */
const char *source_basename(const char *path);

struct location source_place(const struct source *source, unsigned line, unsigned column);

#endif
