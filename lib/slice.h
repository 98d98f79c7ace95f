/* A piece of UTF-8 text, taken apart from both ends in characters. */
#ifndef ACTDIAG_SLICE_H
#define ACTDIAG_SLICE_H

#include <stddef.h>
#include <stdint.h>

/* From begin to before end. */
struct slice {
    const unsigned char *begin, *end;
};

/* Stands for bytes that are not a character of at most three bytes. */
enum { ACT_NO_CHARACTER = 0xFFFD };

static inline int act_slice_is_empty(struct slice slice)
{
    return slice.begin == slice.end;
}

/*
 * The character at the start, its bytes in *width; full-width characters and other blanks as their
 * ASCII twins. ACT_NO_CHARACTER, with a width of 1, where there is none, as in an empty slice.
 */
uint32_t act_slice_first(struct slice slice, size_t *width);

/* The same for the character at the end; the slice must not be empty. */
uint32_t act_slice_last(struct slice slice, size_t *width);

/* Takes the blanks from both ends; returns whether there were any. */
int act_slice_trim(struct slice *slice);

/* Takes what comes before the first blank from the start. */
struct slice act_slice_take_word(struct slice *slice);

#endif
