/* The numbers of actdiag.h, pinned: written out here once more, they may never change. */
#include "suites.h"

#include <stddef.h>

#include "actdiag.h"
#include "config.h"

#define PIN(name, value) _Static_assert((name) == (value), #name " has changed")

PIN(ACT_VERSION_MAJOR, 1);
PIN(ACT_TYPE_MAK, 1);
PIN(ACT_TYPE_KMS, 2);
PIN(ACT_TYPE_KMS_CLIENT, 4);
PIN(ACT_TYPE_KMS_HOST, 8);
PIN(ACT_FIELD_MESSAGE, 0);
PIN(ACT_FIELD_CAUSE, 1);
PIN(ACT_FIELD_STEPS, 2);
PIN(ACT_KNOWN_NONE, 0);
PIN(ACT_KNOWN_STRUCTURAL, 1);
PIN(ACT_KNOWN_NAMED, 2);
PIN(ACT_KNOWN_DOCUMENTED, 3);
PIN(ACT_CATEGORY_UNKNOWN, 0);
PIN(ACT_CATEGORY_PRODUCT_KEY, 1);
PIN(ACT_CATEGORY_KEY_BLOCKED, 2);
PIN(ACT_CATEGORY_ACTIVATION_LIMIT, 3);
PIN(ACT_CATEGORY_GRACE_PERIOD, 4);
PIN(ACT_CATEGORY_GENUINE, 5);
PIN(ACT_CATEGORY_HARDWARE, 6);
PIN(ACT_CATEGORY_KMS_HOST, 7);
PIN(ACT_CATEGORY_DNS, 8);
PIN(ACT_CATEGORY_NETWORK, 9);
PIN(ACT_CATEGORY_CLOCK, 10);
PIN(ACT_CATEGORY_PERMISSION, 11);
PIN(ACT_CATEGORY_OFFLINE_DATA, 12);
PIN(ACT_CATEGORY_LICENSE_FILES, 13);
PIN(ACT_CATEGORY_TOKEN_ACTIVATION, 14);
PIN(ACT_CATEGORY_ACTIVE_DIRECTORY, 15);
PIN(ACT_CATEGORY_VIRTUALIZATION, 16);
PIN(ACT_CATEGORY_DIGITAL_LICENSE, 17);
PIN(ACT_CATEGORY_ACTIVATION_SERVER, 18);
PIN(ACT_CATEGORY_SERVICE, 19);
PIN(ACT_CATEGORY_STATUS, 20);
PIN(ACT_SIDE_UNKNOWN, 0);
PIN(ACT_SIDE_NONE, 1);
PIN(ACT_SIDE_CLIENT, 2);
PIN(ACT_SIDE_KMS_HOST, 3);
PIN(ACT_SIDE_DNS, 4);
PIN(ACT_SIDE_NETWORK, 5);
PIN(ACT_SIDE_LICENSING, 6);
PIN(ACT_FLAG_RETRY, 1);
PIN(ACT_CATEGORY_LABEL, 0);
PIN(ACT_CATEGORY_ADVICE, 1);
PIN(ACT_SCAN_ALL, 1);
PIN(ACT_SCAN_MORE, 2);
PIN(ACT_SCAN_TAIL, 32);
PIN(ACT_DOCUMENT_LANGUAGE, 0);
PIN(ACT_DOCUMENT_TITLE, 1);
PIN(ACT_DOCUMENT_DATE, 2);
PIN(ACT_DOCUMENT_SOURCE, 3);

PIN(sizeof(act_class), 64);
PIN(offsetof(act_class, code), 0);
PIN(offsetof(act_class, known), 4);
PIN(offsetof(act_class, category), 8);
PIN(offsetof(act_class, types), 12);
PIN(offsetof(act_class, side), 16);
PIN(offsetof(act_class, flags), 20);
PIN(offsetof(act_class, severity), 24);
PIN(offsetof(act_class, facility), 28);
PIN(offsetof(act_class, status), 32);
PIN(offsetof(act_class, reserved), 36);
PIN(sizeof(act_match), 16);
PIN(offsetof(act_match, offset), 0);
PIN(offsetof(act_match, code), 8);
PIN(offsetof(act_match, length), 12);
PIN(sizeof(act_category), 4);
PIN(sizeof(act_type), 4);

START_TEST(versions_agree)
{
    ck_assert_str_eq(act_version(), PACKAGE_VERSION);
    ck_assert_uint_eq(act_version_number(), 0x00010000);
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
    static const char *const sides[] = {"unknown", "none",    "client",   "kms-host",
                                        "dns",     "network", "licensing"};
    static const char *const known[] = {"none", "structural", "named", "documented"};
    static const char *const types[] = {"mak", "kms", "kms-client", "kms-host"};
    for (unsigned i = 0; i < sizeof categories / sizeof *categories; i++)
        ck_assert_str_eq(act_category_id((act_category)i), categories[i]);
    for (unsigned i = 0; i < sizeof sides / sizeof *sides; i++)
        ck_assert_str_eq(act_side_id((act_side)i), sides[i]);
    for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
        ck_assert_str_eq(act_known_id((act_known)i), known[i]);
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
