/* Codes that a number may be which lost a digit. */
#ifndef ACTDIAG_SHELL_NEAREST_CODES_H
#define ACTDIAG_SHELL_NEAREST_CODES_H

#include <stddef.h>
#include <stdint.h>

enum { NEAREST_CODES = 4 };

/*
 * Of a number with seven hex digits, the known codes that have one more; documented codes alone
 * where there are any. Returns how many there are, at most NEAREST_CODES.
 */
size_t nearest_codes(uint32_t code, uint32_t codes[NEAREST_CODES]);

#endif
