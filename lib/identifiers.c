/* Identifiers of the vocabularies, such as kms-host. Shared with actdiag-compile. */
#include "identifiers.h"

/* Strings of fixed width: an array of pointers would need a relocation for each. */
static const char known_ids[ACT_KNOWN_COUNT][ACT_KNOWN_WIDTH] = ACT_KNOWN_IDS;
static const char category_ids[ACT_CATEGORY_COUNT][ACT_CATEGORY_WIDTH] = ACT_CATEGORY_IDS;
static const char side_ids[ACT_SIDE_COUNT][ACT_SIDE_WIDTH] = ACT_SIDE_IDS;
static const char role_ids[ACT_ROLE_COUNT][ACT_ROLE_WIDTH] = ACT_ROLE_IDS;
static const char event_kind_ids[ACT_EVENT_KIND_COUNT][ACT_EVENT_KIND_WIDTH] = ACT_EVENT_KIND_IDS;
static const char dialect_ids[ACT_DIALECT_COUNT][ACT_DIALECT_WIDTH] = ACT_DIALECT_IDS;
static const char rule_ids[ACT_RULE_COUNT][ACT_RULE_WIDTH] = ACT_RULE_IDS;
static const char type_ids[ACT_TYPE_COUNT][ACT_TYPE_WIDTH] = ACT_TYPE_IDS;

_Static_assert(ACT_TYPE_ALL == (1U << ACT_TYPE_COUNT) - 1, "every bit has an identifier");

ACT_API const char *ACT_CALL act_known_id(act_known known)
{
    return (unsigned)known < ACT_KNOWN_COUNT ? known_ids[known] : NULL;
}

ACT_API const char *ACT_CALL act_category_id(act_category category)
{
    return (unsigned)category < ACT_CATEGORY_COUNT ? category_ids[category] : NULL;
}

ACT_API const char *ACT_CALL act_side_id(act_side side)
{
    return (unsigned)side < ACT_SIDE_COUNT ? side_ids[side] : NULL;
}

ACT_API const char *ACT_CALL act_role_id(act_role role)
{
    return (unsigned)role < ACT_ROLE_COUNT ? role_ids[role] : NULL;
}

ACT_API const char *ACT_CALL act_event_kind_id(act_event_kind kind)
{
    return (unsigned)kind < ACT_EVENT_KIND_COUNT ? event_kind_ids[kind] : NULL;
}

ACT_API const char *ACT_CALL act_dialect_id(act_dialect dialect)
{
    return (unsigned)dialect < ACT_DIALECT_COUNT ? dialect_ids[dialect] : NULL;
}

ACT_API const char *ACT_CALL act_rule_id(act_rule rule)
{
    return (unsigned)rule < ACT_RULE_COUNT ? rule_ids[rule] : NULL;
}

ACT_API const char *ACT_CALL act_type_id(act_type type)
{
    for (unsigned i = 0; i < ACT_TYPE_COUNT; i++)
        if ((unsigned)type == 1U << i)
            return type_ids[i];
    return NULL;
}
