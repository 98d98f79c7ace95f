/* Event logs in a build without libevtx: their bytes are scanned like those of any other file. */
#include "reading/event_log.h"

bool event_log_is(const char *beginning, size_t length)
{
    (void)beginning;
    (void)length;
    return false;
}

const char *event_log_read(const char *path, event_visitor *visit, void *context)
{
    (void)path;
    (void)visit;
    (void)context;
    return "this build does not read event logs by records";
}
