/* The findings of a case: counts, computers, hosts, events, successes. */
#include <string.h>

#include "case_state.h"

/* Names compare in any case. */
static bool same_name(const char *kept, const char *name, size_t length)
{
    return act_ascii_begins(kept, name, length) && kept[length] == '\0';
}

/* What is kept of a long name: as many whole characters of UTF-8 as there is room for. */
static size_t kept_length(const char *name, size_t length)
{
    if (length < CASE_NAME_SIZE)
        return length;
    length = CASE_NAME_SIZE - 1;
    while (length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80)
        length--;
    return length;
}

uint32_t act_case_computer_number(struct case_state *state, const char *name, size_t length)
{
    length = kept_length(name, length);
    if (length == 0)
        return 0;
    for (uint32_t i = 1; i < state->computer_count; i++)
        if (same_name(state->computers[i].name, name, length))
            return i;
    if (state->computer_count == CASE_COMPUTERS) {
        state->left_out[ACT_LEFT_OUT_NO_ROOM]++;
        return 0;
    }
    memcpy(state->computers[state->computer_count].name, name, length);
    return state->computer_count++;
}

uint32_t act_case_host_number(struct case_state *state, const char *name, size_t length)
{
    if (length == 0 || length >= CASE_HOST_SIZE)
        return ACT_NOT_KNOWN;
    for (uint32_t i = 0; i < state->host_count; i++)
        if (same_name(state->hosts[i], name, length))
            return i;
    if (state->host_count == CASE_HOSTS)
        return ACT_NOT_KNOWN;
    memcpy(state->hosts[state->host_count], name, length);
    state->hosts[state->host_count][length] = '\0';
    return state->host_count++;
}

void act_case_note_event(struct case_state *state, uint32_t event)
{
    for (uint32_t i = 0; i < state->event_count; i++)
        if (state->events[i] == event)
            return;
    if (state->event_count < CASE_EVENTS)
        state->events[state->event_count++] = event;
}

void act_case_note_success(struct case_state *state, const struct case_place *place)
{
    struct case_computer *computer = &state->computers[place->computer];
    struct case_moment moment = {place->time, place->offset};
    if (computer->is_activated && !case_is_later(moment, computer->activated))
        return;
    computer->activated = moment;
    computer->is_activated = 1;
}

/* What may give way to another finding: the rarest of those that act on nothing. */
static act_finding *least_important(struct case_state *state)
{
    act_finding *least = &state->findings[0];
    for (uint32_t i = 1; i < state->finding_count; i++)
        if (act_case_compare(state, &state->findings[i], least) > 0)
            least = &state->findings[i];
    return least;
}

static act_finding *new_finding(struct case_state *state, const struct case_place *place)
{
    act_class details;
    act_classify(place->code, &details);
    act_finding fresh = {
        .offset = place->offset,
        .code = place->code,
        .role = details.role,
        .computer = place->computer,
        .flags = place->flags & ACT_FINDING_BARE,
        .host = ACT_NOT_KNOWN,
        .current = ACT_NOT_KNOWN,
        .needed = ACT_NOT_KNOWN,
        .state = ACT_NOT_KNOWN,
        .minutes = ACT_NOT_KNOWN,
    };
    act_finding *slot = &state->findings[state->finding_count];
    if (state->finding_count < CASE_FINDINGS) {
        state->finding_count++;
    } else {
        state->left_out[ACT_LEFT_OUT_NO_ROOM]++;
        slot = least_important(state);
        if (act_case_compare(state, &fresh, slot) >= 0)
            return NULL;
    }
    *slot = fresh;
    return slot;
}

static act_finding *finding_of(struct case_state *state, const struct case_place *place)
{
    for (uint32_t i = 0; i < state->finding_count; i++) {
        act_finding *finding = &state->findings[i];
        if (finding->code == place->code && finding->computer == place->computer)
            return finding;
    }
    return new_finding(state, place);
}

static bool carries_request(enum act_shape shape)
{
    return shape == ACT_SHAPE_REQUEST || shape == ACT_SHAPE_ANSWER ||
           shape == ACT_SHAPE_HOST_RECORD || shape == ACT_SHAPE_ORIGINAL;
}

static void take(uint32_t *field, uint32_t value)
{
    if (value != ACT_NOT_KNOWN)
        *field = value;
}

static void take_fields(struct case_state *state, act_finding *finding,
                        const struct act_window *window, const struct act_request *request)
{
    const char *host = window->text + request->host;
    take(&finding->host, act_case_host_number(state, host, request->host_length));
    take(&finding->current, request->current);
    take(&finding->needed, request->needed);
    take(&finding->state, request->state);
    take(&finding->minutes, request->minutes);
}

/* What the text around has about the license; a request knows better. */
static void take_license(act_finding *finding, const struct case_license *license)
{
    take(&finding->host, license->host);
    take(&finding->current, license->current);
    take(&finding->state, license->state);
    take(&finding->minutes, license->minutes);
    if (license->is_evaluation)
        finding->flags |= ACT_FINDING_EVALUATION;
}

void act_case_count(struct case_state *state, const struct case_place *place,
                    const struct act_window *window, const struct act_request *request)
{
    act_finding *finding = finding_of(state, place);
    if (!finding)
        return;
    struct case_moment moment = {place->time, place->offset};
    struct case_moment latest = {finding->time, finding->latest};
    if (finding->count == 0 || case_is_later(moment, latest)) {
        finding->time = place->time;
        finding->latest = place->offset;
        finding->event = place->event;
        finding->record = place->record;
        finding->flags &= ~(ACT_FINDING_OFFICE | ACT_FINDING_EVALUATION);
        finding->flags |= place->flags & ACT_FINDING_OFFICE;
        take_license(finding, &place->license);
        if (carries_request(place->shape))
            take_fields(state, finding, window, request);
    }
    finding->count++;
    if (!(place->flags & ACT_FINDING_BARE))
        finding->flags &= ~ACT_FINDING_BARE;
    if (carries_request(place->shape))
        finding->flags |= ACT_FINDING_REQUEST;
}
