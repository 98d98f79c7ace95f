/* act_scan(): what it finds, by single texts. */
#include "suites.h"

#include <string.h>

#include "guarded.h"
#include "scan.h"
#include "scan_variants.h"

static scan_function *variants[SCAN_VARIANTS_MAXIMUM];
static size_t variant_count;

/* ---- Single texts -------------------------------------------------------------------------------
 */

enum { NONE = 0, FORMS = ACT_SCAN_DECIMAL | ACT_SCAN_BARE };

/*
 * A text, flags, and the offsets and lengths of the codes in it, all of which are 0xC004F074; a
 * length of 0 ends them. What is in <> becomes UTF-16LE, what is in {} UTF-16BE, and | a NUL.
 */
static const struct sample {
    const char *text;
    uint32_t flags;
    struct {
        unsigned offset, length;
    } matches[3];
} samples[] = {
    {"0xC004F074", NONE, {{0, 10}}},
    {"0XC004F074", NONE, {{0, 10}}},
    {"0xc004f074", NONE, {{0, 10}}},
    {"OxC004F074", NONE, {{0, 10}}},
    {"oxC004F074", NONE, {{0, 10}}},
    {"OXC004F074", FORMS, {{0, 0}}},
    {"oXC004F074", FORMS, {{0, 0}}},
    {"1OxC004F074", FORMS, {{0, 0}}},
    {"BOxC004F074", NONE, {{1, 10}}},
    {"hr=0xC004F074, again 0xC004F074.", NONE, {{3, 10}, {21, 10}}},
    {"0xC004F0740", FORMS, {{0, 0}}},
    {"0xC004F07", FORMS, {{0, 0}}},
    {"0xC004F07G", FORMS, {{0, 0}}},
    {"0xC004F074g", NONE, {{0, 10}}},
    {"0xC004F074-", NONE, {{0, 10}}},
    {"-0xC004F074", FORMS, {{1, 10}}},
    {"0xC004F074.5", NONE, {{0, 10}}},
    {"10xC004F074", NONE, {{0, 0}}},
    {"A0xC004F074", NONE, {{1, 10}}},
    {"x0xC004F074", NONE, {{1, 10}}},
    {"00xC004F074", NONE, {{0, 0}}},
    {"0x0xC004F074", NONE, {{2, 10}}},
    {"0 x C004F074", NONE, {{0, 0}}},
    {"0 x C004F074", FORMS, {{4, 8}}},
    {"0xC004F0740xC004F074", FORMS, {{0, 0}}},
    {"0xC004F074\n0xC004F074", NONE, {{0, 10}, {11, 10}}},
    {"0xC004F074x0xC004F074", NONE, {{0, 10}, {11, 10}}},
    /* Words after it: at most four letters that might be digits, and then one that is not. */
    {"0xC004F074ERROR", NONE, {{0, 10}}},
    {"0xC004F074DESCRIPTION", NONE, {{0, 10}}},
    {"0xC004F074decadent", NONE, {{0, 0}}},
    {"0xC004F074faceless", NONE, {{0, 10}}},
    {"0xC004F074facades", NONE, {{0, 0}}},
    {"0xC004F074face", NONE, {{0, 0}}},
    {"0xC004F074face7", NONE, {{0, 0}}},
    {"0xC004F074A", NONE, {{0, 0}}},
    {"0xC004F074A ", NONE, {{0, 0}}},
    {"0xC004F074E\xCC", NONE, {{0, 0}}},
    {"0xC004F074A0xC004F074", NONE, {{11, 10}}},
    {"0xC004F074EOxC004F074", NONE, {{0, 10}, {11, 10}}},
    /* UTF-8, and CP932, whose characters may end in a byte that is an ASCII letter. */
    {"コード0xC004F074です", NONE, {{9, 10}}},
    {"\x83\x41\x30xC004F074\x82\xC5", NONE, {{2, 10}}},
    {"\x8C\x7E\x30xC004F074", NONE, {{2, 10}}},
    /* Decimal numbers. */
    {"3221549172", NONE, {{0, 0}}},
    {"3221549172", ACT_SCAN_BARE, {{0, 0}}},
    {"3221549172", ACT_SCAN_DECIMAL, {{0, 10}}},
    {"(3221549172)", FORMS, {{1, 10}}},
    {"-1073418124", FORMS, {{0, 11}}},
    {"-1073418124", ACT_SCAN_BARE, {{0, 0}}},
    {"rc=-1073418124, -1073418124.", FORMS, {{3, 11}, {16, 11}}},
    {"3221549172.", FORMS, {{0, 10}}},
    {"3221549172..", FORMS, {{0, 10}}},
    {"3221549172.5", FORMS, {{0, 0}}},
    {".3221549172", FORMS, {{1, 10}}},
    {"1.3221549172", FORMS, {{0, 0}}},
    {"v.3221549172", FORMS, {{2, 10}}},
    {"1.-1073418124", FORMS, {{0, 0}}},
    {"13221549172", FORMS, {{0, 0}}},
    {"32215491720", FORMS, {{0, 0}}},
    {"-3221549172", FORMS, {{0, 0}}},
    {"--1073418124", FORMS, {{0, 0}}},
    {"a-1073418124", FORMS, {{0, 0}}},
    {"7-1073418124", FORMS, {{0, 0}}},
    {"-1073418124-", FORMS, {{0, 0}}},
    {"-1073418124x", FORMS, {{0, 0}}},
    {"-01073418124", FORMS, {{0, 0}}},
    {"1073418124", FORMS, {{0, 0}}},
    {"7516516468", FORMS, {{0, 0}}}, /* 2^32 more */
    {"+3221549172", FORMS, {{1, 10}}},
    {"エラー3221549172、", FORMS, {{9, 10}}},
    {"A3221549172", FORMS, {{0, 0}}},
    {"3221549172z", FORMS, {{0, 0}}},
    {"0xC004F074-1073418124", FORMS, {{0, 10}}},
    /* Digits alone. */
    {"C004F074", NONE, {{0, 0}}},
    {"C004F074", ACT_SCAN_DECIMAL, {{0, 0}}},
    {"C004F074", ACT_SCAN_BARE, {{0, 8}}},
    {"[c004f074]", FORMS, {{1, 8}}},
    {"C004F0749", FORMS, {{0, 0}}},
    {"0C004F074", FORMS, {{0, 0}}},
    {"C004F074-", FORMS, {{0, 0}}},
    {"-C004F074", FORMS, {{0, 0}}},
    {"C004F074s", FORMS, {{0, 0}}},
    {"&HC004F074", FORMS, {{0, 0}}},
    {"C004F074_", FORMS, {{0, 8}}},
    {"C004F074.", FORMS, {{0, 8}}},
    {"C004F074.1", FORMS, {{0, 0}}},
    {"C004F074.a", FORMS, {{0, 8}}},
    {"1.C004F074", FORMS, {{0, 0}}},
    {"a.C004F074", FORMS, {{2, 8}}},
    /* UTF-16LE, at even and odd offsets, beside one-byte text. */
    {"<0xC004F074>", NONE, {{0, 20}}},
    {".<0xC004F074>", NONE, {{1, 20}}},
    {"<hr=0xC004F074.>", NONE, {{6, 20}}},
    {"<10xC004F074>", NONE, {{0, 0}}},
    {".<10xC004F074>", NONE, {{0, 0}}},
    {"<0xC004F074A>", NONE, {{0, 0}}},
    {"<0xC004F074ERROR>", NONE, {{0, 20}}},
    {"<0xC004F074facer>", NONE, {{0, 20}}},
    {"<0xC004F074facade>", NONE, {{0, 0}}},
    {"<0xC004F074>A.", NONE, {{0, 20}}},
    {"<0xC004F074>A", NONE, {{0, 20}}},
    {"<0xC004F074>A|", NONE, {{0, 0}}},
    {"<0xC>0.<04F074>", NONE, {{0, 0}}},
    {"<0xC004F07>4", NONE, {{0, 0}}},
    {"<0>x.<C004F074>", NONE, {{0, 0}}},
    {"<0xC004F074>0xC004F074", NONE, {{0, 20}, {20, 10}}},
    {"0xC004F074<0xC004F074>", NONE, {{10, 20}}},
    {"0xC004F074|<0xC004F074>", NONE, {{0, 10}}},
    {"<-1073418124.>", FORMS, {{0, 22}}},
    {"<3221549172.5>", FORMS, {{0, 0}}},
    {"<1.3221549172>", FORMS, {{0, 0}}},
    {".<C004F074>", FORMS, {{1, 16}}},
    {"A0C004F074", FORMS, {{0, 0}}},
    {"B0<C004F074>", FORMS, {{2, 16}}}, /* U+3042 before it */
    /* UTF-16BE, by its flag. */
    {"{0xC004F074}", ACT_SCAN_UTF16BE, {{0, 20}}},
    {"{hr=0xC004F074\n}", ACT_SCAN_UTF16BE, {{6, 20}}},
    {".{0xC004F074}", ACT_SCAN_UTF16BE, {{1, 20}}},
    {"{0xC004F0740}", ACT_SCAN_UTF16BE, {{0, 0}}},
    {"{10xC004F074}", ACT_SCAN_UTF16BE, {{0, 0}}},
    {"{-1073418124}", FORMS | ACT_SCAN_UTF16BE, {{0, 22}}},
    {"{1.C004F074}", FORMS | ACT_SCAN_UTF16BE, {{0, 0}}},
    {"0B{C004F074}", FORMS | ACT_SCAN_UTF16BE, {{2, 16}}}, /* U+3042 before it */
    {"{C004F074}0B", FORMS | ACT_SCAN_UTF16BE, {{0, 16}}},
    {"0xC004F074{.}", ACT_SCAN_UTF16BE, {{0, 10}}},
    {"<0xC004F074>", ACT_SCAN_UTF16BE, {{0, 0}}},
    {"{0xC004F074}", NONE, {{0, 0}}}, /* as UTF-16LE, its last digit lacks a NUL */
    {"", FORMS, {{0, 0}}},
    {"0", FORMS, {{0, 0}}},
    {"0x", FORMS, {{0, 0}}},
    {"x", FORMS, {{0, 0}}},
    {"-", FORMS, {{0, 0}}},
    {"<0>", FORMS, {{0, 0}}},
    {"<0x>", FORMS, {{0, 0}}},
};

