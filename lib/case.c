/* act_case_begin(), act_case_add(): takes text in pieces and judges each code once. */
#include <string.h>

#include "case_state.h"
#include "event.h"

ACT_API int ACT_CALL act_case_begin(act_case *c, size_t size)
{
    if (size < sizeof(struct case_state))
        return 0;
    struct case_state *state = case_state(c);
    memset(state, 0, sizeof *state);
    state->text_offset = 1;
    state->computer_count = 1;
    return 1;
}

static enum act_width width_of(const struct case_state *state, const act_match *match)
{
    const char *place = state->text + match->offset;
    if (place[1] == '\0')
        return ACT_WIDTH_LITTLE;
    return place[0] == '\0' ? ACT_WIDTH_BIG : ACT_WIDTH_ONE;
}

static bool is_worth_a_look(uint32_t code)
{
    act_class details;
    act_classify(code, &details);
    return details.known >= ACT_KNOWN_NAMED;
}

/* Eight digits alone that are all decimal may be any number. */
static bool is_bare_decimal(const struct act_window *window)
{
    for (size_t i = window->at; i < window->end; i++)
        if (!act_ascii_is_digit(window->text[i]))
            return false;
    return window->end - window->at == 8;
}

static void leave_out(struct case_state *state, enum act_left_out reason)
{
    state->left_out[reason]++;
}

/* What a code in a place of this shape is: no finding, for the reason given; or one. */
static bool is_left_out(struct case_state *state, enum act_shape shape)
{
    switch (shape) {
    case ACT_SHAPE_LICENSE_LIST:
        leave_out(state, ACT_LEFT_OUT_LICENSE_LIST);
        return true;
    case ACT_SHAPE_PARTS:
    case ACT_SHAPE_CONSUMPTION:
    case ACT_SHAPE_TRACE:
        leave_out(state, ACT_LEFT_OUT_STATE);
        return true;
    case ACT_SHAPE_FLAGS:
        return true;
    default:
        return false;
    }
}

/* Events whose codes describe states, when the event is known and not read from the text. */
static bool is_state_event(const struct case_state *state)
{
    return state->is_licensing_source && (state->event == 1066 || state->event == 8230);
}

static void judge_success(struct case_state *state, const struct act_window *window,
                          struct case_place *place, const struct act_request *request)
{
    if (place->shape != ACT_SHAPE_ANSWER || request->activated != 1)
        return;
    place->event = 12289;
    act_case_read_record(state, window, &state->trail, place);
    act_case_note_success(state, place);
}

static void judge(struct case_state *state, const act_match *match)
{
    struct act_window window;
    struct act_request request;
    if (match->code != 0 && !is_worth_a_look(match->code))
        return;
    act_window_around(&window, state->text, state->fill, (size_t)match->offset, match->length,
                      width_of(state, match));
    window.offset = state->text_offset + match->offset;
    struct case_place place = {
        .offset = window.offset,
        .time = state->time,
        .code = match->code,
        .event = state->event,
        .record = state->record,
        .computer = state->computer,
        .shape = act_shape_of(&window, &request),
    };
    if (place.code == 0) {
        judge_success(state, &window, &place, &request);
        return;
    }
    if (is_state_event(state))
        place.shape = ACT_SHAPE_PARTS;
    if (is_left_out(state, place.shape))
        return;
    if (is_bare_decimal(&window))
        place.flags |= ACT_FINDING_BARE;
    act_case_read_record(state, &window, &state->trail, &place);
    if (place.shape == ACT_SHAPE_KEY_LIST)
        state->computers[place.computer].has_key = 1;
    act_case_count(state, &place, &window, &request);
}

