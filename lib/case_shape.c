/* What a code means by the shape of the text around it, whatever the language of that text. */
#include "case_shape.h"

#include <string.h>

/* The names of hosts and clients end at the next comma, blank or quotation mark. */
static bool read_name(struct act_reader *reader, size_t *start, size_t *length)
{
    *start = reader->position;
    while (reader->position < reader->window->length &&
           !act_is_one_of(reader->window->text[reader->position], ",\"<' \t\r\n"))
        reader->position++;
    *length = reader->position - *start;
    return *length <= 300;
}

/* "2026/11/20 08:01" or "2010/9/29 21:46". */
static bool read_time(struct act_reader *reader)
{
    uint32_t number;
    bool date = act_read_small(reader, &number) && act_read_char(reader, '/') &&
                act_read_small(reader, &number) && act_read_char(reader, '/') &&
                act_read_small(reader, &number);
    act_skip_blanks(reader);
    return date && act_read_small(reader, &number) && act_read_char(reader, ':') &&
           act_read_small(reader, &number);
}

/* What requests and hosts' records have in common: ", VM, state, minutes, SKU". */
static void read_state(struct act_reader *reader, struct act_request *request)
{
    uint32_t state, minutes, machine;
    if (act_read_comma(reader) && act_read_small(reader, &machine) && act_read_comma(reader) &&
        act_read_small(reader, &state) && act_read_comma(reader) &&
        act_read_small(reader, &minutes) && state <= 6) {
        request->state = state;
        request->minutes = minutes;
    }
}

/* 12288: ", flags, host:port, CMID, time, VM, state, minutes, SKU, needed". */
static bool is_request(struct act_reader reader, struct act_request *request)
{
    uint32_t flags;
    if (!act_read_comma(&reader) || !act_read_hex(&reader, &flags) || !act_read_comma(&reader) ||
        !read_name(&reader, &request->host, &request->host_length) || !act_read_comma(&reader) ||
        !act_read_guid(&reader))
        return false;
    if (act_read_comma(&reader) && read_time(&reader)) {
        read_state(&reader, request);
        if (act_read_comma(&reader) && act_read_guid(&reader) && act_read_comma(&reader))
            act_read_small(&reader, &request->needed);
    }
    return true;
}

/* 12289: ", flags, activated, unused, current, interval, interval, time". */
static bool is_answer(struct act_reader reader, struct act_request *request)
{
    uint32_t number;
    if (!act_read_comma(&reader) || !act_read_hex(&reader, &number) || !act_read_comma(&reader) ||
        !act_read_small(&reader, &request->activated) || request->activated > 1 ||
        !act_read_comma(&reader) || !act_read_small(&reader, &number) || !act_read_comma(&reader) ||
        !act_read_small(&reader, &request->current))
        return false;
    return act_read_comma(&reader) && act_read_small(&reader, &number) && act_read_comma(&reader) &&
           act_read_small(&reader, &number);
}

/* 12290: ", needed, client, CMID, time, VM, state, minutes, SKU". */
static bool is_host_record(struct act_reader reader, struct act_request *request)
{
    size_t client, length;
    if (!act_read_comma(&reader) || !act_read_small(&reader, &request->needed) ||
        !act_read_comma(&reader) || !read_name(&reader, &client, &length) ||
        !act_read_comma(&reader) || !act_read_guid(&reader) || !act_read_comma(&reader) ||
        !read_time(&reader))
        return false;
    read_state(&reader, request);
    return true;
}

static void clear(struct act_request *request)
{
    *request = (struct act_request){0,
                                    0,
                                    ACT_SHAPE_NOTHING,
                                    ACT_SHAPE_NOTHING,
                                    ACT_SHAPE_NOTHING,
                                    ACT_SHAPE_NOTHING,
                                    ACT_SHAPE_NOTHING};
}

static enum act_shape request_shape(const struct act_window *window, struct act_request *request)
{
    struct act_reader reader = {window, window->end};
    clear(request);
    if (is_request(reader, request))
        return ACT_SHAPE_REQUEST;
    clear(request);
    if (is_answer(reader, request))
        return ACT_SHAPE_ANSWER;
    clear(request);
    if (is_host_record(reader, request))
        return ACT_SHAPE_HOST_RECORD;
    clear(request);
    return ACT_SHAPE_PLAIN;
}

/* Where the line of the place begins; lines of the events that are asked about are short. */
static size_t line_start(const struct act_window *window)
{
    size_t start = window->at;
    while (start > 0 && window->at - start < 700 && window->text[start - 1] != '\n')
        start--;
    return start;
}

/* The last ", 1, N [(" before the place whose ")]" is not between them. */
static enum act_shape list_shape(const struct act_window *window, size_t start)
{
    if (!memchr(window->text + start, '[', window->at - start))
        return ACT_SHAPE_PLAIN;
    size_t end = act_window_find_back(window, start, window->at, "(3 )]");
    if (end != SIZE_MAX)
        start = end;
    if (act_window_find_back(window, start, window->at, ", 1, 1 [(") != SIZE_MAX)
        return ACT_SHAPE_KEY_LIST;
    if (act_window_find_back(window, start, window->at, ", 1, 0 [(") != SIZE_MAX)
        return ACT_SHAPE_LICENSE_LIST;
    return ACT_SHAPE_PLAIN;
}

/* "A1B2C3D4(0x80072F94, 10:11:12:345 - text". */
static bool is_trace(const struct act_window *window)
{
    if (window->at < 9 || window->text[window->at - 1] != '(')
        return false;
    for (size_t i = window->at - 9; i < window->at - 1; i++)
        if (!act_is_word(window->text[i]))
            return false;
    struct act_reader reader = {window, window->end};
    uint64_t hour;
    return act_read_comma(&reader) && act_read_number(&reader, &hour) &&
           act_read_char(&reader, ':');
}

/* In the second field of a request or an answer: a code, a comma and this. */
static bool is_flags(const struct act_window *window, size_t start)
{
    size_t comma = window->at;
    while (comma > start && act_is_one_of(window->text[comma - 1], " \t\r\n"))
        comma--;
    if (comma < start + 11 || window->text[comma - 1] != ',' ||
        !act_window_is(window, comma - 11, "0x"))
        return false;
    struct act_reader reader = {window, comma - 11};
    struct act_window earlier = *window;
    uint32_t code;
    if (!act_read_hex(&reader, &code) || reader.position != comma - 1)
        return false;
    earlier.at = comma - 11;
    earlier.end = comma - 1;
    if (window->text == window->narrowed)
        earlier.text = earlier.narrowed;
    struct act_request request;
    return request_shape(&earlier, &request) != ACT_SHAPE_PLAIN;
}

enum act_shape act_shape_of(const struct act_window *window, struct act_request *request)
{
    size_t start = line_start(window);
    enum act_shape shape = request_shape(window, request);
    if (shape != ACT_SHAPE_PLAIN)
        return shape;
    if (is_flags(window, start))
        return ACT_SHAPE_FLAGS;
    shape = list_shape(window, start);
    if (shape != ACT_SHAPE_PLAIN)
        return shape;
    if (act_window_precedes(window, start, "original hr=", 14))
        return ACT_SHAPE_ORIGINAL;
    if (act_window_precedes(window, start, "lastconsumptionreason", 25))
        return ACT_SHAPE_CONSUMPTION;
    if (act_window_precedes(window, start, ".dll, msft:", 200))
        return ACT_SHAPE_PARTS;
    return is_trace(window) ? ACT_SHAPE_TRACE : ACT_SHAPE_PLAIN;
}
