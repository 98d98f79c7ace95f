/* The records of a Windows event log, an .evtx file. */
#ifndef ACTDIAG_SHELL_EVENT_LOG_H
#define ACTDIAG_SHELL_EVENT_LOG_H

#include <actdiag.h>
#include <stdbool.h>

struct event_record {
    act_origin origin;
    const char *text; /* the values of the record, separated by ", " */
    size_t length;
};

typedef void event_visitor(const struct event_record *record, void *context);

/* Whether a file that begins with these bytes is an event log that this build reads by records. */
bool event_log_is(const char *beginning, size_t length);

/*
 * Visits the records of an event log in the order of the file. They are read in a process of its
 * own, so that a damaged log cannot end this one. Returns NULL, or why it cannot be read to its
 * end; what was visited before counts.
 */
const char *event_log_read(const char *path, event_visitor *visit, void *context);

#endif
