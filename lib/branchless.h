/*
 * Choosing without a branch. Which codes are known and which are not follows no pattern, and a
 * mispredicted branch costs more than a lookup.
 */
#ifndef ACTDIAG_BRANCHLESS_H
#define ACTDIAG_BRANCHLESS_H

#include <stddef.h>
#include <stdint.h>

/*
 * ACT_HIDE hides from the compiler how a value came about. In "condition ? value : other" it then
 * has to be there before the condition is known, and a conditional move is all that is left to do.
 * ACT_OWN_LINES begins a function with a cache line: one as short as these takes as long as the
 * lines that it is fetched from.
 */
#ifdef __GNUC__
#define ACT_HIDE(value) __asm__("" : "+r"(value))
#define ACT_NOINLINE __attribute__((noinline))
#define ACT_OWN_LINES __attribute__((aligned(64)))
#else
#define ACT_HIDE(value) ((void)(value))
#define ACT_NOINLINE
#define ACT_OWN_LINES
#endif

/*
 * Twice a number, and one more if a value is below a bound. The comparison leaves that one in the
 * carry, and an addition takes it along; from the C below, GCC makes twice as many instructions.
 */
static inline size_t act_twice_or_one_more(size_t number, uint32_t value, const uint32_t *bound)
{
#if defined(__GNUC__) && defined(__x86_64__) && !defined(__ILP32__)
    __asm__("cmp{l %2, %1| %1, %2}\n\tadc{q %0, %0| %0, %0}"
            : "+r"(number)
            : "r"(value), "m"(*bound)
            : "cc");
    return number;
#else
    return 2 * number + (value < *bound);
#endif
}

#endif
