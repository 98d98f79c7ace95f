/* Which finding of a case to act on, and by which rule. */
#include "case_state.h"

/* A smaller rank is acted on first. */
static int role_rank(uint32_t role)
{
    switch (role) {
    case ACT_ROLE_CAUSE:
        return 0;
    case ACT_ROLE_ENVELOPE:
        return 2;
    case ACT_ROLE_STATE:
        return 3;
    default:
        return 1;
    }
}

static int known_rank(uint32_t code)
{
    act_class details;
    act_classify(code, &details);
    return details.known == ACT_KNOWN_DOCUMENTED ? 0 : 1;
}

static bool is_status(uint32_t code)
{
    return act_classify(code, NULL) == ACT_CATEGORY_STATUS;
}

/* What has a time comes first: an order by time for some and by place for others would go round. */
static int later_rank(const act_finding *a, const act_finding *b)
{
    struct case_moment first = {a->time, a->latest}, second = {b->time, b->latest};
    if ((a->time == 0) != (b->time == 0))
        return a->time != 0 ? -1 : 1;
    return case_is_later(first, second) ? -1 : case_is_later(second, first);
}

static int flag_order(const act_finding *a, const act_finding *b, uint32_t flag)
{
    return (int)((a->flags & flag) == 0) - (int)((b->flags & flag) == 0);
}

/* The order in which findings are acted on, and the rule that decides between two of them. */
static int compare(const act_finding *a, const act_finding *b, enum act_rule *rule)
{
    int order = (int)is_status(a->code) - (int)is_status(b->code);
    *rule = ACT_RULE_ROLE;
    if (order == 0)
        order = -flag_order(a, b, ACT_FINDING_BARE);
    if (order == 0)
        order = role_rank(a->role) - role_rank(b->role);
    if (order != 0)
        return order;
    *rule = ACT_RULE_REQUEST;
    if ((order = flag_order(a, b, ACT_FINDING_REQUEST)) != 0)
        return order;
    *rule = ACT_RULE_DOCUMENTED;
    if ((order = known_rank(a->code) - known_rank(b->code)) != 0)
        return order;
    *rule = ACT_RULE_LATEST;
    return later_rank(a, b);
}

/* A product without a key says nothing where another product has one. */
static bool is_keyless(const struct case_state *state, const act_finding *finding)
{
    return finding->code == 0xC004F014 &&
           (state->computers[finding->computer].has_key || state->computers[0].has_key);
}

static bool is_settled(const struct case_state *state, const act_finding *finding)
{
    const struct case_computer *computer = &state->computers[finding->computer];
    struct case_moment moment = {finding->time, finding->latest};
    return computer->is_activated && case_is_later(computer->activated, moment);
}

int act_case_compare(const struct case_state *state, const act_finding *a, const act_finding *b)
{
    enum act_rule rule;
    int order = (int)is_settled(state, a) - (int)is_settled(state, b);
    if (order == 0)
        order = (int)is_keyless(state, a) - (int)is_keyless(state, b);
    return order != 0 ? order : compare(a, b, &rule);
}

/* ---- Computers ------------------------------------------------------------------------------ */

/* Findings without a computer belong to the only computer that is named. */
static uint32_t group_of(const struct case_state *state, uint32_t computer)
{
    return computer == 0 && state->computer_count == 2 ? 1 : computer;
}

static bool has_findings(const struct case_state *state, uint32_t group)
{
    for (uint32_t i = 0; i < state->finding_count; i++)
        if (group_of(state, state->findings[i].computer) == group &&
            !is_keyless(state, &state->findings[i]))
            return true;
    return false;
}

/* The index-th computer that has findings; those without a name come last. */
static uint32_t group_at(const struct case_state *state, size_t index)
{
    for (uint32_t i = 1; i <= state->computer_count; i++) {
        uint32_t group = i % state->computer_count;
        if (has_findings(state, group) && index-- == 0)
            return group;
    }
    return ACT_NOT_KNOWN;
}

ACT_API const char *ACT_CALL act_case_computer(const act_case *c, size_t index)
{
    uint32_t group = group_at(case_state_of(c), index);
    return group == ACT_NOT_KNOWN ? NULL : case_state_of(c)->computers[group].name;
}

ACT_API const char *ACT_CALL act_case_host(const act_case *c, size_t index)
{
    const struct case_state *state = case_state_of(c);
    return index < state->host_count ? state->hosts[index] : NULL;
}

ACT_API uint32_t ACT_CALL act_case_event(const act_case *c, size_t index)
{
    const struct case_state *state = case_state_of(c);
    return index < state->event_count ? state->events[index] : 0;
}

ACT_API uint64_t ACT_CALL act_case_left_out(const act_case *c, act_left_out reason)
{
    const struct case_state *state = case_state_of(c);
    uint64_t count = (unsigned)reason < ACT_LEFT_OUT_COUNT ? state->left_out[reason] : 0;
    if (reason == ACT_LEFT_OUT_NO_KEY)
        for (uint32_t i = 0; i < state->finding_count; i++)
            if (is_keyless(state, &state->findings[i]))
                count += state->findings[i].count;
    return count;
}

/* ---- Findings and verdict ------------------------------------------------------------------- */

/* The finding of a group that is acted on after `after`, or first where that is NULL. */
static const act_finding *next_finding(const struct case_state *state, uint32_t group,
                                       const act_finding *after)
{
    const act_finding *best = NULL;
    for (uint32_t i = 0; i < state->finding_count; i++) {
        const act_finding *finding = &state->findings[i];
        if (group_of(state, finding->computer) != group || is_keyless(state, finding))
            continue;
        if (after && act_case_compare(state, finding, after) <= 0)
            continue;
        if (!best || act_case_compare(state, finding, best) < 0)
            best = finding;
    }
    return best;
}

ACT_API int ACT_CALL act_case_finding(const act_case *c, size_t computer, size_t index,
                                      act_finding *finding)
{
    const struct case_state *state = case_state_of(c);
    uint32_t group = group_at(state, computer);
    const act_finding *found = NULL;
    if (group == ACT_NOT_KNOWN)
        return 0;
    do
        found = next_finding(state, group, found);
    while (found && index-- > 0);
    if (!found)
        return 0;
    *finding = *found;
    finding->offset--;
    finding->latest--;
    if (is_settled(state, found))
        finding->flags |= ACT_FINDING_SETTLED;
    return 1;
}

ACT_API int ACT_CALL act_case_verdict(const act_case *c, size_t computer, act_verdict *verdict)
{
    const struct case_state *state = case_state_of(c);
    uint32_t group = group_at(state, computer);
    if (group == ACT_NOT_KNOWN)
        return 0;
    *verdict = (act_verdict){.rule = ACT_RULE_NONE};
    const act_finding *best = next_finding(state, group, NULL);
    if (is_settled(state, best)) {
        verdict->rule = ACT_RULE_ACTIVATED;
        return 1;
    }
    if (is_status(best->code))
        return 1;
    const act_finding *second = next_finding(state, group, best);
    enum act_rule rule = ACT_RULE_ONLY;
    if (second && !is_settled(state, second))
        compare(best, second, &rule);
    verdict->code = best->code;
    verdict->rule = rule;
    verdict->dialect = best->flags & ACT_FINDING_OFFICE ? ACT_DIALECT_OFFICE : ACT_DIALECT_SLMGR;
    return 1;
}
