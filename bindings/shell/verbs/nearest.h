/* Symbolic names that are spelled almost like a word. */
#ifndef ACTDIAG_SHELL_NEAREST_H
#define ACTDIAG_SHELL_NEAREST_H

#include <stddef.h>

enum { NEAREST_MAXIMUM = 3 };

/* Fills names with the nearest symbolic names, nearest first; returns how many are near enough. */
size_t nearest_names(const char *word, const char *names[NEAREST_MAXIMUM]);

#endif
