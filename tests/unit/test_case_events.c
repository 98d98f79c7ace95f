/* The events to which the codes of a case belong, and those that sources name. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case_feeding.h"

/* The event of the first finding, and the first that the case names. */
static void check_event(const char *text, uint32_t of_finding, uint32_t of_case)
{
    static act_case c;
    act_finding finding = {.event = 0};
    case_feed_whole(&c, text);
    act_case_finding(&c, 0, 0, &finding);
    ck_assert_msg(finding.event == of_finding, "%u: %s", (unsigned)finding.event, text);
    ck_assert_msg(act_case_event(&c, 0) == of_case, "%u: %s", (unsigned)act_case_event(&c, 0),
                  text);
}

static const struct {
    const char *text;
    uint32_t event;
} codes_of_events[] = {
    {"Event ID: 8198\nhr=0x8007232B", 8198},
    {"id 8198 0x8007232B", 8198},
    {"<EventID Qualifiers=\"16384\">8198</EventID> 0x8007232B", 8198},
    {"<EventID Qualifiers=16384 8198 0x8007232B", 0},
    {"\"EventId\": 8198, \"Message\": \"hr=0x8007232B\"", 8198},
    {"Id (of the event)   :   8198\n0x8007232B", 8198},
    {"Id : 8198-1 0x8007232B", 0},
    {"Id : 8198a 0x8007232B", 0},
    {"Id : 8197 0x8007232B", 0},
    {"Id : 4294975494 0x8007232B", 0},
    {"Id : 18446744073709559814 0x8007232B", 0},
    {"Id : ......................................... 8198 0x8007232B", 0},
    {"Id of no number at all, and none that comes later: 8198 0x8007232B", 0},
    {"hr=0x8007232B\nEvent ID: 8198", 8198},
    {"hr=0x8007232B\nEvent ID:", 0},
    {"hr=0x8007232B\nEvent ID: 8198\nRelated Event ID: 12293", 8198},
    {"ProcessId: 8198 0x8007232B", 0},
    {"paid: 8198 0x8007232B", 0},
    /* Columns. */
    {"Information,2026/11/20 8:01:23,Microsoft-Windows-Security-SPP,12288,None,\"0x8007232B\"",
     12288},
    {"8198 hr=0x8007232B", 8198},
    {" 8198  hr=0x8007232B", 8198},
    {"Error  8198  hr=0x8007232B", 8198},
    {"x\n 8198|0x8007232B", 8198},
    {"Error 8198  hr=0x8007232B", 0},
    {",8198.0,0x8007232B", 0},
    {",8197,0x8007232B", 0},
    {",99999999999,0x8007232B", 0},
    {",8198,\n0x8007232B", 0},
    /* Paragraphs. */
    {"Id : 8198\nhr=0x8007232B\n\nId : 12293\n", 8198},
    {"Id : 12293\n\nhr=0x8007232B\nId : 8198\n", 8198},
    {"Id : 12293\n----------\nhr=0x8007232B\nId : 8198\n", 8198},
    {"Id : 12293\n---\nhr=0x8007232B\nId : 8198\n", 12293},
    {"Id : 8198\n\nhr=0x8007232B\n\nId : 12293\n", 8198},
    /* What the shape of the place tells. */
    {"Returned hr=0xC004F022, Original hr=0xC004F050", 1015},
};

START_TEST(codes_belong_to_events)
{
    const char *text = codes_of_events[_i].text;
    check_event(text, codes_of_events[_i].event, codes_of_events[_i].event);
}
END_TEST

/* More than a window has before its place, in two. */
#define DASHES "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - "
#define FAR DASHES DASHES DASHES DASHES DASHES DASHES DASHES DASHES DASHES DASHES DASHES

