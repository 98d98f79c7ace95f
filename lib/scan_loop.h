/*
 * The loop of act_scan(), which each variant includes. Before that, the variant defines
 *
 *     static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
 *                                        unsigned char byte);
 *     static inline uint64_t hex_digits(const unsigned char *block);
 *     static inline int holds_byte(const unsigned char *stride, unsigned char set_bits,
 *                                  unsigned char byte);
 *
 * The first tells, with one bit for each of 64 bytes and the first byte's lowest, which of them are
 * equal to byte once set_bits are set in them, the second which are hex digits. The third tells
 * whether a byte of a stride is equal to byte once set_bits are set in it.
 *
 * A run of eight hex digits is a candidate; act_form_read() decides by what surrounds it. A batch
 * is first searched for candidates, then they are judged: to judge each where it is found would
 * cost a mispredicted branch each time.
 */
#include "notation.h"
#include "scan.h"
#include "scan_form.h"
#include "table.h"

#include <string.h>

enum {
    PLACES = ACT_SCAN_PLACES,
    STRIDE_PLACES = ACT_SCAN_STRIDE / PLACES * PLACES,
    BATCH = 4 * STRIDE_PLACES,
    BEFORE = 2, /* bytes of a block before its places */
    LEAD = 5,   /* most bytes of a code before the place: "0x" and a NUL in UTF-16BE */
    REACH = 2 * ACT_FORM_REACH /* most bytes after the place by which a code is judged */
};

/*
 * A variant that is slow at hex digits defines ACT_SCAN_ASKS_STRIDES and may_hold_prefix(), which
 * returns whether a stride, and the byte after it, may hold a prefix.
 */
#ifndef ACT_SCAN_ASKS_STRIDES
#define ACT_SCAN_ASKS_STRIDES 0
static inline int may_hold_prefix(const unsigned char *stride)
{
    (void)stride;
    return 1;
}
#endif

struct scanning {
    const unsigned char *text;
    size_t length;
    size_t begin; /* what lies before it belongs to earlier matches or calls */
    uint32_t flags;
    act_match *matches;
    size_t count, capacity;
    int is_over; /* matches is full, or what is left is undecided */
};

/* ---- Where runs of digits begin ----------------------------------------------------------------
 */

/* Where a run of eight hex digits or more begins. */
static inline uint64_t narrow_runs(uint64_t hex)
{
    uint64_t run = hex & hex >> 1;
    run &= run >> 2;
    run &= run >> 4;
    return run & ~(hex << 1);
}

/* The same in two-byte text of either byte order: there is a NUL between each digit and the next.
 */
static inline uint64_t wide_runs(uint64_t hex, uint64_t nul)
{
    uint64_t pairs = hex & nul >> 1;
    uint64_t run = pairs & pairs >> 2;
    run &= run >> 4;
    run &= run >> 6;
    return run & hex >> 14 & ~(pairs << 2);
}

/* Where runs begin among the places of a block; those after an "x" alone unless takes_all. */
static inline uint64_t find_runs(const unsigned char *block, int takes_all, int may_be_wide)
{
    const uint64_t places = ((UINT64_C(1) << PLACES) - 1) << BEFORE;
    uint64_t hex = hex_digits(block), found = narrow_runs(hex);
    if (ACT_SCAN_ASKS_STRIDES && !may_be_wide && found == 0)
        return 0;
    uint64_t x = takes_all ? 0 : equal_bytes(block, ACT_CASE_BIT, 'x');
    if (!takes_all)
        found &= x << 1;
    if (may_be_wide) {
        uint64_t wide = wide_runs(hex, equal_bytes(block, 0, 0));
        found |= takes_all ? wide : wide & x << 2;
    }
    return found & places;
}

/* Collects the places of blocks at which runs begin. */
static inline size_t collect_blocks(const unsigned char *batch, size_t begin, size_t end,
                                    int takes_all, int may_be_wide, uint16_t *places)
{
    size_t count = 0;
    for (size_t at = begin; at < end; at += PLACES) {
        uint64_t found = find_runs(batch + at - BEFORE, takes_all, may_be_wide);
        for (; found != 0; found &= found - 1)
            places[count++] = (uint16_t)(at - BEFORE + (size_t)__builtin_ctzll(found));
    }
    return count;
}

/* Collects the places of a batch's runs; only where a stride holds a NUL there may be wide ones. */
static inline size_t collect(const unsigned char *batch, size_t size, int takes_all,
                             uint16_t places[BATCH])
{
    size_t count = 0, at = 0;
    for (; size - at >= STRIDE_PLACES; at += STRIDE_PLACES) {
        const unsigned char *stride = batch + at - BEFORE;
        if (takes_all || may_hold_prefix(stride))
            count += collect_blocks(batch, at, at + STRIDE_PLACES, takes_all,
                                    holds_byte(stride, 0, 0), places + count);
    }
    return count + collect_blocks(batch, at, size, takes_all, 1, places + count);
}

/* ---- What they are ------------------------------------------------------------------------------
 */

/*
 * Copies the characters from before the one that begins at text[place] on. What is not ASCII, and
 * what lies outside the text, becomes a byte that is not ASCII.
 */
static void copy_wide(unsigned char *characters, const struct scanning *scanning, size_t place,
                      size_t before, size_t count)
{
    enum { NOT_ASCII = 0xFF };
    size_t high = (scanning->flags & ACT_SCAN_UTF16BE) == 0, at = place - 2 * before;
    for (size_t i = 0; i < count; i++, at += 2) {
        int is_inside = at < scanning->length && scanning->length - at >= 2;
        int is_ascii = is_inside && scanning->text[at + high] == 0;
        characters[i] = is_ascii ? scanning->text[at + 1 - high] : NOT_ASCII;
    }
}

