/* How far the reading of a large file has come, in one line on a terminal. */
#ifndef ACTDIAG_SHELL_PROGRESS_H
#define ACTDIAG_SHELL_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool is_wanted, is_shown;
    uint64_t size; /* 0: not known */
    double next;   /* seconds: when to show the next line */
};

struct progress progress_begin(bool is_wanted, uint64_t size);
void progress_show(struct progress *progress, uint64_t done);
void progress_end(struct progress *progress);

#endif
