/* act_scan(): what it finds, and that all its variants find what the plain reading finds. */
#include "suites.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "guarded.h"
#include "reference_scan.h"
#include "scan.h"
#include "scan_feeding.h"

enum { LENGTH_MAXIMUM = 200, MATCHES = 2 * LENGTH_MAXIMUM };

static size_t scan_public(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                          act_match *matches, size_t capacity)
{
    return act_scan(text, length, offset, flags, matches, capacity);
}

static scan_function *variants[4];
static size_t variant_count;

static void choose_variants(void)
{
    variants[0] = scan_public;
    variants[1] = act_scan_portable;
    variant_count = 2;
#ifdef ACT_SCAN_X86
    variants[variant_count++] = act_scan_sse2;
    if (act_scan_has_avx2())
        variants[variant_count++] = act_scan_avx2;
    else
        puts("SKIP: act_scan_avx2: this processor has no AVX2");
#endif
}

/* ---- Single texts -------------------------------------------------------------------------------
 */

/*
 * A text, and the offsets of the codes in it, all of which are 0xC004F074; -1 ends them. What
 * stands in <> becomes UTF-16LE, and | a NUL.
 */
static const struct sample {
    const char *text;
    int offsets[3];
} samples[] = {
    {"0xC004F074", {0, -1}},
    {"0XC004F074", {0, -1}},
    {"0xc004f074", {0, -1}},
    {"hr=0xC004F074, again 0xC004F074.", {3, 21, -1}},
    {"0xC004F0740", {-1}},
    {"0xC004F07", {-1}},
    {"0xC004F07G", {-1}},
    {"0xC004F074g", {0, -1}},
    {"10xC004F074", {-1}},
    {"A0xC004F074", {1, -1}},
    {"x0xC004F074", {1, -1}},
    {"00xC004F074", {-1}},
    {"0x0xC004F074", {2, -1}},
    {"C004F074", {-1}},
    {"0 x C004F074", {-1}},
    {"0xC004F0740xC004F074", {-1}},
    {"0xC004F074\n0xC004F074", {0, 11, -1}},
    {"0xC004F074x0xC004F074", {0, 11, -1}},
    /* UTF-8, and CP932, whose characters may end in a byte that is an ASCII letter. */
    {"コード0xC004F074です", {9, -1}},
    {"\x83\x41\x30xC004F074\x82\xC5", {2, -1}},
    {"\x8C\x7E\x30xC004F074", {2, -1}},
    /* UTF-16LE, at even and odd offsets, beside one-byte text. */
    {"<0xC004F074>", {0, -1}},
    {".<0xC004F074>", {1, -1}},
    {"<hr=0xC004F074.>", {6, -1}},
    {"<10xC004F074>", {-1}},
    {".<10xC004F074>", {-1}},
    {"<0xC004F074A>", {-1}},
    {"<0xC004F074>A.", {0, -1}},
    {"<0xC004F074>A", {0, -1}},
    {"<0xC004F074>A|", {-1}},
    {"<0xC>0.<04F074>", {-1}},
    {"<0xC004F07>4", {-1}},
    {"<0>x.<C004F074>", {-1}},
    {"<0xC004F074>0xC004F074", {0, 20, -1}},
    {"0xC004F074<0xC004F074>", {10, -1}},
    {"0xC004F074|<0xC004F074>", {0, -1}},
    {"", {-1}},
    {"0", {-1}},
    {"0x", {-1}},
    {"x", {-1}},
    {"<0>", {-1}},
    {"<0x>", {-1}},
};

static size_t expand(const char *sample, unsigned char *text)
{
    size_t length = 0;
    bool is_wide = false;
    for (; *sample != '\0'; sample++) {
        if (*sample == '<' || *sample == '>') {
            is_wide = *sample == '<';
            continue;
        }
        text[length++] = (unsigned char)(*sample == '|' ? '\0' : *sample);
        if (is_wide)
            text[length++] = '\0';
    }
    return length;
}

