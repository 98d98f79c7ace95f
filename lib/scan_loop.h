/*
 * The loop of act_scan(), which each variant includes. Before that, the variant defines
 *
 *     static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
 *                                        unsigned char byte);
 *
 * which tells, with one bit for each of 64 bytes and the first byte's lowest, which of them are
 * equal to byte once set_bits are set in them.
 */
#include "scan.h"
#include "scan_candidate.h"
#include "table.h"

#include <string.h>

enum { BLOCK = 64, CASE_BIT = 0x20 };

struct scanning {
    const unsigned char *text;
    size_t length;
    size_t begin; /* what lies before it belongs to earlier matches or calls */
    uint32_t flags;
    act_match *matches;
    size_t count, capacity;
    int is_over; /* matches is full, or what is left is undecided */
};

static void accept(struct scanning *scanning, size_t start, size_t width, uint32_t code)
{
    size_t length = ACT_CODE_CHARACTERS * width;
    scanning->begin = start + length;
    if ((scanning->flags & ACT_SCAN_ALL) == 0 && !act_table_find(code))
        return;
    scanning->matches[scanning->count++] = (act_match){start, code, (uint32_t)length};
    scanning->is_over = scanning->count == scanning->capacity;
}

/* Looks at an "x" one or two bytes behind a "0". */
static void consider(struct scanning *scanning, size_t x)
{
    const unsigned char *text = scanning->text;
    size_t width = text[x - 1] == '0' ? 1 : 2, start = x - width;
    uint32_t code;
    if (x < scanning->begin + width || (width == 2 && text[x - 1] != 0))
        return;
    switch (act_scan_judge(text, scanning->length, start, width, scanning->flags & ACT_SCAN_MORE,
                           &code)) {
    case ACT_VERDICT_NONE:
        break;
    case ACT_VERDICT_CODE:
        accept(scanning, start, width, code);
        break;
    case ACT_VERDICT_UNDECIDED:
        scanning->begin = start;
        scanning->is_over = 1;
        break;
    }
}

/*
 * The places in a block where an "x" stands one or two bytes behind a "0". *zeros carries the
 * places of "0" from block to block.
 */
static inline uint64_t find_candidates(const unsigned char *block, uint64_t *zeros)
{
    uint64_t before = *zeros;
    *zeros = equal_bytes(block, 0, '0');
    return equal_bytes(block, CASE_BIT, 'x') &
           (*zeros << 1 | before >> (BLOCK - 1) | *zeros << 2 | before >> (BLOCK - 2));
}

static void consider_all(struct scanning *scanning, size_t block, uint64_t candidates)
{
    for (; candidates != 0 && !scanning->is_over; candidates &= candidates - 1)
        consider(scanning, block + (size_t)__builtin_ctzll(candidates));
}

/* Under ACT_SCAN_MORE, a "0" at the end may be followed by an "x". */
static size_t undecided_end(const struct scanning *scanning)
{
    size_t length = scanning->length;
    const unsigned char *end = scanning->text + length;
    if ((scanning->flags & ACT_SCAN_MORE) == 0)
        return length;
    if (length - scanning->begin >= 2 && end[-2] == '0' && end[-1] == 0)
        return length - 2;
    return length > scanning->begin && end[-1] == '0' ? length - 1 : length;
}

static size_t scan(struct scanning scanning, size_t *offset)
{
    const unsigned char *text = scanning.text;
    size_t block = scanning.begin;
    uint64_t zeros = 0;
    for (; scanning.length - block >= BLOCK && !scanning.is_over; block += BLOCK) {
        uint64_t candidates = find_candidates(text + block, &zeros);
        if (candidates != 0)
            consider_all(&scanning, block, candidates);
    }
    if (block < scanning.length && !scanning.is_over) {
        unsigned char rest[BLOCK] = {0};
        memcpy(rest, text + block, scanning.length - block);
        consider_all(&scanning, block, find_candidates(rest, &zeros));
    }
    *offset = scanning.is_over ? scanning.begin : undecided_end(&scanning);
    return scanning.count;
}
