/* Follows the text around a place for the nearest mark of each kind. */
#include "case_state.h"

/* How far after a code a label may be. */
enum { AFTER_REACH = ACT_WINDOW_AFTER - 128 };

/* Empty lines and dashed lines separate the records of pasted text. */
static bool is_separator(const struct act_window *window, size_t position)
{
    return act_window_is(window, position, "\n\n") || act_window_is(window, position, "\r\n\r\n") ||
           act_window_is(window, position, "\n-------");
}

/* What three characters may begin: a bit that is set in the table of each. */
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
    MARK_LICENSE = MARK_I | MARK_G | MARK_K | MARK_E,
    MARK_ANY = 4095
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

/* Some marks have no third character of their own. */
enum { MARK_PAIR = MARK_EVENT | MARK_TIME | MARK_SEPARATOR };
static const uint_least16_t third_marks[256] = {
    ['-'] = MARK_S,
    LETTER('a', MARK_5 | MARK_G),
    LETTER('c', MARK_COMPUTER | MARK_L | MARK_5 | MARK_I),
    LETTER('f', MARK_O),
    LETTER('m', MARK_COMPUTER | MARK_S | MARK_I),
    LETTER('n', MARK_L),
    LETTER('p', MARK_O | MARK_E),
    LETTER('s', MARK_L | MARK_I | MARK_K),
    LETTER('y', MARK_K),
};
#undef LETTER
#undef DIGITS

static inline int marks_of(char first, char second, char third)
{
    return first_marks[(unsigned char)first] & second_marks[(unsigned char)second] &
           (third_marks[(unsigned char)third] | MARK_PAIR);
}

static int marks_at(const struct act_window *window, size_t position)
{
    return marks_of(act_window_at(window, position), act_window_at(window, position + 1),
                    act_window_at(window, position + 2));
}

/*
 * Where wanted marks may begin in from[..to), of at most STRETCH characters, counted from there.
 * Every character is asked in the same way, as no processor could tell beforehand which begin one.
 */
enum { STRETCH = 64 };
static size_t find_marks(const struct act_window *window, size_t from, size_t to, int wanted,
                         unsigned char places[STRETCH])
{
    const char *text = window->text + from;
    size_t count = 0, length = to - from, safe = window->length < to + 2 ? 0 : length;
    char first = safe > 0 ? text[0] : '\0', second = safe > 0 ? text[1] : '\0';
    for (size_t i = 0; i < safe; i++) {
        char third = text[i + 2];
        places[count] = (unsigned char)i;
        count += (marks_of(first, second, third) & wanted) != 0;
        first = second;
        second = third;
    }
    for (size_t i = safe; i < length; i++) {
        places[count] = (unsigned char)i;
        count += (marks_at(window, from + i) & wanted) != 0;
    }
    return count;
}

static uint64_t offset_of(const struct act_window *window, size_t position)
{
    return window->offset - (window->at - position) * window->unit;
}

/*
 * Each of these reads one kind of mark at a position, and returns that kind once no mark of it that
 * is farther from the place counts, else 0.
 */
static int follow_event(const struct act_window *window, size_t position, struct case_trail *trail)
{
    uint32_t event = act_case_event_at(window, position);
    if (event == 0)
        return 0;
    trail->event = event;
    trail->event_place = offset_of(window, position);
    return MARK_EVENT;
}

static int follow_time(const struct act_window *window, size_t position, struct case_trail *trail)
{
    int64_t time = act_case_time_at(window, position);
    if (time == 0)
        return 0;
    trail->time = time;
    trail->time_place = offset_of(window, position);
    return MARK_TIME;
}

static int follow_computer(struct case_state *state, const struct act_window *window,
                           size_t position, struct case_trail *trail)
{
    size_t length, name = act_case_computer_at(window, position, &length);
    if (name == 0)
        return 0;
    /* All that are named are numbered: what names none belongs to the only one. */
    uint32_t computer = act_case_computer_number(state, window->text + name, length);
    if (trail->computer_place <= trail->followed) {
        trail->computer = computer;
        trail->computer_place = offset_of(window, position);
    }
    return 0;
}

