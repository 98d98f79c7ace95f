/* Reads an event log with libevtx and writes a frame per record. */
#include "reading/event_frame.h"

#include <libevtx.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a record holds, in memory that all records share. */
struct writer {
    int descriptor;
    char source[512], computer[512];
    char text[EVENT_FRAME_TEXT];
    size_t length;
};

static bool write_all(int descriptor, const void *bytes, size_t size)
{
    const char *rest = bytes;
    while (size > 0) {
        ssize_t count = write(descriptor, rest, size);
        if (count <= 0)
            return false;
        rest += count;
        size -= (size_t)count;
    }
    return true;
}

/* 100-nanosecond intervals since 1601 to milliseconds since 1970. */
static int64_t unix_time(uint64_t filetime)
{
    const uint64_t difference = UINT64_C(11644473600000);
    uint64_t milliseconds = filetime / 10000;
    return milliseconds > difference ? (int64_t)(milliseconds - difference) : 0;
}

/* The size that libevtx returns includes the NUL. */
static void append(struct writer *writer, libevtx_record_t *record, int index)
{
    size_t size = 0, room = sizeof writer->text - writer->length;
    if (libevtx_record_get_utf8_string_size(record, index, &size, NULL) != 1 || size < 1 ||
        size + 2 > room)
        return;
    if (writer->length > 0) {
        memcpy(writer->text + writer->length, ", ", 2);
        writer->length += 2;
    }
    char *place = writer->text + writer->length;
    if (libevtx_record_get_utf8_string(record, index, (uint8_t *)place, size, NULL) == 1)
        writer->length += strnlen(place, size);
}

/* What follows the first string of event 8200 may be a trace, whose codes are not causes. */
static void read_strings(struct writer *writer, libevtx_record_t *record, uint32_t event)
{
    int count = 0;
    writer->length = 0;
    if (libevtx_record_get_number_of_strings(record, &count, NULL) != 1)
        count = 0;
    if (event == 8200 && strstr(writer->source, "Protection Platform") && count > 1)
        count = 1;
    for (int i = 0; i < count; i++)
        append(writer, record, i);
    writer->text[writer->length] = '\0';
}

/* libevtx gives the source only after it was asked for the provider, or gives that no more. */
static void read_names(struct writer *writer, libevtx_record_t *record)
{
    size_t size = 0;
    writer->source[0] = writer->computer[0] = '\0';
    libevtx_record_get_utf8_provider_identifier_size(record, &size, NULL);
    if (libevtx_record_get_utf8_source_name_size(record, &size, NULL) == 1 && size > 0 &&
        size <= sizeof writer->source)
        libevtx_record_get_utf8_source_name(record, (uint8_t *)writer->source, size, NULL);
    if (libevtx_record_get_utf8_computer_name_size(record, &size, NULL) == 1 && size > 0 &&
        size <= sizeof writer->computer)
        libevtx_record_get_utf8_computer_name(record, (uint8_t *)writer->computer, size, NULL);
}

static bool write_record(struct writer *writer, libevtx_record_t *record)
{
    uint64_t number = 0, time = 0;
    uint32_t event = 0;
    libevtx_record_get_identifier(record, &number, NULL);
    libevtx_record_get_written_time(record, &time, NULL);
    libevtx_record_get_event_identifier(record, &event, NULL);
    read_names(writer, record);
    read_strings(writer, record, event);
    struct event_frame frame = {
        .time = unix_time(time),
        .event = event,
        .record = (uint32_t)number,
        .source_size = (uint32_t)strlen(writer->source) + 1,
        .computer_size = (uint32_t)strlen(writer->computer) + 1,
        .text_size = (uint32_t)writer->length + 1,
    };
    return write_all(writer->descriptor, &frame, sizeof frame) &&
           write_all(writer->descriptor, writer->source, frame.source_size) &&
           write_all(writer->descriptor, writer->computer, frame.computer_size) &&
           write_all(writer->descriptor, writer->text, frame.text_size);
}

static int write_records(struct writer *writer, libevtx_file_t *file)
{
    int count = 0, status = EXIT_SUCCESS;
    if (libevtx_file_get_number_of_records(file, &count, NULL) != 1)
        return EXIT_FAILURE;
    /* A chunk that is cut off is left out without an error; a wrong checksum alone loses nothing.
     */
    if (count == 0 && libevtx_file_is_corrupted(file, NULL) != 0)
        status = EXIT_FAILURE;
    for (int i = 0; i < count; i++) {
        libevtx_record_t *record = NULL;
        if (libevtx_file_get_record_by_index(file, i, &record, NULL) != 1)
            status = EXIT_FAILURE;
        else if (!write_record(writer, record))
            return EXIT_FAILURE;
        libevtx_record_free(&record, NULL);
    }
    return status;
}

int event_frames_write(const char *path, int descriptor)
{
    static struct writer writer;
    libevtx_file_t *file = NULL;
    writer.descriptor = descriptor;
    if (libevtx_file_initialize(&file, NULL) != 1 ||
        libevtx_file_open(file, path, LIBEVTX_OPEN_READ, NULL) != 1)
        return EXIT_FAILURE;
    int status = write_records(&writer, file);
    libevtx_file_close(file, NULL);
    libevtx_file_free(&file, NULL);
    return status;
}
