/* Orders numbers, as qsort() asks. */
#ifndef ACTDIAG_COMPILER_ORDER_H
#define ACTDIAG_COMPILER_ORDER_H

#include <stddef.h>

/* Negative, 0 or positive, as left is less than, equal to or greater than right. */
static inline int order_of(size_t left, size_t right)
{
    return (left > right) - (left < right);
}

#endif
