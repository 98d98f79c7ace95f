/* A perfect hash from codes to slots. */
#ifndef ACTDIAG_COMPILER_HASH_H
#define ACTDIAG_COMPILER_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "input/memory.h"

enum { HASH_EMPTY = -1 };

/*
 * h = code * multiplier, which maps distinct codes to distinct numbers of 32 bits. The top
 * bucket_bits of h are the bucket; the slot_bits below them, or the lowest slot_bits if fewer are
 * left, XOR the bucket's displacement, are the slot.
 */
struct hash {
    uint32_t multiplier;  /* odd */
    unsigned bucket_bits; /* at least 1 */
    unsigned slot_bits;
    uint32_t *displacements; /* one a bucket */
    int32_t *slots;          /* index of the slot's code, or HASH_EMPTY */
};

/*
 * Finds a hash without collision for distinct codes; count is 1 to HASH_MAXIMUM. Always succeeds:
 * where one multiplier fails the next is tried, and in the end a larger table.
 */
enum { HASH_MAXIMUM = 1 << 24 };
struct hash hash_build(const uint32_t *codes, size_t count, struct arena *arena);

size_t hash_bucket_count(const struct hash *hash);
size_t hash_slot_count(const struct hash *hash);

/* How far h is shifted to the right, before the slot's bits are masked. */
unsigned hash_bucket_shift(const struct hash *hash);
unsigned hash_slot_shift(const struct hash *hash);

uint32_t hash_bucket(const struct hash *hash, uint32_t code);
uint32_t hash_slot(const struct hash *hash, uint32_t code);

#endif
