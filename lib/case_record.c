/* Reads the record around a code: the number of the event, its time, the computer, Office. */
#include "case_state.h"

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
    return place != 0 && window->offset - place <= CASE_RECORD_REACH * window->unit;
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

/* What the paragraph has about the license, before the code or after it. */
static void choose_license(const struct act_window *window, const struct case_trail *before,
                           const struct case_trail *after, struct case_license *license)
{
    static const struct case_license nothing = CASE_NO_LICENSE;
    *license = is_in_reach(window, before->license_place) ? before->license : nothing;
    act_case_complete_license(license, &after->license);
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
    act_case_follow_before(state, window, trail);
    struct case_trail after = act_case_follow_after(state, window);
    if (place->event == 0)
        place->event = event_of_shape(place->shape);
    choose_marks(window, trail, &after, place);
    if (place->event != 0)
        act_case_note_event(state, place->event);
}
