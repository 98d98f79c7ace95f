/* Sizes of the vocabularies whose identifiers are in identifiers.c. Shared with actdiag-compile. */
#ifndef ACTDIAG_IDENTIFIERS_H
#define ACTDIAG_IDENTIFIERS_H

#include "actdiag.h"

enum {
    ACT_KNOWN_COUNT = ACT_KNOWN_DOCUMENTED + 1,
    ACT_CATEGORY_COUNT = ACT_CATEGORY_STATUS + 1,
    ACT_SIDE_COUNT = ACT_SIDE_DIRECTORY + 1,
    ACT_ROLE_COUNT = ACT_ROLE_STATE + 1,
    ACT_EVENT_KIND_COUNT = ACT_EVENT_NOISE + 1,
    ACT_DIALECT_COUNT = ACT_DIALECT_OFFICE + 1,
    ACT_RULE_COUNT = ACT_RULE_ACTIVATED + 1,
    ACT_TYPE_COUNT = 9
};

#endif