static void check_sample(const struct sample *sample, const unsigned char *text, size_t length)
{
    for (size_t v = 0; v < variant_count; v++) {
        act_match matches[8];
        size_t count = scan_whole(variants[v], text, length, 0, 0, 8, matches), i = 0;
        for (; sample->offsets[i] >= 0; i++) {
            ck_assert_uint_lt(i, count);
            ck_assert_int_eq((int)matches[i].offset, sample->offsets[i]);
            ck_assert_uint_eq(matches[i].code, 0xC004F074);
            ck_assert_uint_eq(matches[i].length, text[sample->offsets[i] + 1] == 0 ? 20 : 10);
        }
        ck_assert_uint_eq(i, count);
    }
}

/* Where no byte behind the text, and none before it, can be read. */
START_TEST(samples_are_found)
{
    enum { PAGES = 1 << 16 };
    const struct sample *sample = &samples[_i];
    unsigned char *end = guarded_end(PAGES), expanded[64];
    size_t length = expand(sample->text, expanded);
    memcpy(end - length, expanded, length);
    check_sample(sample, end - length, length);
    memcpy(end - PAGES, expanded, length);
    check_sample(sample, end - PAGES, length);
}
END_TEST

START_TEST(unknown_codes_are_found_on_demand)
{
    const char text[] = "0x12345678 0xC004F074 0xC004F034";
    for (size_t v = 0; v < variant_count; v++) {
        act_match known[4], all[4];
        const unsigned char *bytes = (const unsigned char *)text;
        ck_assert_uint_eq(scan_whole(variants[v], bytes, sizeof text - 1, 0, 0, 4, known), 2);
        ck_assert_uint_eq(known[0].code, 0xC004F074);
        ck_assert_uint_eq(known[1].code, 0xC004F034);
        ck_assert_uint_eq(scan_whole(variants[v], bytes, sizeof text - 1, 0, ACT_SCAN_ALL, 4, all),
                          3);
        ck_assert_uint_eq(all[0].code, 0x12345678);
    }
}
END_TEST

/* A call ends where matches is full, however much is left; the next one goes on from there. */
START_TEST(a_full_call_leaves_the_rest_of_a_long_text)
{
    enum { LENGTH = 10000, LAST = LENGTH - 10 };
    static unsigned char text[LENGTH];
    memset(text, '.', LENGTH);
    memcpy(text, "0xC004F074", 10);
    memcpy(text + LAST, "0xC004F034", 10);
    for (size_t v = 0; v < variant_count; v++) {
        act_match match;
        size_t offset = 0;
        ck_assert_uint_eq(variants[v](text, LENGTH, &offset, 0, &match, 1), 1);
        ck_assert_uint_eq(match.offset, 0);
        ck_assert_uint_eq(offset, 10);
        ck_assert_uint_eq(variants[v](text, LENGTH, &offset, 0, &match, 1), 1);
        ck_assert_uint_eq(match.offset, LAST);
        ck_assert_uint_eq(offset, LENGTH);
    }
}
END_TEST

START_TEST(nothing_to_do_changes_nothing)
{
    const char text[] = "0xC004F074";
    act_match match = {1, 2, 3};
    size_t offset = 0;
    ck_assert_uint_eq(act_scan(text, 10, &offset, 0, NULL, 0), 0);
    ck_assert_uint_eq(offset, 0);
    offset = 10;
    ck_assert_uint_eq(act_scan(text, 10, &offset, 0, &match, 1), 0);
    ck_assert_uint_eq(offset, 10);
    offset = 11;
    ck_assert_uint_eq(act_scan(text, 10, &offset, 0, &match, 1), 0);
    ck_assert_uint_eq(offset, 11);
    offset = 0;
    ck_assert_uint_eq(act_scan(NULL, 0, &offset, 0, &match, 1), 0);
    ck_assert_uint_eq(match.offset, 1);
}
END_TEST

