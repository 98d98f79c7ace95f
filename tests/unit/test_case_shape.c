/* The shapes of what is around a code, and what is almost one. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "case_shape.h"

#define CODE "0xC004F042"
#define GUID "36f27b39-0000-440b-be67-a09996d27a38"

/* The shape of the first CODE in a text, in one byte per character or two. */
static enum act_shape shape_in(const char *text, enum act_width width, struct act_request *request)
{
    struct act_window window;
    size_t unit = width == ACT_WIDTH_ONE ? 1 : 2, length = unit * strlen(text);
    size_t at = unit * (size_t)(strstr(text, CODE) - text);
    char *copy = calloc(length, 1);
    for (size_t i = 0; i < strlen(text); i++)
        copy[i * unit + (width == ACT_WIDTH_BIG)] = text[i];
    act_window_around(&window, copy, length, at, unit * strlen(CODE), width);
    enum act_shape shape = act_shape_of(&window, request);
    free(copy);
    return shape;
}

static const struct {
    const char *text;
    enum act_shape shape;
} samples[] = {
    {CODE ", 0x00000000, kms:1688, " GUID ", 2026/11/20 08:01, 0, 2, 41760, " GUID ", 25",
     ACT_SHAPE_REQUEST},
    {CODE ",0x0,kms:1688," GUID, ACT_SHAPE_REQUEST},
    {CODE "\t,\t0X0, kms:1688, " GUID, ACT_SHAPE_REQUEST},
    {CODE ", 0x00000000, , " GUID, ACT_SHAPE_REQUEST},
    {CODE "; 0x00000000, kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {CODE ", 1x00000000, kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {CODE ", 0y00000000, kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {CODE ", 0x, kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000 kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000, kms 1688, " GUID, ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000, kms:1688, " GUID "0", ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000, kms:1688, 36f27b39-0000-440b-be67a09996d27a38", ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000, kms:1688, 36f27b3-90000-440b-be67-a09996d27a38", ACT_SHAPE_PLAIN},

    {CODE ", 0x00000000, 1, 0, 50, 120, 10080, 2026/11/20 08:01", ACT_SHAPE_ANSWER},
    {CODE ", 0x00000000, 2, 0, 50, 120, 10080", ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000, 0, 0, 50, 99999999999, 10080", ACT_SHAPE_PLAIN},
    {CODE ", 0x00000000, 0, 0, 4294967296, 120, 10080", ACT_SHAPE_PLAIN},

    {CODE ",5,client," GUID ",2010/9/29 21:46,0,2,41520," GUID, ACT_SHAPE_HOST_RECORD},
    {CODE ",5,client," GUID ",2010-9-29 21:46,0,2,41520," GUID, ACT_SHAPE_PLAIN},
    {CODE ",5,client,2010/9/29 21:46,0,2,41520", ACT_SHAPE_PLAIN},

    {"0x80070005, " CODE ", kms:1688, " GUID, ACT_SHAPE_FLAGS},
    {"0x80070005, " CODE ", 1, 0, 50, 120, 10080", ACT_SHAPE_FLAGS},
    {"0x80070005; " CODE ", kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {"0x8007000g, " CODE ", kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {"0xg0000000, " CODE ", kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {"x80070005, " CODE ", kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {"0x8007000500, " CODE ", kms:1688, " GUID, ACT_SHAPE_PLAIN},
    {"0x80070005, " CODE, ACT_SHAPE_PLAIN},
    {"\n, " CODE, ACT_SHAPE_PLAIN},

    {"1: " GUID ", 1, 0 [(0 [" CODE ", 0, 0], [(?)])(1 )(2 )(3 )]", ACT_SHAPE_LICENSE_LIST},
    {"1: " GUID ", 1, 1 [(0 [" CODE ", 0, 0], [(?)])(1 )(2 )(3 )]", ACT_SHAPE_KEY_LIST},
    {"1: " GUID ", 1, 0 [(0 [0, 0, 0])(3 )]2: " GUID ", 1, 1 [(0 [" CODE, ACT_SHAPE_KEY_LIST},
    {"1: " GUID ", 1, 0 [(0 [0, 0, 0])(3 )] and " CODE, ACT_SHAPE_PLAIN},
    {"1: " GUID ", 1, 0 [(0 [0, 0, 0\n" CODE, ACT_SHAPE_PLAIN},

    {"Returned hr=0xC004F022, Original hr=" CODE, ACT_SHAPE_ORIGINAL},
    {"Original hr=0xC004F022, " CODE, ACT_SHAPE_PLAIN},
    {"LicenseState=1;LastConsumptionReason=" CODE, ACT_SHAPE_CONSUMPTION},
    {"LastConsumptionReason=0; then, much later, " CODE, ACT_SHAPE_PLAIN},
    {"x.dll, msft:spp/a/7.0, 0x00000000, " CODE, ACT_SHAPE_PARTS},

    {"0A1B2C3D(" CODE ", 10:11:12:345 - text)", ACT_SHAPE_TRACE},
    {"0A1B-C3D(" CODE ", 10:11:12:345 - text)", ACT_SHAPE_PLAIN},
    {"A1B2C3D(" CODE ", 10:11:12:345 - text)", ACT_SHAPE_PLAIN},
    {"0A1B2C3D[" CODE ", 10:11:12:345 - text)", ACT_SHAPE_PLAIN},
    {"0A1B2C3D(" CODE " 10:11:12:345 - text)", ACT_SHAPE_PLAIN},
    {"0A1B2C3D(" CODE ", at 10:11", ACT_SHAPE_PLAIN},
    {"0A1B2C3D(" CODE ", 10.11", ACT_SHAPE_PLAIN},

    {CODE, ACT_SHAPE_PLAIN},
};

START_TEST(places_have_their_shapes)
{
    struct act_request request;
    const char *text = samples[_i].text;
    for (int width = ACT_WIDTH_ONE; width <= ACT_WIDTH_BIG; width++)
        ck_assert_msg(shape_in(text, (enum act_width)width, &request) == samples[_i].shape,
                      "width %d: %s", width, text);
}
END_TEST

/* The shape and the fields of every beginning of a text: what is cut off is not there. */
static void check_beginnings(const char *whole, const size_t *shape_from, enum act_shape shape,
                             struct act_request *last)
{
    char text[512];
    for (size_t length = strlen(CODE); length <= strlen(whole); length++) {
        memcpy(text, whole, length);
        text[length] = '\0';
        enum act_shape expected = length >= *shape_from ? shape : ACT_SHAPE_PLAIN;
        ck_assert_msg(shape_in(text, ACT_WIDTH_ONE, last) == expected, "%s", text);
        if (expected == ACT_SHAPE_PLAIN)
            ck_assert_uint_eq(last->needed, ACT_SHAPE_NOTHING);
    }
}

START_TEST(requests_may_be_cut_off)
{
    static const char start[] = CODE ", 0x00000000, kms:1688, " GUID;
    size_t from = strlen(start);
    struct act_request request;
    check_beginnings(CODE ", 0x00000000, kms:1688, " GUID ", 2026/11/20 08:01, 0, 2, 41760, " GUID
                          ", 25",
                     &from, ACT_SHAPE_REQUEST, &request);
    ck_assert_uint_eq(request.host, strlen(CODE ", 0x00000000, "));
    ck_assert_uint_eq(request.host_length, strlen("kms:1688"));
    ck_assert_uint_eq(request.state, 2);
    ck_assert_uint_eq(request.minutes, 41760);
    ck_assert_uint_eq(request.needed, 25);
    ck_assert_uint_eq(request.current, ACT_SHAPE_NOTHING);
}
END_TEST

START_TEST(answers_may_be_cut_off)
{
    size_t from = strlen(CODE ", 0x00000000, 1, 0, 50, 120, 1");
    struct act_request request;
    check_beginnings(CODE ", 0x00000000, 1, 0, 50, 120, 10080, 2026/11/20 08:01", &from,
                     ACT_SHAPE_ANSWER, &request);
    ck_assert_uint_eq(request.activated, 1);
    ck_assert_uint_eq(request.current, 50);
}
END_TEST

START_TEST(records_of_hosts_may_be_cut_off)
{
    size_t from = strlen(CODE ",5,client," GUID ",2010/9/29 21:4");
    struct act_request request;
    check_beginnings(CODE ",5,client," GUID ",2010/9/29 21:46,0,2,41520," GUID, &from,
                     ACT_SHAPE_HOST_RECORD, &request);
    ck_assert_uint_eq(request.needed, 5);
    ck_assert_uint_eq(request.state, 2);
    ck_assert_uint_eq(request.minutes, 41520);
    ck_assert_uint_eq(request.host_length, 0);
}
END_TEST

/* Windows numbers the states of a license from 0 to 6. */
START_TEST(states_that_do_not_exist_are_not_given_out)
{
    struct act_request request;
    shape_in(CODE ", 0x0, kms:1688, " GUID ", 2026/11/20 08:01, 0, 6, 10", ACT_WIDTH_ONE, &request);
    ck_assert_uint_eq(request.state, 6);
    shape_in(CODE ", 0x0, kms:1688, " GUID ", 2026/11/20 08:01, 0, 7, 10", ACT_WIDTH_ONE, &request);
    ck_assert_uint_eq(request.state, ACT_SHAPE_NOTHING);
    ck_assert_uint_eq(request.minutes, ACT_SHAPE_NOTHING);
}
END_TEST

/* The names of hosts are as long as DNS allows; what is longer is not a name. */
START_TEST(names_of_hosts_have_an_end)
{
    struct act_request request;
    char text[700];
    for (size_t length = 300; length <= 301; length++) {
        strcpy(text, CODE ", 0x0, ");
        memset(text + strlen(text), 'k', length);
        strcpy(text + strlen(CODE ", 0x0, ") + length, ", " GUID);
        ck_assert_int_eq(shape_in(text, ACT_WIDTH_ONE, &request),
                         length == 300 ? ACT_SHAPE_REQUEST : ACT_SHAPE_PLAIN);
        memcpy(text + strlen(CODE), ",    5,", 7);
        strcat(text, ", 2010/9/29 21:46");
        ck_assert_int_eq(shape_in(text, ACT_WIDTH_ONE, &request),
                         length == 300 ? ACT_SHAPE_HOST_RECORD : ACT_SHAPE_PLAIN);
    }
}
END_TEST

/* A character of two bytes that only looks like ASCII by one of them. */
START_TEST(other_characters_are_not_ascii)
{
    struct act_window window;
    static const char text[] = "P\0p\x01\xE9\0\x3A\xFF"
                               "z";
    act_window_around(&window, text, 8, 0, 2, ACT_WIDTH_LITTLE);
    ck_assert_uint_eq(window.length, 4);
    ck_assert_int_eq(memcmp(window.text, "P\x1A\x1A\x1A", 4), 0);
}
END_TEST

/* What is asked for after the start of a line far away is not looked for. */
START_TEST(lines_are_followed_back_for_a_while)
{
    struct act_request request;
    char text[1200];
    for (size_t distance = 600; distance <= 800; distance += 200) {
        memset(text, ' ', sizeof text);
        memcpy(text, ", 1, 0 [(", 9);
        strcpy(text + distance, CODE);
        ck_assert_int_eq(shape_in(text, ACT_WIDTH_ONE, &request),
                         distance == 600 ? ACT_SHAPE_LICENSE_LIST : ACT_SHAPE_PLAIN);
    }
}
END_TEST

Suite *case_shape_suite(void)
{
    Suite *suite = suite_create("case shape");
    TCase *cases = tcase_create("case shape");
    tcase_add_loop_test(cases, places_have_their_shapes, 0, sizeof samples / sizeof *samples);
    tcase_add_test(cases, requests_may_be_cut_off);
    tcase_add_test(cases, answers_may_be_cut_off);
    tcase_add_test(cases, records_of_hosts_may_be_cut_off);
    tcase_add_test(cases, states_that_do_not_exist_are_not_given_out);
    tcase_add_test(cases, names_of_hosts_have_an_end);
    tcase_add_test(cases, other_characters_are_not_ascii);
    tcase_add_test(cases, lines_are_followed_back_for_a_while);
    suite_add_tcase(suite, cases);
    return suite;
}