/* Judges the codes that begin before `limit`; the text after it is there, or the text has ended. */
static void judge_codes(struct case_state *state, size_t limit, bool ended)
{
    enum { BATCH = 32 };
    act_match matches[BATCH];
    uint32_t flags = state->flags | ACT_SCAN_ALL | ACT_SCAN_DECIMAL | ACT_SCAN_BARE;
    size_t offset = state->judged, count;
    if (!ended)
        flags |= ACT_SCAN_MORE;
    while ((count = act_scan(state->text, state->fill, &offset, flags, matches, BATCH)) > 0) {
        for (size_t i = 0; i < count; i++) {
            if (matches[i].offset >= limit) {
                state->judged = (uint32_t)matches[i].offset;
                return;
            }
            judge(state, &matches[i]);
        }
    }
    state->judged = (uint32_t)(offset > state->judged ? offset : state->judged);
}

/* Judges what can be judged, and makes room in the buffer. */
static void work(struct case_state *state, bool ended)
{
    size_t limit = state->fill;
    if (!ended)
        limit = limit > CASE_AHEAD ? limit - CASE_AHEAD : 0;
    judge_codes(state, limit, ended);
    if (state->marked < limit) {
        act_case_read_marks(state, state->marked, limit);
        state->marked = (uint32_t)limit;
    }
    size_t done = state->judged < state->marked ? state->judged : state->marked;
    size_t cut = done > CASE_BEHIND ? (done - CASE_BEHIND) & ~(size_t)1 : 0;
    memmove(state->buffer, state->text + cut, state->fill - cut);
    state->text = state->buffer;
    state->fill -= (uint32_t)cut;
    state->judged -= (uint32_t)cut;
    state->marked -= (uint32_t)cut;
    state->text_offset += cut;
}

static void begin_text(struct case_state *state, const act_origin *origin, uint32_t flags)
{
    static const act_origin unknown;
    if (!origin)
        origin = &unknown;
    state->in_text = 1;
    state->trail = (struct case_trail){.followed = state->text_offset, .license = CASE_NO_LICENSE};
    state->quiet = (struct case_quiet){0, 0, 0};
    state->flags = flags & ACT_SCAN_UTF16BE;
    state->time = origin->time;
    state->event = origin->event;
    state->record = origin->record;
    state->is_licensing_source = origin->source && act_event_is_source(origin->source);
    state->computer = 0;
    if (origin->computer)
        state->computer =
            act_case_computer_number(state, origin->computer, strlen(origin->computer));
    if (!state->is_licensing_source || origin->event == 0)
        return;
    act_case_note_event(state, origin->event);
    if (origin->event == 12308) {
        struct case_place place = {
            .offset = state->text_offset, .time = state->time, .computer = state->computer};
        act_case_note_success(state, &place);
    }
}

static void end_text(struct case_state *state)
{
    work(state, true);
    state->text_offset += state->fill;
    state->fill = state->judged = state->marked = state->in_text = 0;
}

/* Copies the start of a piece into the buffer, and works once it is full; returns the bytes. */
static size_t fill_buffer(struct case_state *state, const char *piece, size_t length)
{
    size_t room = sizeof state->buffer - state->fill;
    size_t count = length < room ? length : room;
    memcpy(state->buffer + state->fill, piece, count);
    state->fill += (uint32_t)count;
    if (state->fill == sizeof state->buffer)
        work(state, false);
    return count;
}

/*
 * Works on a piece in place, from rest - state->fill on, where it has what the buffer holds;
 * returns the bytes.
 */
static size_t work_in_place(struct case_state *state, const char *rest, size_t length)
{
    enum { MOST = 1 << 30 };
    size_t count = length < MOST ? length : MOST;
    state->text = rest - state->fill;
    state->fill += (uint32_t)count;
    work(state, false);
    return count;
}

ACT_API void ACT_CALL act_case_add(act_case *c, const act_origin *origin, const void *text,
                                   size_t length, uint32_t flags)
{
    struct case_state *state = case_state(c);
    const char *piece = text;
    size_t done = 0;
    state->text = state->buffer;
    if (!state->in_text)
        begin_text(state, origin, flags);
    while (done < length) {
        if (done >= state->fill && length - done >= sizeof state->buffer)
            done += work_in_place(state, piece + done, length - done);
        else
            done += fill_buffer(state, piece + done, length - done);
    }
    if (!(flags & ACT_SCAN_MORE))
        end_text(state);
}
