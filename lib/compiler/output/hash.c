/*
 * A perfect hash with displacements: "hash, displace, and compress" (Belazzougui, Botelho,
 * Dietzfelbinger, 2009) as PTHash (Pibiri, Trani, 2021) simplified it. Buckets are placed largest
 * first; each takes the first displacement that moves all its codes to free slots by XOR.
 */
#include "output/hash.h"

#include <stdbool.h>
#include <stdlib.h>

#include "output/order.h"

enum { CODES_PER_BUCKET = 4, MULTIPLIERS_PER_SIZE = 64 };

struct bucket {
    uint32_t number;
    uint32_t first; /* in struct placement.members */
    uint32_t size;
};

/* The codes sorted by bucket, and the buckets largest first. */
struct placement {
    const uint32_t *codes;
    size_t count;
    uint32_t *members; /* indices of codes */
    struct bucket *buckets;
    size_t bucket_count;
};

/* The generator SplitMix64 (Steele, Lea, Flood, 2014): the same multipliers in every build. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

size_t hash_bucket_count(const struct hash *hash)
{
    return (size_t)1 << hash->bucket_bits;
}

size_t hash_slot_count(const struct hash *hash)
{
    return (size_t)1 << hash->slot_bits;
}

unsigned hash_bucket_shift(const struct hash *hash)
{
    return 32 - hash->bucket_bits;
}

unsigned hash_slot_shift(const struct hash *hash)
{
    unsigned bits = hash->bucket_bits + hash->slot_bits;
    return bits < 32 ? 32 - bits : 0;
}

uint32_t hash_bucket(const struct hash *hash, uint32_t code)
{
    return code * hash->multiplier >> hash_bucket_shift(hash);
}

/* The slot before displacement. */
static uint32_t base_slot(const struct hash *hash, uint32_t code)
{
    uint32_t shifted = code * hash->multiplier >> hash_slot_shift(hash);
    return shifted & (uint32_t)(hash_slot_count(hash) - 1);
}

uint32_t hash_slot(const struct hash *hash, uint32_t code)
{
    return base_slot(hash, code) ^ hash->displacements[hash_bucket(hash, code)];
}

static int compare_buckets(const void *left, const void *right)
{
    const struct bucket *a = left, *b = right;
    if (a->size != b->size)
        return order_of(b->size, a->size);
    return order_of(a->number, b->number);
}

static void sort_into_buckets(struct placement *placement, const struct hash *hash)
{
    struct bucket *buckets = placement->buckets;
    for (size_t i = 0; i < placement->bucket_count; i++)
        buckets[i] = (struct bucket){.number = (uint32_t)i};
    for (size_t i = 0; i < placement->count; i++)
        buckets[hash_bucket(hash, placement->codes[i])].size++;
    for (size_t i = 1; i < placement->bucket_count; i++)
        buckets[i].first = buckets[i - 1].first + buckets[i - 1].size;
    for (size_t i = placement->count; i-- > 0;) {
        struct bucket *bucket = &buckets[hash_bucket(hash, placement->codes[i])];
        placement->members[bucket->first + --bucket->size] = (uint32_t)i;
    }
    for (size_t i = 0; i < placement->bucket_count; i++) {
        size_t end = i + 1 < placement->bucket_count ? buckets[i + 1].first : placement->count;
        buckets[i].size = (uint32_t)end - buckets[i].first;
    }
    qsort(buckets, placement->bucket_count, sizeof *buckets, compare_buckets);
}

/* Takes the slots of a bucket under one displacement, or none of them. */
static bool take_slots(const struct placement *placement, struct hash *hash,
                       const struct bucket *bucket, uint32_t displacement)
{
    const uint32_t *members = placement->members + bucket->first;
    for (uint32_t i = 0; i < bucket->size; i++) {
        uint32_t slot = base_slot(hash, placement->codes[members[i]]) ^ displacement;
        if (hash->slots[slot] == HASH_EMPTY) {
            hash->slots[slot] = (int32_t)members[i];
            continue;
        }
        while (i-- > 0)
            hash->slots[base_slot(hash, placement->codes[members[i]]) ^ displacement] = HASH_EMPTY;
        return false;
    }
    hash->displacements[bucket->number] = displacement;
    return true;
}

/* Two codes of a bucket with one base slot part under no displacement. */
static bool has_twins(const struct placement *placement, const struct hash *hash,
                      const struct bucket *bucket)
{
    const uint32_t *members = placement->members + bucket->first;
    for (uint32_t i = 0; i < bucket->size; i++)
        for (uint32_t j = 0; j < i; j++)
            if (base_slot(hash, placement->codes[members[i]]) ==
                base_slot(hash, placement->codes[members[j]]))
                return true;
    return false;
}

static bool place_bucket(const struct placement *placement, struct hash *hash,
                         const struct bucket *bucket)
{
    if (has_twins(placement, hash, bucket))
        return false;
    for (uint32_t displacement = 0; displacement >> hash->slot_bits == 0; displacement++)
        if (take_slots(placement, hash, bucket, displacement))
            return true;
    return false;
}

static bool place_all(struct placement *placement, struct hash *hash)
{
    sort_into_buckets(placement, hash);
    for (size_t i = 0; i < hash_slot_count(hash); i++)
        hash->slots[i] = HASH_EMPTY;
    for (size_t i = 0; i < placement->bucket_count && placement->buckets[i].size > 0; i++)
        if (!place_bucket(placement, hash, &placement->buckets[i]))
            return false;
    return true;
}

static unsigned bits_for(size_t count)
{
    unsigned bits = 0;
    while ((size_t)1 << bits < count)
        bits++;
    return bits;
}

static bool try_multipliers(struct placement *placement, struct hash *hash, uint64_t *random)
{
    for (int i = 0; i < MULTIPLIERS_PER_SIZE; i++) {
        hash->multiplier = (uint32_t)(next_random(random) >> 32) | 1;
        if (place_all(placement, hash))
            return true;
    }
    return false;
}

struct hash hash_build(const uint32_t *codes, size_t count, struct arena *arena)
{
    struct hash hash = {.bucket_bits = bits_for(count / CODES_PER_BUCKET + 1),
                        .slot_bits = bits_for(count + count / 32)};
    struct placement placement = {.codes = codes, .count = count};
    uint64_t random = 0;
    bool built = false;
    if (hash.bucket_bits == 0)
        hash.bucket_bits = 1;
    placement.members = arena_allocate(arena, count, sizeof *placement.members);
    for (; !built; hash.slot_bits += !built) {
        placement.bucket_count = hash_bucket_count(&hash);
        placement.buckets = arena_allocate(arena, placement.bucket_count, sizeof(struct bucket));
        hash.displacements = arena_allocate(arena, placement.bucket_count, sizeof(uint32_t));
        hash.slots = arena_allocate(arena, hash_slot_count(&hash), sizeof(int32_t));
        built = try_multipliers(&placement, &hash, &random);
    }
    return hash;
}
