/* Identifiers of the vocabularies, such as kms-host. Shared with actdiag-compile. */
#include "identifiers.h"

/* Strings of fixed width: an array of pointers would need a relocation for each. */
static const char known_ids[ACT_KNOWN_COUNT][12] = {
    [ACT_KNOWN_NONE] = "none",
    [ACT_KNOWN_STRUCTURAL] = "structural",
    [ACT_KNOWN_NAMED] = "named",
    [ACT_KNOWN_DOCUMENTED] = "documented",
};

static const char category_ids[ACT_CATEGORY_COUNT][20] = {
    [ACT_CATEGORY_UNKNOWN] = "unknown",
    [ACT_CATEGORY_PRODUCT_KEY] = "product-key",
    [ACT_CATEGORY_KEY_BLOCKED] = "key-blocked",
    [ACT_CATEGORY_ACTIVATION_LIMIT] = "activation-limit",
    [ACT_CATEGORY_GRACE_PERIOD] = "grace-period",
    [ACT_CATEGORY_GENUINE] = "genuine",
    [ACT_CATEGORY_HARDWARE] = "hardware",
    [ACT_CATEGORY_KMS_HOST] = "kms-host",
    [ACT_CATEGORY_DNS] = "dns",
    [ACT_CATEGORY_NETWORK] = "network",
    [ACT_CATEGORY_CLOCK] = "clock",
    [ACT_CATEGORY_PERMISSION] = "permission",
    [ACT_CATEGORY_OFFLINE_DATA] = "offline-data",
    [ACT_CATEGORY_LICENSE_FILES] = "license-files",
    [ACT_CATEGORY_TOKEN_ACTIVATION] = "token-activation",
    [ACT_CATEGORY_ACTIVE_DIRECTORY] = "active-directory",
    [ACT_CATEGORY_VIRTUALIZATION] = "virtualization",
    [ACT_CATEGORY_DIGITAL_LICENSE] = "digital-license",
    [ACT_CATEGORY_ACTIVATION_SERVER] = "activation-server",
    [ACT_CATEGORY_SERVICE] = "service",
    [ACT_CATEGORY_STATUS] = "status",
};

static const char side_ids[ACT_SIDE_COUNT][12] = {
    [ACT_SIDE_UNKNOWN] = "unknown",
    [ACT_SIDE_NONE] = "none",
    [ACT_SIDE_CLIENT] = "client",
    [ACT_SIDE_KMS_HOST] = "kms-host",
    [ACT_SIDE_DNS] = "dns",
    [ACT_SIDE_NETWORK] = "network",
    [ACT_SIDE_LICENSING] = "licensing",
    [ACT_SIDE_DIRECTORY] = "directory",
};

static const char role_ids[ACT_ROLE_COUNT][12] = {
    [ACT_ROLE_UNKNOWN] = "unknown",
    [ACT_ROLE_CAUSE] = "cause",
    [ACT_ROLE_ENVELOPE] = "envelope",
    [ACT_ROLE_STATE] = "state",
};

static const char event_kind_ids[ACT_EVENT_KIND_COUNT][12] = {
    [ACT_EVENT_UNKNOWN] = "unknown", [ACT_EVENT_FAULT] = "fault", [ACT_EVENT_LOOK] = "look",
    [ACT_EVENT_GOOD] = "good",       [ACT_EVENT_NOISE] = "noise",
};

static const char dialect_ids[ACT_DIALECT_COUNT][12] = {
    [ACT_DIALECT_SLMGR] = "slmgr",
    [ACT_DIALECT_POWERSHELL] = "powershell",
    [ACT_DIALECT_OSLICENSE] = "oslicense",
    [ACT_DIALECT_OFFICE] = "office",
};

static const char rule_ids[ACT_RULE_COUNT][12] = {
    [ACT_RULE_NONE] = "none",
    [ACT_RULE_ONLY] = "only",
    [ACT_RULE_ROLE] = "role",
    [ACT_RULE_REQUEST] = "request",
    [ACT_RULE_DOCUMENTED] = "documented",
    [ACT_RULE_LATEST] = "latest",
    [ACT_RULE_ACTIVATED] = "activated",
};

/* By the number of the bit. */
static const char type_ids[][12] = {"mak",  "kms",   "kms-client", "kms-host", "ad",
                                    "avma", "token", "oem",        "digital"};

_Static_assert(ACT_TYPE_ALL == (1U << ACT_TYPE_COUNT) - 1 &&
                   sizeof type_ids / sizeof *type_ids == ACT_TYPE_COUNT,
               "every bit has an identifier");

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
