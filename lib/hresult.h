/*
 * What follows from the digits of a code alone: the parts of an HRESULT, the range it lies in, and
 * the other form that it may have. Shared with actdiag-compile, which asks for documented codes
 * that the register lacks.
 */
#ifndef ACTDIAG_HRESULT_H
#define ACTDIAG_HRESULT_H

#include "actdiag.h"

/* The judgement of a code, as small as the table needs it. */
struct act_facts {
    uint16_t types;    /* ACT_TYPE_ bits */
    uint8_t category;  /* act_category */
    uint8_t side;      /* act_side */
    uint8_t role;      /* act_role */
    uint8_t flags;     /* ACT_FLAG_ bits */
    uint8_t known;     /* act_known */
    uint8_t is_listed; /* the code itself is in the documents or the register */
};

enum { ACT_RANGE_STEPS = 6, ACT_RANGE_COUNT = 1 << ACT_RANGE_STEPS };

/*
 * All 32-bit codes as ranges, the greatest codes first. A range begins with the code at which the
 * next one ends, and does not contain its own end.
 */
struct act_ranges {
    uint32_t ends[ACT_RANGE_COUNT];
    struct act_facts facts[ACT_RANGE_COUNT];
};

/* Declarations alone do not follow -fvisibility; without this they are read through the GOT. */
#if !defined(_WIN32) && !defined(__CYGWIN__)
#pragma GCC visibility push(hidden)
#endif

extern const struct act_ranges act_ranges;

#if !defined(_WIN32) && !defined(__CYGWIN__)
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

/* The code that a number stands for: without facility it is a Win32 error number. */
static inline uint32_t act_hresult_plain(uint32_t code)
{
    uint32_t is_win32 = code - 1 < 0xFFFF;
    return code | (0x80070000 & -is_win32);
}

/*
 * The judgement of the range in which a code lies. Codes follow no pattern, so the search has no
 * branch that depends on them: a conditional move for each step.
 */
static inline const struct act_facts *act_hresult_facts(uint32_t code)
{
    size_t range = 0;
#pragma GCC unroll 6
    for (unsigned step = 1; step <= ACT_RANGE_STEPS; step++) {
        size_t below = range + (ACT_RANGE_COUNT >> step);
        range = code < act_ranges.ends[below] ? below : range;
    }
    return &act_ranges.facts[range];
}

#endif