static size_t expand(const char *sample, unsigned char *text)
{
    size_t length = 0;
    char mode = '>';
    for (; *sample != '\0'; sample++) {
        if (strchr("<>{}", *sample)) {
            mode = *sample;
            continue;
        }
        if (mode == '{')
            text[length++] = '\0';
        text[length++] = (unsigned char)(*sample == '|' ? '\0' : *sample);
        if (mode == '<')
            text[length++] = '\0';
    }
    return length;
}

static void check_sample(const struct sample *sample, const unsigned char *text, size_t length,
                         size_t before)
{
    for (size_t v = 0; v < variant_count; v++) {
        act_match matches[8];
        size_t i = 0;
        size_t count = scan_whole(variants[v], text, length, 0, sample->flags, 8, matches);
        for (; sample->matches[i].length > 0; i++) {
            ck_assert_uint_lt(i, count);
            ck_assert_uint_eq(matches[i].offset, before + sample->matches[i].offset);
            ck_assert_uint_eq(matches[i].code, 0xC004F074);
            ck_assert_uint_eq(matches[i].length, sample->matches[i].length);
        }
        ck_assert_uint_eq(i, count);
    }
}

/* Where no byte after the text, and none before it, can be read. */
START_TEST(samples_are_found)
{
    enum { PAGES = 1 << 16 };
    const struct sample *sample = &samples[_i];
    unsigned char *end = guarded_end(PAGES), expanded[64];
    size_t length = expand(sample->text, expanded);
    memcpy(end - length, expanded, length);
    check_sample(sample, end - length, length, 0);
    memcpy(end - PAGES, expanded, length);
    check_sample(sample, end - PAGES, length, 0);
}
END_TEST

