/* Text among the sections of a document that belongs to none of them. */
#ifndef ACTDIAG_COMPILER_UNREAD_TEXT_H
#define ACTDIAG_COMPILER_UNREAD_TEXT_H

#include "documents/markdown.h"

/*
 * Warns of each text after the first section that a heading without a code cuts off: of the last
 * such text, which may be an appendix, as a hint only. Warns of footnotes as well. Call it after
 * sections_read().
 */
void unread_text_report(const struct reading *reading, cmark_node *document);

#endif
