/* Text of documents that is printed: it must not drive a terminal. */
#ifndef ACTDIAG_COMPILER_ESCAPE_H
#define ACTDIAG_COMPILER_ESCAPE_H

#include <stdio.h>

/*
 * Prints text: it stays on its line and drives no terminal. The bytes of control characters, and
 * those that are not UTF-8, as in a path, are shown as "\x1B".
 */
void escape_print(const char *text, size_t length, FILE *out);

#endif
