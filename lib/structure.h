/*
 * What the structure of an HRESULT alone tells. Shared with actdiag-compile, which uses it for
 * documented codes that the register lacks.
 */
#ifndef ACTDIAG_STRUCTURE_H
#define ACTDIAG_STRUCTURE_H

#include "actdiag.h"
#include "branchless.h"

/* The judgement of a code, as small as the table needs it. */
struct act_facts {
    uint8_t types;    /* ACT_TYPE_ bits */
    uint8_t category; /* act_category; not ACT_CATEGORY_UNKNOWN where a rule of structure applies */
    uint8_t side;     /* act_side */
    uint8_t flags;    /* ACT_FLAG_ bits */
};

/*
 * A code and its facts; among act_ranges the first of many codes that share them. The slots of the
 * table begin alike, so that a code's facts are read in one way wherever they were found.
 */
struct act_judged {
    uint32_t code;
    struct act_facts facts;
};

enum { ACT_RANGE_COUNT = 16 };

/* Declarations alone do not follow -fvisibility; without this they are read through the GOT. */
#if defined(__GNUC__) && !defined(_WIN32) && !defined(__CYGWIN__)
#pragma GCC visibility push(hidden)
#endif

/* All 32-bit codes in ascending ranges, the first from 0 on; each ends before the next begins. */
extern const struct act_judged act_ranges[ACT_RANGE_COUNT];

#if defined(__GNUC__) && !defined(_WIN32) && !defined(__CYGWIN__)
#pragma GCC visibility pop
#endif

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

/* Of two times half ranges, the half that holds the code. */
static inline const struct act_judged *act_range_half(const struct act_judged *lower, unsigned half,
                                                      uint32_t code)
{
    const struct act_judged *upper = lower + half;
    ACT_HIDE(upper);
    return code >= upper->code ? upper : lower;
}

static inline const struct act_judged *act_structure_of(uint32_t code)
{
    const struct act_judged *range = act_range_half(act_ranges, ACT_RANGE_COUNT / 2, code);
    range = act_range_half(range, ACT_RANGE_COUNT / 4, code);
    range = act_range_half(range, ACT_RANGE_COUNT / 8, code);
    range = act_range_half(range, ACT_RANGE_COUNT / 16, code);
    return range;
}

#endif
