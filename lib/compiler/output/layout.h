/* The table before it is written: slots, rows of string offsets, and the orders of slots. */
#ifndef ACTDIAG_COMPILER_LAYOUT_H
#define ACTDIAG_COMPILER_LAYOUT_H

#include "output/hash.h"
#include "input/memory.h"
#include "output/model.h"
#include "output/pool.h"

/* A code of the documents, of the register, or of both. */
struct record {
    uint32_t code;
    const char *name;                /* NULL without one */
    const char *reference;           /* NULL without one */
    const struct model_entry *entry; /* NULL unless documented */
    uint32_t types;
    act_category category;
    act_side side;
    act_role role;
    uint32_t flags;
    uint32_t row; /* in struct layout.rows */
};

struct layout {
    const struct model *model;
    struct arena arena;
    struct record *records; /* ascending by code */
    size_t record_count;
    struct hash hash; /* of the records */
    unsigned displacement_bits;
    uint32_t *rows; /* a name, a reference, then the texts of each language */
    size_t row_count;
    uint32_t *entries, *known, *names; /* slots: document order, by code, by name */
    size_t name_count;
    uint32_t (*documents)[ACT_DOCUMENT_SOURCE + 1];
    uint32_t *languages;
    uint32_t *word_ids, *word_languages, *words;
    struct pool pool;
};

/* Returns NULL, or what is too large. layout_release() is due in either case. */
const char *layout_begin(struct layout *layout, const struct model *model);
void layout_release(struct layout *layout);

#endif
