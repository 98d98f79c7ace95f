/* Classification of documented, named, structural and unknown codes. */
#include "suites.h"

#include <string.h>

#include "actdiag.h"

enum {
    MAK = ACT_TYPE_MAK,
    KMS = ACT_TYPE_KMS,
    CLIENT = ACT_TYPE_KMS_CLIENT,
    HOST = ACT_TYPE_KMS_HOST
};

/*
 * An administrator's judgement of each documented code: for which activation types it occurs (the
 * article's third column), its category, and where to fix it.
 */
static const struct expectation {
    uint32_t code;
    uint32_t types;
    const char *category;
    const char *side;
} documented[] = {
    {0x8004FE21, MAK | CLIENT, "genuine", "client"},
    {0x80070005, MAK | CLIENT | HOST, "permission", "client"},
    {0x8007007B, CLIENT, "dns", "dns"},
    {0x80070490, MAK, "product-key", "client"},
    {0x800706BA, CLIENT, "network", "network"},
    {0x8007232A, HOST, "dns", "dns"},
    {0x8007232B, CLIENT, "dns", "dns"},
    {0x8007251D, CLIENT, "dns", "dns"},
    {0x80092328, CLIENT, "dns", "dns"},
    {0xC004B100, MAK, "activation-server", "licensing"},
    {0xC004C001, MAK, "product-key", "client"},
    {0xC004C003, MAK, "key-blocked", "licensing"},
    {0xC004C008, KMS, "activation-limit", "licensing"},
    {0xC004C020, MAK, "activation-limit", "licensing"},
    {0xC004C021, MAK, "activation-limit", "licensing"},
    {0xC004F009, MAK, "grace-period", "client"},
    {0xC004F00F, MAK | CLIENT | HOST, "hardware", "client"},
    {0xC004F014, MAK | CLIENT, "product-key", "client"},
    {0xC004F02C, MAK | CLIENT, "offline-data", "client"},
    {0xC004F035, CLIENT | HOST, "product-key", "client"},
    {0xC004F038, CLIENT, "kms-host", "kms-host"},
    {0xC004F039, CLIENT, "network", "network"},
    {0xC004F041, CLIENT, "kms-host", "kms-host"},
    {0xC004F042, CLIENT, "kms-host", "kms-host"},
    {0xC004F050, MAK | KMS | CLIENT, "product-key", "client"},
    {0xC004F051, MAK | KMS, "key-blocked", "licensing"},
    {0xC004F064, MAK, "genuine", "licensing"},
    {0xC004F065, MAK | CLIENT, "genuine", "client"},
    {0xC004F06C, CLIENT, "clock", "client"},
    {0xC004F074, CLIENT, "kms-host", "network"},
};

START_TEST(documented_codes_are_judged_as_an_administrator_would)
{
    const struct expectation *expected = &documented[_i];
    act_class details;
    act_category category = act_classify(expected->code, &details);
    ck_assert_uint_eq(act_classify(expected->code, NULL), category);
    ck_assert_uint_eq(details.code, expected->code);
    ck_assert_uint_eq(details.known, ACT_KNOWN_DOCUMENTED);
    ck_assert_uint_eq(details.types, expected->types);
    ck_assert_str_eq(act_category_id((act_category)details.category), expected->category);
    ck_assert_str_eq(act_side_id((act_side)details.side), expected->side);
    ck_assert_uint_eq(category, details.category);
    ck_assert_uint_eq(act_entry_types(act_lookup(expected->code)), expected->types);
}
END_TEST

