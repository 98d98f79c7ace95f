/* Takes UTF-8 text apart in characters. */
#include "slice.h"

static int is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

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
        return value < 0x800 ? ACT_NO_CHARACTER : value;
    }
    return ACT_NO_CHARACTER;
}

uint32_t act_slice_first(struct slice slice, size_t *width)
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

uint32_t act_slice_last(struct slice slice, size_t *width)
{
    struct slice last = {slice.end, slice.end};
    do {
        last.begin--;
    } while (last.begin > slice.begin && is_continuation(*last.begin));
    uint32_t value = act_slice_first(last, width);
    return *width == (size_t)(last.end - last.begin) ? value : ACT_NO_CHARACTER;
}

static int is_blank(uint32_t value)
{
    return value == ' ' || (value >= '\t' && value <= '\r');
}

int act_slice_trim(struct slice *slice)
{
    const struct slice before = *slice;
    size_t width;
    while (!act_slice_is_empty(*slice) && is_blank(act_slice_first(*slice, &width)))
        slice->begin += width;
    while (!act_slice_is_empty(*slice) && is_blank(act_slice_last(*slice, &width)))
        slice->end -= width;
    return slice->begin != before.begin || slice->end != before.end;
}

struct slice act_slice_take_word(struct slice *slice)
{
    struct slice word = *slice;
    size_t width;
    while (!act_slice_is_empty(*slice) && !is_blank(act_slice_first(*slice, &width)))
        slice->begin += width;
    word.end = slice->begin;
    return word;
}
