/* actdiag find: codes by words. */
#ifndef ACTDIAG_SHELL_RUN_FIND_H
#define ACTDIAG_SHELL_RUN_FIND_H

#include "options.h"

/* Prints the codes that have all the operands in their texts. Returns the exit status. */
int run_find(const struct options *options, const char *language);

#endif
