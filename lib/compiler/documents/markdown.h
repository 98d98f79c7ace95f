/* The tree of a Markdown document, and what cmark-gfm does not keep of its tables. */
#ifndef ACTDIAG_COMPILER_MARKDOWN_H
#define ACTDIAG_COMPILER_MARKDOWN_H

#include <cmark-gfm.h>

#include "documents/command_uses.h"
#include "input/source.h"

/* The document being read. */
struct reading {
    const struct source *source;
    struct arena *arena;
    struct diagnostics *diagnostics;
    bool *is_line_taken; /* by line number: it was read as a row or a section's heading */
    const struct command_search *commands; /* NULL: commands are not looked for */
};

/*
 * Parses the source without its first skipped_lines lines; line numbers stay those of the file.
 * The caller frees the tree. Lines that would cost cmark-gfm unbounded time or memory are reported
 * and give NULL.
 */
cmark_node *markdown_parse(const struct reading *reading, unsigned skipped_lines);

bool markdown_is(cmark_node *node, const char *type);

/* The text with the marker of an alert, such as [!NOTE], that a quote begins with, or NULL. */
cmark_node *markdown_alert_marker(cmark_node *quote);

struct location markdown_place(const struct reading *reading, cmark_node *node);

/* Notes that the line on which a node begins was read as what it shows. */
void markdown_take_line(const struct reading *reading, cmark_node *node);

/* Where a cell is; its row's place if the row is too short to have it. */
struct location markdown_cell_place(const struct reading *reading, cmark_node *cell);
bool markdown_is_cell_missing(cmark_node *cell);

/* The column of the first cell of a row beyond those of the table's header; 0 if there is none. */
unsigned markdown_excess_column(const struct source *source, cmark_node *row);

#endif