START_TEST(what_lies_before_the_offset_is_context)
{
    const char text[] = "10xC004F074 0xC004F074";
    act_match match;
    for (size_t begin = 0; begin <= 12; begin++) {
        size_t offset = begin;
        ck_assert_uint_eq(act_scan(text, sizeof text - 1, &offset, 0, &match, 1), 1);
        ck_assert_uint_eq(match.offset, 12);
    }
    size_t offset = 13;
    ck_assert_uint_eq(act_scan(text, sizeof text - 1, &offset, 0, &match, 1), 0);
}
END_TEST

START_TEST(unknown_flags_are_ignored)
{
    const char text[] = "0x12345678 0xC004F074";
    act_match match;
    size_t offset = 0;
    ck_assert_uint_eq(act_scan(text, sizeof text - 1, &offset, UINT32_C(0xFFFFFFFC), &match, 1), 1);
    ck_assert_uint_eq(match.code, 0xC004F074);
}
END_TEST

/* ---- Comparison with the plain reading ----------------------------------------------------------
 */

static uint64_t random_state;

/* The generator SplitMix64 (Steele, Lea, Flood, 2014). */
static size_t below(size_t limit)
{
    uint64_t z = random_state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return (size_t)((z ^ z >> 31) % limit);
}

static size_t append(unsigned char *text, size_t length, const char *piece, size_t size)
{
    if (size > LENGTH_MAXIMUM - length)
        size = LENGTH_MAXIMUM - length;
    memcpy(text + length, piece, size);
    return length + size;
}

/* Pieces of codes in both widths, whole ones, and what may stand around them. */
static size_t append_piece(unsigned char *text, size_t length)
{
    static const char pieces[][24] = {"0xC004F074", "0x8007232B", "0x12345678", "0x",      "0X",
                                      "0",          "x",          "C004F074",   "C004F07", "A",
                                      "7",          "\n",         " ",          "\x83"};
    const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
    size_t size = strlen(piece);
    char wide[48];
    switch (below(4)) {
    case 0:
        for (size_t i = 0; i < size; i++) {
            wide[2 * i] = piece[i];
            wide[2 * i + 1] = below(40) == 0 ? 'z' : '\0';
        }
        return append(text, length, wide, 2 * size);
    case 1:
        wide[0] = (char)below(256);
        return append(text, length, wide, 1);
    default:
        return append(text, length, piece, size);
    }
}

static size_t fill(unsigned char *text)
{
    size_t length = 0, wanted = below(LENGTH_MAXIMUM + 1);
    while (length < wanted)
        length = append_piece(text, length);
    return below(2) ? wanted : length;
}

static void compare(const act_match *matches, size_t count, const act_match *expected,
                    size_t expected_count, const char *how)
{
    ck_assert_msg(count == expected_count &&
                      (count == 0 || memcmp(matches, expected, count * sizeof *matches) == 0),
                  "%s: %zu matches instead of %zu, or others", how, count, expected_count);
}

/* Every variant, from some offset, in calls of some capacity, and cut into pieces. */
static void compare_all(const unsigned char *text, size_t length, uint32_t flags)
{
    act_match expected[MATCHES], matches[MATCHES];
    size_t begin = below(2) ? below(length + 1) : 0, piece = 1 + below(64);
    size_t count = reference_scan(text, length, begin, flags, expected);
    for (size_t v = 0; v < variant_count; v++)
        compare(matches, scan_whole(variants[v], text, length, begin, flags, 1 + below(8), matches),
                expected, count, "whole");
    count = reference_scan(text, length, 0, flags, expected);
    for (size_t v = 0; v < variant_count; v++)
        compare(
            matches,
            scan_stream(variants[v], text, length, 1 + below(length + 1), piece, flags, matches),
            expected, count, "stream");
}

static void compare_every_split(const unsigned char *text, size_t length, uint32_t flags)
{
    act_match expected[MATCHES], matches[MATCHES];
    size_t count = reference_scan(text, length, 0, flags, expected);
    for (size_t first = 1; first <= length; first++)
        for (size_t v = 0; v < variant_count; v++)
            compare(matches, scan_stream(variants[v], text, length, first, length, flags, matches),
                    expected, count, "split");
}

