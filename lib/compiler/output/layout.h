/* The table before it is written: slots, rows of string offsets, and the orders of slots. */
#ifndef ACTDIAG_COMPILER_LAYOUT_H
#define ACTDIAG_COMPILER_LAYOUT_H

#include "output/command_layout.h"
#include "output/hash.h"
#include "output/keys.h"
#include "output/pool.h"

struct layout {
    const struct model *model;
    struct arena arena;
    struct record *records; /* ascending by code */
    size_t record_count;
    struct key *keys; /* the first record_count are those of the records */
    size_t key_count;
    struct hash hash; /* of the keys */
    unsigned displacement_bits;
    uint32_t *rows; /* a name, a reference, then the texts of each language */
    size_t row_count;
    uint32_t *entries, *known, *names; /* slots: document order, by code, by name */
    size_t name_count;
    uint32_t (*documents)[ACT_DOCUMENT_SOURCE + 1];
    uint32_t *languages;
    uint32_t *word_ids, *word_languages, *words;
    struct command_layout commands;
    struct pool pool;
};

/* Returns NULL, or what is too large. layout_release() is due in either case. */
const char *layout_begin(struct layout *layout, const struct model *model);
void layout_release(struct layout *layout);

#endif
