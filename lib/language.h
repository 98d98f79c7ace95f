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

/* Whether something exists in a language, given by its index. */
typedef int act_language_test(const void *context, size_t language);

/*
 * Chooses among the languages for which has() is not 0, or among all where it is NULL: the exact
 * tag; else the same language; else English; else the first. wanted may be NULL, which means the
 * first tag of all. Returns the index, or languages->count if there is none.
 */
size_t act_language_choose(const char *wanted, const struct act_languages *languages,
                           act_language_test *has, const void *context);

#endif
