/* Reads the record around a code: the number of the event, its time, the computer, Office. */
#include <string.h>

#include "case_state.h"
#include "event.h"

/* How far a label may be from a code, and a value from its label. */
enum { RECORD_REACH = 1400, LABEL_REACH = 40 };

/* Empty lines and dashed lines separate the records of pasted text. */
static bool is_separator(const struct act_window *window, size_t position)
{
    const char *text = window->text + position;
    size_t left = window->length - position;
    if (text[0] == '\r')
        return left >= 4 && memcmp(text, "\r\n\r\n", 4) == 0;
    return text[0] == '\n' && left >= 2 &&
           (text[1] == '\n' || (left >= 8 && memcmp(text + 1, "-------", 7) == 0));
}

static size_t paragraph_end(const struct act_window *window)
{
    size_t position = window->end;
    while (position < window->length && !is_separator(window, position))
        position++;
    return position;
}

/* ---- Numbers of events ---------------------------------------------------------------------- */

/* "ID" as a word of its own, or at the end of "EventID". */
static bool is_event_label(const struct act_window *window, size_t position)
{
    if (!act_window_is(window, position, "id"))
        return false;
    if (position == 0 || !act_is_letter(window->text[position - 1]))
        return true;
    return position >= 5 && act_window_is(window, position - 5, "event");
}

/* After a label: its other words up to a colon, marks and blanks, then a number. */
static size_t skip_to_number(const struct act_window *window, size_t position)
{
    size_t limit = position + LABEL_REACH, next = position;
    if (limit > window->length)
        limit = window->length;
    for (; next < limit && !act_is_digit(window->text[next]); next++)
        if (window->text[next] == ':' || window->text[next] == '>')
            position = next;
    while (position < limit && !act_is_word(window->text[position]))
        position++;
    return position;
}

static uint32_t labelled_event(const struct act_window *window, size_t position)
{
    struct act_reader reader = {window, position + 2};
    uint64_t number;
    if (act_window_is(window, reader.position, " qualifiers"))
        reader.position =
            act_window_find(window, reader.position, reader.position + LABEL_REACH, ">");
    if (reader.position == SIZE_MAX)
        return 0;
    reader.position = skip_to_number(window, reader.position);
    if (!act_read_number(&reader, &number) || number > UINT16_MAX ||
        (reader.position < window->length &&
         (act_is_word(window->text[reader.position]) || window->text[reader.position] == '-')))
        return 0;
    return act_event_is_known((uint32_t)number) ? (uint32_t)number : 0;
}

/* The nearest labelled number in from[..before), which is searched backwards. */
static uint32_t event_before(const struct act_window *window, size_t from, size_t before,
                             size_t *place)
{
    uint32_t event = 0;
    for (*place = before; *place > from && event == 0;)
        if (is_event_label(window, --*place))
            event = labelled_event(window, *place);
    return event;
}

static uint32_t event_after(const struct act_window *window, size_t from, size_t to, size_t *place)
{
    uint32_t event = 0;
    for (*place = from; *place < to && event == 0; ++*place)
        if (is_event_label(window, *place))
            event = labelled_event(window, *place);
    return event;
}

uint32_t act_case_event_near(const struct act_window *window, size_t from, size_t to)
{
    size_t before, after;
    uint32_t earlier = event_before(window, from, window->at, &before);
    uint32_t later = event_after(window, window->at, to, &after);
    if (earlier == 0 || later == 0)
        return earlier + later;
    return window->at - before < after - window->at ? earlier : later;
}

/* Whether what precedes a number may separate columns: a mark, two blanks, the start of a line. */
static bool begins_column(const struct act_window *window, size_t position)
{
    if (position == 0)
        return true;
    char before = window->text[position - 1];
    if (before == ' ')
        return position == 1 || window->text[position - 2] == ' ';
    return strchr(",;\t|\"\n", before) != NULL;
}

/* A column of a table or a CSV: a known number between separators, in the line of the code. */
static uint32_t event_in_columns(const struct act_window *window)
{
    size_t position = window->at;
    while (position > 0 && window->text[position - 1] != '\n') {
        struct act_reader reader = {window, --position};
        uint64_t number;
        if (!act_is_digit(window->text[position]) || !begins_column(window, position))
            continue;
        if (act_read_number(&reader, &number) && number <= UINT16_MAX &&
            reader.position < window->length && strchr(",;\t \"|", window->text[reader.position]) &&
            act_event_is_known((uint32_t)number))
            return (uint32_t)number;
    }
    return 0;
}