/* Far from the ends, and across the places where blocks and strides meet. */
START_TEST(samples_are_found_in_the_midst_of_a_text)
{
    enum { BEFORE = 250, LENGTH = 700 };
    unsigned char text[LENGTH], expanded[64];
    size_t length = expand(samples[_i].text, expanded);
    for (size_t before = BEFORE; before < BEFORE + ACT_SCAN_PLACES; before++) {
        memset(text, '~', LENGTH);
        memcpy(text + before, expanded, length);
        check_sample(&samples[_i], text, LENGTH, before);
    }
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
    ck_assert_uint_eq(act_scan(text, sizeof text - 1, &offset, UINT32_C(0xFFFFFFE0), &match, 1), 1);
    ck_assert_uint_eq(match.code, 0xC004F074);
}
END_TEST

/* Under ACT_SCAN_MORE: what is at hand is reported at once if it decides. */
START_TEST(what_decides_is_waited_for)
{
    static const struct {
        const char *text;
        size_t count, offset;
    } pieces[] = {
        {"0xC004F074", 0, 0},
        {"0xC004F074\n", 1, 11},
        {"0xC004F074E", 0, 0},
        {"0xC004F074ER", 1, 12},
        {"0xC004F074face", 0, 0},
        {"0xC004F074facedy", 0, 16},
        {"3221549172", 0, 0},
        {"3221549172.", 0, 0},
        {"3221549172. ", 1, 12},
        {"-107341812", 0, 0},
        {"C004F074", 0, 0},
        {"C004F074,", 1, 9},
        {"C004F074 0", 1, 9},
        {"ab -", 0, 3},
        {"C004F074\n", 1, 9},
        {"0xC004F074 hr=0x", 1, 14},
        {"a-", 0, 1},
        {"10x", 0, 3},
        {"<0xC004F074face>", 0, 0},
        {"<0xC004F074\n>", 1, 22},
        {"<~>0", 0, 2},
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        unsigned char text[64];
        size_t length = expand(pieces[i].text, text);
        for (size_t v = 0; v < variant_count; v++) {
            act_match matches[2];
            size_t offset = 0, count = 0;
            count = variants[v](text, length, &offset, FORMS | ACT_SCAN_MORE, matches, 2);
            ck_assert_uint_eq(count, pieces[i].count);
            ck_assert_uint_eq(offset, pieces[i].offset);
        }
    }
}
END_TEST

Suite *scan_suite(void)
{
    enum { SAMPLES = sizeof samples / sizeof *samples };
    Suite *suite = suite_create("scan");
    TCase *cases = tcase_create("scan");
    variant_count = scan_variants(variants);
    tcase_add_loop_test(cases, samples_are_found, 0, SAMPLES);
    tcase_add_loop_test(cases, samples_are_found_in_the_midst_of_a_text, 0, SAMPLES);
    tcase_add_test(cases, unknown_codes_are_found_on_demand);
    tcase_add_test(cases, a_full_call_leaves_the_rest_of_a_long_text);
    tcase_add_test(cases, nothing_to_do_changes_nothing);
    tcase_add_test(cases, what_lies_before_the_offset_is_context);
    tcase_add_test(cases, unknown_flags_are_ignored);
    tcase_add_test(cases, what_decides_is_waited_for);
    suite_add_tcase(suite, cases);
    return suite;
}
