/* act_parse(): one code in any notation, with what people put around it. */
#include "name.h"
#include "notation.h"

#include "actdiag.h"

#include <string.h>

/* For what is left when all around it is stripped: no symbolic name comes near this size. */
enum { CORE_SIZE = 256 };

/* The part of the text that has not been stripped, from begin to before end. */
struct slice {
    const unsigned char *begin, *end;
};

enum { NO_CHARACTER = 0xFFFD };

static int is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Decodes the character at the start; *width is 1 and the answer NO_CHARACTER where none is. */
static uint32_t decode(struct slice slice, size_t *width)
{
    const unsigned char *at = slice.begin;
    size_t left = (size_t)(slice.end - at);
    *width = 1;
    if (left > 0 && at[0] < 0x80)
        return at[0];
    if (left > 1 && at[0] >= 0xC2 && at[0] < 0xE0 && is_continuation(at[1])) {
        *width = 2;
        return (at[0] & 0x1FU) << 6 | (at[1] & 0x3FU);
    }
    if (left > 2 && (at[0] & 0xF0) == 0xE0 && is_continuation(at[1]) && is_continuation(at[2])) {
        uint32_t value = (at[0] & 0xFU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
        *width = value < 0x800 ? 1 : 3;
        return value < 0x800 ? NO_CHARACTER : value;
    }
    return NO_CHARACTER;
}

/* The same, with full-width characters and spaces as their ASCII twins. */
static uint32_t first_character(struct slice slice, size_t *width)
{
    uint32_t value = decode(slice, width);
    if (value >= 0xFF01 && value <= 0xFF5E)
        return value - 0xFEE0;
    if (value == 0x2212) /* what Shift_JIS's full-width minus becomes in some converters */
        return '-';
    if (value == 0x3000 || value == 0xA0 || value == 0x202F) /* ideographic, no-break */
        return ' ';
    return value;
}

static uint32_t last_character(struct slice slice, size_t *width)
{
    struct slice last = {slice.end, slice.end};
    do {
        last.begin--;
    } while (last.begin > slice.begin && is_continuation(*last.begin));
    uint32_t value = first_character(last, width);
    return *width == (size_t)(last.end - last.begin) ? value : NO_CHARACTER;
}

static int is_blank(uint32_t value)
{
    return value == ' ' || (value >= '\t' && value <= '\r');
}

static void strip_blanks(struct slice *slice)
{
    size_t width;
    while (slice->begin < slice->end && is_blank(first_character(*slice, &width)))
        slice->begin += width;
    while (slice->begin < slice->end && is_blank(last_character(*slice, &width)))
        slice->end -= width;
}

/* Strips parentheses or a pair of quotation marks, those of the article's languages included. */
static int strip_pair(struct slice *slice)
{
    static const uint16_t pairs[][2] = {
        {'(', ')'},       {'"', '"'},       {'\'', '\''},     {0x201C, 0x201D}, {0x2018, 0x2019},
        {0x201E, 0x201C}, {0x201A, 0x2018}, {0x00AB, 0x00BB}, {0x300C, 0x300D}, {0x300E, 0x300F},
    };
    size_t first_width, last_width;
    if (slice->begin == slice->end)
        return 0;
    uint32_t first = first_character(*slice, &first_width);
    uint32_t last = last_character(*slice, &last_width);
    if ((size_t)(slice->end - slice->begin) < first_width + last_width)
        return 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (first == pairs[i][0] && last == pairs[i][1]) {
            slice->begin += first_width;
            slice->end -= last_width;
            return 1;
        }
    return 0;
}

static int strip_hr(struct slice *slice)
{
    struct slice rest = *slice;
    for (const char *expected = "hr="; *expected; expected++) {
        size_t width;
        uint32_t value = first_character(rest, &width);
        if (value >= 'A' && value <= 'Z')
            value += 'a' - 'A';
        if (value != (unsigned char)*expected)
            return 0;
        rest.begin += width;
    }
    *slice = rest;
    return 1;
}

/* Writes the slice in ASCII; returns its length, or 0 if it has other characters or too many. */
static size_t fold(struct slice slice, char core[CORE_SIZE])
{
    size_t length = 0, width;
    for (; slice.begin < slice.end; slice.begin += width) {
        uint32_t value = first_character(slice, &width);
        if (value >= 0x80 || length == CORE_SIZE)
            return 0;
        core[length++] = (char)value;
    }
    return length;
}

ACT_API int ACT_CALL act_parse(const char *text, size_t length, uint32_t *code)
{
    char core[CORE_SIZE];
    int assigned = 0, stripped;
    if (length == 0)
        return 0;
    struct slice slice = {(const unsigned char *)text, (const unsigned char *)text + length};
    do {
        strip_blanks(&slice);
        stripped = strip_pair(&slice);
        if (!stripped && !assigned)
            stripped = assigned = strip_hr(&slice);
    } while (stripped);
    length = fold(slice, core);
    return act_notation_number(core, length, code) || act_name_find(core, length, code);
}
