/* Tells by a file's first bytes whether and how the text in it can be read. */
#ifndef ACTDIAG_SHELL_FILE_KIND_H
#define ACTDIAG_SHELL_FILE_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* The first bytes that are looked at; fewer of a shorter file. */
enum { FILE_KIND_SIZE = 6 };

/*
 * What keeps the codes of a file from being found, and what to do about it: it is compressed, or
 * in UTF-32. NULL for all other files.
 */
const char *file_kind_obstacle(const char *begin, size_t length);

/* The first bytes that are searched for the byte order of UTF-16; fewer of a shorter file. */
enum { FILE_KIND_ORDER_SIZE = 512 };

/* Whether a file that begins so is in UTF-16BE, by its byte-order mark or its first line end. */
bool file_kind_is_big_endian(const char *begin, size_t length);

#endif
