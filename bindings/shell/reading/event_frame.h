/* How the process that reads an event log hands a record on through a pipe. */
#ifndef ACTDIAG_SHELL_EVENT_FRAME_H
#define ACTDIAG_SHELL_EVENT_FRAME_H

#include <stdint.h>

/* Lengths of texts include their NUL. */
struct event_frame {
    int64_t time;
    uint32_t event;
    uint32_t record;
    uint32_t source_size;
    uint32_t computer_size;
    uint32_t text_size;
};

/* Longer records are cut: no record of an event log has more than 64 KiB. */
enum { EVENT_FRAME_TEXT = 1 << 20 };

/* Reads an event log and writes its frames; returns the exit status of the process. */
int event_frames_write(const char *path, int descriptor);

#endif
