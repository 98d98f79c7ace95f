/* Markdown, as cmark-gfm parsed it, made plain text. */
#ifndef ACTDIAG_COMPILER_PLAIN_TEXT_H
#define ACTDIAG_COMPILER_PLAIN_TEXT_H

#include <cmark-gfm.h>

#include "documents/command_uses.h"

/* Where the text of a node is, and where to report what is wrong with it. */
struct plain_context {
    struct arena *arena;
    struct diagnostics *diagnostics; /* NULL: problems are not reported */
    const struct source *source;
    struct location place;
    struct command_uses *uses; /* NULL: commands are not looked for */
};

/*
 * The text of a node that holds inlines: a cell, a heading, a paragraph. One line, but for <br> and
 * hard line breaks.
 */
const char *plain_inlines(cmark_node *node, const struct plain_context *context);

/*
 * The text of the siblings from first to before end: paragraphs, lists, code. "" if there are none.
 */
const char *plain_blocks(cmark_node *first, cmark_node *end, const struct plain_context *context);

#endif
