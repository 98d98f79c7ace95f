/* Reads the record around a code: the number of the event, its time, the computer, Office. */
#include "case_state.h"
#include "event.h"

/*
 * How far a label may be from a code before and after it, and a value from its label. What a label
 * after a code names is in the window as a whole.
 */
enum { RECORD_REACH = 1400, AFTER_REACH = ACT_WINDOW_AFTER - 128, LABEL_REACH = 40 };

/* Empty lines and dashed lines separate the records of pasted text. */
static bool is_separator(const struct act_window *window, size_t position)
{
    char first = window->text[position];
    if (first != '\n' && first != '\r')
        return false;
    return act_window_is(window, position, "\n\n") || act_window_is(window, position, "\r\n\r\n") ||
           act_window_is(window, position, "\n-------");
}

static size_t paragraph_end(const struct act_window *window)
{
    size_t position = window->end;
    while (position < window->length && position - window->at < AFTER_REACH &&
           !is_separator(window, position))
        position++;
    return position;
}

/* ---- Numbers of events ---------------------------------------------------------------------- */

/* "ID" as a word of its own, or at the end of "EventID". */
static bool is_event_label(const struct act_window *window, size_t position)
{
    if (!act_window_is(window, position, "id"))
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
    if (act_window_before(window, position) == ' ')
        return act_is_one_of(act_window_before(window, position - 1), " \n");
    return act_is_one_of(act_window_before(window, position), ",;\t|\"\n");
}

/* A column of a table or a CSV: a known number between separators, in the line of the code. */
static uint32_t event_in_columns(const struct act_window *window)
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
static struct case_trail follow_after(struct case_state *state, const struct act_window *window)
{
    struct case_trail trail = {0};
    size_t position = paragraph_end(window);
    while (position > window->end)
        follow(state, window, --position, &trail);
    return trail;
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

static bool is_in_reach(const struct act_window *window, uint64_t place)
{
    return place != 0 && window->offset - place <= RECORD_REACH * window->unit;
}

/* Whether a mark before the place is in its paragraph. */
static bool is_in_paragraph(const struct act_window *window, const struct case_trail *before,
                            uint64_t place)
{
    return is_in_reach(window, place) && place >= before->separator_place;
}

/* Marks count in this order: in the paragraph before the code, after it, then what is before it. */
static const struct case_trail *nearest(const struct act_window *window,
                                        const struct case_trail *before, uint64_t place_before,
                                        const struct case_trail *after, uint64_t place_after)
{
    static const struct case_trail nothing;
    if (is_in_paragraph(window, before, place_before))
        return before;
    if (place_after != 0)
        return after;
    return is_in_reach(window, place_before) ? before : &nothing;
}

static void choose_marks(const struct act_window *window, const struct case_trail *before,
                         const struct case_trail *after, struct case_place *place)
{
    if (place->event == 0 && !is_in_paragraph(window, before, before->event_place))
        place->event = event_in_columns(window);
    if (place->event == 0)
        place->event =
            nearest(window, before, before->event_place, after, after->event_place)->event;
    if (place->time == 0)
        place->time = nearest(window, before, before->time_place, after, after->time_place)->time;
    if (place->computer == 0)
        place->computer =
            nearest(window, before, before->computer_place, after, after->computer_place)->computer;

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
    struct case_trail after = follow_after(state, window);
    if (place->event == 0)
        place->event = event_of_shape(place->shape);
    choose_marks(window, trail, &after, place);
    if (place->event != 0)
        act_case_note_event(state, place->event);
}
