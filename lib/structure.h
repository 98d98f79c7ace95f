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
    uint16_t types;   /* ACT_TYPE_ bits */
    uint8_t category; /* act_category; not ACT_CATEGORY_UNKNOWN where a rule of structure applies */
    uint8_t side;     /* act_side */
    uint8_t role;     /* act_role */
    uint8_t flags;    /* ACT_FLAG_ bits */
};

enum { ACT_RANGE_COUNT = 16 };

/*
 * All 32-bit codes, as ascending ranges of codes that share their facts. The first codes of all but
 * the lowest range form a search tree: 1 is its root, 2n and 2n + 1 are the children of n, the
 * greater codes below 2n. What would be its leaves, from 16 on, are the ranges' facts.
 */
struct act_ranges {
    uint32_t first_codes[ACT_RANGE_COUNT];
    struct act_facts facts[ACT_RANGE_COUNT];
};

/* Declarations alone do not follow -fvisibility; without this they are read through the GOT. */
#if defined(__GNUC__) && !defined(_WIN32) && !defined(__CYGWIN__)
#pragma GCC visibility push(hidden)
#endif

extern const struct act_ranges act_ranges;

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

/* One of the two children of a node. */
static inline size_t act_range_child(size_t node, uint32_t code)
{
    return act_twice_or_one_more(node, code, &act_ranges.first_codes[node]);
}

/* The first two levels need not wait for each other: how many of their codes are greater, tells. */
static inline const struct act_facts *act_structure_of(uint32_t code)
{
    size_t node = 4;
    node += code < act_ranges.first_codes[1];
    node += code < act_ranges.first_codes[2];
    node += code < act_ranges.first_codes[3];
    node = act_range_child(node, code);
    node = act_range_child(node, code);
    return &act_ranges.facts[node - ACT_RANGE_COUNT];
}

#endif
