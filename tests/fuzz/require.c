/* Ends a fuzz target whose code under test broke a promise. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

void fuzz_require(int holds, const char *promise)
{
    if (holds)
        return;
    fprintf(stderr, "broken promise: %s\n", promise);
    abort();
}
