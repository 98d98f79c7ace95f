/* Writes plain text. */
#include "documents/text_writer.h"

#include <stdlib.h>
#include <string.h>

#include "input/memory.h"

void writer_begin(struct writer *writer)
{
    *writer = (struct writer){.capacity = 256, .at_line_start = true};
    writer->bytes = memory_allocate(writer->capacity, 1);
}

static void append(struct writer *writer, const char *bytes, size_t length)
{
    while (writer->capacity - writer->length <= length) {
        writer->bytes = memory_resize(writer->bytes, writer->capacity, 2);
        writer->capacity *= 2;
    }
    memcpy(writer->bytes + writer->length, bytes, length);
    writer->length += length;
    writer->bytes[writer->length] = '\0';
}

/* Writes what is due before the next character. */
static void settle(struct writer *writer)
{
    if (writer->pending_breaks > 0 && writer->length > 0)
        for (size_t i = 0; i < writer->pending_breaks; i++)
            append(writer, "\n", 1);
    if (writer->at_line_start)
        for (size_t i = 0; i < writer->indent; i++)
            append(writer, " ", 1);
    else if (writer->pending_blank)
        append(writer, " ", 1);
    writer->pending_breaks = 0;
    writer->pending_blank = writer->at_line_start = false;
}

/* Bytes of the blank that text begins with: blank, tab, line end or no-break space; or 0. */
static size_t blank_length(const char *text, size_t length)
{
    if (strchr(" \t\n\r\v\f", *text))
        return 1;
    return length >= 2 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

void writer_text(struct writer *writer, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t blank = blank_length(text + i, length - i);
        if (blank > 0) {
            writer->pending_blank = true;
            i += blank;
            continue;
        }
        size_t end = i;
        while (end < length && blank_length(text + end, length - end) == 0)
            end++;
        writer_literal(writer, text + i, end - i);
        i = end;
    }
}

void writer_literal(struct writer *writer, const char *text, size_t length)
{
    if (length == 0)
        return;
    settle(writer);
    append(writer, text, length);
}

void writer_break(struct writer *writer, size_t count)
{
    if (count > writer->pending_breaks)
        writer->pending_breaks = count;
    writer->at_line_start = true;
    writer->pending_blank = false;
}

void writer_release(struct writer *writer)
{
    free(writer->bytes);
}