uint32_t act_case_event_in_text(const struct act_window *window, size_t from, size_t to)
{
    for (; from < to; from++) {
        struct act_reader reader = {window, from};
        uint64_t number;
        if (!act_is_digit(window->text[from]) ||
            (from > 0 &&
             (act_is_word(window->text[from - 1]) || strchr("-:/.+", window->text[from - 1]))))
            continue;
        if (act_read_number(&reader, &number) && number <= UINT16_MAX &&
            (reader.position >= window->length || !act_is_word(window->text[reader.position])) &&
            act_event_is_known((uint32_t)number))
            return (uint32_t)number;
    }
    return 0;
}

/* ---- The trail of marks --------------------------------------------------------------------- */

/* What a character may begin. */
enum mark {
    MARK_EVENT = 1,
    MARK_TIME = 2,
    MARK_COMPUTER = 4,
    MARK_PRODUCT = 8,
    MARK_SEPARATOR = 16
};

static const unsigned char marks_of[256] = {['0'] = MARK_TIME | MARK_PRODUCT,
                                            ['1'] = MARK_TIME,
                                            ['2'] = MARK_TIME,
                                            ['3'] = MARK_TIME,
                                            ['4'] = MARK_TIME,
                                            ['5'] = MARK_TIME | MARK_PRODUCT,
                                            ['6'] = MARK_TIME,
                                            ['7'] = MARK_TIME,
                                            ['8'] = MARK_TIME,
                                            ['9'] = MARK_TIME,
                                            ['i'] = MARK_EVENT,
                                            ['I'] = MARK_EVENT,
                                            ['c'] = MARK_COMPUTER,
                                            ['C'] = MARK_COMPUTER,
                                            ['m'] = MARK_COMPUTER,
                                            ['M'] = MARK_COMPUTER,
                                            ['o'] = MARK_PRODUCT,
                                            ['O'] = MARK_PRODUCT,
                                            ['l'] = MARK_PRODUCT,
                                            ['L'] = MARK_PRODUCT,
                                            ['w'] = MARK_PRODUCT,
                                            ['W'] = MARK_PRODUCT,
                                            ['s'] = MARK_PRODUCT,
                                            ['S'] = MARK_PRODUCT,
                                            ['-'] = MARK_PRODUCT,
                                            ['\n'] = MARK_SEPARATOR,
                                            ['\r'] = MARK_SEPARATOR};

static uint64_t offset_of(const struct act_window *window, size_t position)
{
    return window->offset - (window->at - position) * window->unit;
}

static void follow_event(const struct act_window *window, size_t position, struct case_trail *trail)
{
    uint32_t event = is_event_label(window, position) ? labelled_event(window, position) : 0;
    if (event == 0)
        return;
    trail->event = event;
    trail->event_place = offset_of(window, position);
}

static void follow_time(const struct act_window *window, size_t position, struct case_trail *trail)
{
    int64_t time = act_case_time_at(window, position);
    if (time == 0)
        return;
    trail->time = time;
    trail->time_place = offset_of(window, position);
}

static void follow_computer(struct case_state *state, const struct act_window *window,
                            size_t position, struct case_trail *trail)
{
    size_t length, name = act_case_computer_at(window, position, &length);
    if (name == 0)
        return;
    trail->computer = act_case_computer_number(state, window->text + name, length);
    trail->computer_place = offset_of(window, position);
}

static void follow_product(const struct act_window *window, size_t position,
                           struct case_trail *trail)
{
    enum case_product product = act_case_product_at(window, position);
    if (product == CASE_PRODUCT_NONE)
        return;
    trail->is_office = product == CASE_PRODUCT_OFFICE;
    trail->product_place = offset_of(window, position);
}

static void follow(struct case_state *state, const struct act_window *window, size_t position,
                   struct case_trail *trail)
{
    unsigned char marks = marks_of[(unsigned char)window->text[position]];
    if (marks == 0)
        return;
    if (marks & MARK_EVENT)
        follow_event(window, position, trail);
    if (marks & MARK_TIME)
        follow_time(window, position, trail);
    if (marks & MARK_COMPUTER)
        follow_computer(state, window, position, trail);
    if (marks & MARK_PRODUCT)
        follow_product(window, position, trail);
    if (marks & MARK_SEPARATOR && is_separator(window, position))
        trail->separator_place = offset_of(window, position);
}

