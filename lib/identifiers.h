/*
 * Sizes of the vocabularies whose identifiers act_known_id(), act_category_id(), act_side_id() and
 * act_type_id() give. Shared with actdiag-compile.
 */
#ifndef ACTDIAG_IDENTIFIERS_H
#define ACTDIAG_IDENTIFIERS_H

#include "actdiag.h"

enum {
    ACT_KNOWN_COUNT = ACT_KNOWN_DOCUMENTED + 1,
    ACT_CATEGORY_COUNT = ACT_CATEGORY_STATUS + 1,
    ACT_SIDE_COUNT = ACT_SIDE_LICENSING + 1,
    ACT_TYPE_COUNT = 4
};

#endif
