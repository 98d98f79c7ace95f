/* Times of events in ISO 8601. */
#include "printing/time_text.h"

#include <stdio.h>
#include <time.h>

bool time_text(char text[TIME_TEXT_SIZE], int64_t milliseconds)
{
    time_t seconds = (time_t)(milliseconds / 1000);
    const struct tm *parts = milliseconds > 0 ? gmtime(&seconds) : NULL;
    return parts && strftime(text, TIME_TEXT_SIZE, "%Y-%m-%dT%H:%M:%S", parts) > 0;
}
