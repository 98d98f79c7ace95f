/* act_format(), compared with snprintf(). */
#include "suites.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "actdiag.h"

START_TEST(format_is_printf_s)
{
    uint32_t code = 0;
    for (unsigned round = 0; round < 10000; round++, code = code * 1664525 + 1013904223) {
        char expected[16], text[16];
        snprintf(expected, sizeof expected, "0x%08" PRIX32, code);
        memset(text, '#', sizeof text);
        ck_assert_uint_eq(act_format(code, text, sizeof text), 10);
        ck_assert_str_eq(text, expected);
        ck_assert_int_eq(text[11], '#');
    }
    ck_assert_uint_eq(act_format(UINT32_MAX, NULL, 0), 10);
}
END_TEST

START_TEST(format_cuts_as_snprintf_does)
{
    for (size_t size = 0; size <= 12; size++) {
        char expected[16], text[16];
        memset(expected, '#', sizeof expected);
        memset(text, '#', sizeof text);
        int length = snprintf(expected, size, "0x%08X", 0xC004F074U);
        ck_assert_uint_eq(act_format(0xC004F074, text, size), (size_t)length);
        ck_assert_mem_eq(text, expected, sizeof text);
    }
}
END_TEST

Suite *format_suite(void)
{
    Suite *suite = suite_create("format");
    TCase *cases = tcase_create("format");
    tcase_add_test(cases, format_is_printf_s);
    tcase_add_test(cases, format_cuts_as_snprintf_does);
    suite_add_tcase(suite, cases);
    return suite;
}
