/* Cases: which codes of a text are findings, and which one to act on. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "actdiag.h"

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
    {"an unknown code is no finding", "0xC1234567", 0, ACT_RULE_NONE, 0},
    {"a cause before an envelope", "0x8007007B 0xC004F074", 0x8007007B, ACT_RULE_ROLE, 2},
    {"a cause before a state", "0xC004F034 0xC004F050 0xC004F034", 0xC004F050, ACT_RULE_ROLE, 2},
    {"an envelope before a state", "0xC004F074 0xC004F034", 0xC004F074, ACT_RULE_ROLE, 2},
    {"a state alone", "Notification Reason: 0xC004F034.", 0xC004F034, ACT_RULE_ONLY, 1},
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
    {"flags are no codes", REQUEST("0x00000000", "kms.example.org:1688", "2026/11/20 08:01"), 0,
     ACT_RULE_NONE, 0},
    {"decimals", "rc: 3221549136, -1073418124", 0xC004F050, ACT_RULE_ROLE, 2},
};

/* How the text is given: bytes per piece, and bytes per character. */
struct feeding {
    size_t piece;
    int width;
    uint32_t flags;
};

static size_t widen(const char *text, const struct feeding *feeding, char *wide)
{
    size_t length = 0;
    for (; *text; text++) {
        if (feeding->flags & ACT_SCAN_UTF16BE)
            wide[length++] = '\0';
        wide[length++] = *text;
        if (feeding->width == 2 && !(feeding->flags & ACT_SCAN_UTF16BE))
            wide[length++] = '\0';
    }
    return length;
}

static void feed(act_case *c, const char *text, const struct feeding *feeding)
{
    char *wide = malloc(2 * strlen(text) + 1);
    size_t length = widen(text, feeding, wide);
    ck_assert_int_eq(act_case_begin(c, sizeof *c), 1);
    for (size_t i = 0; i < length; i += feeding->piece) {
        size_t rest = length - i;
        act_case_add(c, NULL, wide + i, rest < feeding->piece ? rest : feeding->piece,
                     feeding->flags | ACT_SCAN_MORE);
    }
    act_case_add(c, NULL, NULL, 0, feeding->flags);
    free(wide);
}

static unsigned count_findings(const act_case *c, size_t computer)
{
    act_finding finding;
    unsigned count = 0;
    while (act_case_finding(c, computer, count, &finding))
        count++;
    return count;
}

static void check(const struct sample *sample, const struct feeding *feeding)
{
    static act_case c;
    act_verdict verdict = {0};
    feed(&c, sample->text, feeding);
    int has_findings = act_case_verdict(&c, 0, &verdict);
    ck_assert_msg(verdict.code == sample->verdict, "%s: verdict 0x%08X", sample->name,
                  (unsigned)verdict.code);
    ck_assert_msg(verdict.rule == (uint32_t)sample->rule, "%s: rule %s", sample->name,
                  act_rule_id((act_rule)verdict.rule));
    unsigned findings = has_findings ? count_findings(&c, 0) : 0;
    ck_assert_msg(findings == sample->findings, "%s: %u findings", sample->name, findings);
}

START_TEST(samples_have_their_verdicts)
{
    static const struct feeding feedings[] = {{SIZE_MAX, 1, 0}, {1, 1, 0},
                                              {7, 1, 0},        {SIZE_MAX, 2, 0},
                                              {3, 2, 0},        {5, 2, ACT_SCAN_UTF16BE}};
    check(&samples[_i], &feedings[0]);
    for (size_t i = 1; i < sizeof feedings / sizeof *feedings; i++)
        check(&samples[_i], &feedings[i]);
}
END_TEST

/* The same after and before a long stretch of other text, over the buffer's edge. */
START_TEST(text_around_changes_nothing)
{
    enum { PADDING = 40000 };
    static char text[2 * PADDING + 8192];
    struct sample padded = samples[_i];
    for (size_t before = 12200; before < 12400; before += 37) {
        memset(text, '\n', before);
        strcpy(text + before, padded.text);
        memset(text + strlen(text), '\n', PADDING);
        text[before + strlen(padded.text) + PADDING] = '\0';
        padded.text = text;
        check(&padded, &(struct feeding){SIZE_MAX, 1, 0});
        padded = samples[_i];
        memset(text, 0, sizeof text);
    }
}
END_TEST

START_TEST(fields_of_requests_are_given_out)
{
    static act_case c;
    act_finding finding;
    feed(&c,
         REQUEST("0xC004F042", "[fe80::1]:1688", "2026/11/20 08:01") ANSWER("0xC004F038", "0", "4"),
         &(struct feeding){SIZE_MAX, 1, 0});
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

START_TEST(each_computer_has_a_verdict)
{
    static act_case c;
    act_verdict verdict;
    act_finding finding;
    feed(&c,
         "Event ID: 8198\nComputer: pc1.example.org\nhr=0x8007232B\n\n"
         "<EventID>8198</EventID><Computer>PC2</Computer><Data>hr=0xC004F074</Data>\n\n"
         "MachineName : pc3\nId : 8198\nhr=0x80072EE7\n",
         &(struct feeding){SIZE_MAX, 1, 0});
    static const uint32_t codes[] = {0x8007232B, 0xC004F074, 0x80072EE7};
    static const char *const names[] = {"pc1.example.org", "PC2", "pc3"};
    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(act_case_verdict(&c, i, &verdict), 1);
        ck_assert_uint_eq(verdict.code, codes[i]);
        ck_assert_str_eq(act_case_computer(&c, i), names[i]);
        ck_assert_int_eq(act_case_finding(&c, i, 1, &finding), 0);
    }
    ck_assert_int_eq(act_case_verdict(&c, 3, &verdict), 0);
    ck_assert_ptr_null(act_case_computer(&c, 3));
}
END_TEST

