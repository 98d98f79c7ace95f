/* Shows progress on standard error. */
#include "printing/progress.h"

#include <inttypes.h>
#include <stdio.h>

#include "platform/platform.h"

/* Seconds: what is over soon needs no progress. */
static const double first_delay = 1, delay = 0.2;

struct progress progress_begin(bool is_wanted)
{
    struct progress progress = {.is_wanted = is_wanted};
    if (is_wanted)
        progress.next = platform_seconds() + first_delay;
    return progress;
}

static int print_line(const struct progress *progress)
{
    enum { MEGABYTE = 1000000 };
    if (progress->size == 0)
        return fprintf(stderr, "\ractdiag: %" PRIu64 " MB", progress->done / MEGABYTE);
    double percent = 100.0 * (double)progress->done / (double)progress->size;
    return fprintf(stderr, "\ractdiag: %3.0f %% of %" PRIu64 " MB", percent > 100 ? 100 : percent,
                   progress->size / MEGABYTE);
}

void progress_add(struct progress *progress, uint64_t size)
{
    progress->done += size;
    if (!progress->is_wanted || platform_seconds() < progress->next)
        return;
    progress->shown = print_line(progress);
    progress->next = platform_seconds() + delay;
    fflush(stderr);
}

void progress_clear(struct progress *progress)
{
    if (progress->shown > 0) {
        fprintf(stderr, "\r%*s\r", progress->shown, "");
        fflush(stderr);
    }
    progress->shown = 0;
}
