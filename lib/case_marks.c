/* Marks in a text that are not codes: a success, a key that is installed, the source of an event.
 */
#include <string.h>

#include "case_state.h"
#include "event.h"

/*
 * Every mark has a P in it: "Product activated", "Product Key", "Protection Platform", "-SPP". So
 * blocks are asked for a P with the right characters beside it before anything is compared.
 */
enum { BLOCK = 64, BEFORE = 2, AFTER = 4 };

/* How far the number of an event may be from its source, and how long with its label. */
enum { LINES = 5, NUMBER_MAXIMUM = 64 };

static unsigned char is_marked(const char *text, ptrdiff_t unit)
{
    unsigned char is_p = (text[0] | 0x20) == 'p',
                  later = (unsigned char)(text[AFTER * unit] | 0x20);
    unsigned char is_spp = (text[-unit] | 0x20) == 'p';
    is_spp &= (text[-BEFORE * unit] | 0x20) == 's';
    return is_p & (is_spp | (later == 'u') | (later == 'f'));
}

/* Which characters of a block may begin a mark; whether any does. Compilers ask by vectors. */
static bool find_marked(const char *text, ptrdiff_t unit, unsigned char marked[BLOCK])
{
    unsigned char any = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        marked[i] = is_marked(text + i, unit);
        any |= marked[i];
    }
    return any != 0;
}

static struct case_place place_of(const struct case_state *state, size_t at)
{
    return (struct case_place){.offset = state->text_offset + at,
                               .time = state->time,
                               .event = state->event,
                               .computer = state->computer,
                               .shape = ACT_SHAPE_PLAIN};
}

void act_case_read_success(struct case_state *state, const struct act_window *window, size_t at)
{
    struct case_place place = place_of(state, at);
    struct case_trail trail = {.license = CASE_NO_LICENSE};
    act_case_read_record(state, window, &trail, &place);
    act_case_note_success(state, &place);
}

/*
 * Beside English, the sentences of slmgr.vbs in Portuguese, German, Spanish and French, as public
 * scripts or Microsoft's page on the activation of virtual machines in Azure have them.
 */
