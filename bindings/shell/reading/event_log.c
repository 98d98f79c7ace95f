/* Visits the records that another process reads from an event log. */
#include "reading/event_log.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "reading/event_frame.h"

bool event_log_is(const char *beginning, size_t length)
{
    static const char magic[] = "ElfFile";
    return length >= sizeof magic && memcmp(beginning, magic, sizeof magic) == 0;
}

static bool read_all(int descriptor, void *bytes, size_t size)
{
    char *rest = bytes;
    while (size > 0) {
        ssize_t count = read(descriptor, rest, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        rest += count;
        size -= (size_t)count;
    }
    return true;
}

/* Reads one frame and its texts; false at the end, and where it makes no sense. */
static bool read_record(int descriptor, char *texts, size_t room, struct event_record *record)
{
    struct event_frame frame;
    if (!read_all(descriptor, &frame, sizeof frame) || frame.source_size < 1 ||
        frame.computer_size < 1 || frame.text_size < 1)
        return false;
    uint64_t size = (uint64_t)frame.source_size + frame.computer_size + frame.text_size;
    if (size > room || !read_all(descriptor, texts, (size_t)size))
        return false;
    record->text = texts + frame.source_size + frame.computer_size;
    record->length = frame.text_size - 1;
    record->origin = (act_origin){.source = texts,
                                  .computer = texts + frame.source_size,
                                  .time = frame.time,
                                  .event = frame.event,
                                  .record = frame.record};
    return true;
}

static const char *read_records(int descriptor, event_visitor *visit, void *context)
{
    enum { ROOM = EVENT_FRAME_TEXT + 2048 };
    struct event_record record;
    char *texts = malloc(ROOM);
    if (!texts)
        return strerror(ENOMEM);
    while (read_record(descriptor, texts, ROOM, &record))
        visit(&record, context);
    free(texts);
    return NULL;
}

const char *event_log_read(const char *path, event_visitor *visit, void *context)
{
    int ends[2], status = 0;
    if (pipe(ends) != 0)
        return strerror(errno);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        _exit(event_frames_write(path, ends[1]));
    }
    close(ends[1]);
    const char *problem = child < 0 ? strerror(errno) : read_records(ends[0], visit, context);
    close(ends[0]);
    if (child > 0 && waitpid(child, &status, 0) == child && !problem && status != 0)
        problem = "the event log is damaged; what could be read of it counts";
    return problem;
}
