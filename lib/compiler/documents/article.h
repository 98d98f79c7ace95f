/* One document: its table, and what its sections say. */
#ifndef ACTDIAG_COMPILER_ARTICLE_H
#define ACTDIAG_COMPILER_ARTICLE_H

#include "documents/command_uses.h"

struct article_entry {
    uint32_t code;
    uint32_t types;
    const char *texts[MODEL_FIELD_COUNT];
    struct model_uses uses;      /* the commands of the steps */
    struct location place;       /* of the row */
    struct location types_place; /* of the cell */
};

struct article {
    struct model_document document;
    struct article_entry *entries; /* in the order of the table */
    size_t entry_count;
};

/*
 * Reads a document. tag is the language given for it, or NULL: then the document or its name
 * decides. What is wrong is diagnosed; the article holds what could be read. Commands are looked
 * for unless commands is NULL.
 */
struct article article_read(const struct source *source, const char *tag,
                            const struct command_search *commands, struct arena *arena,
                            struct diagnostics *diagnostics);

#endif
