/* Judges the places of a text where a code may begin. */
#include "scan_candidate.h"

#include "notation.h"

/* The value of the hex digit that is the character at text[at]; -1 if it is another character. */
static int digit_at(const unsigned char *text, size_t at, size_t width)
{
    int digit = act_notation_hex_digit((char)text[at]);
    return width == 2 && text[at + 1] != 0 ? -1 : digit;
}

static int follows_decimal_digit(const unsigned char *text, size_t start, size_t width)
{
    return start >= width && (unsigned)digit_at(text, start - width, width) <= 9;
}

enum act_verdict act_scan_judge(const unsigned char *text, size_t length, size_t start,
                                size_t width, int has_more, uint32_t *code)
{
    const enum act_verdict cut_off = has_more ? ACT_VERDICT_UNDECIDED : ACT_VERDICT_NONE;
    size_t at = start + 2 * width, end = start + ACT_CODE_CHARACTERS * width;
    *code = 0;
    if (follows_decimal_digit(text, start, width))
        return ACT_VERDICT_NONE;
    if (at > length)
        return cut_off;
    if (width == 2 && text[at - 1] != 0)
        return ACT_VERDICT_NONE;
    for (; at < end; at += width) {
        if (length - at < width)
            return cut_off;
        int digit = digit_at(text, at, width);
        if (digit < 0)
            return ACT_VERDICT_NONE;
        *code = *code << 4 | (uint32_t)digit;
    }
    if (length - at < width)
        return has_more ? ACT_VERDICT_UNDECIDED : ACT_VERDICT_CODE;
    return digit_at(text, at, width) < 0 ? ACT_VERDICT_CODE : ACT_VERDICT_NONE;
}
