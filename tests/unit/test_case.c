/* Cases: which codes of a text are findings, and which one to act on. */
#include "suites.h"

#include <string.h>

#include "case_feeding.h"

#define GUID "36f27b39-0000-440b-be67-a09996d27a38"
#define REQUEST(code, host, time)                                                                  \
    "Event ID: 12288\nInfo:\n" code ", 0x00000000, " host ", " GUID ", " time                      \
    ", 0, 2, 41760, " GUID ", 25\n"
#define ANSWER(code, activated, count)                                                             \
    "Event ID: 12289\nInfo:\n" code ", 0x00000000, " activated ", 0, " count                       \
    ", 120, 10080, 2026/11/20 08:01\n"
#define LIST_LINE(number, key, code)                                                               \
    number ": " GUID ", 1, " key " [(0 [" code ", 0, 0], [(?)(?)(?)(?)(?)(?)(?)(?)])(1 )(2 )(3 "   \
           ")]\n"
#define FAILURE(code) "Event ID: 8198\nhr=" code "\nAction=AutoActivate;Trigger=TimerEvent\n"
#define SUCCESS "Activating Windows(R) ...\nProduct activated successfully.\n"

/* More than a record is long. */
#define DOTS ".................................................."
#define FAR_PART DOTS DOTS DOTS DOTS DOTS DOTS
#define FAR FAR_PART FAR_PART FAR_PART FAR_PART FAR_PART "\n"

struct sample {
    const char *name;
    const char *text;
    uint32_t verdict; /* 0: none */
    act_rule rule;
    unsigned findings;
};

