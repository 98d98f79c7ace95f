/* Characters in UTF-8. */
#ifndef ACTDIAG_COMPILER_UTF8_H
#define ACTDIAG_COMPILER_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of the longest character: length enough for text that ends with a NUL. */
enum { UTF8_LONGEST = 4 };

/*
 * Bytes of the character that text begins with, or 0 if it is not well-formed UTF-8 (Unicode
 * standard, table 3-7: neither overlong nor a surrogate nor past U+10FFFF). length is at least 1.
 */
size_t utf8_length(const char *text, size_t length);

/* The character that well-formed text begins with. */
uint32_t utf8_decode(const char *text);

/* Its lower case, for the alphabets of the activation types' words: Latin-1 and Cyrillic. */
uint32_t utf8_fold(uint32_t character);

#endif
