/* act_scan(): all its variants find what the plain reading finds, wherever it is. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "guarded.h"
#include "reference_scan.h"
#include "scan.h"
#include "scan_variants.h"

enum { LENGTH_MAXIMUM = 420, MATCHES = LENGTH_MAXIMUM / 8 + 1 };

static scan_function *variants[SCAN_VARIANTS_MAXIMUM];
static size_t variant_count;

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

/* Codes in all forms, parts of them, and what may be around them; in either width. */
static size_t append_piece(unsigned char *text, size_t length, size_t high)
{
    static const char pieces[][24] = {"0xC004F074",
                                      "0x8007232B",
                                      "0x12345678",
                                      "0x",
                                      "0X",
                                      "Ox",
                                      "0",
                                      "x",
                                      "C004F074",
                                      "80070005",
                                      "C004F07",
                                      "A",
                                      "7",
                                      "-",
                                      ".",
                                      "fac",
                                      "E",
                                      "r",
                                      "3221549172",
                                      "2147942405",
                                      "1073418124",
                                      "-1073418124",
                                      "-805306334",
                                      "\n",
                                      " ",
                                      " 0xC004F074 ",
                                      " C004F074 ",
                                      " 3221549172 ",
                                      " -2147024891 ",
                                      "\x83"};
    const char *piece = pieces[below(sizeof pieces / sizeof *pieces)];
    size_t size = strlen(piece);
    char wide[48];
    switch (below(8)) {
    case 0:
        wide[0] = (char)below(256);
        return append(text, length, wide, 1);
    case 1:
    case 2:
    case 3:
        for (size_t i = 0; i < size; i++) {
            wide[2 * i + 1 - high] = piece[i];
            wide[2 * i + high] = below(40) == 0 ? 'z' : '\0';
        }
        return append(text, length, wide, 2 * size);
    default:
        return append(text, length, piece, size);
    }
}

static size_t fill(unsigned char *text)
{
    size_t length = 0, wanted = below(LENGTH_MAXIMUM + 1), high = below(2);
    while (length < wanted)
        length = append_piece(text, length, high);
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
    return number ? strtoul(number, NULL, 10) : 20000;
}

START_TEST(variants_agree_with_the_reference)
{
    unsigned char *end = guarded_end(LENGTH_MAXIMUM), text[LENGTH_MAXIMUM];
    unsigned long count = rounds();
    random_state = 1;
    ck_assert_uint_gt(count, 0);
    for (unsigned long round = 0; round < count; round++) {
        size_t length = fill(text);
        uint32_t flags = (uint32_t)below(32) & ~ACT_SCAN_MORE;
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

START_TEST(the_widest_variant_is_chosen)
{
#ifdef ACT_SCAN_X86
    ck_assert(act_scan_choose(false, false) == act_scan_sse2);
    ck_assert(act_scan_choose(true, false) == act_scan_avx2);
    ck_assert(act_scan_choose(true, true) == act_scan_avx512);
#endif
}
END_TEST

Suite *scan_variants_suite(void)
{
    Suite *suite = suite_create("scan variants");
    TCase *cases = tcase_create("scan variants");
    variant_count = scan_variants(variants);
    tcase_set_timeout(cases, 3600);
    tcase_add_test(cases, variants_agree_with_the_reference);
    tcase_add_test(cases, codes_are_found_at_every_place);
    tcase_add_test(cases, codes_are_found_at_every_place_of_a_long_text);
    tcase_add_test(cases, the_widest_variant_is_chosen);
    suite_add_tcase(suite, cases);
    return suite;
}
