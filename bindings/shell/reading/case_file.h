/* Adds the text of files to a case. */
#ifndef ACTDIAG_SHELL_CASE_FILE_H
#define ACTDIAG_SHELL_CASE_FILE_H

#include <actdiag.h>
#include <stdbool.h>
#include <stdint.h>

/* Called after each read with the number of bytes. */
typedef void case_progress(uint64_t size, void *context);

/*
 * Adds a file; a path of NULL is standard input. Returns NULL, or why the file cannot be read to
 * its end.
 */
const char *case_file_add(act_case *c, const char *path, case_progress *progress, void *context);

#endif
