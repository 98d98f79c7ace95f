/* The version and the identifiers of actdiag.h. Its numbers are pinned in abi/pins.c. */
#include "suites.h"

#include "actdiag.h"
#include "config.h"

START_TEST(versions_agree)
{
    ck_assert_str_eq(act_version(), PACKAGE_VERSION);
    ck_assert_uint_eq(act_version_number(),
                      ACT_VERSION_MAJOR * 0x10000 + ACT_VERSION_MINOR * 0x100 + ACT_VERSION_PATCH);
}
END_TEST

/* Those of the other vocabularies are compared with the manual by doc/reference-test.py. */
START_TEST(types_have_identifiers)
{
    static const char *const types[] = {"mak",  "kms",   "kms-client", "kms-host", "ad",
                                        "avma", "token", "oem",        "digital"};
    for (unsigned i = 0; i < sizeof types / sizeof *types; i++)
        ck_assert_str_eq(act_type_id((act_type)(1U << i)), types[i]);
}
END_TEST

START_TEST(vocabularies_end)
{
    enum { FAR = 100 };
    ck_assert_str_eq(act_known_id(ACT_KNOWN_DOCUMENTED), "documented");
    ck_assert_ptr_null(act_known_id((act_known)(ACT_KNOWN_DOCUMENTED + 1)));
    ck_assert_ptr_null(act_role_id((act_role)(ACT_ROLE_STATE + 1)));
    ck_assert_ptr_null(act_category_id((act_category)FAR));
    ck_assert_ptr_null(act_category_id((act_category)-1));
    ck_assert_ptr_null(act_side_id((act_side)FAR));
}
END_TEST

Suite *header_suite(void)
{
    Suite *suite = suite_create("header");
    TCase *cases = tcase_create("header");
    tcase_add_test(cases, versions_agree);
    tcase_add_test(cases, types_have_identifiers);
    tcase_add_test(cases, vocabularies_end);
    suite_add_tcase(suite, cases);
    return suite;
}
