/* Problems in the input: FILE:LINE:COLUMN: error: what is wrong and what was expected. */
#ifndef ACTDIAG_COMPILER_DIAGNOSTICS_H
#define ACTDIAG_COMPILER_DIAGNOSTICS_H

#include <stdbool.h>
#include <stdio.h>

#include "output/model.h"

enum severity {
    SEVERITY_HINT, /* shown under --check only, as a warning */
    SEVERITY_WARNING,
    SEVERITY_ERROR
};

enum { PROBLEMS_SHOWN = 100, MESSAGE_SIZE = 400 /* bytes; what is longer is cut */ };

struct problem {
    enum severity severity;
    struct location place;
    size_t number; /* in the order of finding, from 1 */
    char *message;
};

/* Zero-initialise it; of one file at a time, until diagnostics_flush(). */
struct diagnostics {
    FILE *out;
    bool shows_hints;
    size_t error_count; /* of all files */
    struct problem problems[PROBLEMS_SHOWN];
    size_t problem_count, found_count;
    size_t omitted_count;
    bool omits_errors;
};

__attribute__((format(printf, 4, 5))) void diagnose(struct diagnostics *diagnostics,
                                                    enum severity severity, struct location place,
                                                    const char *format, ...);

/*
 * Prints the problems by file, line and column: PROBLEMS_SHOWN of them, errors rather than
 * warnings, then the number of the others.
 */
void diagnostics_flush(struct diagnostics *diagnostics);

#endif
