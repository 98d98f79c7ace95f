/* actdiag list: what the table holds. */
#ifndef ACTDIAG_SHELL_RUN_LIST_H
#define ACTDIAG_SHELL_RUN_LIST_H

#include "options.h"

/* Lists the codes that pass the filters. Returns the exit status. */
int run_list(const struct options *options, const char *language);

#endif
