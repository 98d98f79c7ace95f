/* actdiag scan: the codes in files. */
#ifndef ACTDIAG_SHELL_RUN_SCAN_H
#define ACTDIAG_SHELL_RUN_SCAN_H

#include "options.h"

/* Scans the operands, or standard input. Returns the exit status. */
int run_scan(const struct options *options, const char *language);

#endif