START_TEST(origins_are_believed)
{
    static act_case c;
    act_finding finding;
    act_verdict verdict;
    act_origin origin = {.source = "Microsoft-Windows-Security-SPP",
                         .computer = "pc1",
                         .time = 1000,
                         .event = 8198,
                         .record = 7};
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    act_case_add(&c, &origin, "hr=0x8007232B", 13, 0);
    origin.event = 8230;
    act_case_add(&c, &origin, "0x80070005", 10, 0);
    ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 1);
    ck_assert_uint_eq(finding.code, 0x8007232B);
    ck_assert_uint_eq(finding.event, 8198);
    ck_assert_uint_eq(finding.record, 7);
    ck_assert_int_eq((int)finding.time, 1000);
    ck_assert_int_eq(act_case_finding(&c, 0, 1, &finding), 0);
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_STATE), 1);
    origin.event = 12308;
    origin.time = 500;
    act_case_add(&c, &origin, "", 0, 0);
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 1);
    ck_assert_uint_eq(verdict.code, 0x8007232B);
    origin.time = 2000;
    act_case_add(&c, &origin, "", 0, 0);
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 1);
    ck_assert_uint_eq(verdict.rule, ACT_RULE_ACTIVATED);
    ck_assert_uint_eq(act_case_event(&c, 0), 8198);
    ck_assert_uint_eq(act_case_event(&c, 1), 8230);
    ck_assert_uint_eq(act_case_event(&c, 3), 0);
}
END_TEST

START_TEST(office_sets_the_dialect)
{
    static const struct {
        const char *text;
        act_dialect dialect;
    } texts[] = {
        {"LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nERROR CODE: 0x8007232B",
         ACT_DIALECT_OFFICE},
        {"Reason:0x8007007B\nAppId = 0ff1ce15-a989-479d-af46-f275c6370663", ACT_DIALECT_OFFICE},
        {"LICENSE STATUS: ---NOTIFICATIONS---ERROR CODE: 0xC004F009ERROR", ACT_DIALECT_OFFICE},
        {"Office 19, VOLUME_KMSCLIENT channel\n0x8007232B", ACT_DIALECT_OFFICE},
        {"cscript ospp.vbs /act\n\nName: Windows(R), Enterprise edition\nError: 0x8007232B",
         ACT_DIALECT_SLMGR},
        {"the office is closed; 0x8007232B", ACT_DIALECT_SLMGR},
        {"AppId=55c92734-d682-4d71-983e-d6ec3f16059f 0x8007232B", ACT_DIALECT_SLMGR}};
    static act_case c;
    act_verdict verdict;
    feed(&c, texts[_i].text, &(struct feeding){SIZE_MAX, 1, 0});
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 1);
    ck_assert_uint_eq(verdict.dialect, (uint32_t)texts[_i].dialect);
}
END_TEST

START_TEST(events_are_named)
{
    static const struct {
        const char *text;
        uint32_t event;
    } texts[] = {
        {"Event ID: 8198\nSource: Microsoft-Windows-Security-SPP", 8198},
        {"Software Protection Platform Service\n12293 Warning", 12293},
        {"<EventID Qualifiers=\"16384\">8198</EventID> 0x8007232B", 8198},
        {"\"EventId\": 8198, \"Message\": \"hr=0x8007232B\"", 8198},
        {"Information,2026/11/20 8:01:23,Microsoft-Windows-Security-SPP,12288,None,\"0x8007232B\"",
         12288},
        {"Event ID: 8198 of some other source", 0},
        {"ProcessId: 8198 0x8007232B", 0}};
    static act_case c;
    feed(&c, texts[_i].text, &(struct feeding){SIZE_MAX, 1, 0});
    ck_assert_uint_eq(act_case_event(&c, 0), texts[_i].event);
}
END_TEST

/* What gives way is what would be acted on last. */
START_TEST(more_codes_than_fit_lose_the_least_important)
{
    static act_case c;
    act_finding finding;
    uint32_t code;
    char text[ACT_FORMAT_SIZE + 1];
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    for (size_t i = 0; act_code_at(i, &code); i++) {
        act_format(code, text, sizeof text);
        act_case_add(&c, NULL, text, 10, 0);
    }
    ck_assert_uint_gt(act_case_left_out(&c, ACT_LEFT_OUT_NO_ROOM), 0);
    unsigned count = count_findings(&c, 0);
    ck_assert_uint_ge(count, 100);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(act_case_finding(&c, 0, i, &finding), 1);
        ck_assert_uint_eq(finding.role, ACT_ROLE_CAUSE);
    }
}
END_TEST

START_TEST(a_case_that_is_too_small_is_refused)
{
    static act_case c;
    ck_assert_int_eq(act_case_begin(&c, sizeof c / 4), 0);
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
    tcase_add_test(cases, each_computer_has_a_verdict);
    tcase_add_test(cases, origins_are_believed);
    tcase_add_loop_test(cases, office_sets_the_dialect, 0, 7);
    tcase_add_loop_test(cases, events_are_named, 0, 7);
    tcase_add_test(cases, more_codes_than_fit_lose_the_least_important);
    tcase_add_test(cases, a_case_that_is_too_small_is_refused);
    suite_add_tcase(suite, cases);
    return suite;
}
