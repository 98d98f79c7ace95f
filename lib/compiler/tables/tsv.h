/* Files of tab-separated columns, with comment lines that begin with #. */
#ifndef ACTDIAG_COMPILER_TSV_H
#define ACTDIAG_COMPILER_TSV_H

#include "input/source.h"

enum { TSV_COLUMNS_MAXIMUM = 8 };

struct tsv_row {
    const char *cells[TSV_COLUMNS_MAXIMUM];
    struct location places[TSV_COLUMNS_MAXIMUM];
};

/*
 * Splits a file into rows of exactly column_count cells, none of them empty. Other lines are
 * diagnosed and left out. Returns how many rows there are.
 */
size_t tsv_read(const struct source *source, size_t column_count, struct tsv_row **rows,
                struct arena *arena, struct diagnostics *diagnostics);

/* The cell's text, or NULL for the "-" that stands for none. */
const char *tsv_optional(const char *cell);

#endif
