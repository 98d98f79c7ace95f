/* The plain reading of act_scan()'s documentation. */
#include "reference_scan.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A text, read from one place on in characters of one width. */
struct reading {
    const unsigned char *text;
    size_t length;
    ptrdiff_t place;
    int width; /* 1; 2 for UTF-16LE; -2 for UTF-16BE */
};

/* A character so many after the place, or before it; -1 if it is outside the text or not ASCII. */
static int at(const struct reading *reading, int index)
{
    ptrdiff_t size = abs(reading->width), first = reading->place + index * size;
    if (first < 0 || first + size > (ptrdiff_t)reading->length)
        return -1;
    int low = reading->text[reading->width == -2 ? first + 1 : first];
    int high = reading->width == 1 ? 0 : reading->text[reading->width == 2 ? first + 1 : first];
    return high == 0 && low < 0x80 ? low : -1;
}

static bool is_one_of(int character, const char *set)
{
    return character > 0 && strchr(set, character) != NULL;
}

static bool is_digit(int character)
{
    return is_one_of(character, "0123456789");
}

static bool is_hex_letter(int character)
{
    return is_one_of(character, "abcdefABCDEF");
}

static bool is_other_letter(int character)
{
    return is_one_of(character, "ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ");
}

/* Whether a number or word beside a code is part of it, seen from the code. */
static bool is_joined(int neighbour, int next)
{
    return is_digit(neighbour) || is_hex_letter(neighbour) || is_other_letter(neighbour) ||
           neighbour == '-' || (neighbour == '.' && is_digit(next));
}

static bool stands_alone(const struct reading *reading, int length)
{
    return !is_joined(at(reading, -1), at(reading, -2)) &&
           !is_joined(at(reading, length), at(reading, length + 1));
}

/* Digits from an index on; their value, of at most 11 of them. */
static int read_digits(const struct reading *reading, int index, int base, uint64_t *value)
{
    char digits[12] = "";
    int count = 0;
    while (count < 11 && (is_digit(at(reading, index + count)) ||
                          (base == 16 && is_hex_letter(at(reading, index + count))))) {
        digits[count] = (char)at(reading, index + count);
        count++;
    }
    *value = strtoull(digits, NULL, base);
    return count;
}

static int prefixed_length(const struct reading *reading, uint64_t *code)
{
    char prefix[3] = {(char)at(reading, 0), (char)at(reading, 1), '\0'};
    char digits[9] = "";
    int letters = 0;
    if (strcmp(prefix, "0x") != 0 && strcmp(prefix, "0X") != 0 && strcmp(prefix, "Ox") != 0 &&
        strcmp(prefix, "ox") != 0)
        return 0;
    for (int i = 0; i < 8; i++) {
        int digit = at(reading, 2 + i);
        if (!is_digit(digit) && !is_hex_letter(digit))
            return 0;
        digits[i] = (char)digit;
    }
    *code = strtoul(digits, NULL, 16);
    while (is_hex_letter(at(reading, 10 + letters)))
        letters++;
    int next = at(reading, 10 + letters);
    bool is_word = letters >= 1 && letters <= 4 && is_other_letter(next);
    bool ends = letters == 0 && !is_digit(next);
    return !is_digit(at(reading, -1)) && (is_word || ends) ? 10 : 0;
}

static int decimal_length(const struct reading *reading, uint64_t *code)
{
    int sign = at(reading, 0) == '-', count = read_digits(reading, sign, 10, code);
    if (!stands_alone(reading, sign + count))
        return 0;
    if (sign) {
        bool fits = count >= 8 && count <= 10 && *code <= 2147483648;
        *code = (uint32_t) - *code;
        return fits ? 1 + count : 0;
    }
    return count == 10 && *code >= 2147483648 && *code <= 4294967295 ? 10 : 0;
}

static int bare_length(const struct reading *reading, uint64_t *code)
{
    return read_digits(reading, 0, 16, code) == 8 && stands_alone(reading, 8) ? 8 : 0;
}

/* Whether the list of codes holds it itself: another form of a listed code is not found in text. */
static bool is_listed(uint32_t code)
{
    uint32_t listed;
    size_t low = 0, high = 1;
    while (act_code_at(high, &listed) && listed < code)
        high *= 2;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (act_code_at(middle, &listed) && listed < code)
            low = middle + 1;
        else
            high = middle;
    }
    return act_code_at(low, &listed) && listed == code;
}

/* The code at the place, whether it is reported or not; its length is 0 if there is none. */
static act_match read_code(const struct reading *reading, uint32_t flags, bool *is_found)
{
    uint64_t code = 0;
    int length = prefixed_length(reading, &code);
    bool takes_all = length > 0 && (flags & ACT_SCAN_ALL) != 0;
    if (length == 0 && (flags & ACT_SCAN_DECIMAL) != 0)
        length = decimal_length(reading, &code);
    if (length == 0 && (flags & ACT_SCAN_BARE) != 0)
        length = bare_length(reading, &code);
    *is_found = length > 0 && (takes_all || is_listed((uint32_t)code));
    return (act_match){(uint64_t)reading->place, (uint32_t)code,
                       (uint32_t)(length * abs(reading->width))};
}

size_t reference_scan(const unsigned char *text, size_t length, size_t begin, uint32_t flags,
                      act_match *matches)
{
    const int widths[2] = {1, (flags & ACT_SCAN_UTF16BE) != 0 ? -2 : 2};
    size_t count = 0;
    for (size_t place = begin; place < length;) {
        size_t passed = 1;
        for (int i = 0; i < 2 && passed == 1; i++) {
            struct reading reading = {text, length, (ptrdiff_t)place, widths[i]};
            bool is_found;
            act_match match = read_code(&reading, flags, &is_found);
            if (is_found)
                matches[count++] = match;
            if (match.length > 0)
                passed = match.length;
        }
        place += passed;
    }
    return count;
}