static const struct sample samples[] = {
    {"one code", "Error: 0xC004F050 The key is invalid.", 0xC004F050, ACT_RULE_ONLY, 1},
    {"no code", "nothing, 0x80070005A0, 13221549172", 0, ACT_RULE_NONE, 0},
    {"an unknown code is not a finding", "0xC1234567", 0, ACT_RULE_NONE, 0},
    {"a cause before an envelope", "0x8007007B 0xC004F074", 0x8007007B, ACT_RULE_ROLE, 2},
    {"a cause before a state", "0xC004F034 0xC004F050 0xC004F034", 0xC004F050, ACT_RULE_ROLE, 2},
    {"an envelope before a state", "0xC004F074 0xC004F034", 0xC004F074, ACT_RULE_ROLE, 2},
    {"a state alone", "Notification Reason: 0xC004F034.", 0xC004F034, ACT_RULE_ONLY, 1},
    {"a cause before a code of unknown role", "0xC004F050 0x80070057", 0xC004F050, ACT_RULE_ROLE,
     2},
    {"a code of unknown role before an envelope", "0x80070057 0xC004F074", 0x80070057,
     ACT_RULE_ROLE, 2},
    {"anything before a status", "0xC004F034 0x4004F040", 0xC004F034, ACT_RULE_ROLE, 2},
    {"what is not settled before what is", "0x8007232B\n" SUCCESS "0xC004F034", 0xC004F034,
     ACT_RULE_ONLY, 2},
    {"a listed key is a key", LIST_LINE("1", "1", "0xC004F034") "0xC004F014", 0xC004F034,
     ACT_RULE_ONLY, 1},
    {"a status is nothing to act on", "0x4004F040", 0, ACT_RULE_NONE, 1},
    {"the code of a request before a later one",
     REQUEST("0xC004F042", "kms.example.org:1688", "2026/11/20 08:01") "Error: 0x80070005",
     0xC004F042, ACT_RULE_REQUEST, 2},
    {"the code of an answer", ANSWER("0xC004F038", "0", "4") "0x8007232B", 0xC004F038,
     ACT_RULE_REQUEST, 2},
    {"the code of a host's record",
     "0xC004F06C,5,client," GUID ",2010/9/29 21:46,0,2,41520," GUID "\n0x8007232B", 0xC004F06C,
     ACT_RULE_REQUEST, 2},
    {"the original of event 1015", "Returned hr=0xC004F022, Original hr=0xC004F050\n0x8007232B",
     0xC004F050, ACT_RULE_REQUEST, 3},
    {"a documented code before a named one", "0xC004F050 0xC004F0FF 0xC004B001", 0xC004F050,
     ACT_RULE_DOCUMENTED, 2},
    {"the latest of equals", "0xC004F050\n0x8007232B\n", 0x8007232B, ACT_RULE_LATEST, 2},
    {"the latest by time", "2026-11-20T08:02:00 0xC004F050\n\n2026-11-20T08:01:00 0x8007232B\n",
     0xC004F050, ACT_RULE_LATEST, 2},
    {"times of Get-WinEvent",
     "TimeCreated : 11/20/2026 1:02:00 PM\nId : 8198\nhr=0xC004F050\n\n"
     "TimeCreated : 11/20/2026 11:59:00 AM\nId : 8198\nhr=0x8007232B\n",
     0xC004F050, ACT_RULE_LATEST, 2},
    {"digits alone are not acted on beside a code", "0xC004F050 80070005", 0xC004F050,
     ACT_RULE_ROLE, 2},
    {"digits alone", "error 80070005", 0x80070005, ACT_RULE_ONLY, 1},
    {"lists of products without a key are left out",
     LIST_LINE("1", "0", "0xC004F014") LIST_LINE("2", "0", "0xC004F014"), 0, ACT_RULE_NONE, 0},
    {"a listed product with a key", LIST_LINE("1", "1", "0xC004F034"), 0xC004F034, ACT_RULE_ONLY,
     1},
    {"what follows a list", LIST_LINE("1", "0", "0xC004F014") FAILURE("0x8007232B"), 0x8007232B,
     ACT_RULE_ONLY, 1},
    {"parts of the service", "x.dll, msft:spp/a/7.0, 0x80070005, 0x80070005\n", 0, ACT_RULE_NONE,
     0},
    {"the reason of a consumption", "LicenseState=1;LastConsumptionReason=0xC004F009\n", 0,
     ACT_RULE_NONE, 0},
    {"a trace", "hr=0x80072EE7\n0A1B2C3D(0x80072F94, 10:11:12:345 - text)\n", 0x80072EE7,
     ACT_RULE_ONLY, 1},
    {"a product without a key beside one with a key",
     "LicenseStatusReason : 3221549076\nPartialProductKey :\n\n"
     "LicenseStatusReason : 3221549072\nPartialProductKey : 3V66T\n",
     0xC004F010, ACT_RULE_ONLY, 1},
    {"a product without a key alone", "LicenseStatusReason : 3221549076\n", 0xC004F014,
     ACT_RULE_ONLY, 1},
    {"a success afterwards", FAILURE("0x8007232B") SUCCESS, 0, ACT_RULE_ACTIVATED, 1},
    {"a success before", SUCCESS FAILURE("0x8007232B"), 0x8007232B, ACT_RULE_ONLY, 1},
    {"an answer that activates", FAILURE("0x8007232B") ANSWER("0x00000000", "1", "50"), 0,
     ACT_RULE_ACTIVATED, 1},
    {"an answer that does not", FAILURE("0x8007232B") ANSWER("0x00000000", "0", "50"), 0x8007232B,
     ACT_RULE_ONLY, 1},
    {"an activation by the directory",
     FAILURE("0x8007232B") "Source: Microsoft-Windows-Security-SPP\nEvent ID: 12308\n", 0,
     ACT_RULE_ACTIVATED, 1},
    {"flags are not codes", REQUEST("0x00000000", "kms.example.org:1688", "2026/11/20 08:01"), 0,
     ACT_RULE_NONE, 0},
    {"nor are codes in their place",
     "0xC004F042, 0x80070005, kms.example.org:1688, " GUID ", 2026/11/20 08:01", 0xC004F042,
     ACT_RULE_ONLY, 1},
    {"a success of Office",
     "<Product activation successful>\n0x8007232B\n<Product activation successful>", 0,
     ACT_RULE_ACTIVATED, 1},
    {"a success at the end of the text", "0x8007232B\nPP - p\nProduct activated successfully", 0,
     ACT_RULE_ACTIVATED, 1},
    {"a success with a time after what has none",
     "0x8007232B\n" FAR "2026-11-20 08:01 Product activated successfully", 0, ACT_RULE_ACTIVATED,
     1},
    {"what failed after a success is the only one",
     "0x8007232B\n" SUCCESS "0x80072EE7\nthe product key 12345", 0x80072EE7, ACT_RULE_ONLY, 2},
    {"a key of Office", "0xC004F014\nLast 5 characters of installed product key: 3V66T", 0,
     ACT_RULE_NONE, 0},
    {"no key is there",
     "0xC004F014\nPartial Product Key: \nPartial Product Key: none\nPartial Product Key:",
     0xC004F014, ACT_RULE_ONLY, 1},
    {"a key of the same text", "Computer: pc1\n0xC004F014\n\nPartial Product Key: 3V66T", 0,
     ACT_RULE_NONE, 0},
    {"a key in text about no computer",
     "PartialProductKey : 3V66T\n" FAR FAR "Computer: pc1\n0xC004F014", 0, ACT_RULE_NONE, 0},
    {"a product key that is not said to be there", "0xC004F014\nProduct key: 3V66T", 0xC004F014,
     ACT_RULE_ONLY, 1},
    {"what has a time before what has none",
     "2026-11-20 08:01 0xC004F050\n\n\n\n" FAR "0x8007232B\n", 0xC004F050, ACT_RULE_LATEST, 2},
    {"the later of two of one time", "2026-11-20 08:01 0xC004F050\n2026-11-20 08:01 0x8007232B\n",
     0x8007232B, ACT_RULE_LATEST, 2},
    {"decimals", "rc: 3221549136, -1073418124", 0xC004F050, ACT_RULE_ROLE, 2},
};

