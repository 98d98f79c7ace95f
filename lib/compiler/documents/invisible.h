/* Characters that are invisible, or look like a blank without being one. */
#ifndef ACTDIAG_COMPILER_INVISIBLE_H
#define ACTDIAG_COMPILER_INVISIBLE_H

#include <stddef.h>
#include <stdint.h>

enum invisible {
    VISIBLE,           /* or a blank as commands know it */
    INVISIBLE_BLANK,   /* a blank of another kind: U+00A0, U+2007, U+202F */
    INVISIBLE_NOTHING, /* of no width: U+00AD, U+200B, marks of direction and the like */
};

enum invisible invisible_kind(uint32_t character);

/* Where text has the first such character, which *character receives; NULL if it has none. */
const char *invisible_find(const char *text, uint32_t *character);

#endif
