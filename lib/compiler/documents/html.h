/* The HTML tags that documents use, and what becomes of them. */
#ifndef ACTDIAG_COMPILER_HTML_H
#define ACTDIAG_COMPILER_HTML_H

#include <stdbool.h>

#include "input/memory.h"

enum html_use {
    HTML_LITERAL, /* no markup: a placeholder such as <Confirmation ID> */
    HTML_DROPPED,
    HTML_BREAK, /* br */
    HTML_BLOCK, /* begins or ends an item or a paragraph */
    HTML_LINK,  /* a */
    HTML_LINK_END,
    HTML_RAISED, /* sup */
    HTML_LOWERED /* sub */
};

/* What the tag or comment is that html, which ends with a NUL, begins with: at its "<". */
enum html_use html_use_of(const char *html);

/* Whether html begins with a comment that has no end of its own: none, or that of the next one. */
bool html_is_open_comment(const char *html);

/* The address that a tag a, length bytes long, links to; NULL if it has none. */
const char *html_address(const char *html, size_t length, struct arena *arena);

#endif