static void check(const struct sample *sample, const struct case_feeding *feeding)
{
    static act_case c;
    act_verdict verdict = {0};
    case_feed(&c, sample->text, feeding);
    int has_findings = act_case_verdict(&c, 0, &verdict);
    ck_assert_msg(verdict.code == sample->verdict, "%s: verdict 0x%08X", sample->name,
                  (unsigned)verdict.code);
    ck_assert_msg(verdict.rule == (uint32_t)sample->rule, "%s: rule %s", sample->name,
                  act_rule_id((act_rule)verdict.rule));
    unsigned findings = has_findings ? case_count_findings(&c, 0) : 0;
    ck_assert_msg(findings == sample->findings, "%s: %u findings", sample->name, findings);
}

START_TEST(samples_have_their_verdicts)
{
    static const struct case_feeding feedings[] = {
        {SIZE_MAX, 1, 0, false}, {1, 1, 0, false}, {7, 1, 0, true},
        {SIZE_MAX, 2, 0, true},  {3, 2, 0, false}, {5, 2, ACT_SCAN_UTF16BE, false}};
    check(&samples[_i], &feedings[0]);
    for (size_t i = 1; i < sizeof feedings / sizeof *feedings; i++)
        check(&samples[_i], &feedings[i]);
}
END_TEST

/*
 * The same after and before a long stretch of other text: over the buffer's edge, and in pieces of
 * which some is judged where it lies after what the buffer holds.
 */
START_TEST(text_around_changes_nothing)
{
    enum { PADDING = 40000, NEAR = 12200, IN_PLACE = 33800, STEPS = 6 };
    static char text[2 * PADDING + 8192];
    struct sample padded = samples[_i];
    for (size_t i = 0; i < 2 * STEPS; i++) {
        size_t before = (i < STEPS ? NEAR : IN_PLACE) + i % STEPS * 37;
        memset(text, '\n', before);
        strcpy(text + before, padded.text);
        memset(text + strlen(text), '\n', PADDING);
        text[before + strlen(padded.text) + PADDING] = '\0';
        padded.text = text;
        check(&padded, &(struct case_feeding){SIZE_MAX, 1, 0, false});
        check(&padded, &(struct case_feeding){13000, 1, 0, false});
        check(&padded, &(struct case_feeding){26000, 1, 0, false});
        padded = samples[_i];
        memset(text, 0, sizeof text);
    }
}
END_TEST

