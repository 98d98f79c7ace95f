/*
 * What the structure of an HRESULT alone tells. Shared with actdiag-compile, which uses it for
 * documented codes that the register lacks.
 */
#ifndef ACTDIAG_STRUCTURE_H
#define ACTDIAG_STRUCTURE_H

#include "actdiag.h"

struct act_structure {
    act_known known; /* ACT_KNOWN_STRUCTURAL, or ACT_KNOWN_NONE where no rule applies */
    act_category category;
    act_side side;
};

static inline uint32_t act_hresult_severity(uint32_t code)
{
    return code >> 31;
}

static inline uint32_t act_hresult_facility(uint32_t code)
{
    return code >> 16 & 0x7FF;
}

static inline uint32_t act_hresult_status(uint32_t code)
{
    return code & 0xFFFF;
}

struct act_structure act_structure_of(uint32_t code);

#endif
