/* Reads numbers that stand for codes. */
#include "notation.h"

#include <string.h>

const unsigned char act_notation_hex_values[256] = {
    ['0'] = 0x10, ['1'] = 0x11, ['2'] = 0x12, ['3'] = 0x13, ['4'] = 0x14, ['5'] = 0x15,
    ['6'] = 0x16, ['7'] = 0x17, ['8'] = 0x18, ['9'] = 0x19, ['A'] = 0x1A, ['B'] = 0x1B,
    ['C'] = 0x1C, ['D'] = 0x1D, ['E'] = 0x1E, ['F'] = 0x1F, ['a'] = 0x1A, ['b'] = 0x1B,
    ['c'] = 0x1C, ['d'] = 0x1D, ['e'] = 0x1E, ['f'] = 0x1F,
};

static size_t prefix_length(const char *text, size_t length)
{
    if (length >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
        return 2;
    if (length >= 4 && memcmp(text, "0 x ", 4) == 0)
        return 4;
    return length >= 2 && text[0] == '&' && (text[1] == 'H' || text[1] == 'h') ? 2 : 0;
}

static size_t read_hex(const char *text, size_t length, uint32_t *code)
{
    size_t digits = 0;
    *code = 0;
    for (; digits < length && act_notation_hex_digit(text[digits]) >= 0; digits++)
        *code = *code << 4 | (uint32_t)act_notation_hex_digit(text[digits]);
    return digits;
}

size_t act_notation_prefixed(const char *text, size_t length, uint32_t *code, size_t *digits)
{
    size_t begin = prefix_length(text, length);
    if (begin == 0)
        return 0;
    *digits = read_hex(text + begin, length - begin, code);
    return *digits > 0 ? begin + *digits : 0;
}

/* An optional sign and decimal digits; returns the bytes read, 0 if the value is out of range. */
static size_t read_decimal(const char *text, size_t length, uint32_t *code)
{
    int negative = length > 0 && text[0] == '-';
    uint64_t limit = negative ? UINT64_C(0x80000000) : UINT32_MAX, value = 0;
    size_t begin = length > 0 && (negative || text[0] == '+'), end = begin;
    for (; end < length && text[end] >= '0' && text[end] <= '9'; end++) {
        value = value * 10 + (uint64_t)(text[end] - '0');
        if (value > limit)
            return 0;
    }
    *code = (uint32_t)(negative ? 0 - value : value);
    return end > begin ? end : 0;
}

/* Nothing, a suffix of C's integer constants, or that of Visual Basic's Long. */
static int is_suffix(const char *text, size_t length)
{
    static const char suffixes[][4] = {"", "u", "l", "ul", "lu", "ull", "llu", "&"};
    char lower[3];
    if (length > sizeof lower)
        return 0;
    for (size_t i = 0; i < length; i++)
        lower[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strlen(suffixes[i]) == length && memcmp(suffixes[i], lower, length) == 0)
            return 1;
    return 0;
}

int act_notation_number(const char *text, size_t length, uint32_t *code)
{
    uint32_t value;
    size_t digits, end = act_notation_prefixed(text, length, &value, &digits);
    if (end > 0 && digits > 8)
        return 0;
    if (end == 0 && length == 8 && read_hex(text, length, &value) == 8)
        end = 8;
    if (end == 0)
        end = read_decimal(text, length, &value);
    if (end == 0 || !is_suffix(text + end, length - end))
        return 0;
    *code = value;
    return 1;
}