START_TEST(fields_of_requests_are_given_out)
{
    static act_case c;
    act_finding finding;
    case_feed_whole(&c, REQUEST("0xC004F042", "[fe80::1]:1688", "2026/11/20 08:01")
                            ANSWER("0xC004F038", "0", "4"));
    ck_assert_int_eq(act_case_finding(&c, 0, 1, &finding), 1);
    ck_assert_uint_eq(finding.code, 0xC004F042);
    ck_assert_uint_eq(finding.event, 12288);
    ck_assert_str_eq(act_case_host(&c, finding.host), "[fe80::1]:1688");
    ck_assert_uint_eq(finding.state, 2);
    ck_assert_uint_eq(finding.minutes, 41760);
    ck_assert_uint_eq(finding.needed, 25);
    ck_assert_uint_eq(finding.current, ACT_NOT_KNOWN);
    ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 1);
    ck_assert_uint_eq(finding.code, 0xC004F038);
    ck_assert_uint_eq(finding.event, 12289);
    ck_assert_uint_eq(finding.current, 4);
    ck_assert_ptr_null(act_case_host(&c, finding.host));
}
END_TEST

/* Text of either width may be beside the other. */
START_TEST(marks_are_read_in_mixed_text)
{
    static act_case c;
    static const char success[] = "Product activated successfully";
    for (uint32_t big = 0; big < 2; big++) {
        char text[128] = "p p 0x8007232B";
        size_t length = strlen(text);
        for (size_t i = 0; i < sizeof success - 1; i++) {
            text[length + big] = success[i]; /* beside a NUL */
            length += 2;
        }
        text[length++] = 'p';
        ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
        act_case_add(&c, NULL, text, length, big ? ACT_SCAN_UTF16BE : 0);
        ck_assert_uint_eq(case_count_findings(&c, 0), 1);
        ck_assert_uint_eq(case_code(&c), 0);
    }
}
END_TEST

/* An order in which each comes before another would never end. */
START_TEST(findings_have_one_order)
{
    static act_case c;
    static const char text[] = "2026-11-20 08:05 0xC004F050\n" FAR "0x8007232B\n"
                               "2026-11-20 08:01 0x80072EE7\n";
    static const uint32_t expected[] = {0xC004F050, 0x80072EE7, 0x8007232B};
    act_finding finding;
    case_feed_whole(&c, text);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(act_case_finding(&c, 0, i, &finding), 1);
        ck_assert_uint_eq(finding.code, expected[i]);
    }
    ck_assert_int_eq(act_case_finding(&c, 0, 3, &finding), 0);
}
END_TEST

START_TEST(rules_have_identifiers)
{
    static const char *const ids[] = {"none",       "only",   "role",     "request",
                                      "documented", "latest", "activated"};
    for (unsigned i = 0; i < 7; i++)
        ck_assert_str_eq(act_rule_id((act_rule)i), ids[i]);
    ck_assert_ptr_null(act_rule_id((act_rule)7));
    ck_assert_ptr_null(act_rule_id((act_rule)-1));
}
END_TEST

Suite *case_suite(void)
{
    Suite *suite = suite_create("case");
    TCase *cases = tcase_create("case");
    int count = sizeof samples / sizeof *samples;
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, samples_have_their_verdicts, 0, count);
    tcase_add_loop_test(cases, text_around_changes_nothing, 0, count);
    tcase_add_test(cases, fields_of_requests_are_given_out);
    tcase_add_test(cases, marks_are_read_in_mixed_text);
    tcase_add_test(cases, findings_have_one_order);
    tcase_add_test(cases, rules_have_identifiers);
    suite_add_tcase(suite, cases);
    return suite;
}
