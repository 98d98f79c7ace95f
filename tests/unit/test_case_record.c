/* The records around the codes of a case: computers, products; and what origins tell. */
#include "suites.h"

#include <string.h>

#include "case_feeding.h"

/* ---- Computers ------------------------------------------------------------------------------- */

static const struct {
    const char *text, *computer;
} computers[] = {
    {"Computer: PC_1-a.example.org\n0x8007232B", "PC_1-a.example.org"},
    {"ComputerName = pc1\n0x8007232B", "pc1"},
    {"MachineName                : pc1\n0x8007232B", "pc1"},
    {"\"Computer\":\"pc1\",\"hr\":\"0x8007232B\"", "pc1"},
    {"0x8007232B\n<Computer>pc1</Computer>", "pc1"},
    {"0x8007232B\nComputer: pc1", "pc1"},
    {"0x8007232B\nComputer: pc1\nComputer: pc2", "pc1"},
    {"Computer: pc2\n\n0x8007232B\nComputer: pc1", "pc1"},
    {"Computer: pc1\n\n0x8007232B\n\nComputer: pc1\n", "pc1"},
    {"Computer: \n0x8007232B", ""},
    {"Computer: 0x8007232B\nComputer:", "0x8007232B"},
    {"0x8007232B Computer:", ""},
    {"The computer (pc1) 0x8007232B", ""},
    {"Computer:                                              pc1\n0x8007232B", ""},
};

START_TEST(codes_belong_to_computers)
{
    static act_case c;
    case_feed_whole(&c, computers[_i].text);
    ck_assert_str_eq(act_case_computer(&c, 0), computers[_i].computer);
}
END_TEST

/* A name that the end of the window cuts off would be another computer's. */
START_TEST(names_are_read_whole_or_not_at_all)
{
    static act_case c;
    static char text[4096];
    bool was_read = false;
    for (size_t distance = 1; distance < 1000; distance++) {
        memset(text, ' ', sizeof text - 1);
        memcpy(text, "0x8007232B", 10);
        memcpy(text + 10 + distance, "MachineName : pc1.example.org", 29);
        case_feed_whole(&c, text);
        const char *name = act_case_computer(&c, 0);
        ck_assert_msg(*name == '\0' || strcmp(name, "pc1.example.org") == 0, "%s", name);
        was_read |= *name != '\0';
    }
    ck_assert(was_read);
}
END_TEST

/* What names no computer belongs to the only one that is named. */
START_TEST(the_only_computer_has_all_findings)
{
    static act_case c;
    case_feed_whole(&c, "0x80072EE7\n\n\nComputer: pc1\nhr=0x8007232B\n");
    ck_assert_uint_eq(case_count_findings(&c, 0), 2);
    ck_assert_ptr_null(act_case_computer(&c, 1));
}
END_TEST

START_TEST(each_computer_has_a_verdict)
{
    static act_case c;
    act_verdict verdict;
    act_finding finding;
    case_feed_whole(&c,
                    "Event ID: 8198\nComputer: pc1.example.org\nhr=0x8007232B\n\n"
                    "<EventID>8198</EventID><Computer>PC2</Computer><Data>hr=0xC004F074</Data>\n\n"
                    "MachineName : pc3\nId : 8198\nhr=0x80072EE7\n");
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

/* ---- Products and origins -------------------------------------------------------------------- */

static const struct {
    const char *text;
    act_dialect dialect;
} dialects[] = {
    {"LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nERROR CODE: 0x8007232B",
     ACT_DIALECT_OFFICE},
    {"Reason:0x8007007B\nAppId = 0ff1ce15-a989-479d-af46-f275c6370663", ACT_DIALECT_OFFICE},
    {"LICENSE STATUS: ---NOTIFICATIONS---ERROR CODE: 0xC004F009ERROR", ACT_DIALECT_OFFICE},
    {"Office 19, VOLUME_KMSCLIENT channel\n0x8007232B", ACT_DIALECT_OFFICE},
    {"cscript ospp.vbs /act\n\nName: Windows(R), Enterprise edition\nError: 0x8007232B",
     ACT_DIALECT_SLMGR},
    {"the office is closed; 0x8007232B", ACT_DIALECT_SLMGR},
    {"LICENSE STATUS: ---LICENSED--- ERROR CODE: 0x4004FC06 0x8007232B", ACT_DIALECT_OFFICE},
    {"Office16ProPlus channel 0x8007232B", ACT_DIALECT_OFFICE},
    {"Office 11 Standard edition 0x8007232B", ACT_DIALECT_SLMGR},
    {"Office 2016 Standard edition 0x8007232B", ACT_DIALECT_SLMGR},
    {"Office 19, VOLUME_KMSCLIENT 0x8007232B", ACT_DIALECT_OFFICE},
    {"Office 16 was started by somebody who then left it alone for the rest of the day: 0x8007232B",
     ACT_DIALECT_SLMGR},
    {"Office 16 was started 0x8007232B", ACT_DIALECT_SLMGR},
    {"0x8007232B\n\ncscript ospp.vbs /act", ACT_DIALECT_SLMGR},
    {"AppId=55c92734-d682-4d71-983e-d6ec3f16059f 0x8007232B", ACT_DIALECT_SLMGR},
};

START_TEST(office_sets_the_dialect)
{
    static act_case c;
    act_verdict verdict;
    case_feed_whole(&c, dialects[_i].text);
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 1);
    ck_assert_uint_eq(verdict.dialect, (uint32_t)dialects[_i].dialect);
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

/* An event's number means something with its source alone. */
START_TEST(events_of_other_sources_tell_nothing)
{
    static act_case c;
    act_verdict verdict;
    act_origin origin = {.source = "Microsoft-Windows-Kernel-General", .event = 12308};
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    act_case_add(&c, NULL, "hr=0x8007232B", 13, 0);
    act_case_add(&c, &origin, "", 0, 0);
    origin = (act_origin){.event = 12308};
    act_case_add(&c, &origin, "", 0, 0);
    origin = (act_origin){.source = "Security-SPP"};
    act_case_add(&c, &origin, "", 0, 0);
    ck_assert_uint_eq(act_case_event(&c, 0), 0);
    ck_assert_int_eq(act_case_verdict(&c, 0, &verdict), 1);
    ck_assert_uint_eq(verdict.rule, ACT_RULE_ONLY);
}
END_TEST

START_TEST(events_of_states_have_no_findings)
{
    static const uint32_t numbers[] = {1066, 8230};
    static act_case c;
    act_origin origin = {.source = "Security-SPP", .event = numbers[_i]};
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    act_case_add(&c, &origin, "0x80070005", 10, 0);
    ck_assert_ptr_null(act_case_computer(&c, 0));
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_STATE), 1);
    origin.source = "Kernel-General";
    act_case_add(&c, &origin, "0x80070005", 10, 0);
    ck_assert_uint_eq(case_code(&c), 0x80070005);
}
END_TEST

