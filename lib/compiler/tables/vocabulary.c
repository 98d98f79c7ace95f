/* Finds values by their identifiers. */
#include "tables/vocabulary.h"

#include <string.h>

bool vocabulary_category(const char *id, act_category *category)
{
    for (unsigned i = 0; i < ACT_CATEGORY_COUNT; i++) {
        *category = (act_category)i;
        if (strcmp(act_category_id(*category), id) == 0)
            return true;
    }
    return false;
}

bool vocabulary_side(const char *id, act_side *side)
{
    for (unsigned i = 0; i < ACT_SIDE_COUNT; i++) {
        *side = (act_side)i;
        if (strcmp(act_side_id(*side), id) == 0)
            return true;
    }
    return false;
}

bool vocabulary_role(const char *id, act_role *role)
{
    for (unsigned i = 0; i < ACT_ROLE_COUNT; i++) {
        *role = (act_role)i;
        if (strcmp(act_role_id(*role), id) == 0)
            return true;
    }
    return false;
}

bool vocabulary_event(const char *id, act_event_kind *kind)
{
    for (unsigned i = 0; i < ACT_EVENT_KIND_COUNT; i++) {
        *kind = (act_event_kind)i;
        if (i != ACT_EVENT_UNKNOWN && strcmp(act_event_kind_id(*kind), id) == 0)
            return true;
    }
    return false;
}
