/* The pool of strings. */
#include "output/pool.h"

#include <stdlib.h>
#include <string.h>

#include "input/memory.h"

enum { FIRST_PLACES = 1024, FIRST_CAPACITY = 1 << 16 };

void pool_begin(struct pool *pool)
{
    *pool = (struct pool){.length = 1, .capacity = FIRST_CAPACITY, .place_count = FIRST_PLACES};
    pool->bytes = memory_allocate(pool->capacity, 1);
    pool->offsets = memory_allocate(pool->place_count, sizeof *pool->offsets);
}

/* FNV-1a. */
static size_t hash_text(const char *text)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001B3);
    return (size_t)(hash ^ hash >> 32);
}

/* The place that holds text, or the free one where it belongs. */
static uint32_t *find_place(const struct pool *pool, const char *text)
{
    size_t place = hash_text(text) & (pool->place_count - 1);
    while (pool->offsets[place] != 0 && /* NOLINT: double_places() frees the old array alone */
           strcmp(pool->bytes + pool->offsets[place], text) != 0)
        place = (place + 1) & (pool->place_count - 1);
    return &pool->offsets[place];
}

static void double_places(struct pool *pool)
{
    struct pool larger = *pool;
    larger.place_count *= 2;
    larger.offsets = memory_allocate(larger.place_count, sizeof *larger.offsets);
    for (size_t i = 0; i < pool->place_count; i++)
        if (pool->offsets[i] != 0)
            *find_place(&larger, pool->bytes + pool->offsets[i]) = pool->offsets[i];
    free(pool->offsets);
    *pool = larger;
}

static uint32_t append(struct pool *pool, const char *text)
{
    size_t offset = pool->length, size = strlen(text) + 1;
    while (pool->capacity - pool->length < size) {
        pool->bytes = memory_resize(pool->bytes, pool->capacity, 2);
        pool->capacity *= 2;
    }
    memcpy(pool->bytes + offset, text, size);
    pool->length += size;
    return (uint32_t)offset;
}

uint32_t pool_add(struct pool *pool, const char *text)
{
    if (!text || *text == '\0' || !pool_fits(pool))
        return 0;
    if (pool->string_count * 2 >= pool->place_count)
        double_places(pool);
    uint32_t *place = find_place(pool, text);
    if (*place == 0) {
        *place = append(pool, text);
        pool->string_count++;
    }
    return *place;
}

int pool_fits(const struct pool *pool)
{
    return pool->length <= UINT32_MAX;
}

void pool_release(struct pool *pool)
{
    free(pool->bytes);
    free(pool->offsets);
}
