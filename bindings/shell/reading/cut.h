/* Where a text can be cut so that each part, scanned alone, gives its share of the matches. */
#ifndef ACTDIAG_SHELL_CUT_H
#define ACTDIAG_SHELL_CUT_H

#include <stddef.h>

/*
 * The first clean cut of text at from or after it, up to its end; length + 1 if there is none.
 * from is at least 2.
 *
 * A cut is clean if no code can lie across it, nor be judged by what is beyond it, and if no line
 * end comes right before it.
 */
size_t cut_find(const char *text, size_t length, size_t from);

#endif
