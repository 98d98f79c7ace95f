/* Finds clean cuts. */
#include "reading/cut.h"

#include <stdbool.h>

static bool is_hex_digit(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'f');
}

/*
 * Right before a clean cut stands a byte that no code has, in no encoding: no digit, no "x", no
 * high half of one of them in UTF-16. A NUL is no such half if another NUL stands before it.
 */
static bool is_clean(unsigned char before, unsigned char last)
{
    if (last == '\0')
        return before == '\0';
    return !is_hex_digit(last) && (last | 0x20) != 'x' && last != '\n';
}

size_t cut_find(const char *text, size_t length, size_t from)
{
    size_t cut = from;
    while (cut <= length && !is_clean((unsigned char)text[cut - 2], (unsigned char)text[cut - 1]))
        cut++;
    return cut;
}