/* Follows the text from where the trail ends, or from as far as a record reaches, to the place. */
static void follow_to_place(struct case_state *state, const struct act_window *window,
                            struct case_trail *trail)
{
    size_t position = window->at > RECORD_REACH ? window->at - RECORD_REACH : 0;
    if (trail->followed > offset_of(window, position))
        position = window->at - (size_t)(window->offset - trail->followed) / window->unit;
    for (; position < window->at; position++)
        follow(state, window, position, trail);
    trail->followed = window->offset;
}

/* The marks between the place and the end of its paragraph, the first of each. */
static struct case_trail follow_after(struct case_state *state, const struct act_window *window,
                                      size_t end)
{
    struct case_trail first = {0}, trail = {0};
    for (size_t position = window->end; position < end; position++) {
        follow(state, window, position, &trail);
        if (first.event_place == 0) {
            first.event = trail.event;
            first.event_place = trail.event_place;
        }
        if (first.time_place == 0) {
            first.time = trail.time;
            first.time_place = trail.time_place;
        }
        if (first.computer_place == 0) {
            first.computer = trail.computer;
            first.computer_place = trail.computer_place;
        }
        if (first.product_place == 0) {
            first.is_office = trail.is_office;
            first.product_place = trail.product_place;
        }
    }
    return first;
}

/* ---- All of it ------------------------------------------------------------------------------ */

static uint32_t event_of_shape(enum act_shape shape)
{
    switch (shape) {
    case ACT_SHAPE_REQUEST:
        return 12288;
    case ACT_SHAPE_ANSWER:
        return 12289;
    case ACT_SHAPE_HOST_RECORD:
        return 12290;
    case ACT_SHAPE_ORIGINAL:
        return 1015;
    case ACT_SHAPE_KEY_LIST:
        return 1003;
    default:
        return 0;
    }
}

/* How near a mark is: in the paragraph before the code, or at least within a record's reach. */
static bool is_in_paragraph(const struct case_trail *trail, uint64_t place)
{
    return place != 0 && place >= trail->separator_place;
}

static bool is_in_reach(const struct act_window *window, uint64_t place)
{
    return place != 0 && window->offset - place <= RECORD_REACH * window->unit;
}

/* Marks count in this order: the paragraph before the code, after it, then what is before it. */
static void choose_marks(const struct act_window *window, const struct case_trail *before,
                         const struct case_trail *after, struct case_place *place)
{
    if (place->event == 0 && is_in_paragraph(before, before->event_place) &&
        is_in_reach(window, before->event_place))
        place->event = before->event;
    if (place->event == 0)
        place->event = event_in_columns(window);
    if (place->event == 0)
        place->event = after->event;
    if (place->event == 0 && is_in_reach(window, before->event_place))
        place->event = before->event;

    bool has_time = is_in_reach(window, before->time_place);
    if (place->time == 0 && has_time && is_in_paragraph(before, before->time_place))
        place->time = before->time;
    if (place->time == 0)
        place->time = after->time;
    if (place->time == 0 && has_time)
        place->time = before->time;

    bool has_computer = is_in_reach(window, before->computer_place);
    if (place->computer == 0 && has_computer && is_in_paragraph(before, before->computer_place))
        place->computer = before->computer;
    if (place->computer == 0)
        place->computer = after->computer;
    if (place->computer == 0 && has_computer)
        place->computer = before->computer;

    bool is_office = after->product_place != 0
                         ? after->is_office
                         : is_in_reach(window, before->product_place) && before->is_office;
    if (is_office)
        place->flags |= ACT_FINDING_OFFICE;
}

void act_case_read_record(struct case_state *state, const struct act_window *window,
                          struct case_trail *trail, struct case_place *place)
{
    follow_to_place(state, window, trail);
    struct case_trail after = follow_after(state, window, paragraph_end(window));
    if (place->event == 0)
        place->event = event_of_shape(place->shape);
    choose_marks(window, trail, &after, place);
    if (place->event != 0)
        act_case_note_event(state, place->event);
}
