/* Hands texts to act_scan(), as its documentation describes. */
#include "scan_feeding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void require(int holds, const char *promise)
{
    if (holds)
        return;
    fprintf(stderr, "act_scan() broke its promise: %s\n", promise);
    abort();
}

size_t scan_whole(scan_function *scan, const unsigned char *text, size_t length, size_t begin,
                  uint32_t flags, size_t capacity, act_match *matches)
{
    size_t offset = begin, total = 0, count;
    act_match few[8];
    require(capacity <= sizeof few / sizeof *few, "a capacity that this test can hold");
    while (offset < length) {
        size_t before = offset;
        count = scan(text, length, &offset, flags, few, capacity);
        require(count <= capacity, "no more matches than fit");
        require(offset <= length && offset >= before, "the offset moves forward inside the text");
        if (count == 0)
            break;
        require(offset > before, "a match moves the offset");
        memcpy(matches + total, few, count * sizeof *few);
        total += count;
    }
    require((flags & ACT_SCAN_MORE) != 0 || offset == length || begin > length,
            "the offset ends at the text's end");
    return total;
}

/* The bytes that go on to the next piece are moved to the buffer's start. */
static size_t carry_over(unsigned char *buffer, size_t length, size_t *offset)
{
    size_t kept = *offset < ACT_SCAN_CONTEXT ? 0 : *offset - ACT_SCAN_CONTEXT;
    require(length - kept <= ACT_SCAN_TAIL, "at most ACT_SCAN_TAIL bytes are carried over");
    memmove(buffer, buffer + kept, length - kept);
    *offset -= kept;
    return length - kept;
}

static size_t scan_buffer(scan_function *scan, const unsigned char *buffer, size_t length,
                          size_t *offset, uint32_t flags, uint64_t place, act_match *matches)
{
    size_t total = 0;
    act_match one[1];
    while (*offset < length && scan(buffer, length, offset, flags, one, 1) > 0) {
        matches[total] = one[0];
        matches[total++].offset += place;
    }
    return total;
}

size_t scan_stream(scan_function *scan, const unsigned char *text, size_t length,
                   size_t first_piece, size_t piece, uint32_t flags, act_match *matches)
{
    size_t held = 0, offset = 0, total = 0, taken = 0;
    unsigned char *buffer = malloc(length + 1);
    require(buffer != NULL, "memory for a test");
    do {
        size_t wanted = taken == 0 ? first_piece : piece, left = length - taken;
        size_t size = wanted < left ? wanted : left;
        memcpy(buffer + held, text + taken, size);
        held += size;
        taken += size;
        uint32_t more = taken < length ? ACT_SCAN_MORE : 0;
        total +=
            scan_buffer(scan, buffer, held, &offset, flags | more, taken - held, matches + total);
        if (more != 0)
            held = carry_over(buffer, held, &offset);
    } while (taken < length);
    free(buffer);
    return total;
}
