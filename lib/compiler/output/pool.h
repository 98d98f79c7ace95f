/* The pool of strings: each different string once, at an offset of 32 bits. */
#ifndef ACTDIAG_COMPILER_POOL_H
#define ACTDIAG_COMPILER_POOL_H

#include <stddef.h>
#include <stdint.h>

struct pool {
    char *bytes;
    size_t length, capacity;
    uint32_t *offsets; /* open addressing by the string's hash; 0 is a free place */
    size_t place_count, string_count;
};

/* Makes a pool that holds "" at the offset 0. */
void pool_begin(struct pool *pool);

/* The offset of text, which is added if it is new; 0 for NULL and "". */
uint32_t pool_add(struct pool *pool, const char *text);

/* Whether all offsets fit into 32 bits. */
int pool_fits(const struct pool *pool);

void pool_release(struct pool *pool);

#endif
