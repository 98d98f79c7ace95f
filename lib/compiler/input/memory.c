/* Memory that cannot be refused. */
#include "input/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 1 << 16 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t memory[];
};

static _Noreturn void run_out(void)
{
    fputs("actdiag-compile: out of memory\n", stderr);
    exit(EXIT_FAILURE);
}

/* Half of all numbers: what is added to it in here does not overflow. */
static size_t product(size_t count, size_t size)
{
    if (count > SIZE_MAX / 2 / size)
        run_out();
    return count * size;
}

void *memory_resize(void *memory, size_t count, size_t size)
{
    void *resized = realloc(memory, product(count, size));
    if (!resized)
        run_out();
    return resized;
}

void *memory_allocate(size_t count, size_t size)
{
    void *memory = calloc(product(count, size), 1);
    if (!memory)
        run_out();
    return memory;
}

static struct arena_block *add_block(struct arena *arena, size_t size)
{
    struct arena_block *block = memory_allocate(1, sizeof *block + size);
    *block = (struct arena_block){.next = arena->blocks, .size = size};
    return arena->blocks = block;
}

void *arena_allocate(struct arena *arena, size_t count, size_t size)
{
    enum { ALIGNMENT = sizeof(max_align_t) };
    size_t bytes = product(count, size);
    bytes = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < bytes)
        block = add_block(arena, bytes > BLOCK_SIZE ? bytes : BLOCK_SIZE);
    void *memory = (char *)block->memory + block->used;
    block->used += bytes;
    return memory;
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_allocate(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

void arena_release(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *block = arena->blocks;
        arena->blocks = block->next;
        free(block);
    }
}