static void copy_narrow(unsigned char *characters, const struct scanning *scanning, size_t place,
                        size_t before, size_t count)
{
    enum { NOT_ASCII = 0xFF };
    size_t at = place - before;
    for (size_t i = 0; i < count; i++, at++)
        characters[i] = at < scanning->length ? scanning->text[at] : NOT_ASCII;
}

/* A code whose digits begin at a place, in characters of width bytes. */
static inline void accept(struct scanning *scanning, size_t place, size_t width,
                          const struct act_form *form)
{
    size_t before = form->before * width, length = form->characters * width;
    if (place < scanning->begin + before)
        return;
    size_t start = place - before;
    scanning->begin = start + length;
    int takes_unknown = form->before == 2 && (scanning->flags & ACT_SCAN_ALL) != 0;
    if (!takes_unknown && !act_table_find(form->code))
        return;
    scanning->matches[scanning->count++] = (act_match){start, form->code, (uint32_t)length};
    scanning->is_over = scanning->count == scanning->capacity;
}

/* Judges a run far from the ends of the text, by the place of its first digit. */
static inline void judge(struct scanning *scanning, size_t place)
{
    enum { CHARACTERS = ACT_FORM_BEFORE + ACT_FORM_REACH };
    unsigned char characters[CHARACTERS];
    const unsigned char *text = scanning->text;
    struct act_form form;
    if (text[place + 1] != 0) {
        if (act_form_read(text + place, scanning->flags, &form))
            accept(scanning, place, 1, &form);
        return;
    }
    if ((scanning->flags & ACT_SCAN_UTF16BE) != 0)
        place = text[place - 1] == 0 ? place - 1 : place + 1;
    copy_wide(characters, scanning, place, ACT_FORM_BEFORE, CHARACTERS);
    if (act_form_read(characters + ACT_FORM_BEFORE, scanning->flags, &form))
        accept(scanning, place, 2, &form);
}

/* ---- The ends of a text, place by place ---------------------------------------------------------
 */

/* Whether the third and the eighth character from a place are hex digits, as in every form. */
static int may_be_code(const struct scanning *scanning, size_t place, size_t width)
{
    size_t lead = width == 2 && (scanning->flags & ACT_SCAN_UTF16BE) != 0;
    const unsigned char *low = scanning->text + place + lead;
    size_t eighth = 7 * width;
    return scanning->length - place > eighth + lead && act_notation_hex_values[low[eighth]] != 0 &&
           act_notation_hex_values[low[2 * width]] != 0;
}

/* Judges what begins at a place in characters of width bytes. */
static void judge_start(struct scanning *scanning, size_t place, size_t width)
{
    enum { CHARACTERS = ACT_FORM_BEFORE + 2 + ACT_FORM_REACH };
    unsigned char characters[CHARACTERS];
    const unsigned char *start = characters + ACT_FORM_BEFORE;
    size_t left = (scanning->length - place) / width;
    int may_be_cut = (scanning->flags & ACT_SCAN_MORE) != 0 && left < ACT_FORM_REACH;
    struct act_form form;
    if (!may_be_cut && !may_be_code(scanning, place, width))
        return;
    (width == 1 ? copy_narrow : copy_wide)(characters, scanning, place, ACT_FORM_BEFORE,
                                           CHARACTERS);
    if (may_be_cut && (left == 0 || act_form_may_go_on(start, left, scanning->flags))) {
        scanning->begin = place;
        scanning->is_over = 1;
        return;
    }
    size_t lead = act_form_lead(start);
    if (act_form_read(start + lead, scanning->flags, &form) && form.before == lead)
        accept(scanning, place + lead * width, width, &form);
}

static void scan_end(struct scanning *scanning, size_t from, size_t to)
{
    int is_big_endian = (scanning->flags & ACT_SCAN_UTF16BE) != 0;
    size_t place = from > scanning->begin ? from : scanning->begin;
    while (place < to && !scanning->is_over) {
        unsigned char byte = scanning->text[place];
        int is_start = act_form_may_begin(byte) || (is_big_endian && byte == 0);
        for (size_t width = 1; is_start && width <= 2; width++)
            if (scanning->begin <= place && !scanning->is_over)
                judge_start(scanning, place, width);
        place = scanning->begin > place ? scanning->begin : place + 1;
    }
}

/* ---- The whole ----------------------------------------------------------------------------------
 */

/* Scans the batch that begins at text[place]. */
static inline void scan_batch(struct scanning *scanning, size_t place, size_t size)
{
    uint16_t places[BATCH];
    int takes_all = (scanning->flags & (ACT_SCAN_BARE | ACT_SCAN_DECIMAL)) != 0;
    size_t count = takes_all ? collect(scanning->text + place, size, 1, places)
                             : collect(scanning->text + place, size, 0, places);
    for (size_t i = 0; i < count && !scanning->is_over; i++)
        judge(scanning, place + places[i]);
}

static size_t scan(struct scanning scanning, size_t *offset)
{
    size_t length = scanning.length, place = scanning.begin > LEAD ? scanning.begin : LEAD;
    /* To a run that begins at the first place, the character before it may seem to belong. */
    scan_end(&scanning, 0, length <= place ? length : place + 1);
    while (!scanning.is_over && length > place + PLACES + REACH) {
        size_t size = (length - place - REACH) / PLACES * PLACES;
        size = size < BATCH ? size : BATCH;
        scan_batch(&scanning, place, size);
        place += size;
    }
    scan_end(&scanning, place - LEAD, length);
    *offset = scanning.is_over ? scanning.begin : length;
    return scanning.count;
}
