/* Reads the record around a code: the number of the event, its time, the computer, Office. */
#include "case_state.h"

/*
 * How far a label may be from a code before and after it. What a label after a code names is in the
 * window as a whole.
 */
enum { RECORD_REACH = 1400, AFTER_REACH = ACT_WINDOW_AFTER - 128 };

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

/* ---- The trail of marks --------------------------------------------------------------------- */

/* What two characters may begin: a bit that is set in the table of either. */
enum mark {
    MARK_EVENT = 1,     /* "id" */
    MARK_TIME = 2,      /* a digit, then a digit or a separator */
    MARK_COMPUTER = 4,  /* "computer", "machine" */
    MARK_SEPARATOR = 8, /* ends of lines, dashes */
    MARK_O = 16,        /* those of products: "office", "ospp", "0ff1" */
    MARK_L = 32,        /* "license", "last", "windows" */
    MARK_S = 64,        /* "slmgr", "---" */
    MARK_5 = 128,       /* "55c9", "59a5" */
    MARK_PRODUCT = MARK_O | MARK_L | MARK_S | MARK_5,
    MARK_I = 256,  /* those of licenses: "license", "time", "discovered" */
    MARK_G = 512,  /* "grace" */
    MARK_K = 1024, /* "kms", "key" */
    MARK_E = 2048, /* "expiration" */
    MARK_LICENSE = MARK_I | MARK_G | MARK_K | MARK_E
};

#define LETTER(letter, marks) [(letter)] = (marks), [(letter)-0x20] = (marks)
#define DIGITS(marks)                                                                              \
    ['1'] = (marks), ['2'] = (marks), ['3'] = (marks), ['4'] = (marks), ['6'] = (marks),           \
    ['7'] = (marks), ['8'] = (marks)

static const uint_least16_t first_marks[256] = {
    DIGITS(MARK_TIME),
    ['9'] = MARK_TIME,
    ['0'] = MARK_TIME | MARK_O,
    ['5'] = MARK_TIME | MARK_5,
    ['-'] = MARK_S,
    ['\n'] = MARK_SEPARATOR,
    ['\r'] = MARK_SEPARATOR,
    LETTER('c', MARK_COMPUTER),
    LETTER('d', MARK_I),
    LETTER('e', MARK_E),
    LETTER('g', MARK_G),
    LETTER('i', MARK_EVENT),
    LETTER('k', MARK_K),
    LETTER('l', MARK_L | MARK_I),
    LETTER('m', MARK_COMPUTER),
    LETTER('o', MARK_O),
    LETTER('s', MARK_S),
    LETTER('t', MARK_I),
    LETTER('w', MARK_L),
};

static const uint_least16_t second_marks[256] = {
    DIGITS(MARK_TIME),
    ['0'] = MARK_TIME,
    ['5'] = MARK_TIME | MARK_5,
    ['9'] = MARK_TIME | MARK_5,
    ['/'] = MARK_TIME,
    ['.'] = MARK_TIME,
    ['-'] = MARK_TIME | MARK_S | MARK_SEPARATOR,
    ['\n'] = MARK_SEPARATOR,
    LETTER('a', MARK_COMPUTER | MARK_L),
    LETTER('d', MARK_EVENT),
    LETTER('e', MARK_K),
    LETTER('f', MARK_O),
    LETTER('i', MARK_L | MARK_I),
    LETTER('l', MARK_S),
    LETTER('m', MARK_K),
    LETTER('o', MARK_COMPUTER),
    LETTER('r', MARK_G),
    LETTER('s', MARK_O),
    LETTER('x', MARK_E),
};
#undef LETTER
#undef DIGITS

static inline int marks_at(const char *text, size_t length, size_t position)
{
    unsigned char second = position + 1 < length ? (unsigned char)text[position + 1] : 0;
    return first_marks[(unsigned char)text[position]] & second_marks[second];
}

static uint64_t offset_of(const struct act_window *window, size_t position)
{
    return window->offset - (window->at - position) * window->unit;
}

static void follow_event(const struct act_window *window, size_t position, struct case_trail *trail)
{
    uint32_t event = act_case_event_at(window, position);
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

static void follow_license(struct case_state *state, const struct act_window *window,
                           size_t position, struct case_trail *trail)
{
    if (act_case_license_at(state, window, position, &trail->license))
        trail->license_place = offset_of(window, position);
}

static void follow_separator(const struct act_window *window, size_t position,
                             struct case_trail *trail)
{
    static const struct case_license nothing = CASE_NO_LICENSE;
    if (!is_separator(window, position))
        return;
    trail->separator_place = offset_of(window, position);
    trail->license = nothing;
}

static void follow_marks(struct case_state *state, const struct act_window *window, size_t position,
                         int marks, struct case_trail *trail)
{
    if (marks & MARK_EVENT)
        follow_event(window, position, trail);
    if (marks & MARK_TIME)
        follow_time(window, position, trail);
    if (marks & MARK_COMPUTER)
        follow_computer(state, window, position, trail);
    if (marks & MARK_PRODUCT)
        follow_product(window, position, trail);
    if (marks & MARK_LICENSE)
        follow_license(state, window, position, trail);
    if (marks & MARK_SEPARATOR)
        follow_separator(window, position, trail);
}

/* Follows the text from where the trail ends, or from as far as a record reaches, to the place. */
static void follow_to_place(struct case_state *state, const struct act_window *window,
                            struct case_trail *trail)
{
    size_t position = window->at > RECORD_REACH ? window->at - RECORD_REACH : 0;
    if (trail->followed > offset_of(window, position))
        position = window->at - (size_t)(window->offset - trail->followed) / window->unit;
    const char *text = window->text; /* in a register, as most characters begin nothing */
    for (const size_t at = window->at, length = window->length; position < at; position++) {
        int marks = marks_at(text, length, position);
        if (marks != 0)
            follow_marks(state, window, position, marks, trail);
    }
    trail->followed = window->offset;
}

/* The marks between the place and the end of its paragraph, the first of each. */
static struct case_trail follow_after(struct case_state *state, const struct act_window *window)
{
    struct case_trail trail = {.license = CASE_NO_LICENSE};
    size_t position = paragraph_end(window);
    while (position-- > window->end) {
        int marks = marks_at(window->text, window->length, position);
        if (marks != 0)
            follow_marks(state, window, position, marks, &trail);
    }
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

static uint32_t choose(uint32_t first, uint32_t second)
{
    return first != ACT_NOT_KNOWN ? first : second;
}

/* What the paragraph has about the license, before the code or after it. */
static void choose_license(const struct act_window *window, const struct case_trail *before,
                           const struct case_trail *after, struct case_license *license)
{
    static const struct case_license nothing = CASE_NO_LICENSE;
    const struct case_license *first =
        is_in_reach(window, before->license_place) ? &before->license : &nothing;
    const struct case_license *second = &after->license;
    license->host = choose(first->host, second->host);
    license->current = choose(first->current, second->current);
    license->state = choose(first->state, second->state);
    license->minutes = choose(first->minutes, second->minutes);
    license->is_evaluation = first->is_evaluation | second->is_evaluation;
}

static void choose_marks(const struct act_window *window, const struct case_trail *before,
                         const struct case_trail *after, struct case_place *place)
{
    if (place->event == 0 && !is_in_paragraph(window, before, before->event_place))
        place->event = act_case_event_in_columns(window);
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
    choose_license(window, before, after, &place->license);
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
