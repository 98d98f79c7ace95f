/*
 * Ways in which act_lookup() could find a code, and act_classify() judge it, each over the table of
 * the library as it is built. They differ in what is read of it and in how a hit is told from a
 * miss.
 */
#ifndef ACTDIAG_BENCH_WAYS_H
#define ACTDIAG_BENCH_WAYS_H

#include "actdiag.h"

/* Whether the table is small enough for way_own_table(). */
ACT_API int ways_have_own_table(void);

/* Returns NULL for a code that the documents lack. */
typedef const void *way(uint32_t code);

ACT_API way way_conditional_move; /* the one that is kept */
ACT_API way way_branch;           /* the same, with a branch on what was found */
ACT_API way way_small_slots;      /* slots of 8 bytes: the code and the number of its entry */
ACT_API way way_whole_slots; /* slots of 16 bytes: all of a code, the documented one among it */
ACT_API way way_index;       /* slots of 4 bytes: where in an array of entries the code is */
ACT_API way way_fingerprint; /* a byte a slot, read first, so that most misses end there */
ACT_API way way_own_table;   /* the documents' codes alone, no displacement, sparse */

/* Returns the category of a code. */
typedef uint32_t judging_way(uint32_t code);

ACT_API judging_way way_ranges_always;  /* the one that is kept: slot and range, then one of them */
ACT_API judging_way way_ranges_sorted;  /* the same with a sorted array, halved by moves */
ACT_API judging_way way_ranges_branch;  /* the range only for a code that the slot does not hold */
ACT_API judging_way way_without_ranges; /* wrong for such codes: what the ranges cost */

#endif
