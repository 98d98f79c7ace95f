/* Symbolic names and the list of known codes. */
#include "suites.h"

#include <ctype.h>
#include <string.h>

#include "actdiag.h"
#include "name.h"

START_TEST(every_name_is_found_in_any_case)
{
    uint32_t code, found;
    size_t named = 0;
    for (size_t i = 0; act_code_at(i, &code); i++) {
        const char *name = act_name(code);
        char lower[ACT_NAME_MAXIMUM + 1];
        if (!name)
            continue;
        size_t length = strlen(name);
        ck_assert_uint_lt(length, sizeof lower);
        for (size_t j = 0; j < length; j++)
            lower[j] = (char)tolower((unsigned char)name[j]);
        ck_assert_int_eq(act_name_find(name, length, &found), 1);
        ck_assert_uint_eq(found, code);
        ck_assert_int_eq(act_name_find(lower, length, &found), 1);
        ck_assert_uint_eq(found, code);
        ck_assert_int_eq(act_name_find(name, length - 1, &found) && found == code, 0);
        named++;
    }
    ck_assert_uint_ge(named, 407);
}
END_TEST

START_TEST(other_words_are_no_names)
{
    uint32_t code = 7;
    static const char *const words[] = {"",    "S", "SL_E", "SL_E_VL_BINDING_SERVICE_UNAVAILABLES",
                                        "zzz", "_", "\xFF", " SL_E_INTERNAL_ERROR"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        ck_assert_int_eq(act_name_find(words[i], strlen(words[i]), &code), 0);
    ck_assert_int_eq(act_name_find("SL_E_INTERNAL_ERROR", sizeof "SL_E_INTERNAL_ERROR", &code), 0);
    ck_assert_uint_eq(code, 7);
}
END_TEST

START_TEST(names_are_those_of_windows)
{
    ck_assert_str_eq(act_name(0xC004F074), "SL_E_VL_BINDING_SERVICE_UNAVAILABLE");
    ck_assert_str_eq(act_name(0x80070005), "ERROR_ACCESS_DENIED");
    ck_assert_ptr_null(act_name(0xC1234567));
}
END_TEST

START_TEST(known_codes_ascend)
{
    uint32_t code = 0, previous = 0;
    size_t count = 0;
    for (; act_code_at(count, &code); count++) {
        ck_assert(count == 0 || code > previous);
        previous = code;
    }
    ck_assert_uint_ge(count, 407 + 60);
    code = 7;
    ck_assert_int_eq(act_code_at(count, &code), 0);
    ck_assert_int_eq(act_code_at(SIZE_MAX, &code), 0);
    ck_assert_uint_eq(code, 7);
}
END_TEST

Suite *name_suite(void)
{
    Suite *suite = suite_create("name");
    TCase *cases = tcase_create("name");
    tcase_add_test(cases, every_name_is_found_in_any_case);
    tcase_add_test(cases, other_words_are_no_names);
    tcase_add_test(cases, names_are_those_of_windows);
    tcase_add_test(cases, known_codes_ascend);
    suite_add_tcase(suite, cases);
    return suite;
}
