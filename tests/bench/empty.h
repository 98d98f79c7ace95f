/* The floor: what a call of a function in a shared library costs, whatever the function does. */
#ifndef ACTDIAG_BENCH_EMPTY_H
#define ACTDIAG_BENCH_EMPTY_H

#include "actdiag.h"

/* Returns NULL. */
ACT_API const void *empty(uint32_t code);

/* Returns the code, so that one call can wait for another. */
ACT_API const void *pass(uint32_t code);

#endif
