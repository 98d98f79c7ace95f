/*
 * The loop of act_scan(), which each variant includes. Before that, the variant defines
 *
 *     static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
 *                                        unsigned char byte);
 *     static inline uint64_t hex_digits(const unsigned char *block);
 *
 * The first tells, with one bit for each of 64 bytes and the first byte's lowest, which of them are
 * equal to byte once set_bits are set in them, the second which are hex digits.
 *
 * A batch is first searched for candidates: with prefixes alone for each "x" after a zero and
 * before digits, otherwise for each run of eight hex digits. Then they are judged by what surrounds
 * them; to judge each where it is found would cost a mispredicted branch each time.
 */
#include "notation.h"
#include "scan.h"
#include "scan_form.h"
#include "table.h"

#include <string.h>

enum {
    PLACES = ACT_SCAN_PLACES,
    BATCH = 3840, /* bytes: a multiple of PLACES and of ACT_SCAN_BLOCK */
    BEFORE = 2,   /* bytes of a block before its places */
    LEAD = 5,     /* most bytes of a code before its first digit: "0x" and a NUL in UTF-16BE */
    REACH = 2 * ACT_FORM_REACH + 2 /* most bytes after an "x" by which a code is judged */
};

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

/* Collects the places of a batch's runs; only where it holds a NUL there may be wide ones. */
static inline size_t collect_runs(const unsigned char *batch, size_t size, uint16_t *places)
{
    const uint64_t mask = ((UINT64_C(1) << PLACES) - 1) << BEFORE;
    int may_be_wide = memchr(batch - BEFORE, 0, size + ACT_SCAN_BLOCK - PLACES) != NULL;
    size_t count = 0;
    for (size_t at = 0; at < size; at += PLACES) {
        const unsigned char *block = batch + at - BEFORE;
        uint64_t hex = hex_digits(block), found = narrow_runs(hex);
        if (may_be_wide)
            found |= wide_runs(hex, equal_bytes(block, 0, 0));
        for (found &= mask; found != 0; found &= found - 1)
            places[count++] = (uint16_t)(at - BEFORE + (size_t)__builtin_ctzll(found));
    }
    return count;
}

/* ---- Where prefixes are ------------------------------------------------------------------------
 */

/* Collects where an "x" is; of most blocks that have any, the first is the only one. */
static inline size_t collect_x(const unsigned char *batch, size_t size, uint16_t *places)
{
    const uint64_t stop = UINT64_C(1) << (ACT_SCAN_BLOCK - 1);
    size_t count = 0;
    for (size_t at = 0; at < size; at += ACT_SCAN_BLOCK) {
        uint64_t found = equal_bytes(batch + at, ACT_CASE_BIT, 'x');
        places[count] = (uint16_t)(at + (size_t)__builtin_ctzll(found | stop));
        count += found != 0;
        for (found &= found - 1; found != 0; found &= found - 1)
            places[count++] = (uint16_t)(at + (size_t)__builtin_ctzll(found));
    }
    return count;
}

/*
 * Of the places of "x", keeps those with a zero before, or the letter O, and a seventh and an
 * eighth hex digit after: short numbers, as addresses, are frequent. Turns them into those of the
 * digits.
 */
static inline size_t keep_prefixes(const unsigned char *batch, uint16_t *places, size_t count)
{
    const unsigned char *hex = act_notation_hex_values;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const unsigned char *x = batch + places[i];
        size_t width = x[1] == 0 ? 2 : 1;
        unsigned zero = *(x - width) | ACT_CASE_BIT;
        places[kept] = (uint16_t)(places[i] + width);
        kept +=
            ((zero == '0') | (zero == 'o')) & (hex[x[7 * width]] != 0) & (hex[x[8 * width]] != 0);
    }
    return kept;
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

/* Judges a candidate far from the ends of the text, by the place of its first digit. */
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

static inline int takes_all(const struct scanning *scanning)
{
    return (scanning->flags & (ACT_SCAN_BARE | ACT_SCAN_DECIMAL)) != 0;
}

/* Scans the batch that begins at text[place]. */
static inline void scan_batch(struct scanning *scanning, size_t place, size_t size)
{
    uint16_t places[BATCH + 1]; /* the last one only to be overwritten */
    const unsigned char *batch = scanning->text + place;
    size_t count = takes_all(scanning)
                       ? collect_runs(batch, size, places)
                       : keep_prefixes(batch, places, collect_x(batch, size, places));
    for (size_t i = 0; i < count && !scanning->is_over; i++)
        judge(scanning, place + places[i]);
}

static size_t scan(struct scanning scanning, size_t *offset)
{
    size_t length = scanning.length, place = scanning.begin > LEAD ? scanning.begin : LEAD;
    /* To a run that begins at the first place, the character before it may seem to belong. */
    scan_end(&scanning, 0, length <= place ? length : place + 1);
    size_t unit = takes_all(&scanning) ? PLACES : ACT_SCAN_BLOCK;
    while (!scanning.is_over && length > place + unit + REACH) {
        size_t size = (length - place - REACH) / unit * unit;
        size = size < BATCH ? size : BATCH;
        scan_batch(&scanning, place, size);
        place += size;
    }
    scan_end(&scanning, place - LEAD, length);
    *offset = scanning.is_over ? scanning.begin : length;
    return scanning.count;
}
