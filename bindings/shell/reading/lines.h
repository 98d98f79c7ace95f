/* Line numbers in text of one-byte encodings, UTF-8 and UTF-16, even mixed. */
#ifndef ACTDIAG_SHELL_LINES_H
#define ACTDIAG_SHELL_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Line ends so far. Zero-initialise it. */
struct lines {
    uint64_t bytes;     /* bytes 0x0A */
    uint64_t units[2];  /* code units U+000A at even and at odd offsets of the file */
    bool is_big_endian; /* units are those of UTF-16BE */
};

/* Counts the line ends that begin in text; one more byte, or the file's end, must follow it. */
void lines_count(struct lines *lines, const char *text, size_t length, uint64_t file_offset);

/* Adds the line ends of the part of a file that follows. */
void lines_add(struct lines *lines, const struct lines *part);

/* The line ends that count for a match at an offset of the file up to which was counted. */
uint64_t lines_before(const struct lines *lines, uint64_t file_offset, uint32_t match_length);

#endif
