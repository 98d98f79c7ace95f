/* Times in the text of a case. Expected values are those of date -u -d '...' +%s. */
#include "suites.h"

#include <stdio.h>

#include "case_feeding.h"

static const struct sample {
    const char *text;
    int64_t seconds; /* since 1970; 0: it is not a time */
} samples[] = {
    /* Exports and Get-WinEvent in several regions. */
    {"2026-11-20T08:01:02.123Z", 1795161662},
    {"2026-11-20T08:01:02", 1795161662},
    {"2026/11/20 08:01:02", 1795161662},
    {"2026/11/20 8:01:02", 1795161662},
    {"2026-11-20 08:01:02,123", 1795161662},
    {"2026-11-20, 08:01:02", 1795161662},
    {"20.11.2026 08:01:02", 1795161662},
    {"20-11-2026 08:01:02", 1795161662},
    {"20/11/2026 08:01:02", 1795161662},
    {"11/20/2026 08:01:02", 1795161662},
    {"11/20/2026 8:01:02 AM", 1795161662},
    {"11/20/2026\t8:01:02", 0},
    {"2026-11-20  13:02", 1795179720},
    {"11/20/2026 1:02 PM", 1795179720},
    {"1/5/2026 12:30 AM", 1767573000},
    {"5/1/2026 00:30", 1767573000},
    {"1/5/2026 12:30:00 PM", 1767616200},
    /* The calendar's edges. */
    {"1999-12-31 00:00", 946598400},
    {"2000-03-01 00:00:00", 951868800},
    {"2024-02-29 23:59:59", 1709251199},
    {"1970-01-02 00:00:00", 86400},
    {"2016-12-31 23:59:60", 1483228800},
    /* What is not a time. */
    {"2026-13-20 08:01:02", 0},
    {"2026-00-20 08:01:02", 0},
    {"2026-11-32 08:01:02", 0},
    {"2026-11-00 08:01:02", 0},
    {"2026-11-20 24:01:02", 0},
    {"2026-11-20 08:60:02", 0},
    {"2026-11-20 08:01:61", 0},
    {"2026-11-20 08:01:", 0},
    {"2026-11-20 08:", 0},
    {"2026-11-20 0801", 0},
    {"2026-11-20 at 8:01", 0},
    {"2026-11-20x08:01", 0},
    {"2026-11/20 08:01", 0},
    {"2026-11- 08:01", 0},
    {"2026:11:20 08:01", 0},
    {"20.11.26 08:01", 0},
    {"10.0.19045 08:01", 0},
    {"12345-11-20 08:01", 0},
    {"99999999999-11-20 08:01", 0},
    {"v2026-11-20 08:01", 0},
    {"12ab-11-20 08:01", 0},
    {", 2026-11-20 08:01", 0},
};

static int64_t time_in(const char *text)
{
    static act_case c;
    act_finding finding = {.time = -1};
    case_feed_whole(&c, text);
    act_case_finding(&c, 0, 0, &finding);
    return finding.time;
}

START_TEST(times_are_read)
{
    char text[128];
    int64_t expected = samples[_i].seconds * 1000;
    snprintf(text, sizeof text, "%s 0xC004F050", samples[_i].text);
    ck_assert_msg(time_in(text) == expected, "%s before the code", samples[_i].text);
    snprintf(text, sizeof text, "0xC004F050\nTime: %s", samples[_i].text);
    ck_assert_msg(time_in(text) == expected || samples[_i].text[0] == ',', "%s after the code",
                  samples[_i].text);
}
END_TEST

/* The time in a request is that of the client, which may be wrong. */
START_TEST(times_of_requests_order_nothing)
{
    ck_assert_int_eq(
        time_in("0xC004F042, 0x00000000, kms:1688, 36f27b39-0000-440b-be67-a09996d27a38"
                ", 2026/11/20 08:01, 0, 2, 41760\n"),
        0);
}
END_TEST

Suite *case_time_suite(void)
{
    Suite *suite = suite_create("case time");
    TCase *cases = tcase_create("case time");
    tcase_add_loop_test(cases, times_are_read, 0, sizeof samples / sizeof *samples);
    tcase_add_test(cases, times_of_requests_order_nothing);
    suite_add_tcase(suite, cases);
    return suite;
}
