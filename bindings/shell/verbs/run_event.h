/* actdiag event NUMBER...: what events of activation mean. */
#ifndef ACTDIAG_SHELL_RUN_EVENT_H
#define ACTDIAG_SHELL_RUN_EVENT_H

#include "options.h"

/* Returns the exit status. */
int run_event(const struct options *options, const char *language);

#endif