static int follow_product(const struct act_window *window, size_t position,
                          struct case_trail *trail)
{
    enum case_product product = act_case_product_at(window, position);
    if (product == CASE_PRODUCT_NONE)
        return 0;
    trail->is_office = product == CASE_PRODUCT_OFFICE;
    trail->product_place = offset_of(window, position);
    return MARK_PRODUCT;
}

static uint32_t choose(uint32_t first, uint32_t second)
{
    return first != ACT_NOT_KNOWN ? first : second;
}

void act_case_complete_license(struct case_license *license, const struct case_license *second)
{
    license->host = choose(license->host, second->host);
    license->current = choose(license->current, second->current);
    license->state = choose(license->state, second->state);
    license->minutes = choose(license->minutes, second->minutes);
    license->is_evaluation |= second->is_evaluation;
}

static int follow_license(struct case_state *state, const struct act_window *window,
                          size_t position, struct case_trail *trail)
{
    struct case_license license = CASE_NO_LICENSE;
    if (!act_case_license_at(state, window, position, &license))
        return 0;
    act_case_complete_license(&trail->license, &license);
    if (trail->license_place <= trail->followed)
        trail->license_place = offset_of(window, position);
    return 0;
}

static int follow_separator(const struct act_window *window, size_t position,
                            struct case_trail *trail)
{
    if (!is_separator(window, position))
        return 0;
    trail->separator_place = offset_of(window, position);
    return MARK_SEPARATOR | MARK_LICENSE;
}

static int follow_marks(struct case_state *state, const struct act_window *window, size_t position,
                        int wanted, struct case_trail *trail)
{
    int found = 0, marks = marks_at(window, position) & wanted;
    if (marks & MARK_EVENT)
        found |= follow_event(window, position, trail);
    if (marks & MARK_TIME)
        found |= follow_time(window, position, trail);
    if (marks & MARK_COMPUTER)
        found |= follow_computer(state, window, position, trail);
    if (marks & MARK_PRODUCT)
        found |= follow_product(window, position, trail);
    if (marks & MARK_LICENSE)
        found |= follow_license(state, window, position, trail);
    if (marks & MARK_SEPARATOR)
        found |= follow_separator(window, position, trail);
    return found;
}

void act_case_follow_before(struct case_state *state, const struct act_window *window,
                            struct case_trail *trail)
{
    struct case_license earlier = trail->license;
    trail->license = (struct case_license)CASE_NO_LICENSE;
    size_t start = window->at > CASE_RECORD_REACH ? window->at - CASE_RECORD_REACH : 0;
    if (trail->followed > offset_of(window, start))
        start = window->at - (size_t)(window->offset - trail->followed) / window->unit;
    int wanted = MARK_ANY;
    for (size_t to = window->at, from; to > start; to = from) {
        unsigned char places[STRETCH] = {0};
        from = to - start > STRETCH ? to - STRETCH : start;
        for (size_t i = find_marks(window, from, to, wanted, places); i-- > 0;)
            wanted &= ~follow_marks(state, window, from + places[i], wanted, trail);
    }
    if (wanted & MARK_SEPARATOR)
        act_case_complete_license(&trail->license, &earlier);
    trail->followed = window->offset;
}

struct case_trail act_case_follow_after(struct case_state *state, const struct act_window *window)
{
    struct case_trail trail = {.license = CASE_NO_LICENSE};
    size_t reach = window->at + AFTER_REACH;
    size_t limit = reach < window->length ? reach : window->length;
    int wanted = MARK_ANY;
    for (size_t from = window->end, to; from < limit && (wanted & MARK_SEPARATOR); from = to) {
        unsigned char places[STRETCH] = {0};
        to = limit - from > STRETCH ? from + STRETCH : limit;
        size_t count = find_marks(window, from, to, wanted, places);
        for (size_t i = 0; i < count && (wanted & MARK_SEPARATOR); i++)
            wanted &= ~follow_marks(state, window, from + places[i], wanted, &trail);
    }
    return trail;
}