static const struct {
    const char *text;
    uint32_t event;
} sources[] = {
    {"Event ID: 8198\nSource: Microsoft-Windows-Security-SPP", 8198},
    {"SPP 8198", 8198},
    {"8198 Security-SPP", 8198},
    {"900 Security-SPP", 900},
    {"SPP 123456 8198", 8198},
    {"SPP 98765432109 8198", 8198},
    {"SPP 98765432109876543210987654321098198 8198", 8198},
    {"SPP 8198765432109876543210987654321098198", 0},
    {"SPP: 12293\nEvent ID: 8198", 8198},
    {"Event ID: 12293\n\n\nEvent ID: 8198\nSource: SPP\nTask Category: None\nEvent ID: 1003", 8198},
    {"Event ID: 12293\n\n\n\nSource: Security-SPP\nEvent ID: 8198", 8198},
    {"Software Protection Platform Service\n12293 Warning", 12293},
    {"Software Protection Platform Service\n10.0.8198", 0},
    {"Software Protection Platform Service v8198", 0},
    {"Software Protection Platform Service\n\n\n\n\n\n\n8198", 0},
    {"Hardware Platform 8198", 0},
    {"Platform 8198", 0},
    {"mySPP 8198", 0},
    {"Event ID: 8198 of some other source", 0},
    {"Security-SPP" FAR "\n\n\n\n\n\n\n" FAR FAR "SPP 8198", 8198},
};

START_TEST(sources_name_events)
{
    check_event(sources[_i].text, 0, sources[_i].event);
}
END_TEST

/* Two sources and a number, each in a line of its own of sixteen: the number counts within five. */
START_TEST(a_number_is_within_five_lines_of_a_source)
{
    enum { LINES = 16, WIDTH = 80 };
    static act_case c;
    for (int first = 0; first < LINES; first++)
        for (int second = first; second < LINES; second++)
            for (int number = 0; number < LINES; number++) {
                char text[LINES * WIDTH + 1] = "";
                for (int line = 0; line < LINES; line++) {
                    const char *mark = line == first || line == second ? "Security-SPP" : "";
                    sprintf(text + strlen(text), "%s %s %*s\n", line == number ? "8198" : "4711",
                            mark, 50 * _i + 1, "");
                }
                bool is_near = abs(number - first) <= 5 || abs(number - second) <= 5;
                case_feed_whole(&c, text);
                ck_assert_uint_eq(act_case_event(&c, 0), is_near ? 8198 : 0);
            }
}
END_TEST

/* A label too far away is not this code's. */
START_TEST(labels_reach_a_record_far)
{
    static const char labels[] = "Id : 8198\nTime : 2026-11-20 08:01\nComputer : pc1";
    static const char code[] = " 0x8007232B", other[] = " 0x80072EE7";
    static act_case c;
    act_finding finding;
    char text[2048];
    for (size_t distance = 1300; distance <= 1500; distance += 200) {
        memset(text, _i == 0 ? ' ' : '\n', sizeof text);
        memcpy(text, labels, sizeof labels - 1);
        memcpy(text + 700, code, sizeof code - 1);
        memcpy(text + distance, other, sizeof other);
        case_feed_whole(&c, text);
        ck_assert_int_eq(act_case_finding(&c, 0, distance > 1400, &finding), 1);
        ck_assert_uint_eq(finding.code, 0x80072EE7);
        ck_assert_uint_eq(finding.event, distance == 1300 ? 8198 : 0);
        ck_assert_int_eq(finding.time != 0, distance == 1300);
    }
}
END_TEST

Suite *case_events_suite(void)
{
    Suite *suite = suite_create("case events");
    TCase *cases = tcase_create("events");
    tcase_add_loop_test(cases, codes_belong_to_events, 0,
                        sizeof codes_of_events / sizeof *codes_of_events);
    tcase_add_loop_test(cases, sources_name_events, 0, sizeof sources / sizeof *sources);
    tcase_add_loop_test(cases, a_number_is_within_five_lines_of_a_source, 0, 2);
    tcase_add_loop_test(cases, labels_reach_a_record_far, 0, 2);
    suite_add_tcase(suite, cases);
    return suite;
}
