/* The cell of activation types: free text in the languages in which the article is published. */
#ifndef ACTDIAG_COMPILER_TYPES_H
#define ACTDIAG_COMPILER_TYPES_H

#include <stdint.h>

#include "input/memory.h"

/*
 * Reads a cell's plain text. Returns ACT_TYPE_ bits, 0 if no type is named. *leftover receives a
 * word that is neither a type's nor one that joins them, or NULL.
 */
uint32_t types_read(const char *text, struct arena *arena, const char **leftover);

#endif