/* Codes that neither the documents nor the register hold: what their structure alone shows. */
static const struct structural {
    uint32_t code;
    act_known known;
    act_category category;
    act_side side;
} structural[] = {
    {0x0004FFFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x6FFFFFFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x80040FFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x80041051, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},
    {0x800410FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},
    {0x80041100, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x800706A3, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN}, /* 1699 */
    {0x800706B4, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK},
    {0x800706F6, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK}, /* 1782 */
    {0x800706F8, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x80070717, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x8007071B, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK},
    {0x8007072A, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK}, /* 1834 */
    {0x8007072B, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x80072007, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN}, /* 8199 */
    {0x80072008, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVE_DIRECTORY, ACT_SIDE_DIRECTORY},
    {0x80072327, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVE_DIRECTORY,
     ACT_SIDE_DIRECTORY}, /* 8999 */
    {0x80072328, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DNS, ACT_SIDE_DNS},
    {0x8007270F, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DNS, ACT_SIDE_DNS}, /* 9999 */
    {0x80072710, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK},
    {0x80072EDF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK}, /* 11999 */
    {0x80072FA7, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK}, /* 12199 */
    {0x80072FA8, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x803F6FFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x803F7000, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DIGITAL_LICENSE, ACT_SIDE_CLIENT},
    {0x803F9FFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DIGITAL_LICENSE, ACT_SIDE_CLIENT},
    {0x803FAFFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVATION_SERVER, ACT_SIDE_LICENSING},
    {0x803FB000, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x87E10000, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DIGITAL_LICENSE, ACT_SIDE_CLIENT},
    {0x87E1FFFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DIGITAL_LICENSE, ACT_SIDE_CLIENT},
    {0x87E20000, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0xC0020FFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK, ACT_SIDE_NETWORK},
    {0xC0030000, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0xC0049FFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0xC004A999, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVATION_SERVER, ACT_SIDE_LICENSING},
    {0xC004B999, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVATION_SERVER, ACT_SIDE_LICENSING},
    {0xC004C0FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVATION_SERVER, ACT_SIDE_LICENSING},
    {0xC004C100, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_PRODUCT_KEY, ACT_SIDE_LICENSING},
    {0xC004C290, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_GENUINE, ACT_SIDE_CLIENT},
    {0xC004C32F, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_GENUINE, ACT_SIDE_CLIENT},
    {0xC004C400, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_PRODUCT_KEY, ACT_SIDE_LICENSING},
    {0xC004C599, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_GENUINE, ACT_SIDE_CLIENT},
    {0xC004C601, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_PRODUCT_KEY, ACT_SIDE_LICENSING},
    {0xC004C7FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVATION_SERVER, ACT_SIDE_LICENSING},
    {0xC004C999, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_PRODUCT_KEY, ACT_SIDE_LICENSING},
    {0xC004D2FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},
    {0xC004D3FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_LICENSE_FILES, ACT_SIDE_CLIENT},
    {0xC004D7FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_GENUINE, ACT_SIDE_CLIENT},
    {0xC004D999, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_LICENSE_FILES, ACT_SIDE_CLIENT},
    {0xC004E999, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_LICENSE_FILES, ACT_SIDE_CLIENT},
    {0xC004F2FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},
    {0xC004F3FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_TOKEN_ACTIVATION, ACT_SIDE_CLIENT},
    {0xC004F4FF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DIGITAL_LICENSE, ACT_SIDE_CLIENT},
    {0xC004F999, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},
    {0xC004FDFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_VIRTUALIZATION, ACT_SIDE_CLIENT},
    {0xC004FFFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_SERVICE, ACT_SIDE_CLIENT},
    {0xC0050000, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0xC0EA0099, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_DIGITAL_LICENSE, ACT_SIDE_CLIENT},
    {0xC0EA0100, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0xC1234567, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0x80082328, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
    {0xEFFFFFFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN, ACT_SIDE_UNKNOWN},
};

START_TEST(unlisted_codes_are_judged_by_structure)
{
    const struct structural *expected = &structural[_i];
    act_class details;
    memset(&details, 0xAA, sizeof details);
    ck_assert_uint_eq(act_classify(expected->code, &details), expected->category);
    ck_assert_uint_eq(act_classify(expected->code, NULL), expected->category);
    ck_assert_uint_eq(details.code, expected->code);
    ck_assert_uint_eq(details.known, expected->known);
    ck_assert_uint_eq(details.category, expected->category);
    ck_assert_uint_eq(details.side, expected->side);
    ck_assert_uint_eq(details.types, 0);
    ck_assert_uint_eq(details.flags, 0);
    ck_assert_uint_eq(details.subject, expected->code);
    ck_assert_ptr_null(act_name(expected->code));
    for (size_t i = 0; i < sizeof details.reserved / sizeof *details.reserved; i++)
        ck_assert_uint_eq(details.reserved[i], 0);
}
END_TEST

/* Numbers that are other codes in other clothes, and some that only look like it. */
static const struct subject {
    uint32_t code;
    uint32_t subject;
    act_known known;
    act_category category;
} subjects[] = {
    {1722, 0x800706BA, ACT_KNOWN_DOCUMENTED, ACT_CATEGORY_NETWORK},
    {5, 0x80070005, ACT_KNOWN_DOCUMENTED, ACT_CATEGORY_PERMISSION},
    {12152, 0x80072F78, ACT_KNOWN_NAMED, ACT_CATEGORY_NETWORK},
    {8300, 0x8007206C, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_ACTIVE_DIRECTORY},
    {12288, 0x80073000, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
    {65535, 0x8007FFFF, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
    {65536, 65536, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
    {0, 0, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_STATUS},
    {0xC0070005, 0x80070005, ACT_KNOWN_DOCUMENTED, ACT_CATEGORY_PERMISSION},
    {0xD0000022, 0xC0000022, ACT_KNOWN_NAMED, ACT_CATEGORY_PERMISSION},
    {0xD0020FFF, 0xD0020FFF, ACT_KNOWN_STRUCTURAL, ACT_CATEGORY_NETWORK},
    {0x10000005, 0x10000005, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
    {0x90004005, 0x90004005, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
    {0xD004F074, 0xD004F074, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
    {0xC004F00C, 0x4004F00C, ACT_KNOWN_DOCUMENTED, ACT_CATEGORY_GRACE_PERIOD},
    {0x8004F074, 0xC004F074, ACT_KNOWN_DOCUMENTED, ACT_CATEGORY_KMS_HOST},
    {0x4004F00C, 0x4004F00C, ACT_KNOWN_DOCUMENTED, ACT_CATEGORY_GRACE_PERIOD},
    {0x00FC004F, 0x00FC004F, ACT_KNOWN_NONE, ACT_CATEGORY_UNKNOWN},
};

START_TEST(codes_in_other_clothes_are_answered_as_themselves)
{
    const struct subject *expected = &subjects[_i];
    act_class details, of_subject;
    act_classify(expected->code, &details);
    act_classify(expected->subject, &of_subject);
    ck_assert_uint_eq(details.code, expected->code);
    ck_assert_uint_eq(details.subject, expected->subject);
    ck_assert_uint_eq(details.known, expected->known);
    ck_assert_uint_eq(details.category, expected->category);
    ck_assert_uint_eq(act_classify(expected->code, NULL), expected->category);
    ck_assert_uint_eq(details.types, of_subject.types);
    ck_assert_uint_eq(details.side, of_subject.side);
    ck_assert_uint_eq(details.role, of_subject.role);
    ck_assert_uint_eq(details.flags, of_subject.flags);
    ck_assert_uint_eq(details.status, expected->code & 0xFFFF);
    ck_assert_uint_eq(details.severity, expected->code >> 31);
    if (expected->code != expected->subject) {
        ck_assert_ptr_null(act_name(expected->code));
        ck_assert_ptr_null(act_lookup(expected->code));
    }
}
END_TEST

START_TEST(other_forms_are_not_listed)
{
    uint32_t code;
    for (size_t i = 0; act_code_at(i, &code); i++)
        ck_assert_uint_ne(code, 1722);
    ck_assert_ptr_null(act_reference(1722));
}
END_TEST

START_TEST(hresults_are_taken_apart)
{
    act_class details;
    memset(&details, 0xAA, sizeof details);
    act_classify(0x8007232B, &details);
    ck_assert_uint_eq(details.severity, 1);
    ck_assert_uint_eq(details.facility, 7);
    ck_assert_uint_eq(details.status, 9003);
    for (size_t i = 0; i < sizeof details.reserved / sizeof *details.reserved; i++)
        ck_assert_uint_eq(details.reserved[i], 0);
    act_classify(0x07FF8000, &details);
    ck_assert_uint_eq(details.severity, 0);
    ck_assert_uint_eq(details.facility, 0x7FF);
    ck_assert_uint_eq(details.status, 0x8000);
}
END_TEST

START_TEST(waiting_cures_what_it_can)
{
    act_class details;
    act_classify(0xC004F038, &details); /* the count may still be reached */
    ck_assert_uint_eq(details.flags, ACT_FLAG_RETRY);
    act_classify(0xC004C003, &details); /* a blocked key stays blocked */
    ck_assert_uint_eq(details.flags, 0);
}
END_TEST

START_TEST(named_codes_have_name_and_no_types)
{
    act_class details;
    ck_assert_uint_ne(act_classify(0xC004F013, &details), ACT_CATEGORY_UNKNOWN);
    ck_assert_uint_eq(details.known, ACT_KNOWN_NAMED);
    ck_assert_uint_eq(details.types, 0);
    ck_assert_str_eq(act_name(0xC004F013), "SL_E_RIGHT_NOT_GRANTED");
}
END_TEST

START_TEST(every_category_and_side_has_words)
{
    static const char *const languages[] = {"ja", "en"};
    const char *language = languages[_i];
    for (int category = ACT_CATEGORY_UNKNOWN; category <= ACT_CATEGORY_STATUS; category++) {
        const char *label = act_category_text((act_category)category, ACT_CATEGORY_LABEL, language);
        ck_assert_uint_gt(strlen(label), 0);
        if (category != ACT_CATEGORY_UNKNOWN && category != ACT_CATEGORY_STATUS)
            ck_assert_uint_gt(
                strlen(act_category_text((act_category)category, ACT_CATEGORY_ADVICE, language)),
                strlen(label));
    }
    for (int side = ACT_SIDE_UNKNOWN; side <= ACT_SIDE_DIRECTORY; side++)
        ck_assert_uint_gt(strlen(act_side_text((act_side)side, language)), 0);
    for (int type = ACT_TYPE_MAK; type <= ACT_TYPE_DIGITAL; type *= 2)
        ck_assert_uint_gt(strlen(act_type_text((act_type)type, language)), 0);
}
END_TEST

START_TEST(values_out_of_range_have_no_words)
{
    ck_assert_str_eq(act_category_text((act_category)100, ACT_CATEGORY_LABEL, "en"), "");
    ck_assert_str_eq(act_category_text((act_category)-1, ACT_CATEGORY_LABEL, "en"), "");
    ck_assert_str_eq(act_category_text(ACT_CATEGORY_DNS, (act_category_field)2, "en"), "");
    ck_assert_str_eq(act_side_text((act_side)100, "en"), "");
    ck_assert_str_eq(act_type_text((act_type)3, "en"), "");
    ck_assert_str_eq(act_type_text((act_type)512, "en"), "");
    ck_assert_ptr_null(act_type_id((act_type)0));
    ck_assert_ptr_null(act_type_id((act_type)3));
}
END_TEST

Suite *classify_suite(void)
{
    Suite *suite = suite_create("classify");
    TCase *cases = tcase_create("classify");
    tcase_add_loop_test(cases, documented_codes_are_judged_as_an_administrator_would, 0,
                        sizeof documented / sizeof *documented);
    tcase_add_loop_test(cases, unlisted_codes_are_judged_by_structure, 0,
                        sizeof structural / sizeof *structural);
    tcase_add_loop_test(cases, codes_in_other_clothes_are_answered_as_themselves, 0,
                        sizeof subjects / sizeof *subjects);
    tcase_add_test(cases, other_forms_are_not_listed);
    tcase_add_test(cases, hresults_are_taken_apart);
    tcase_add_test(cases, waiting_cures_what_it_can);
    tcase_add_test(cases, named_codes_have_name_and_no_types);
    tcase_add_loop_test(cases, every_category_and_side_has_words, 0, 2);
    tcase_add_test(cases, values_out_of_range_have_no_words);
    suite_add_tcase(suite, cases);
    return suite;
}
