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

START_TEST(identifiers_are_those_of_the_manual)
{
    static const char *const categories[] = {
        "unknown",           "product-key",    "key-blocked",
        "activation-limit",  "grace-period",   "genuine",
        "hardware",          "kms-host",       "dns",
        "network",           "clock",          "permission",
        "offline-data",      "license-files",  "token-activation",
        "active-directory",  "virtualization", "digital-license",
        "activation-server", "service",        "status"};
    static const char *const sides[] = {"unknown", "none",    "client",    "kms-host",
                                        "dns",     "network", "licensing", "directory"};
    static const char *const roles[] = {"unknown", "cause", "envelope", "state"};
    static const char *const known[] = {"none", "structural", "named", "documented"};
    static const char *const types[] = {"mak",  "kms",   "kms-client", "kms-host", "ad",
                                        "avma", "token", "oem",        "digital"};
    for (unsigned i = 0; i < sizeof categories / sizeof *categories; i++)
        ck_assert_str_eq(act_category_id((act_category)i), categories[i]);
    for (unsigned i = 0; i < sizeof sides / sizeof *sides; i++)
        ck_assert_str_eq(act_side_id((act_side)i), sides[i]);
    for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_str_eq(act_known_id((act_known)i), known[i]);
    for (unsigned i = 0; i < sizeof roles / sizeof *roles; i++)
        ck_assert_str_eq(act_role_id((act_role)i), roles[i]);
    ck_assert_ptr_null(act_role_id((act_role)(sizeof roles / sizeof *roles)));
    for (unsigned i = 0; i < sizeof types / sizeof *types; i++)
        ck_assert_str_eq(act_type_id((act_type)(1U << i)), types[i]);
}
END_TEST

Suite *header_suite(void)
{
    Suite *suite = suite_create("header");
    TCase *cases = tcase_create("header");
    tcase_add_test(cases, versions_agree);
    tcase_add_test(cases, identifiers_are_those_of_the_manual);
    suite_add_tcase(suite, cases);
    return suite;
}
