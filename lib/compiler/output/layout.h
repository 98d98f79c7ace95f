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

struct label_offsets {
    uint32_t category[ACT_CATEGORY_COUNT][MODEL_CATEGORY_FIELD_COUNT];
    uint32_t side[ACT_SIDE_COUNT];
    uint32_t type[ACT_TYPE_COUNT];
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
    struct label_offsets *labels;
    uint32_t *label_languages;
    struct pool pool;
};

/* Returns NULL, or what is too large. layout_release() is due in either case. */
const char *layout_begin(struct layout *layout, const struct model *model);
void layout_release(struct layout *layout);

#endif
