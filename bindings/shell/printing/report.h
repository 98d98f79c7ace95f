/* What actdiag scan prints: matches, counts, a summary, problems. */
#ifndef ACTDIAG_SHELL_REPORT_H
#define ACTDIAG_SHELL_REPORT_H

#include <actdiag.h>

#include "options.h"
#include "printing/progress.h"
#include "printing/tally.h"

struct report {
    const struct options *options;
    const char *language;
    bool is_terminal; /* standard output */
    bool names_files; /* in counts */
    bool is_unwritten;
    bool lacks_memory;
    uint64_t total;
    int status;
    struct tally tally;
    struct progress progress;
};

struct report report_begin(const struct options *options, const char *language);

/* A code in a file, at a line from 1. shown: the file's name. */
void report_match(struct report *report, const char *shown, const act_match *match, uint64_t line);

/* A code in a record of an event log. */
void report_record(struct report *report, const char *shown, uint32_t code,
                   const act_origin *origin);

/* A file is done, with so many matches. */
void report_file(struct report *report, const char *shown, uint64_t count);

/* A file cannot be read, not to its end, or not so that codes are found. */
void report_problem(struct report *report, const char *shown, const char *problem);

/* Whether going on is useless: output is lost, or memory. */
bool report_is_over(const struct report *report);

/* Lets a reader at the other end of a pipe see what there is. */
void report_flush(struct report *report);

/* Prints the summary. Returns the exit status. */
int report_end(struct report *report);

#endif
