/* Finds the codes of a file, or of a part of one, in constant memory. */
#ifndef ACTDIAG_SHELL_STREAM_H
#define ACTDIAG_SHELL_STREAM_H

#include <actdiag.h>
#include <stdbool.h>

#include "reading/lines.h"
#include "platform/platform.h"

/* Bytes of the buffer that a stream needs. */
enum { STREAM_BUFFER_SIZE = 128 << 10 };

/* A code of a file. offset counts from the file's start, line from that of the part. */
struct finding {
    act_match match;
    uint64_t line; /* line ends before it; 0 unless lines are counted */
};

/* Returns false to end the reading. */
typedef bool finding_visitor(const struct finding *finding, void *context);

/* Called after each read with the number of bytes. */
typedef void read_visitor(uint64_t size, void *context);

/* The codes between two clean cuts, the first one at begin or after it, the last one at end. */
struct stream_part {
    platform_file file;
    bool is_positioned;  /* false: read on, from the current place to the end */
    uint64_t begin, end; /* end: STREAM_TO_END, or where the next part begins */
};

#define STREAM_TO_END UINT64_MAX

/* Called with the first bytes of a file that has any, FILE_KIND_SIZE or all that there are. */
typedef void begin_visitor(const char *begin, size_t length, void *context);

struct stream_options {
    uint32_t scan_flags; /* of act_scan() */
    bool counts_lines;
    begin_visitor *visit_begin; /* for the part that begins the file */
    finding_visitor *visit;
    read_visitor *visit_read;
    void *context; /* of all three */
};

/*
 * Calls the visitors; lines receives the line ends of the part. Returns NULL, or why the file
 * cannot be read to the end of the part.
 */
const char *stream_scan(const struct stream_part *part, const struct stream_options *options,
                        char *buffer, struct lines *lines);

#endif
