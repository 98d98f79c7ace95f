/* The codes of the hash table: those of the documents and the register, and their other forms. */
#ifndef ACTDIAG_COMPILER_KEYS_H
#define ACTDIAG_COMPILER_KEYS_H

#include "input/memory.h"
#include "output/model.h"

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

struct key {
    uint32_t code;
    const struct record *record;  /* its own; NULL where it is only another form */
    const struct record *subject; /* of the code that it stands for */
};

/* Collects the keys of records, which ascend by code and stay where they are. */
size_t keys_collect(const struct record *records, size_t count, struct key **keys,
                    struct arena *arena);

#endif
