/* Tells by a file's first bytes whether the text in it can be read. */
#ifndef ACTDIAG_SHELL_FILE_KIND_H
#define ACTDIAG_SHELL_FILE_KIND_H

#include <stddef.h>

/* So many first bytes tell, or all of a shorter file. */
enum { FILE_KIND_SIZE = 6 };

/*
 * What keeps the codes of a file from being found, and what to do about it: it is compressed, or
 * in UTF-32. NULL for all other files.
 */
const char *file_kind_obstacle(const char *begin, size_t length);

#endif
