/* The language in which the command answers. */
#ifndef ACTDIAG_SHELL_LOCALE_LANGUAGE_H
#define ACTDIAG_SHELL_LOCALE_LANGUAGE_H

#include <stdbool.h>

/*
 * The language to hand to the library: wanted (a tag, or NULL for the user's locale) where the
 * documents have it, else "en".
 */
const char *language_choose(const char *wanted);

/* Whether two tags or locale names are of one language: "ja_JP.UTF-8" and "ja". */
bool language_is(const char *tag, const char *language);

#endif
