/* actdiag diagnose: the code of a case to act on. */
#ifndef ACTDIAG_SHELL_RUN_DIAGNOSE_H
#define ACTDIAG_SHELL_RUN_DIAGNOSE_H

#include "options.h"

/* Returns the exit status. */
int run_diagnose(const struct options *options, const char *language);

#endif
