/* The events of activation, their sources and their texts. */
#include "suites.h"

#include <stdio.h>

#include "actdiag.h"

enum { KIND_COUNT = 5 };

START_TEST(kinds_have_identifiers)
{
    static const char *const ids[] = {"unknown", "fault", "look", "good", "noise"};
    for (unsigned i = 0; i < KIND_COUNT; i++)
        ck_assert_str_eq(act_event_kind_id((act_event_kind)i), ids[i]);
    ck_assert_ptr_null(act_event_kind_id((act_event_kind)KIND_COUNT));
    ck_assert_ptr_null(act_event_kind_id((act_event_kind)-1));
}
END_TEST

static const struct {
    const char *source;
    uint32_t number;
    act_event_kind kind;
} events[] = {
    {NULL, 8198, ACT_EVENT_FAULT},
    {"Microsoft-Windows-Security-SPP", 8198, ACT_EVENT_FAULT},
    {"MICROSOFT-WINDOWS-SECURITY-SPP", 12288, ACT_EVENT_LOOK},
    {"Software Protection Platform Service", 12308, ACT_EVENT_GOOD},
    {"Office Software Protection Platform Service", 1003, ACT_EVENT_NOISE},
    {"Microsoft-Windows-Security-Licensing-SLC", 12293, ACT_EVENT_FAULT},
    {"Software Licensing Service", 12290, ACT_EVENT_LOOK},
    {"KmsRequests", 12290, ACT_EVENT_LOOK},
    {"Microsoft-Windows-Security-SPP", 8199, ACT_EVENT_UNKNOWN},
    {"Microsoft-Windows-Kernel-General", 8198, ACT_EVENT_UNKNOWN},
    {"Security-SP", 8198, ACT_EVENT_UNKNOWN},
    {"", 8198, ACT_EVENT_UNKNOWN},
    {NULL, 0, ACT_EVENT_UNKNOWN},
    {NULL, 1, ACT_EVENT_UNKNOWN},
    {NULL, UINT32_MAX, ACT_EVENT_UNKNOWN},
};

START_TEST(a_number_is_an_event_only_with_its_source)
{
    ck_assert_int_eq(act_event_kind_of(events[_i].source, events[_i].number), events[_i].kind);
    const char *text =
        act_event_text(events[_i].source, events[_i].number, ACT_EVENT_MEANING, "en");
    ck_assert_int_eq(text != NULL, events[_i].kind != ACT_EVENT_UNKNOWN);
}
END_TEST

/* The table is ascending, each event is found, and its texts are the words of its number. */
START_TEST(every_event_has_its_texts)
{
    uint32_t number, before = 0;
    size_t count = 0;
    for (; (number = act_event_at(count)) != 0; count++) {
        char id[32];
        ck_assert_uint_gt(number, before);
        ck_assert_int_ne(act_event_kind_of(NULL, number), ACT_EVENT_UNKNOWN);
        snprintf(id, sizeof id, "event.%u", (unsigned)number);
        ck_assert_str_eq(act_event_text(NULL, number, ACT_EVENT_MEANING, "ja"), act_word(id, "ja"));
        snprintf(id, sizeof id, "event-advice.%u", (unsigned)number);
        ck_assert_str_eq(act_event_text(NULL, number, ACT_EVENT_ADVICE, "en"), act_word(id, "en"));
        ck_assert_ptr_null(act_event_text(NULL, number, (act_event_field)2, "en"));
        ck_assert_ptr_null(act_event_text(NULL, number, (act_event_field)-1, "en"));
        before = number;
    }
    ck_assert_uint_ge(count, 40);
    ck_assert_uint_eq(act_event_at(SIZE_MAX), 0);
}
END_TEST

Suite *event_suite(void)
{
    Suite *suite = suite_create("event");
    TCase *cases = tcase_create("event");
    tcase_add_test(cases, kinds_have_identifiers);
    tcase_add_loop_test(cases, a_number_is_an_event_only_with_its_source, 0,
                        sizeof events / sizeof *events);
    tcase_add_test(cases, every_event_has_its_texts);
    suite_add_tcase(suite, cases);
    return suite;
}
