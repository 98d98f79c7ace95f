/* Finds the codes of a file in constant memory. */
#ifndef ACTDIAG_SHELL_STREAM_H
#define ACTDIAG_SHELL_STREAM_H

#include <actdiag.h>
#include <stdbool.h>

/* A code of a file. offset counts from the file's start; line is 0 unless lines are counted. */
struct finding {
    act_match match;
    uint64_t line;
};

/* Returns false to end the reading. */
typedef bool finding_visitor(const struct finding *finding, void *context);

struct stream_options {
    uint32_t scan_flags; /* of act_scan() */
    bool counts_lines;
    bool shows_progress; /* on standard error */
};

/*
 * Calls visit for each code of the file, or of standard input for "-". Returns NULL, or why the
 * file cannot be read to its end.
 */
const char *stream_scan(const char *path, const struct stream_options *options,
                        finding_visitor *visit, void *context);

#endif
