/* Characters in UTF-8, for printing. */
#ifndef ACTDIAG_SHELL_CHARACTERS_H
#define ACTDIAG_SHELL_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads a character; its bytes, or 0 if text does not begin with well-formed UTF-8. */
size_t utf8_read(const char *text, uint32_t *character);

/* Columns on a terminal: 2 for East Asian wide characters, 0 for combining marks. */
int utf8_width(uint32_t character);

/* Control characters, and those that reorder text. */
bool utf8_is_control(uint32_t character);

#endif
