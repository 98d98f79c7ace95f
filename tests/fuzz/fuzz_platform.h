/* The command's platform in memory: files, terminals and the clock as a fuzz target sets them. */
#ifndef ACTDIAG_TESTS_FUZZ_PLATFORM_H
#define ACTDIAG_TESTS_FUZZ_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What every file holds. A file whose name begins with m is missing, one with b breaks off while it
 * is read, and one with f is a folder of two files.
 */
struct fuzz_platform {
    const uint8_t *content;
    size_t size;
    size_t piece; /* the most that one read gives */
    bool has_terminal;
    int width; /* of the terminal */
    const char *locale;
};

extern struct fuzz_platform fuzz_platform;

#endif
