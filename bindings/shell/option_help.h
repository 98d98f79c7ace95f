/* The text of --help. */
#ifndef ACTDIAG_SHELL_OPTION_HELP_H
#define ACTDIAG_SHELL_OPTION_HELP_H

#include <stdio.h>

void option_help(FILE *out);

#endif
