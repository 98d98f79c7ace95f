/* Adds the text of files to a case, piece by piece or record by record. */
#include "reading/case_file.h"

#include <errno.h>
#include <string.h>

#include "platform/platform.h"
#include "reading/event_log.h"
#include "reading/file_kind.h"

enum { PIECE_SIZE = 64 << 10 };

struct adding {
    act_case *c;
    case_progress *progress;
    void *context;
};

static void add_record(const struct event_record *record, void *context)
{
    struct adding *adding = context;
    act_case_add(adding->c, &record->origin, record->text, record->length, 0);
    adding->progress(record->length, adding->context);
}

/* The first piece is read already. */
static const char *add_pieces(struct adding *adding, platform_file file, char *piece,
                              ptrdiff_t length)
{
    const char *obstacle = length > 0 ? file_kind_obstacle(piece, (size_t)length) : NULL;
    bool is_big_endian = length > 0 && file_kind_is_big_endian(piece, (size_t)length);
    uint32_t flags = is_big_endian ? ACT_SCAN_UTF16BE : 0;
    if (obstacle)
        return obstacle;
    for (; length > 0; length = platform_read(file, piece, PIECE_SIZE)) {
        act_case_add(adding->c, NULL, piece, (size_t)length, flags | ACT_SCAN_MORE);
        adding->progress((uint64_t)length, adding->context);
    }
    act_case_add(adding->c, NULL, NULL, 0, flags);
    return length < 0 ? strerror(errno) : NULL;
}

static const char *add_file(struct adding *adding, platform_file file, const char *path)
{
    char piece[PIECE_SIZE];
    ptrdiff_t length = platform_read(file, piece, sizeof piece);
    if (path && length > 0 && event_log_is(piece, (size_t)length))
        return event_log_read(path, add_record, adding);
    return add_pieces(adding, file, piece, length);
}

const char *case_file_add(act_case *c, const char *path, case_progress *progress, void *context)
{
    struct adding adding = {c, progress, context};
    platform_file file;
    if (!platform_open(path, &file))
        return strerror(errno);
    const char *problem = platform_is_output(file) ? "is also the output" : NULL;
    if (!problem)
        problem = add_file(&adding, file, path);
    platform_close(file);
    return problem;
}
