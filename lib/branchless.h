/*
 * Choosing without a branch. Which codes are known and which are not follows no pattern, and a
 * mispredicted branch costs more than a lookup.
 */
#ifndef ACTDIAG_BRANCHLESS_H
#define ACTDIAG_BRANCHLESS_H

/*
 * Hides from the compiler how a value came about. In "condition ? value : other" it then has to be
 * there before the condition is known, and a conditional move is all that is left to do.
 */
#ifdef __GNUC__
#define ACT_HIDE(value) __asm__("" : "+r"(value))
#define ACT_NOINLINE __attribute__((noinline))
#else
#define ACT_HIDE(value) ((void)(value))
#define ACT_NOINLINE
#endif

#endif
