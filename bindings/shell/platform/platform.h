/* What differs between POSIX and Windows: arguments, terminals, files, folders. */
#ifndef ACTDIAG_SHELL_PLATFORM_H
#define ACTDIAG_SHELL_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* To be called first: arguments become UTF-8, the streams binary, the output well buffered. */
void platform_start(int *count, char ***arguments);

bool platform_is_terminal(FILE *stream);

/* Whether it is a terminal that knows escape sequences, such as those for bold. */
bool platform_takes_escapes(FILE *stream);

/* Columns of the terminal on standard output; 0 if it is not one or its width is not known. */
int platform_terminal_width(void);

/* The user's locale or interface language, such as "ja_JP.UTF-8", "ja-JP" or "C". */
const char *platform_locale(void);

/* Whether an error of writing to standard output means that its reader has gone. */
bool platform_is_closed_pipe(int error);

/* Seconds of a clock that only goes forward. */
double platform_seconds(void);

/* Whether a file or folder has this path. */
bool platform_exists(const char *path);

/* Files by handle, unbuffered. */
typedef intptr_t platform_file;

/* False, with errno set, if it cannot be opened; a folder is EISDIR. NULL is standard input. */
bool platform_open(const char *path, platform_file *file);

/* Bytes read; 0 at the end; -1 with errno set. */
ptrdiff_t platform_read(platform_file file, void *buffer, size_t size);

/* The same at a place of the file; only where platform_size() is not 0. */
ptrdiff_t platform_read_at(platform_file file, void *buffer, size_t size, uint64_t place);

/* Size in bytes, or 0 where it is not known, as of pipes. */
uint64_t platform_size(platform_file file);

/* Whether standard output is this very file: reading it would never end. */
bool platform_is_output(platform_file file);

void platform_close(platform_file file);

/* problem: NULL, or why the path and what is below it cannot be read. */
typedef void path_visitor(const char *path, const char *problem, void *context);

/*
 * Calls visit for each file below a folder, in the order of names, and for folders that cannot be
 * read; links to folders are not followed. False, with errno set, if that is the case of path.
 */
bool platform_walk(const char *path, path_visitor *visit, void *context);

/* Number of processors that this process may use, at least 1. */
unsigned platform_processors(void);

#endif
