/* Words and sentences of an answer, as the library has them. */
#ifndef ACTDIAG_SHELL_PHRASE_H
#define ACTDIAG_SHELL_PHRASE_H

#include <stddef.h>

/* As act_word(), but the identifier itself where the library has no word for it. */
const char *phrase(const char *id, const char *language);

/* Writes pattern with values[0] for "{0}" and so on; always ends with a NUL, cut to size. */
void phrase_fill(char *buffer, size_t size, const char *pattern, const char *const *values,
                 size_t count);

#endif
