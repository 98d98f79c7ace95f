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

/* ---- Times ---------------------------------------------------------------------------------- */

static int64_t days_since_1970(int64_t year, int64_t month, int64_t day)
{
    /* Years that begin in March: the leap day is the last one. */
    year -= month <= 2;
    int64_t era = year / 400, year_of_era = year % 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static bool read_part(struct act_reader *reader, int64_t *part)
{
    uint64_t number;
    if (!act_read_number(reader, &number) || number > 9999)
        return false;
    *part = (int64_t)number;
    return true;
}

/* The order of a date's parts: the year leads, or slashes and dots tell; AM and PM are American. */
static bool order_date(int64_t parts[3], char separator, bool american)
{
    if (parts[0] > 31)
        return true;
    int64_t first = parts[0], second = parts[1];
    bool month_leads = separator == '/' && (american || second > 12);
    parts[0] = parts[2];
    parts[1] = month_leads ? first : second;
    parts[2] = month_leads ? second : first;
    return parts[0] > 31;
}

static bool read_clock(struct act_reader *reader, int64_t *milliseconds, bool *american)
{
    int64_t hour, minute, second = 0;
    if (!read_part(reader, &hour) || !act_read_char(reader, ':') || !read_part(reader, &minute))
        return false;
    if (act_read_char(reader, ':') && !read_part(reader, &second))
        return false;
    act_skip_blanks(reader);
    bool afternoon = act_window_is(reader->window, reader->position, "pm");
    *american = afternoon || act_window_is(reader->window, reader->position, "am");
    if (*american)
        hour = hour % 12 + (afternoon ? 12 : 0);
    *milliseconds = ((hour * 60 + minute) * 60 + second) * 1000;
    return hour < 24 && minute < 60 && second < 61;
}

/* A date and a time of day from a position on; 0 where there is none. */
static int64_t read_time(const struct act_window *window, size_t position)
{
    struct act_reader reader = {window, position};
    int64_t parts[3], clock;
    bool american;
    if (!read_part(&reader, &parts[0]) || reader.position >= window->length)
        return 0;
    char separator = window->text[reader.position];
    if (!strchr("/-.", separator))
        return 0;
    for (int i = 1; i < 3; i++)
        if (!act_read_char(&reader, separator) || !read_part(&reader, &parts[i]))
            return 0;
    if (!act_read_char(&reader, 'T') && !act_read_char(&reader, ',') &&
        !act_read_char(&reader, ' '))
        return 0;
    act_skip_blanks(&reader);
    if (!read_clock(&reader, &clock, &american) || !order_date(parts, separator, american) ||
        parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31)
        return 0;
    return days_since_1970(parts[0], parts[1], parts[2]) * 86400000 + clock;
}

/* The request time inside 12288 to 12290 is the client's: it orders nothing. */
static bool is_request_time(const struct act_window *window, size_t position)
{
    return position >= 2 && window->text[position - 1] == ' ' && window->text[position - 2] == ',';
}

static bool begins_number(const struct act_window *window, size_t position)
{
    return act_is_digit(window->text[position]) &&
           (position == 0 || !act_is_word(window->text[position - 1]));
}

/* ---- Computers and products ----------------------------------------------------------------- */

static bool is_name_character(char c)
{
    return act_is_word(c) || c == '.' || c == '-' || c == '_';
}

/* "Computer: NAME", "<Computer>NAME</Computer>", "MachineName : NAME", "\"Computer\":\"NAME\"". */
static size_t computer_name(const struct act_window *window, size_t position, size_t *length)
{
    size_t start = position;
    bool separated = false;
    if (act_window_is(window, start, "name"))
        start += 4;
    while (start < window->length && start - position < LABEL_REACH &&
           !is_name_character(window->text[start])) {
        if (window->text[start] == '\n')
            return 0;
        separated = separated || strchr(":>=", window->text[start]);
        start++;
    }
    for (*length = 0; start + *length < window->length; ++*length)
        if (!is_name_character(window->text[start + *length]))
            break;
    return separated && *length > 0 ? start : 0;
}

/* The name after a label at this position; returns where it begins, or 0. */
static size_t labelled_computer(const struct act_window *window, size_t position, size_t *length)
{
    if (position > 0 && window->text[position - 1] == '/')
        return 0;
    if (act_window_is(window, position, "computer"))
        return computer_name(window, position + 8, length);
    if (act_window_is(window, position, "machinename"))
        return computer_name(window, position + 11, length);
    return 0;
}

/* "Office 16" and "Office16" before a word of a license's name. */
static bool is_office_name(const struct act_window *window, size_t position)
{
    struct act_reader reader = {window, position + 6};
    uint64_t version;
    act_skip_blanks(&reader);
    if (!act_read_number(&reader, &version) || version < 12 || version > 99)
        return false;
    size_t limit = reader.position + 60;
    return act_window_find(window, reader.position, limit, "edition") != SIZE_MAX ||
           act_window_find(window, reader.position, limit, "channel") != SIZE_MAX ||
           act_window_find(window, reader.position, limit, "volume_") != SIZE_MAX;
}

enum product { PRODUCT_NONE, PRODUCT_WINDOWS, PRODUCT_OFFICE };

/* The product that a mark at this position names. */
static enum product product_at(const struct act_window *window, size_t position)
{
    static const struct {
        const char *mark;
        enum product product;
    } marks[] = {{"ospp.vbs", PRODUCT_OFFICE},
                 {"license name: office", PRODUCT_OFFICE},
                 {"last 5 characters of installed product key", PRODUCT_OFFICE},
                 {"---notifications---", PRODUCT_OFFICE},
                 {"---licensed---", PRODUCT_OFFICE},
                 {"---unlicensed---", PRODUCT_OFFICE},
                 {"---oob_grace---", PRODUCT_OFFICE},
                 {"---oot_grace---", PRODUCT_OFFICE},
                 {"0ff1ce15-a989-479d-af46-f275c6370663", PRODUCT_OFFICE},
                 {"59a52881-a989-479d-af46-f275c6370663", PRODUCT_OFFICE},
                 {"office software protection", PRODUCT_OFFICE},
                 {"55c92734-d682-4d71-983e-d6ec3f16059f", PRODUCT_WINDOWS},
                 {"windows(r)", PRODUCT_WINDOWS},
                 {"slmgr.vbs", PRODUCT_WINDOWS}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (act_window_is(window, position, marks[i].mark))
            return marks[i].product;
    return act_window_is(window, position, "office") && is_office_name(window, position)
               ? PRODUCT_OFFICE
               : PRODUCT_NONE;
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
    int64_t time = begins_number(window, position) && !is_request_time(window, position)
                       ? read_time(window, position)
                       : 0;
    if (time == 0)
        return;
    trail->time = time;
    trail->time_place = offset_of(window, position);
}

static void follow_computer(struct case_state *state, const struct act_window *window,
                            size_t position, struct case_trail *trail)
{
    size_t length, name = labelled_computer(window, position, &length);
    if (name == 0)
        return;
    trail->computer = act_case_computer_number(state, window->text + name, length);
    trail->computer_place = offset_of(window, position);
}

static void follow_product(const struct act_window *window, size_t position,
                           struct case_trail *trail)
{
    enum product product = product_at(window, position);
    if (product == PRODUCT_NONE)
        return;
    trail->is_office = product == PRODUCT_OFFICE;
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
