/* Reads files piece by piece and scans them. */
#include "reading/stream.h"

#include <errno.h>
#include <string.h>

#include "reading/cut.h"
#include "reading/file_kind.h"

enum {
    MATCHES = 512,
    CONTEXT = ACT_SCAN_CONTEXT,
    CUT_DISTANCE = 4096, /* bytes after the end of a part in which there mostly is a clean cut */
    NOT_READ = 1         /* in place of the byte after the buffer: not half of U+000A */
};

struct stream {
    const struct stream_part *part;
    const struct stream_options *options;
    char *buffer;
    size_t length;
    size_t counted;       /* bytes of buffer whose line ends are counted */
    size_t offset;        /* of act_scan() */
    uint64_t file_offset; /* of the buffer's start */
    bool has_begun;       /* the clean cut at the begin is found */
    uint32_t flags;       /* of act_scan() */
    bool is_over;         /* a visitor wants no more, or the clean cut at the end is found */
    struct lines *lines;
};

static void count_lines_to(struct stream *stream, size_t end)
{
    if (!stream->options->counts_lines || end <= stream->counted)
        return;
    lines_count(stream->lines, stream->buffer + stream->counted, end - stream->counted,
                stream->file_offset + stream->counted);
    stream->counted = end;
}

static bool visit_match(struct stream *stream, const act_match *match)
{
    struct finding finding = {.match = *match};
    count_lines_to(stream, (size_t)match->offset);
    finding.match.offset += stream->file_offset;
    finding.line = lines_before(stream->lines, finding.match.offset, match->length);
    return stream->options->visit(&finding, stream->options->context);
}

static void scan_buffer(struct stream *stream, uint32_t more)
{
    act_match matches[MATCHES];
    uint32_t flags = stream->flags | more;
    size_t count;
    while ((count = act_scan(stream->buffer, stream->length, &stream->offset, flags, matches,
                             MATCHES)) > 0)
        for (size_t i = 0; i < count; i++)
            if (!visit_match(stream, &matches[i])) {
                stream->is_over = true;
                return;
            }
}

/* Moves what the next piece may change, and the character before it, to the buffer's start. */
static void carry_over(struct stream *stream)
{
    size_t kept = stream->offset > CONTEXT ? stream->offset - CONTEXT : 0;
    count_lines_to(stream, kept);
    stream->counted -= kept;
    stream->offset -= kept;
    stream->length -= kept;
    stream->file_offset += kept;
    memmove(stream->buffer, stream->buffer + kept, stream->length);
}

/* How much to read: of a part only what lies before its end, and a little more. */
static size_t wanted_size(const struct stream *stream)
{
    size_t space = STREAM_BUFFER_SIZE - 1 - stream->length;
    uint64_t position = stream->file_offset + stream->length, end = stream->part->end;
    if (end == STREAM_TO_END)
        return space;
    uint64_t wanted = CUT_DISTANCE + (end > position ? end - position : 0);
    return wanted < space ? (size_t)wanted : space;
}

/* Fills the buffer's free part as far as one read does; 0 at the end, or less on an error. */
static ptrdiff_t fill(struct stream *stream, const char **problem)
{
    const struct stream_part *part = stream->part;
    char *place = stream->buffer + stream->length;
    size_t size = wanted_size(stream);
    ptrdiff_t count = part->is_positioned ? platform_read_at(part->file, place, size,
                                                             stream->file_offset + stream->length)
                                          : platform_read(part->file, place, size);
    if (count < 0)
        *problem = strerror(errno);
    if (count > 0) {
        stream->length += (size_t)count;
        stream->buffer[stream->length] = NOT_READ;
    }
    return count;
}

/* The same for the first bytes: at least those from which a file's kind is known. */
static ptrdiff_t fill_begin(struct stream *stream, const char **problem)
{
    ptrdiff_t count;
    do {
        count = fill(stream, problem);
    } while (count > 0 && stream->length < FILE_KIND_SIZE);
    return stream->length > 0 ? (ptrdiff_t)stream->length : count;
}

/* Sets how UTF-16 is read, which only a file's first bytes show. */
static void find_byte_order(struct stream *stream)
{
    char begin[FILE_KIND_ORDER_SIZE];
    const char *text = stream->buffer;
    ptrdiff_t length = (ptrdiff_t)stream->length;
    if (stream->part->begin > 0) {
        length = platform_read_at(stream->part->file, begin, sizeof begin, 0);
        text = begin;
    }
    stream->lines->is_big_endian = length > 0 && file_kind_is_big_endian(text, (size_t)length);
    stream->flags =
        stream->options->scan_flags | (stream->lines->is_big_endian ? ACT_SCAN_UTF16BE : 0);
}

/* The first clean cut at a place of the file or after it; false if the buffer holds none. */
static bool find_cut(const struct stream *stream, uint64_t file_place, size_t *cut)
{
    uint64_t from = file_place > stream->file_offset ? file_place - stream->file_offset : 0;
    if (from > stream->length)
        return false;
    *cut = cut_find(stream->buffer, stream->length, from < CONTEXT ? CONTEXT : (size_t)from);
    return *cut <= stream->length;
}

/* Begins at a clean cut, or passes over a buffer without one; that is the part before's. */
static void find_begin(struct stream *stream)
{
    size_t cut;
    stream->has_begun = find_cut(stream, stream->part->begin, &cut);
    stream->offset = stream->has_begun ? cut : stream->length;
    stream->counted = stream->offset;
    stream->is_over = stream->file_offset + stream->offset >= stream->part->end;
}

/* Scans what is in the buffer, up to the clean cut at the part's end once that is read. */
static void scan_piece(struct stream *stream)
{
    size_t cut;
    bool is_last = stream->part->end != STREAM_TO_END && find_cut(stream, stream->part->end, &cut);
    if (is_last)
        stream->length = cut;
    scan_buffer(stream, is_last ? 0 : ACT_SCAN_MORE);
    if (is_last) {
        count_lines_to(stream, stream->length);
        stream->is_over = true;
    }
}

const char *stream_scan(const struct stream_part *part, const struct stream_options *options,
                        char *buffer, struct lines *lines)
{
    const char *problem = NULL;
    struct stream stream = {
        .part = part,
        .options = options,
        .buffer = buffer,
        .file_offset = part->begin > 0 ? part->begin - CONTEXT : 0,
        .has_begun = part->begin == 0,
        .lines = lines,
    };
    bool is_first = true;
    ptrdiff_t count;
    *lines = (struct lines){0};
    while (!stream.is_over &&
           (count = is_first ? fill_begin(&stream, &problem) : fill(&stream, &problem)) > 0) {
        if (is_first)
            find_byte_order(&stream);
        if (is_first && part->begin == 0)
            options->visit_begin(stream.buffer, stream.length, options->context);
        is_first = false;
        if (!stream.has_begun)
            find_begin(&stream);
        if (stream.has_begun && !stream.is_over)
            scan_piece(&stream);
        options->visit_read((uint64_t)count, options->context);
        if (!stream.is_over)
            carry_over(&stream);
    }
    if (!stream.is_over && stream.has_begun)
        scan_buffer(&stream, 0);
    return problem;
}
