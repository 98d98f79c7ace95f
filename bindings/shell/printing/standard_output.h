/* Whether what is written to standard output arrives. */
#ifndef ACTDIAG_SHELL_STANDARD_OUTPUT_H
#define ACTDIAG_SHELL_STANDARD_OUTPUT_H

#include <stdbool.h>

/*
 * Whether output is lost, so that more of it is useless. Remembers why, and so is to be asked right
 * after writing, by the thread that wrote.
 */
bool output_is_lost(void);

/* Writes what is left, and reports what is lost, but not a closed pipe. Returns the exit status. */
int output_finish(int status);

#endif
