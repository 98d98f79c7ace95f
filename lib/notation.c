/* Reads numbers that stand for codes. */
#include "notation.h"

#include <string.h>

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static size_t prefix_length(const char *text, size_t length)
{
    if (length >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
        return 2;
    if (length >= 4 && memcmp(text, "0 x ", 4) == 0)
        return 4;
    return length >= 2 && text[0] == '&' && (text[1] == 'H' || text[1] == 'h') ? 2 : 0;
}

size_t act_notation_prefixed(const char *text, size_t length, uint32_t *code, size_t *digits)
{
    size_t begin = prefix_length(text, length), end = begin;
    *code = 0;
    if (begin == 0)
        return 0;
    for (; end < length && hex_digit(text[end]) >= 0; end++)
        *code = *code << 4 | (uint32_t)hex_digit(text[end]);
    *digits = end - begin;
    return end > begin ? end : 0;
}
