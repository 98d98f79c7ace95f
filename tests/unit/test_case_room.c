/* Cases of many codes, computers, hosts and events, and what gives way where there is no room. */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "case_feeding.h"

static act_case c;

static void begin(void)
{
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
}

static void add(const act_origin *origin, const char *text)
{
    act_case_add(&c, origin, text, strlen(text), 0);
}

/* What gives way is what would be acted on last. */
START_TEST(more_codes_than_fit_lose_the_least_important)
{
    act_finding finding;
    uint32_t code;
    char text[ACT_FORMAT_SIZE + 1];
    begin();
    for (size_t i = 0; act_code_at(i, &code); i++) {
        act_format(code, text, sizeof text);
        act_case_add(&c, NULL, text, 10, 0);
    }
    ck_assert_uint_gt(act_case_left_out(&c, ACT_LEFT_OUT_NO_ROOM), 0);
    unsigned count = case_count_findings(&c, 0);
    ck_assert_uint_ge(count, 100);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(act_case_finding(&c, 0, i, &finding), 1);
        ck_assert_uint_eq(finding.role, ACT_ROLE_CAUSE);
    }
}
END_TEST

START_TEST(a_case_that_is_too_small_is_refused)
{
    ck_assert_int_eq(act_case_begin(&c, sizeof c / 4), 0);
}
END_TEST

/* Each event names what it is about; a copy of a thousand lines changes nothing. */
START_TEST(five_thousand_events_have_one_verdict)
{
    static const char *const ordinary[] = {
        "The Software Protection service has started.\n10.0.19041.1",
        "The Software Protection service is starting.\nParameters:caller=SppExtComObj.Exe",
        "Successfully scheduled Software Protection service for re-start at 2026-11-21T08:01:00Z.",
        "Rules;Name=3482d82e-ca2c-4e1f-8864-da0267b484b2;LicenseState=1;"
        "LastConsumptionReason=0xC004F009",
        "1: 36f27b39-0000-440b-be67-a09996d27a38, 1, 0 [(0 [0xC004F014, 0, 0], "
        "[(?)(?)(?)(?)(?)(?)(?)(?)])(1 )(2 )(3 )]"};
    static const uint32_t numbers[] = {902, 900, 16384, 8230, 1003};
    act_origin origin = {.source = "Microsoft-Windows-Security-SPP", .computer = "pc1"};
    act_verdict verdict;
    begin();
    for (int i = 0; i < 5000; i++) {
        origin.event = numbers[i % 5];
        origin.time = 1000 * (i + 1);
        add(&origin, ordinary[i % 5]);
        if (_i == 1 && i == 3000) {
            origin.event = 8198;
            add(&origin, "hr=0x8007232B");
            origin.event = 12288;
            add(&origin, "0x8007232B, 0x00000000, kms.example.org:1688, "
                         "36f27b39-0000-440b-be67-a09996d27a38, 2026/11/20 08:01, 0, 2, 41760");
        }
    }
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_LICENSE_LIST), 1000);
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_STATE), 1000);
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), _i);
    ck_assert_uint_eq(case_code(&c), _i == 1 ? 0x8007232B : 0);
    if (_i == 0)
        return;
    ck_assert_uint_eq(case_count_findings(&c, 0), 1);
    origin.event = 12308;
    origin.time = 6000000;
    add(&origin, "");
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 1);
    ck_assert_uint_eq(verdict.rule, ACT_RULE_ACTIVATED);
}
END_TEST

/* As a collector of events writes them: the computers take turns, one of them recovers. */
START_TEST(forwarded_events_have_a_verdict_for_each_computer)
{
    static const char *const names[] = {"pc1.example.org", "PC2", "pc1"};
    static const uint32_t codes[] = {0x8007232B, 0, 0xC004F042};
    static const char *const texts[] = {"hr=0x8007232B", "hr=0x80072EE7", "hr=0xC004F042"};
    act_origin origin = {.source = "Microsoft-Windows-Security-SPP", .event = 8198};
    begin();
    for (int i = 0; i < 300; i++) {
        bool shouts = i % 2 == 1;
        char name[32];
        snprintf(name, sizeof name, "%s", names[i % 3]);
        if (shouts)
            name[0] = 'P';
        origin.computer = name;
        origin.time = 1000 * (i + 1);
        add(&origin, texts[i % 3]);
    }
    origin =
        (act_origin){.source = "Security-SPP", .event = 12308, .computer = "pc2", .time = 1000000};
    add(&origin, "");
    for (size_t i = 0; i < 3; i++) {
        act_verdict verdict;
        act_finding finding;
        ck_assert_str_eq(act_case_computer(&c, i), names[i]);
        ck_assert_int_eq(act_case_verdict(&c, i, &verdict), 1);
        ck_assert_uint_eq(verdict.code, codes[i]);
        ck_assert_uint_eq(verdict.rule, codes[i] == 0 ? ACT_RULE_ACTIVATED : ACT_RULE_ONLY);
        ck_assert_uint_eq(case_count_findings(&c, i), 1);
        ck_assert_int_eq(act_case_finding(&c, i, 0, &finding), 1);
        ck_assert_uint_eq(finding.count, 100);
        ck_assert_uint_eq(finding.flags & ACT_FINDING_SETTLED,
                          codes[i] == 0 ? ACT_FINDING_SETTLED : 0);
    }
    ck_assert_ptr_null(act_case_computer(&c, 3));
}
END_TEST