static bool is_success(const struct act_window *window)
{
    static const char *const sentences[] = {
        "product activated successfully",
        "product activation successful",
        "produto ativado com ",
        "produkt wurde erfolgreich aktiviert",
        "producto se activ",
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (act_window_is(window, window->at, sentences[i]))
            return true;
    return act_window_is(window, window->at, "produit a ") &&
           act_window_find(window, window->at, window->at + 20, "activ") != SIZE_MAX;
}

/* "Partial Product Key: XXXXX", "PartialProductKey : XXXXX", "installed product key: XXXXX". */
static void read_key(struct case_state *state, const struct act_window *window, size_t at)
{
    struct act_reader reader = {window, window->at + 7};
    act_skip_blanks(&reader);
    if (!act_window_is(window, reader.position, "key") ||
        (!act_window_precedes(window, 0, "partial", 10) &&
         !act_window_precedes(window, 0, "installed", 12)))
        return;
    reader.position += 3;
    while (reader.position < window->length && window->text[reader.position] != '\n' &&
           !act_is_word(window->text[reader.position]))
        reader.position++;
    size_t letters = 0;
    while (act_is_word(act_window_at(window, reader.position + letters)))
        letters++;
    if (letters != 5)
        return;
    struct case_place place = place_of(state, at);
    struct case_trail trail = {.license = CASE_NO_LICENSE};
    act_case_read_record(state, window, &trail, &place);
    state->computers[place.computer].has_key = 1;
}

/* Five lines before the window's place, or where the window begins. */
static size_t lines_before(const struct act_window *window)
{
    size_t position = window->at;
    for (int lines = 0; position > 0; position--)
        if (window->text[position] == '\n' && ++lines > LINES)
            break;
    return position;
}

static size_t lines_after(const struct act_window *window)
{
    size_t position = window->at;
    for (int lines = 0; lines <= LINES; lines++) {
        size_t left = window->length - position;
        const char *end = left == 0 ? NULL : memchr(window->text + position, '\n', left);
        if (!end)
            return window->length;
        position = (size_t)(end - window->text) + 1;
    }
    return position - 1;
}

/*
 * Where text begins that is within five lines before the place and may hold a number of an event.
 * Sources are read in the order of their places, so quiet text never begins after that.
 */
static size_t skip_quiet(const struct case_quiet *quiet, const struct act_window *window, size_t to)
{
    uint64_t start = window->offset - window->at * window->unit;
    bool is_same = quiet->unit == window->unit && quiet->to > start;
    size_t end = is_same ? (size_t)(quiet->to - start) / window->unit : 0;
    if (is_same && quiet->from <= start && end >= window->at)
        return end < to ? end : to;
    size_t from = lines_before(window);
    return from < end ? end : from;
}

/* A number at the end of what was searched may go on after it. */
static void extend_quiet(struct case_quiet *quiet, const struct act_window *window, size_t from,
                         size_t to)
{
    uint64_t start = window->offset - window->at * window->unit;
    uint64_t first = start + from * window->unit;
    if (to - from < NUMBER_MAXIMUM)
        return;
    if (quiet->unit != window->unit || first > quiet->to)
        *quiet = (struct case_quiet){first, first, window->unit};
    quiet->to = start + (to - NUMBER_MAXIMUM) * window->unit;
}

/* A source of licensing events: the number of the event is within five lines. */
static void read_source(struct case_state *state, const struct act_window *window, size_t at)
{
    size_t to = lines_after(window), from = skip_quiet(&state->quiet, window, to);
    if (!act_case_may_name_event(window, from, to)) {
        extend_quiet(&state->quiet, window, from, to);
        return;
    }
    uint32_t event = act_case_event_near(window, from, to);
    if (event == 0)
        event = act_case_event_in_text(window, from, to);
    if (event == 0)
        return;
    act_case_note_event(state, event);
    if (event == 12308)
        act_case_read_success(state, window, at);
}

static bool is_source(const struct act_window *window)
{
    size_t at = window->at;
    if (act_window_is(window, at, "platform"))
        return act_window_precedes(window, 0, "protection ", 11);
    return at >= 2 && act_window_is(window, at - 2, "spp") &&
           !act_is_word(act_window_before(window, at - 2));
}

static void read_mark(struct case_state *state, size_t at, enum act_width width)
{
    struct act_window window;
    act_window_around(&window, state->text, state->fill, at, 0, width);
    window.offset = state->text_offset + at;
    if (act_window_is(&window, window.at, "produ")) {
        if (is_success(&window))
            act_case_read_success(state, &window, at);
        read_key(state, &window, at);
    } else if (is_source(&window)) {
        read_source(state, &window, at);
    }
}

/* A character of this width that is a P, by its byte that is not 0. */
static bool is_p(const struct case_state *state, size_t at, size_t unit)
{
    if ((state->text[at] | 0x20) != 'p')
        return false;
    if (unit == 1)
        return true;
    if (state->flags & ACT_SCAN_UTF16BE)
        return at > 0 && state->text[at - 1] == '\0';
    return at + 1 < state->fill && state->text[at + 1] == '\0';
}

/* The characters beside it are those of a mark, as far as the buffer has them. */
static bool has_neighbours(const struct case_state *state, size_t at, size_t unit)
{
    return at < BEFORE * unit || at + AFTER * unit >= state->fill ||
           is_marked(state->text + at, (ptrdiff_t)unit);
}

/* Reads the mark whose P is, by its byte that is not 0, at a place. */
static void read_mark_of_width(struct case_state *state, size_t at, size_t unit)
{
    if (!is_p(state, at, unit))
        return;
    if (unit == 1)
        read_mark(state, at, ACT_WIDTH_ONE);
    else if (state->flags & ACT_SCAN_UTF16BE)
        read_mark(state, at - 1, ACT_WIDTH_BIG);
    else
        read_mark(state, at, ACT_WIDTH_LITTLE);
}

static void read_block(struct case_state *state, size_t at, size_t unit)
{
    unsigned char marked[BLOCK];
    if (!find_marked(state->text + at, (ptrdiff_t)unit, marked))
        return;
    for (size_t i = 0; i < BLOCK; i += sizeof(uint64_t)) {
        uint64_t eight;
        memcpy(&eight, marked + i, sizeof eight);
        for (size_t j = i; eight != 0 && j < i + sizeof eight; j++)
            if (marked[j])
                read_mark_of_width(state, at + j, unit);
    }
}

static void read_marks_of_width(struct case_state *state, size_t from, size_t to, size_t unit)
{
    size_t at = from;
    while (at < to) {
        bool whole =
            to - at >= BLOCK && at >= BEFORE * unit && at + BLOCK + AFTER * unit <= state->fill;
        if (whole) {
            read_block(state, at, unit);
            at += BLOCK;
        } else {
            if (has_neighbours(state, at, unit))
                read_mark_of_width(state, at, unit);
            at++;
        }
    }
}

void act_case_read_marks(struct case_state *state, size_t from, size_t to)
{
    act_case_read_foreign_successes(state, from, to);
    read_marks_of_width(state, from, to, 1);
    if (memchr(state->text + from, '\0', to - from))
        read_marks_of_width(state, from, to, 2);
}
