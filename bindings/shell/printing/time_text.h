/* Times of events in ISO 8601. */
#ifndef ACTDIAG_SHELL_TIME_TEXT_H
#define ACTDIAG_SHELL_TIME_TEXT_H

#include <stdbool.h>
#include <stdint.h>

enum { TIME_TEXT_SIZE = sizeof "9999-12-31T23:59:59" };

/* Writes milliseconds since 1970 as "2026-11-20T08:01:00"; false for 0, which is not known. */
bool time_text(char text[TIME_TEXT_SIZE], int64_t milliseconds);

#endif
