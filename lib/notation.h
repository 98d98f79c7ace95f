/* Numbers that stand for codes, as people and tools write them. Shared with actdiag-compile. */
#ifndef ACTDIAG_NOTATION_H
#define ACTDIAG_NOTATION_H

#include <stddef.h>
#include <stdint.h>

/*
 * Reads "0x", "0X", "0 x " or "&H" and the run of hex digits behind it from the start of text.
 * Returns the bytes read, or 0 if text does not begin with such a prefix and a digit. *digits says
 * how many digits the run has; *code is meaningful where that is at most 8.
 */
size_t act_notation_prefixed(const char *text, size_t length, uint32_t *code, size_t *digits);

#endif
