/* The plain reading of act_scan()'s documentation. */
#include "reference_scan.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { CHARACTERS = 10 };

/* The character of width bytes at a place that may lie outside the text; -1 if it is not ASCII. */
static int character_at(const unsigned char *text, size_t length, ptrdiff_t at, size_t width)
{
    if (at < 0 || at + (ptrdiff_t)width > (ptrdiff_t)length)
        return -1;
    if (width == 2 && text[at + 1] != 0)
        return -1;
    return text[at] < 0x80 ? text[at] : -1;
}

static bool is_one_of(int character, const char *set)
{
    return character > 0 && strchr(set, character) != NULL;
}

static bool is_hex(int character)
{
    return is_one_of(character, "0123456789abcdefABCDEF");
}

/* Whether a code of characters of width bytes stands at a place. */
static bool is_code_at(const unsigned char *text, size_t length, size_t at, size_t width)
{
    ptrdiff_t place = (ptrdiff_t)at, step = (ptrdiff_t)width;
    if (is_one_of(character_at(text, length, place - step, width), "0123456789"))
        return false;
    if (character_at(text, length, place, width) != '0' ||
        !is_one_of(character_at(text, length, place + step, width), "xX"))
        return false;
    for (ptrdiff_t i = 2; i < CHARACTERS; i++)
        if (!is_hex(character_at(text, length, place + i * step, width)))
            return false;
    return !is_hex(character_at(text, length, place + CHARACTERS * step, width));
}

static uint32_t value_at(const unsigned char *text, size_t at, size_t width)
{
    char digits[CHARACTERS + 1] = "";
    for (size_t i = 0; i < CHARACTERS; i++)
        digits[i] = (char)text[at + i * width];
    return (uint32_t)strtoul(digits, NULL, 16);
}

static bool is_known(uint32_t code)
{
    act_class details;
    act_classify(code, &details);
    return details.known >= ACT_KNOWN_NAMED;
}

size_t reference_scan(const unsigned char *text, size_t length, size_t begin, uint32_t flags,
                      act_match *matches)
{
    size_t count = 0;
    for (size_t at = begin; at < length;) {
        size_t width = is_code_at(text, length, at, 1)   ? 1
                       : is_code_at(text, length, at, 2) ? 2
                                                         : 0;
        if (width == 0) {
            at++;
            continue;
        }
        uint32_t code = value_at(text, at, width);
        if ((flags & ACT_SCAN_ALL) != 0 || is_known(code))
            matches[count++] = (act_match){at, code, (uint32_t)(CHARACTERS * width)};
        at += CHARACTERS * width;
    }
    return count;
}
