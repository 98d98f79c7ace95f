/* The arguments of a program on Windows, as a shell on other systems hands them on. */
#ifndef ACTDIAG_SHELL_ARGUMENTS_WINDOWS_H
#define ACTDIAG_SHELL_ARGUMENTS_WINDOWS_H

#include <stddef.h>

/* The text in UTF-8. */
char *arguments_to_utf8(const wchar_t *wide);

/*
 * The process's arguments in UTF-8, ended by NULL. Names with * and ? are replaced by those of the
 * files that match, unless there is none; no shell of Windows does that. A sole "/?" is "--help".
 */
char **arguments_read(int *count);

#endif
