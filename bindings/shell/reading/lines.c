/* Counts lines. */
#include "reading/lines.h"

#include <string.h>

enum { UTF16_MATCH_LENGTH = 16 /* at least */, LANES = 32, ROUNDS = 255 };

/* In lanes of a byte each, which compilers turn into vector instructions. */
static size_t count_bytes(const char *text, size_t length)
{
    size_t count = 0;
    while (length >= LANES) {
        unsigned char sums[LANES] = {0};
        size_t rounds = length / LANES < ROUNDS ? length / LANES : ROUNDS;
        for (size_t round = 0; round < rounds; round++, text += LANES)
            for (size_t i = 0; i < LANES; i++)
                sums[i] = (unsigned char)(sums[i] + (text[i] == '\n'));
        for (size_t i = 0; i < LANES; i++)
            count += sums[i];
        length -= rounds * LANES;
    }
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n';
    return count;
}

static void count_big_endian_units(struct lines *lines, const char *text, size_t length,
                                   uint64_t file_offset)
{
    for (size_t i = 0; i < length; i++)
        lines->units[(file_offset + i) & 1] += text[i] == '\0' && text[i + 1] == '\n';
}

static void count_units(struct lines *lines, const char *text, size_t length, uint64_t file_offset)
{
    const char *end = text + length;
    for (const char *at = text; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
        if (at[1] == '\0')
            lines->units[(file_offset + (uint64_t)(at - text)) & 1]++;
}

void lines_count(struct lines *lines, const char *text, size_t length, uint64_t file_offset)
{
    lines->bytes += count_bytes(text, length);
    if (lines->is_big_endian)
        count_big_endian_units(lines, text, length, file_offset);
    else if (memchr(text, '\0', length + 1))
        count_units(lines, text, length, file_offset);
}

void lines_add(struct lines *lines, const struct lines *part)
{
    lines->bytes += part->bytes;
    lines->units[0] += part->units[0];
    lines->units[1] += part->units[1];
}

uint64_t lines_before(const struct lines *lines, uint64_t file_offset, uint32_t match_length)
{
    return match_length >= UTF16_MATCH_LENGTH ? lines->units[file_offset & 1] : lines->bytes;
}
