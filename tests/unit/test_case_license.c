/* What the text around a code has about the license of the product. */
#include "suites.h"

#include <string.h>

#include "case_feeding.h"

#define NO ACT_NOT_KNOWN
#define CODE "0x8007232B\n"

static const struct {
    const char *text, *host;
    uint32_t state, minutes, current, is_evaluation;
} samples[] = {
    {CODE, NULL, NO, NO, NO, 0},
    /* Objects of CIM, as lists and as JSON. */
    {"LicenseStatus : 5\nGracePeriodRemaining : 14400\n" CODE, NULL, 5, 14400, NO, 0},
    {"\"LicenseStatus\": 1,\"Code\":\"0x8007232B\",\"GracePeriodRemaining\":0", NULL, 1, 0, NO, 0},
    {"LicenseStatusReason : 3221549172\nLicenseStatus : 7\n" CODE, NULL, NO, NO, NO, 0},
    {"GracePeriodRemaining : many\n" CODE, NULL, NO, NO, NO, 0},
    {"GracePeriodRemaining : 5x\nLicenseStatus :\n3\n" CODE, NULL, NO, NO, NO, 0},
    {"LicenseStatus :                                                  5\n" CODE, NULL, NO, NO, NO,
     0},
    {"KeyManagementServiceCurrentCount : none\n" CODE, NULL, NO, NO, NO, 0},
    {"KeyManagementServiceCurrentCount : 12\n" CODE, NULL, NO, NO, 12, 0},
    {"KeyManagementServiceCurrentCount : 4294967295\n" CODE, NULL, NO, NO, NO, 0},
    {CODE "DiscoveredKeyManagementServiceMachineName : kms.example.org\n", "kms.example.org", NO,
     NO, NO, 0},
    {CODE "KeyManagementServiceMachine : [fe80::1]:1688\n", "[fe80::1]:1688", NO, NO, NO, 0},
    {CODE "KeyManagementServiceMachine :\n", NULL, NO, NO, NO, 0},
    {"Description : Windows(R) Operating System, TIMEBASED_EVAL channel\n" CODE, NULL, NO, NO, NO,
     1},
    /* slmgr.vbs. */
    {"License Status: Licensed\nVolume activation expiration: 259200 minute(s) (180 day(s))\n" CODE,
     NULL, 1, 259200, NO, 0},
    {"License Status: Unlicensed\n" CODE, NULL, 0, NO, NO, 0},
    {"License Status: Initial grace period\nTime remaining: 60 minute(s)\n" CODE, NULL, 2, 60, NO,
     0},
    {"License Status: Additional grace period (KMS license expired)\n" CODE, NULL, 3, NO, NO, 0},
    {"License Status: Non-genuine grace period.\n" CODE, NULL, 4, NO, NO, 0},
    {"License Status: Extended grace period\n" CODE, NULL, 6, NO, NO, 0},
    {"License Status: of no kind\n" CODE, NULL, NO, NO, NO, 0},
    {"KMS machine name from DNS: kms.example.org:1688\n" CODE, "kms.example.org:1688", NO, NO, NO,
     0},
    {"Registered KMS machine name: kms2:1689\n" CODE, "kms2:1689", NO, NO, NO, 0},
    /* ospp.vbs. */
    {"LICENSE STATUS:  ---OOB_GRACE--- \n" CODE "REMAINING GRACE: 29 days  (42180 minute(s))\n",
     NULL, 2, 42180, NO, 0},
    {"LICENSE STATUS:  ---NOTIFICATIONS--- \n" CODE, NULL, 5, NO, NO, 0},
    /* Another product's. */
    {"LicenseStatus : 1\nTIMEBASED_EVAL\n\n" CODE "\nLicenseStatus : 5\n", NULL, NO, NO, NO, 0},
    {"LicenseStatus : 1\n" CODE "LicenseStatus : 5\n", NULL, 1, NO, NO, 0},
};

static void check(int sample, const struct case_feeding *feeding)
{
    static act_case c;
    act_finding finding;
    case_feed(&c, samples[sample].text, feeding);
    ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 1);
    ck_assert_uint_eq(finding.state, samples[sample].state);
    ck_assert_uint_eq(finding.minutes, samples[sample].minutes);
    ck_assert_uint_eq(finding.current, samples[sample].current);
    ck_assert_pstr_eq(act_case_host(&c, finding.host), samples[sample].host);
    ck_assert_uint_eq((finding.flags & ACT_FINDING_EVALUATION) != 0, samples[sample].is_evaluation);
}

START_TEST(the_license_is_read)
{
    check(_i, &(struct case_feeding){SIZE_MAX, 1, 0, false});
    check(_i, &(struct case_feeding){1, 2, 0, true});
}
END_TEST

/* A mark further away than a record reaches belongs to something else. */
START_TEST(a_license_reaches_as_far_as_a_record)
{
    static act_case c;
    act_finding finding;
    char text[2048];
    for (size_t distance = 1300; distance <= 1500; distance += 200) {
        memset(text, ' ', sizeof text);
        memcpy(text, "LicenseStatus : 5", 17);
        memcpy(text + 700, CODE, sizeof CODE - 2);
        memcpy(text + distance, " 0x80072EE7", sizeof " 0x80072EE7");
        case_feed_whole(&c, text);
        ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 1);
        ck_assert_uint_eq(finding.code, 0x80072EE7);
        ck_assert_uint_eq(finding.state, distance == 1300 ? 5 : NO);
    }
}
END_TEST

/* The computer has the name of no KMS host. */
START_TEST(a_host_is_not_the_computer)
{
    static act_case c;
    case_feed_whole(&c, "DiscoveredKeyManagementServiceMachineName : kms1\n" CODE);
    ck_assert_str_eq(act_case_computer(&c, 0), "");
}
END_TEST

Suite *case_license_suite(void)
{
    Suite *suite = suite_create("case license");
    TCase *cases = tcase_create("license");
    tcase_add_loop_test(cases, the_license_is_read, 0, sizeof samples / sizeof *samples);
    tcase_add_test(cases, a_license_reaches_as_far_as_a_record);
    tcase_add_test(cases, a_host_is_not_the_computer);
    suite_add_tcase(suite, cases);
    return suite;
}
