/* Counts of codes. */
#ifndef ACTDIAG_SHELL_TALLY_H
#define ACTDIAG_SHELL_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tally_count {
    uint32_t code;
    uint64_t count;
};

/* Zero-initialise it. Takes 16 bytes a distinct code, in a hash table at most half full. */
struct tally {
    struct tally_count *places; /* free where count is 0 */
    size_t place_count, code_count;
};

/* False if there is no memory for a new code. */
bool tally_add(struct tally *tally, uint32_t code);

/* Sorts the counts to the front: most frequent first, then by code. No adding after this. */
void tally_sort(struct tally *tally);

void tally_release(struct tally *tally);

#endif
