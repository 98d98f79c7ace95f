/* Reads files piece by piece and scans them. */
#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "platform.h"
#include "progress.h"

enum { BUFFER_SIZE = 256 << 10, MATCHES = 512 };

struct stream {
    const struct stream_options *options;
    finding_visitor *visit;
    void *context;
    char *buffer; /* BUFFER_SIZE bytes, and one more that ends it */
    size_t length;
    size_t counted;       /* bytes of buffer whose line ends are counted */
    uint64_t file_offset; /* of the buffer's start */
    struct lines lines;
};

static void count_lines_to(struct stream *stream, size_t end)
{
    if (!stream->options->counts_lines || end <= stream->counted)
        return;
    lines_count(&stream->lines, stream->buffer + stream->counted, end - stream->counted,
                stream->file_offset + stream->counted);
    stream->counted = end;
}

static bool hand_on(struct stream *stream, const act_match *match)
{
    struct finding finding = {.match = *match};
    count_lines_to(stream, (size_t)match->offset);
    finding.match.offset += stream->file_offset;
    if (stream->options->counts_lines)
        finding.line = lines_number(&stream->lines, finding.match.offset, match->length);
    return stream->visit(&finding, stream->context);
}

/* False once a visitor wants no more. */
static bool scan_buffer(struct stream *stream, size_t *offset, bool is_last)
{
    act_match matches[MATCHES];
    uint32_t flags = stream->options->scan_flags | (is_last ? 0 : ACT_SCAN_MORE);
    size_t count;
    while ((count = act_scan(stream->buffer, stream->length, offset, flags, matches, MATCHES)) > 0)
        for (size_t i = 0; i < count; i++)
            if (!hand_on(stream, &matches[i]))
                return false;
    return true;
}

/* Moves what the next piece may change, and the character before it, to the buffer's start. */
static void carry_over(struct stream *stream, size_t *offset)
{
    enum { CONTEXT = 2 };
    size_t kept = *offset > CONTEXT ? *offset - CONTEXT : 0;
    count_lines_to(stream, kept);
    stream->counted -= kept;
    stream->length -= kept;
    stream->file_offset += kept;
    memmove(stream->buffer, stream->buffer + kept, stream->length);
    *offset -= kept;
}

/* Fills the buffer's free part as far as one read does; false at the end or on an error. */
static bool fill(struct stream *stream, platform_file file, const char **problem)
{
    ptrdiff_t count =
        platform_read(file, stream->buffer + stream->length, BUFFER_SIZE - stream->length);
    if (count < 0)
        *problem = strerror(errno);
    if (count <= 0)
        return false;
    stream->length += (size_t)count;
    stream->buffer[stream->length] = 1; /* what follows is not known: no half of U+000A */
    return true;
}

static const char *scan_file(struct stream *stream, platform_file file)
{
    const char *problem = NULL;
    struct progress progress = progress_begin(stream->options->shows_progress, platform_size(file));
    size_t offset = 0;
    bool goes_on = true;
    while (goes_on && fill(stream, file, &problem)) {
        goes_on = scan_buffer(stream, &offset, false);
        carry_over(stream, &offset);
        progress_show(&progress, stream->file_offset);
    }
    if (goes_on)
        scan_buffer(stream, &offset, true);
    progress_end(&progress);
    return problem;
}

const char *stream_scan(const char *path, const struct stream_options *options,
                        finding_visitor *visit, void *context)
{
    struct stream stream = {.options = options, .visit = visit, .context = context};
    platform_file file;
    if (!platform_open(path, &file))
        return strerror(errno);
    stream.buffer = malloc(BUFFER_SIZE + 1);
    const char *problem = stream.buffer ? scan_file(&stream, file) : strerror(ENOMEM);
    free(stream.buffer);
    platform_close(file);
    return problem;
}