START_TEST(more_computers_than_fit_share_one_verdict)
{
    char name[16];
    act_origin origin = {.computer = name};
    begin();
    for (int i = 0; i < 40; i++) {
        snprintf(name, sizeof name, "pc%d", i);
        add(&origin, "0x8007232B");
    }
    size_t computers = 0;
    while (act_case_computer(&c, computers))
        computers++;
    ck_assert_uint_ge(computers, 30);
    ck_assert_uint_lt(computers, 40);
    ck_assert_str_eq(act_case_computer(&c, computers - 1), "");
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_NO_ROOM), 40 - (computers - 1));
}
END_TEST

/* 63 bytes of a name are told apart, and a character of UTF-8 is kept whole. */
START_TEST(long_names_of_computers_are_cut)
{
    char name[201];
    act_origin origin = {.computer = name};
    memset(name, 'a', 200);
    name[200] = '\0';
    begin();
    add(&origin, "0x8007232B");
    name[100] = 'b';
    add(&origin, "0x80072EE7");
    ck_assert_uint_eq(case_count_findings(&c, 0), 2);
    ck_assert_uint_eq(strlen(act_case_computer(&c, 0)), 63);

    begin();
    memcpy(name + 61, "\xE3\x82\xB3", 3);
    add(&origin, "0x8007232B");
    ck_assert_uint_eq(strlen(act_case_computer(&c, 0)), 61);

    begin();
    memset(name, 0x80, 200);
    add(&origin, "0x8007232B");
    name[0] = '\0';
    add(&origin, "0x8007232B");
    ck_assert_str_eq(act_case_computer(&c, 0), "");
    ck_assert_uint_eq(case_count_findings(&c, 0), 1);
}
END_TEST

/* A request to a host of a name; returns the name that the finding has. */
static const char *host_after_request(const char *name)
{
    char text[1024];
    act_finding finding;
    snprintf(text, sizeof text, "0xC004F042, 0x00000000, %s, 36f27b39-0000-440b-be67-a09996d27a38",
             name);
    add(NULL, text);
    ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 1);
    return act_case_host(&c, finding.host);
}

START_TEST(hosts_are_kept_once_and_while_there_is_room)
{
    char name[400] = "";
    begin();
    for (int i = 0; i < 20; i++) {
        snprintf(name, sizeof name, "kms%d:1688", i / 2);
        const char *kept = host_after_request(name);
        ck_assert_str_eq(kept, i / 2 < 8 ? name : "kms7:1688");
    }
    ck_assert_str_eq(act_case_host(&c, 7), "kms7:1688");
    ck_assert_ptr_null(act_case_host(&c, 8));

    begin();
    memset(name, 'k', 255);
    name[255] = '\0';
    ck_assert_str_eq(host_after_request(name), name);
    begin();
    name[255] = 'k';
    name[256] = '\0';
    ck_assert_ptr_null(host_after_request(name));
    begin();
    ck_assert_ptr_null(host_after_request(""));
}
END_TEST

START_TEST(events_are_kept_once_and_while_there_is_room)
{
    act_origin origin = {.source = "Security-SPP"};
    begin();
    for (uint32_t i = 0; i < 100; i++) {
        origin.event = 1001 + i / 2;
        add(&origin, "");
    }
    for (uint32_t i = 0; i < 32; i++)
        ck_assert_uint_eq(act_case_event(&c, i), 1001 + i);
    ck_assert_uint_eq(act_case_event(&c, 32), 0);
}
END_TEST

START_TEST(what_is_past_the_last_is_nothing)
{
    act_finding finding = {.code = 1};
    act_verdict verdict = {.code = 1};
    begin();
    ck_assert_ptr_null(act_case_computer(&c, 0));
    ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 0);
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 0);
    ck_assert_uint_eq(finding.code, 1);
    ck_assert_uint_eq(verdict.code, 1);
    ck_assert_uint_eq(act_case_left_out(&c, (act_left_out)4), 0);
    ck_assert_uint_eq(act_case_left_out(&c, (act_left_out)-1), 0);
    add(NULL, "0x8007232B");
    ck_assert_int_eq(act_case_finding(&c, 0, 1, &finding), 0);
    ck_assert_int_eq(act_case_finding(&c, 1, 0, &finding), 0);
}
END_TEST

Suite *case_room_suite(void)
{
    Suite *suite = suite_create("case room");
    TCase *cases = tcase_create("case room");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, more_codes_than_fit_lose_the_least_important);
    tcase_add_test(cases, a_case_that_is_too_small_is_refused);
    tcase_add_loop_test(cases, five_thousand_events_have_one_verdict, 0, 2);
    tcase_add_test(cases, forwarded_events_have_a_verdict_for_each_computer);
    tcase_add_test(cases, more_computers_than_fit_share_one_verdict);
    tcase_add_test(cases, long_names_of_computers_are_cut);
    tcase_add_test(cases, hosts_are_kept_once_and_while_there_is_room);
    tcase_add_test(cases, events_are_kept_once_and_while_there_is_room);
    tcase_add_test(cases, what_is_past_the_last_is_nothing);
    suite_add_tcase(suite, cases);
    return suite;
}
