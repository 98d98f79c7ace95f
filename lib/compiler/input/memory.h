/* Memory that cannot be refused: running out of it ends the program with a message. */
#ifndef ACTDIAG_COMPILER_MEMORY_H
#define ACTDIAG_COMPILER_MEMORY_H

#include <stddef.h>

/* As calloc() and realloc(), but never NULL; no argument is 0. Sizes that overflow run out. */
void *memory_allocate(size_t count, size_t size);
void *memory_resize(void *memory, size_t count, size_t size);

/* Pieces of memory that are all released at once. Zero-initialise it. */
struct arena {
    struct arena_block *blocks;
};

/* count * size zeroed bytes, aligned for any type, until arena_release(). count may be 0. */
void *arena_allocate(struct arena *arena, size_t count, size_t size);

/* A copy of length bytes with a NUL after them. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

void arena_release(struct arena *arena);

#endif
