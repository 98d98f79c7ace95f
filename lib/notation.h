/* Numbers that stand for codes, as people and tools write them. Shared with actdiag-compile. */
#ifndef ACTDIAG_NOTATION_H
#define ACTDIAG_NOTATION_H

#include <stddef.h>
#include <stdint.h>

/* ACT_NOTATION_IS_HEX and the value for each character that is a hex digit; 0 for all others. */
enum { ACT_NOTATION_IS_HEX = 0x10 };
extern const unsigned char act_notation_hex_values[256];

/* The value of a hex digit, or -1. Without a branch: digits are too mixed to be predicted. */
static inline int act_notation_hex_digit(char c)
{
    unsigned char value = act_notation_hex_values[(unsigned char)c];
    return value % ACT_NOTATION_IS_HEX - (value == 0);
}

/*
 * Reads "0x", "0X", "0 x " or "&H" and the run of hex digits after it from the start of text.
 * Returns the bytes read, or 0 if text does not begin with such a prefix and a digit. *digits says
 * how many digits the run has; *code is meaningful where that is at most 8.
 */
size_t act_notation_prefixed(const char *text, size_t length, uint32_t *code, size_t *digits);

/*
 * Reads a number of which text consists from end to end, in ASCII: prefixed as above with 1 to 8
 * digits, 8 bare hex digits, or decimal; C's suffixes or "&" after the first and the last of
 * these. Returns 1, or 0 if text is none of them; *code is then unchanged.
 */
int act_notation_number(const char *text, size_t length, uint32_t *code);

#endif