/* In either order of its events a log has the same verdict, and a code its latest place. */
START_TEST(the_order_of_events_does_not_matter)
{
    static act_case c;
    static const struct {
        const char *text;
        uint32_t event;
        int64_t time;
    } log[] = {{"", 12308, 1000},
               {"hr=0x8007232B", 8198, 2000},
               {"hr=0x80072EE7", 8198, 2500},
               {"hr=0x8007232B", 8200, 3000},
               {"", 12308, 500}};
    act_finding finding;
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    for (int i = 0; i < 5; i++) {
        int at = _i == 0 ? i : 4 - i;
        act_origin origin = {
            .source = "Security-SPP", .event = log[at].event, .time = log[at].time};
        act_case_add(&c, &origin, log[at].text, strlen(log[at].text), 0);
    }
    ck_assert_uint_eq(case_code(&c), 0x8007232B);
    ck_assert_int_eq(act_case_finding(&c, 0, 0, &finding), 1);
    ck_assert_uint_eq(finding.count, 2);
    ck_assert_uint_eq(finding.event, 8200);
    ck_assert_int_eq((int)finding.time, 3000);
    ck_assert_uint_eq(finding.flags & ACT_FINDING_SETTLED, 0);
    act_origin later = {.source = "Security-SPP", .event = 12308, .time = 4000}, earlier = later;
    earlier.time = 100;
    act_case_add(&c, _i == 0 ? &later : &earlier, "", 0, 0);
    act_case_add(&c, _i == 0 ? &earlier : &later, "", 0, 0);
    ck_assert_uint_eq(case_code(&c), 0);
}
END_TEST

/* A product without a key on one computer is a finding, whatever another computer has. */
START_TEST(keys_are_those_of_a_computer)
{
    static act_case c;
    static const char both[] = "PartialProductKey : 3V66T\n0xC004F014";
    act_origin first = {.computer = "pc1"}, second = {.computer = "pc2"};
    ck_assert_int_eq(act_case_begin(&c, sizeof c), 1);
    act_case_add(&c, &first, both, strlen(both), 0);
    act_case_add(&c, &second, both, 0, 0);
    act_case_add(&c, &second, both + 26, strlen(both + 26), 0);
    ck_assert_str_eq(act_case_computer(&c, 0), "pc2");
    ck_assert_uint_eq(case_code(&c), 0xC004F014);
    ck_assert_ptr_null(act_case_computer(&c, 1));
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_NO_KEY), 1);
}
END_TEST

/* The same where the text itself names the computers. */
START_TEST(keys_are_those_of_the_computer_that_is_named)
{
    static act_case c;
    case_feed_whole(&c, "MachineName : pc1\nPartialProductKey : 3V66T\n\n"
                        "MachineName : pc1\n0xC004F014\n\n"
                        "MachineName : pc2\n0xC004F014\n");
    ck_assert_str_eq(act_case_computer(&c, 0), "pc2");
    ck_assert_uint_eq(case_code(&c), 0xC004F014);
    ck_assert_ptr_null(act_case_computer(&c, 1));
    ck_assert_uint_eq(act_case_left_out(&c, ACT_LEFT_OUT_NO_KEY), 1);
}
END_TEST

Suite *case_record_suite(void)
{
    Suite *suite = suite_create("case record");
    TCase *cases = tcase_create("case record");
    tcase_add_loop_test(cases, codes_belong_to_computers, 0, sizeof computers / sizeof *computers);
    tcase_add_test(cases, names_are_read_whole_or_not_at_all);
    tcase_add_test(cases, the_only_computer_has_all_findings);
    tcase_add_test(cases, each_computer_has_a_verdict);
    tcase_add_loop_test(cases, office_sets_the_dialect, 0, sizeof dialects / sizeof *dialects);
    tcase_add_test(cases, origins_are_believed);
    tcase_add_loop_test(cases, the_order_of_events_does_not_matter, 0, 2);
    tcase_add_test(cases, keys_are_those_of_a_computer);
    tcase_add_test(cases, keys_are_those_of_the_computer_that_is_named);
    tcase_add_test(cases, events_of_other_sources_tell_nothing);
    tcase_add_loop_test(cases, events_of_states_have_no_findings, 0, 2);
    suite_add_tcase(suite, cases);
    return suite;
}
