/* Verdicts of many files: one line per file, and how many files have which. */
#ifndef ACTDIAG_SHELL_FLEET_H
#define ACTDIAG_SHELL_FLEET_H

#include <actdiag.h>

#include "options.h"
#include "printing/tally.h"

struct fleet {
    const struct options *options;
    const char *language;
    struct tally tally;
    uint64_t without_verdict; /* files with findings, none of which is to be acted on */
    uint64_t without_finding;
    bool lacks_memory;
};

struct fleet fleet_begin(const struct options *options, const char *language);

/* Prints the line of a file; returns STATUS_NOT_FOUND for findings without a verdict. */
int fleet_print_file(struct fleet *fleet, const char *shown, const act_case *c);

/* Prints the totals. */
void fleet_end(struct fleet *fleet);

#endif
