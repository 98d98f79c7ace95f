/* Shows progress on standard error. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>

#include "platform.h"

/* Seconds: what is over soon needs no progress. */
static const double first_delay = 1, delay = 0.2;

struct progress progress_begin(bool is_wanted, uint64_t size)
{
    struct progress progress = {.is_wanted = is_wanted, .size = size};
    if (is_wanted)
        progress.next = platform_seconds() + first_delay;
    return progress;
}

void progress_show(struct progress *progress, uint64_t done)
{
    if (!progress->is_wanted || platform_seconds() < progress->next)
        return;
    if (progress->size > 0)
        fprintf(stderr, "\ractdiag: %3.0f %% of %" PRIu64 " MB",
                100.0 * (double)done / (double)progress->size, progress->size / 1000000);
    else
        fprintf(stderr, "\ractdiag: %" PRIu64 " MB", done / 1000000);
    fflush(stderr);
    progress->is_shown = true;
    progress->next = platform_seconds() + delay;
}

void progress_end(struct progress *progress)
{
    if (progress->is_shown)
        fputs("\r\033[K", stderr);
}
