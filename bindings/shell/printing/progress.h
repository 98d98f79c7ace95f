/* How far the reading has come, in one line on a terminal. */
#ifndef ACTDIAG_SHELL_PROGRESS_H
#define ACTDIAG_SHELL_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool is_wanted;
    int shown;     /* columns of the line on the terminal; 0: none */
    uint64_t done; /* bytes */
    uint64_t size; /* of all that is to be read; 0: not known */
    double next;   /* seconds: when to show the next line */
};

struct progress progress_begin(bool is_wanted);

/* So many bytes more are done. */
void progress_add(struct progress *progress, uint64_t size);

/* Clears the line, before anything else is written to the terminal. */
void progress_clear(struct progress *progress);

#endif
