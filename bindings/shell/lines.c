/* Counts lines. */
#include "lines.h"

#include <string.h>

enum { UTF16_MATCH_LENGTH = 20 };

void lines_count(struct lines *lines, const char *text, size_t length, uint64_t file_offset)
{
    const char *end = text + length;
    for (const char *at = text; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
        lines->bytes++;
        if (at[1] == '\0')
            lines->units[(file_offset + (uint64_t)(at - text)) & 1]++;
        if (at + 1 == end)
            break;
    }
}

uint64_t lines_number(const struct lines *lines, uint64_t file_offset, uint32_t match_length)
{
    if (match_length == UTF16_MATCH_LENGTH)
        return lines->units[file_offset & 1] + 1;
    return lines->bytes + 1;
}
