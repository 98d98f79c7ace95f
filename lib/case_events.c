/* Reads the numbers of events near a place. */
#include "case_state.h"
#include "event.h"

/* How far a number may be from its label. */
enum { LABEL_REACH = 40 };

/* "ID" as a word of its own, or at the end of "EventID". */
static inline bool is_event_label(const struct act_window *window, size_t position)
{
    if ((window->text[position] | 0x20) != 'i' || !act_window_is(window, position, "id"))
        return false;
    return !act_ascii_is_letter(act_window_before(window, position)) ||
           (position >= 5 && act_window_is(window, position - 5, "event"));
}

/* After a label: its other words up to a colon, marks and blanks, then a number. */
static size_t skip_to_number(const struct act_window *window, size_t position)
{
    size_t limit = position + LABEL_REACH;
    for (size_t next = position; next < limit; next++) {
        char c = act_window_at(window, next);
        if (act_ascii_is_digit(c))
            break;
        if (c == ':' || c == '>')
            position = next;
    }
    while (position < limit && !act_is_word(act_window_at(window, position)))
        position++;
    return position;
}

/* Reads the number of an event of activation; 0 where there is another word. */
static uint32_t read_event(struct act_reader *reader)
{
    uint32_t number;
    bool is_number = act_read_small(reader, &number) &&
                     !act_is_word(act_window_at(reader->window, reader->position));
    return is_number && act_event_is_known(number) ? number : 0;
}

static uint32_t labelled_event(const struct act_window *window, size_t position)
{
    struct act_reader reader = {window, position + 2};
    if (act_window_is(window, reader.position, " qualifiers"))
        reader.position =
            act_window_find(window, reader.position, reader.position + LABEL_REACH, ">");
    if (reader.position == SIZE_MAX)
        return 0;
    reader.position = skip_to_number(window, reader.position);
    uint32_t event = read_event(&reader);
    return act_window_at(window, reader.position) != '-' ? event : 0;
}

static inline uint32_t event_at(const struct act_window *window, size_t position)
{
    return is_event_label(window, position) ? labelled_event(window, position) : 0;
}

uint32_t act_case_event_at(const struct act_window *window, size_t position)
{
    return event_at(window, position);
}

static uint32_t event_after(const struct act_window *window, size_t from, size_t to, size_t *place)
{
    uint32_t event = 0;
    for (*place = from; *place < to && event == 0; ++*place)
        event = event_at(window, *place);
    return event;
}

/* The last labelled number in from[..before). */
static uint32_t event_before(const struct act_window *window, size_t from, size_t before)
{
    uint32_t event = 0;
    while (before > from && event == 0)
        event = event_at(window, --before);
    return event;
}

uint32_t act_case_event_near(const struct act_window *window, size_t from, size_t to)
{
    size_t at = window->at, place;
    uint32_t later = event_after(window, from > at ? from : at, to, &place);
    if (later != 0 && at >= from + (place - at))
        from = at - (place - at) + 1;
    uint32_t earlier = event_before(window, from, at);
    return earlier != 0 ? earlier : later;
}

/* The numbers of events have three digits or more, so one character in three is looked at. */
enum { EVENT_DIGITS = 3, TOO_MANY_DIGITS = 11 };

/* Whether the digits around a position are the number of an event; *end is where they end. */
static bool is_event_around(const struct act_window *window, size_t from, size_t position,
                            size_t *end)
{
    size_t start = position;
    while (start > from && position - start < TOO_MANY_DIGITS &&
           act_ascii_is_digit(window->text[start - 1]))
        start--;
    uint64_t number = 0;
    struct act_reader reader = {window, start};
    bool is_number = act_read_number(&reader, &number);
    *end = reader.position > position ? reader.position : position + 1;
    return is_number && reader.position - start >= EVENT_DIGITS && number <= UINT16_MAX &&
           act_event_is_known((uint32_t)number);
}

bool act_case_may_name_event(const struct act_window *window, size_t from, size_t to)
{
    size_t limit = to + 2 * LABEL_REACH < window->length ? to + 2 * LABEL_REACH : window->length;
    size_t position = from + EVENT_DIGITS - 1;
    while (position < limit) {
        size_t end = position + 1;
        if (act_ascii_is_digit(window->text[position]) &&
            is_event_around(window, from, position, &end))
            return true;
        position = end + EVENT_DIGITS - 1;
    }
    return false;
}

/* Whether what precedes a number may separate columns: a mark, two blanks, the start of a line. */
static bool begins_column(const struct act_window *window, size_t position)
{
    if (act_window_before(window, position) == ' ')
        return act_is_one_of(act_window_before(window, position - 1), " \n");
    return act_is_one_of(act_window_before(window, position), ",;\t|\"\n");
}

/* A column of a table or a CSV: a known number between separators, in the line of the code. */
uint32_t act_case_event_in_columns(const struct act_window *window)
{
    size_t position = window->at;
    while (act_window_before(window, position) != '\n') {
        struct act_reader reader = {window, --position};
        if (!act_ascii_is_digit(window->text[position]) || !begins_column(window, position))
            continue;
        uint32_t event = read_event(&reader);
        if (event != 0 && act_is_one_of(act_window_at(window, reader.position), ",;\t \"|"))
            return event;
    }
    return 0;
}

uint32_t act_case_event_in_text(const struct act_window *window, size_t from, size_t to)
{
    uint32_t event = 0;
    for (; from < to && event == 0; from++) {
        struct act_reader reader = {window, from};
        char before = act_window_before(window, from);
        if (act_ascii_is_digit(window->text[from]) && !act_is_word(before) &&
            !act_is_one_of(before, "-:/.+"))
            event = read_event(&reader);
    }
    return event;
}
