/* The choice of act_scan()'s variant, on processors that are made up and on this one. */
#include "suites.h"

#include "scan.h"

#ifdef ACT_SCAN_X86

/* Bits as Intel's and AMD's manuals number them. */
enum { OSXSAVE = 1 << 27, AVX2 = 1 << 5, XMM_AND_YMM = 0x6, XMM = 0x2, YMM = 0x4 };

static const struct processor {
    unsigned leaf_1_ecx, leaf_7_ebx;
    uint32_t xcr0;
    int allows;
} processors[] = {
    {OSXSAVE, AVX2, XMM_AND_YMM, 1}, {~0U, ~0U, ~0U, 1},           {0, 0, 0, 0},
    {0, AVX2, XMM_AND_YMM, 0},       {~0U ^ OSXSAVE, ~0U, ~0U, 0}, {OSXSAVE, 0, XMM_AND_YMM, 0},
    {~0U, ~0U ^ AVX2, ~0U, 0},       {OSXSAVE, AVX2, 0, 0},        {OSXSAVE, AVX2, XMM, 0},
    {OSXSAVE, AVX2, YMM, 0},
};

static const struct processor *asked;
static unsigned questions;

static void tell_cpuid(unsigned leaf, unsigned *ebx, unsigned *ecx)
{
    questions++;
    *ebx = leaf == 7 ? asked->leaf_7_ebx : 0;
    *ecx = leaf == 1 ? asked->leaf_1_ecx : 0;
}

static uint32_t tell_saved_registers(void)
{
    ck_assert_uint_ne(asked->leaf_1_ecx & OSXSAVE, 0); /* else the instruction is none */
    return asked->xcr0;
}

static const struct act_scan_processor made_up = {tell_cpuid, tell_saved_registers};

START_TEST(avx2_is_taken_where_processor_and_system_have_it)
{
    int chosen = 0;
    asked = &processors[_i];
    act_scan_variant *expected = asked->allows ? act_scan_avx2 : act_scan_sse2;
    ck_assert_int_eq(act_scan_allows_avx2(&made_up), asked->allows);
    ck_assert(act_scan_choose(&chosen, &made_up) == expected);
    questions = 0;
    ck_assert(act_scan_choose(&chosen, &made_up) == expected);
    ck_assert_uint_eq(questions, 0);
}
END_TEST

START_TEST(this_processor_is_judged_as_the_compiler_judges_it)
{
    __builtin_cpu_init();
    ck_assert_int_eq(act_scan_has_avx2(), __builtin_cpu_supports("avx2") != 0);
}
END_TEST

Suite *scan_choice_suite(void)
{
    Suite *suite = suite_create("scan choice");
    TCase *cases = tcase_create("scan choice");
    tcase_add_loop_test(cases, avx2_is_taken_where_processor_and_system_have_it, 0,
                        sizeof processors / sizeof *processors);
    tcase_add_test(cases, this_processor_is_judged_as_the_compiler_judges_it);
    suite_add_tcase(suite, cases);
    return suite;
}

#else

#include <stdio.h>

Suite *scan_choice_suite(void)
{
    puts("SKIP: scan choice: the portable variant is this processor's only one");
    return suite_create("scan choice");
}

#endif
