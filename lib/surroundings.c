/* Strips what people and tools put around a code. */
#include "surroundings.h"

#include <stdbool.h>

/* Strips a pair of brackets or marks, those of the article's languages included. */
static bool strip_pair(struct slice *slice)
{
    static const uint16_t pairs[][2] = {
        {'(', ')'},       {'[', ']'},       {'{', '}'},       {'<', '>'},       {'"', '"'},
        {'\'', '\''},     {'`', '`'},       {'*', '*'},       {0x201C, 0x201D}, {0x2018, 0x2019},
        {0x201E, 0x201C}, {0x201A, 0x2018}, {0x00AB, 0x00BB}, {0x300C, 0x300D}, {0x300E, 0x300F},
        {0x3008, 0x3009}, {0x300A, 0x300B}, {0x3010, 0x3011}, {0x3014, 0x3015}, {0xFF62, 0xFF63},
    };
    size_t first_width, last_width;
    if (act_slice_is_empty(*slice))
        return false;
    uint32_t first = act_slice_first(*slice, &first_width);
    uint32_t last = act_slice_last(*slice, &last_width);
    if ((size_t)(slice->end - slice->begin) < first_width + last_width)
        return false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (first == pairs[i][0] && last == pairs[i][1]) {
            slice->begin += first_width;
            slice->end -= last_width;
            return true;
        }
    return false;
}

/* Japanese marks have half-width twins too. */
static bool strip_punctuation(struct slice *slice)
{
    static const uint16_t marks[] = {'.', ',', ';', ':', '!', '?', 0x3001, 0x3002, 0xFF61, 0xFF64};
    size_t width;
    if (act_slice_is_empty(*slice))
        return false;
    uint32_t last = act_slice_last(*slice, &width);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (last == marks[i]) {
            slice->end -= width;
            return true;
        }
    return false;
}

/* Of all scripts: beyond ASCII whatever is not in a block of punctuation, symbols or the like. */
static bool is_letter(uint32_t value)
{
    static const uint16_t others[][2] = {
        {0x80, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x2E7F}, {0x3001, 0x3004},
        {0x3008, 0x3030}, {0xD800, 0xF8FF}, {0xFE00, 0xFE6F}, {0xFEFF, 0xFF65}, {0xFFE0, 0xFFFF},
    };
    if (value < 0x80)
        return (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (value >= others[i][0] && value <= others[i][1])
            return false;
    return true;
}

static bool is_inside_word(uint32_t value)
{
    return is_letter(value) || (value >= '0' && value <= '9') || value == '_' || value == '-' ||
           value == '\'' || value == 0x2019;
}

/* Takes a word, which begins with a letter, and the blanks after it from the start. */
static struct slice take_word(struct slice *slice)
{
    struct slice word = {slice->begin, slice->begin};
    size_t width;
    if (!is_letter(act_slice_first(*slice, &width)))
        return word;
    while (is_inside_word(act_slice_first(*slice, &width)))
        slice->begin += width;
    word.end = slice->begin;
    act_slice_trim(slice);
    return word;
}

static bool strip_label(struct slice *slice, struct label *label)
{
    struct slice rest = *slice;
    struct label found;
    size_t width;
    found.words[0] = take_word(&rest);
    found.words[1] = take_word(&rest);
    uint32_t sign = act_slice_first(rest, &width);
    if (act_slice_is_empty(found.words[0]) || (sign != '=' && sign != ':'))
        return false;
    rest.begin += width;
    *slice = rest;
    *label = found;
    return true;
}

struct label act_surroundings_strip(struct slice *slice)
{
    struct label label = {{{slice->begin, slice->begin}, {slice->begin, slice->begin}}};
    bool has_label = false, stripped;
    do {
        stripped = act_slice_trim(slice) || strip_pair(slice) || strip_punctuation(slice);
        if (!stripped && !has_label)
            stripped = has_label = strip_label(slice, &label);
    } while (stripped);
    return label;
}
