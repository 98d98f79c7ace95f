/* Matches language tags and locale names. */
#ifndef ACTDIAG_LANGUAGE_H
#define ACTDIAG_LANGUAGE_H

#include <stddef.h>
#include <stdint.h>

struct act_languages {
    const char *pool;
    const uint32_t *tags; /* offsets in pool */
    size_t count;
};

/*
 * Chooses among languages for which has() is not 0: the very tag; else the same language; else the
 * first. wanted may be NULL: the first. Returns its index, or languages->count if there is none.
 */
size_t act_language_choose(const char *wanted, const struct act_languages *languages,
                           int (*has)(const void *context, size_t language), const void *context);

#endif
