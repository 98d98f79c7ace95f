/* Sections of shapes B and C: what a document says of a code, or of several, below its table. */
#ifndef ACTDIAG_COMPILER_SECTIONS_H
#define ACTDIAG_COMPILER_SECTIONS_H

#include "documents/markdown.h"

/* What a section says of one of its codes. */
struct section {
    uint32_t code;
    struct location place; /* of the heading, which all codes of a section share */
    const char *cause;
    const char *steps;
    struct model_uses uses; /* the commands of the steps */
    bool is_used;           /* by a row of the table */
};

struct sections {
    struct section *list; /* ascending by code */
    size_t count;
};

struct sections sections_read(const struct reading *reading, cmark_node *document);

/* The section of a code, or NULL. */
struct section *sections_find(const struct sections *sections, uint32_t code);

/* Whether two codes have the same section. */
bool sections_share(const struct sections *sections, uint32_t code, uint32_t other);

#endif
