/* actdiag commands: the catalogue of commands, side by side in each dialect. */
#ifndef ACTDIAG_SHELL_RUN_COMMANDS_H
#define ACTDIAG_SHELL_RUN_COMMANDS_H

#include "options.h"

/* Prints the commands in which all operands occur; returns the exit status. */
int run_commands(const struct options *options, const char *language);

#endif
