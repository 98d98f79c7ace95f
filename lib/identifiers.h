/*
 * Sizes of the vocabularies whose identifiers act_known_id(), act_category_id(), act_side_id(),
 * act_role_id() and act_type_id() return. Shared with actdiag-compile.
 */
#ifndef ACTDIAG_IDENTIFIERS_H
#define ACTDIAG_IDENTIFIERS_H

#include "actdiag.h"

enum {
    ACT_KNOWN_COUNT = ACT_KNOWN_DOCUMENTED + 1,
    ACT_CATEGORY_COUNT = ACT_CATEGORY_STATUS + 1,
    ACT_SIDE_COUNT = ACT_SIDE_DIRECTORY + 1,
    ACT_ROLE_COUNT = ACT_ROLE_STATE + 1,
    ACT_TYPE_COUNT = 9
};

#endif
