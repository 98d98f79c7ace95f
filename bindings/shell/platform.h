/* What differs between POSIX and Windows: arguments, terminals, files, folders. */
#ifndef ACTDIAG_SHELL_PLATFORM_H
#define ACTDIAG_SHELL_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* To be called first: arguments become UTF-8, the streams binary. */
void platform_start(int *count, char ***arguments);

bool platform_is_terminal(FILE *stream);

/* Columns of the terminal on standard output; 0 if it is none or does not tell. */
int platform_terminal_width(void);

/* The user's locale or interface language, such as "ja_JP.UTF-8" or "ja-JP"; NULL if none is set.
 */
const char *platform_locale(void);

/* Seconds of a clock that only goes forward. */
double platform_seconds(void);

/* Files by handle, unbuffered. */
typedef intptr_t platform_file;

/* False, with errno set, if it cannot be opened; a folder is EISDIR. "-" is standard input. */
bool platform_open(const char *path, platform_file *file);

/* Bytes read; 0 at the end; -1 with errno set. */
ptrdiff_t platform_read(platform_file file, void *buffer, size_t size);

/* Size in bytes, or 0 where it is not known, as of pipes. */
uint64_t platform_size(platform_file file);

void platform_close(platform_file file);

/*
 * Calls visit for each file below a folder, in the order of names; links to folders are not
 * followed. False, with errno set, if path is no folder or cannot be read.
 */
bool platform_walk(const char *path, void (*visit)(const char *path, void *context), void *context);

/* Number of processors that this process may use, at least 1. */
unsigned platform_processors(void);

#endif
