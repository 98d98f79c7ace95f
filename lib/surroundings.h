/* What people and tools put around a code. */
#ifndef ACTDIAG_SURROUNDINGS_H
#define ACTDIAG_SURROUNDINGS_H

#include "slice.h"

/* One word or two and the sign after them, as in "Error Code: "; empty where there are none. */
struct label {
    struct slice words[2];
};

/*
 * Takes away blanks, pairs of brackets, quotation marks and the like, punctuation after the code,
 * and a label before it, which is handed out; *slice becomes what is left.
 */
struct label act_surroundings_strip(struct slice *slice);

#endif
