/* The text around a place, narrowed to one byte per character, and small readers for it. */
#include "case_window.h"

#include "notation.h"

/* What stands for a character that is not ASCII. */
enum { SUBSTITUTE = 0x1A };

static char narrow(char low, char high)
{
    return high == '\0' && (unsigned char)low < 0x80 ? low : SUBSTITUTE;
}

static void narrow_window(struct act_window *window, const char *pairs, size_t count,
                          enum act_width width)
{
    size_t low = width == ACT_WIDTH_BIG;
    for (size_t i = 0; i < count; i++)
        window->narrowed[i] = narrow(pairs[2 * i + low], pairs[2 * i + 1 - low]);
    window->text = window->narrowed;
    window->length = count;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

void act_window_around(struct act_window *window, const char *buffer, size_t size, size_t at,
                       size_t length, enum act_width width)
{
    size_t unit = width == ACT_WIDTH_ONE ? 1 : 2;
    size_t before = smaller(at / unit, ACT_WINDOW_BEFORE);
    size_t after = smaller((size - at) / unit, ACT_WINDOW_AFTER);
    const char *start = buffer + at - before * unit;
    window->at = before;
    window->unit = unit;
    window->end = before + smaller(length / unit, after);
    if (width == ACT_WIDTH_ONE) {
        window->text = start;
        window->length = before + after;
    } else {
        narrow_window(window, start, before + after, width);
    }
}

/* Most characters are not the first of a word, in any case, and need no comparison. */
static inline bool may_be_first(char c, char first)
{
    enum { CASE_BIT = 0x20 };
    return (c | CASE_BIT) == (first | CASE_BIT);
}

size_t act_window_find_back(const struct act_window *window, size_t from, size_t before,
                            const char *word)
{
    while (before > from)
        if (may_be_first(window->text[--before], *word) && act_window_is(window, before, word))
            return before;
    return SIZE_MAX;
}

size_t act_window_find(const struct act_window *window, size_t from, size_t to, const char *word)
{
    for (; from < to && from < window->length; from++)
        if (may_be_first(window->text[from], *word) && act_window_is(window, from, word))
            return from;
    return SIZE_MAX;
}

bool act_window_precedes(const struct act_window *window, size_t from, const char *word, size_t gap)
{
    size_t earliest = window->at > gap ? window->at - gap : 0;
    return act_window_find_back(window, earliest > from ? earliest : from, window->at, word) !=
           SIZE_MAX;
}

static char peek(const struct act_reader *reader)
{
    return act_window_at(reader->window, reader->position);
}

bool act_read_char(struct act_reader *reader, char c)
{
    if (peek(reader) != c)
        return false;
    reader->position++;
    return true;
}

bool act_read_number(struct act_reader *reader, uint64_t *number)
{
    uint64_t value = 0;
    int digits = 0;
    for (; act_ascii_is_digit(peek(reader)) && digits < 11; digits++, reader->position++)
        value = value * 10 + (uint64_t)(peek(reader) - '0');
    *number = value;
    return digits > 0 && digits < 11;
}

bool act_read_small(struct act_reader *reader, uint32_t *number)
{
    uint64_t value;
    bool is_read = act_read_number(reader, &value) && value <= UINT32_MAX;
    *number = (uint32_t)value;
    return is_read;
}

static int read_hex_digits(struct act_reader *reader, int most, uint32_t *number)
{
    int digits = 0, digit;
    *number = 0;
    for (; digits < most && (digit = act_notation_hex_digit(peek(reader))) >= 0; digits++) {
        *number = *number << 4 | (uint32_t)digit;
        reader->position++;
    }
    return digits;
}

bool act_read_hex(struct act_reader *reader, uint32_t *number)
{
    if (!act_window_is(reader->window, reader->position, "0x"))
        return false;
    reader->position += 2;
    return read_hex_digits(reader, 8, number) > 0;
}

bool act_read_guid(struct act_reader *reader)
{
    static const int groups[] = {8, 4, 4, 4, 8, 4};
    uint32_t value;
    for (int i = 0; i < 6; i++) {
        if (i > 0 && i < 5 && !act_read_char(reader, '-'))
            return false;
        if (read_hex_digits(reader, groups[i], &value) != groups[i])
            return false;
    }
    return !act_is_word(peek(reader));
}

void act_skip_blanks(struct act_reader *reader)
{
    while (peek(reader) == ' ' || peek(reader) == '\t')
        reader->position++;
}

bool act_read_comma(struct act_reader *reader)
{
    act_skip_blanks(reader);
    if (!act_read_char(reader, ','))
        return false;
    act_skip_blanks(reader);
    return true;
}
