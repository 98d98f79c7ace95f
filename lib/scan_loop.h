/*
 * The loop of act_scan(), which each variant includes. Before that, the variant defines
 *
 *     static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
 *                                        unsigned char byte);
 *     static inline int holds_candidate(const unsigned char *stride);
 *
 * The first tells, with one bit for each of 64 bytes and the first byte's lowest, which of them are
 * equal to byte once set_bits are set in them. The second tells whether among the STRIDE bytes
 * there is a candidate; it reads the two bytes before them, and may be wrong in saying yes.
 *
 * A batch of blocks is first searched for candidates without branches on what it holds; then they
 * are judged. To judge each where it is found would cost a mispredicted branch each time.
 */
#include "scan.h"
#include "scan_window.h"
#include "table.h"

#include <string.h>

enum { BLOCK = ACT_SCAN_BLOCK, STRIDE = ACT_SCAN_STRIDE, BATCH = 16 * BLOCK };

struct scanning {
    const unsigned char *text;
    size_t length;
    size_t begin; /* what lies before it belongs to earlier matches or calls */
    uint32_t flags;
    act_match *matches;
    size_t count, capacity;
    int is_over; /* matches is full, or what is left is undecided */
};

/*
 * The places in a block where an "x" stands one or two bytes behind a "0". *zeros carries the
 * places of "0" from block to block.
 */
static inline uint64_t find_candidates(const unsigned char *block, uint64_t *zeros)
{
    uint64_t before = *zeros;
    *zeros = equal_bytes(block, 0, '0');
    return equal_bytes(block, ACT_CASE_BIT, 'x') &
           (*zeros << 1 | before >> (BLOCK - 1) | *zeros << 2 | before >> (BLOCK - 2));
}

/* The same places of "0", of the block before this one. */
static inline uint64_t zeros_before(const unsigned char *block)
{
    return (uint64_t)(block[-1] == '0') << (BLOCK - 1) | (uint64_t)(block[-2] == '0')
                                                             << (BLOCK - 2);
}

/* Collects the places of candidates in blocks. Of most blocks with any, the first is the only. */
static inline size_t collect_blocks(const unsigned char *batch, size_t begin, size_t end,
                                    uint64_t *zeros, uint16_t *places)
{
    const uint64_t stop = UINT64_C(1) << (BLOCK - 1);
    size_t count = 0;
    for (size_t block = begin; block < end; block += BLOCK) {
        uint64_t candidates = find_candidates(batch + block, zeros);
        places[count] = (uint16_t)(block + (size_t)__builtin_ctzll(candidates | stop));
        count += candidates != 0;
        for (candidates &= candidates - 1; candidates != 0; candidates &= candidates - 1)
            places[count++] = (uint16_t)(block + (size_t)__builtin_ctzll(candidates));
    }
    return count;
}

/*
 * Collects the places of a batch's candidates. A stride that holds none is passed over, if the two
 * bytes before the batch can be read; behind one that held some the next is not asked first.
 */
static inline size_t collect(const unsigned char *batch, size_t size, int asks, uint64_t *zeros,
                             uint16_t places[BATCH])
{
    size_t count = 0, held = 0;
    for (size_t stride = 0; stride < size; stride += STRIDE) {
        size_t end = size - stride < STRIDE ? size : stride + STRIDE;
        if (asks && held == 0 && !holds_candidate(batch + stride)) {
            *zeros = zeros_before(batch + end);
            continue;
        }
        held = collect_blocks(batch, stride, end, zeros, places + count);
        count += held;
    }
    return count;
}

static inline void accept(struct scanning *scanning, size_t start, size_t width, uint32_t code)
{
    size_t length = ACT_CODE_CHARACTERS * width;
    scanning->begin = start + length;
    if ((scanning->flags & ACT_SCAN_ALL) == 0 && !act_table_find(code))
        return;
    scanning->matches[scanning->count++] = (act_match){start, code, (uint32_t)length};
    scanning->is_over = scanning->count == scanning->capacity;
}

/* Judges a candidate, by the place of its "x". */
static inline void judge(struct scanning *scanning, size_t x)
{
    const unsigned char *text = scanning->text;
    size_t width = text[x - 1] == '0' ? 1 : 2, start = x - width;
    unsigned char copy[ACT_WINDOW_SIZE];
    uint32_t code;
    if (x < scanning->begin + width || (width == 2 && text[x - 1] != 0))
        return;
    int is_cut = scanning->length - start < (ACT_WINDOW_CHARACTERS - 1) * width;
    if (is_cut && (scanning->flags & ACT_SCAN_MORE) != 0) {
        scanning->begin = start;
        scanning->is_over = 1;
        return;
    }
    const unsigned char *window = copy;
    if (is_cut || start < width)
        act_window_copy(copy, text, scanning->length, start, width);
    else
        window = text + start - width;
    if (width == 1 ? act_window_holds_code(window, 1, &code)
                   : act_window_holds_code(window, 2, &code))
        accept(scanning, start, width, code);
}

/* Scans a batch that begins at text[place]; its bytes are read at batch. */
static inline void scan_batch(struct scanning *scanning, const unsigned char *batch, size_t size,
                              size_t place, uint64_t *zeros)
{
    uint16_t places[BATCH];
    size_t count = collect(batch, size, size == BATCH && place >= 2, zeros, places);
    for (size_t i = 0; i < count && !scanning->is_over; i++)
        judge(scanning, place + places[i]);
}

/*
 * Under ACT_SCAN_MORE, a "0" at the end may be followed by an "x". No match reaches the end there,
 * so that at least one byte is left to be looked at.
 */
static size_t undecided_end(const struct scanning *scanning)
{
    size_t length = scanning->length;
    const unsigned char *end = scanning->text + length;
    if ((scanning->flags & ACT_SCAN_MORE) == 0)
        return length;
    if (length - scanning->begin >= 2 && end[-2] == '0' && end[-1] == 0)
        return length - 2;
    return end[-1] == '0' ? length - 1 : length;
}

static size_t scan(struct scanning scanning, size_t *offset)
{
    const unsigned char *text = scanning.text;
    size_t place = scanning.begin;
    uint64_t zeros = 0;
    for (; scanning.length - place >= BATCH && !scanning.is_over; place += BATCH)
        scan_batch(&scanning, text + place, BATCH, place, &zeros);
    for (; scanning.length - place >= BLOCK && !scanning.is_over; place += BLOCK)
        scan_batch(&scanning, text + place, BLOCK, place, &zeros);
    if (place < scanning.length && !scanning.is_over) {
        unsigned char rest[BLOCK] = {0};
        memcpy(rest, text + place, scanning.length - place);
        scan_batch(&scanning, rest, BLOCK, place, &zeros);
    }
    *offset = scanning.is_over ? scanning.begin : undecided_end(&scanning);
    return scanning.count;
}
