/* Finds clean cuts. */
#include "reading/cut.h"

#include <stdbool.h>

/* Whether a byte may be of a code, or decide whether there is one beside it. */
static bool is_of_code(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'z') || byte == '-' ||
           byte == '.';
}

/*
 * Right before a clean cut is a byte that decides nothing about codes beside it, nor is it half of
 * a character that does. A NUL after another NUL is not such a half.
 */
static bool is_clean(unsigned char before, unsigned char last)
{
    if (last == '\0')
        return before == '\0';
    return !is_of_code(last) && last != '\n';
}

size_t cut_find(const char *text, size_t length, size_t from)
{
    size_t cut = from;
    while (cut <= length && !is_clean((unsigned char)text[cut - 2], (unsigned char)text[cut - 1]))
        cut++;
    return cut;
}
