/* actdiag CODE...: what codes mean. */
#ifndef ACTDIAG_SHELL_RUN_EXPLAIN_H
#define ACTDIAG_SHELL_RUN_EXPLAIN_H

#include "options.h"

/* Answers each operand. Returns the exit status. */
int run_explain(const struct options *options, const char *language);

#endif