/* How many random texts: ACTDIAG_ROUNDS of them, for those who have more time, or less. */
static unsigned long rounds(void)
{
    const char *number = getenv("ACTDIAG_ROUNDS");
    return number ? strtoul(number, NULL, 10) : 100000;
}

START_TEST(variants_agree_with_the_reference)
{
    unsigned char *end = guarded_end(LENGTH_MAXIMUM), text[LENGTH_MAXIMUM];
    unsigned long count = rounds();
    random_state = 1;
    ck_assert_uint_gt(count, 0);
    for (unsigned long round = 0; round < count; round++) {
        size_t length = fill(text);
        uint32_t flags = below(2) ? ACT_SCAN_ALL : 0;
        memcpy(end - length, text, length);
        compare_all(end - length, length, flags);
        if (round % 100 == 0)
            compare_every_split(end - length, length, flags);
    }
}
END_TEST

/* Every length and every place of one code in it. */
START_TEST(codes_are_found_at_every_place)
{
    unsigned char *end = guarded_end(LENGTH_MAXIMUM);
    act_match match[MATCHES];
    for (size_t length = 10; length <= LENGTH_MAXIMUM; length++)
        for (size_t place = 0; place + 10 <= length; place++) {
            memset(end - length, 'x', length);
            memcpy(end - length + place, "0xC004F074", 10);
            for (size_t v = 0; v < variant_count; v++) {
                size_t count = scan_whole(variants[v], end - length, length, 0, 0, 1, match);
                ck_assert_uint_eq(count, 1);
                ck_assert_uint_eq(match->offset, place);
            }
        }
}
END_TEST

/* All variants find these two codes in a text, and nothing else. */
static void check_pair(const unsigned char *text, size_t length, size_t first, size_t second)
{
    act_match matches[4];
    for (size_t v = 0; v < variant_count; v++) {
        ck_assert_uint_eq(scan_whole(variants[v], text, length, 0, 0, 4, matches), 2);
        ck_assert_uint_eq(matches[0].offset, first);
        ck_assert_uint_eq(matches[1].offset, second);
    }
}

/* Long enough for what is searched and passed over at once to begin and end within it. */
START_TEST(codes_are_found_at_every_place_of_a_long_text)
{
    enum { LENGTH = 2500, DISTANCE = 300 };
    static const unsigned char wide[] = "0\0x\0C\0000\0000\0004\0F\0000\0007\0004";
    unsigned char *text = guarded_end(LENGTH) - LENGTH;
    memset(text, '.', LENGTH);
    for (size_t place = 0; place + DISTANCE + sizeof wide <= LENGTH; place++) {
        unsigned char *first = text + place, *second = first + DISTANCE;
        memcpy(first, "0xC004F074", 10);
        memcpy(second, wide, sizeof wide);
        check_pair(text, LENGTH, place, place + DISTANCE);
        memset(first, '.', DISTANCE + sizeof wide);
    }
}
END_TEST

Suite *scan_suite(void)
{
    Suite *suite = suite_create("scan");
    TCase *cases = tcase_create("scan");
    choose_variants();
    tcase_set_timeout(cases, 3600);
    tcase_add_loop_test(cases, samples_are_found, 0, sizeof samples / sizeof *samples);
    tcase_add_test(cases, unknown_codes_are_found_on_demand);
    tcase_add_test(cases, a_full_call_leaves_the_rest_of_a_long_text);
    tcase_add_test(cases, nothing_to_do_changes_nothing);
    tcase_add_test(cases, what_lies_before_the_offset_is_context);
    tcase_add_test(cases, unknown_flags_are_ignored);
    tcase_add_test(cases, variants_agree_with_the_reference);
    tcase_add_test(cases, codes_are_found_at_every_place);
    tcase_add_test(cases, codes_are_found_at_every_place_of_a_long_text);
    suite_add_tcase(suite, cases);
    return suite;
}
