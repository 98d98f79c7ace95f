/* Reads text files and checks their encoding. */
#include "input/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "input/utf8.h"

static bool fail_to_read(struct diagnostics *diagnostics, const char *path, const char *reason)
{
    diagnose(diagnostics, SEVERITY_ERROR, (struct location){.file = path}, "cannot be read: %s",
             reason);
    return false;
}

/* Reads until the end, or one byte past the maximum. */
static size_t read_all(FILE *file, struct arena *arena, char **text)
{
    enum { FIRST_SIZE = 1 << 16 };
    size_t length = 0, size = FIRST_SIZE, count;
    char *buffer = memory_allocate(size, 1);
    while ((count = fread(buffer + length, 1, size - length, file)) > 0) {
        length += count;
        if (length > SOURCE_MAXIMUM)
            break;
        if (length == size) {
            buffer = memory_resize(buffer, size, 2);
            size *= 2;
        }
    }
    *text = arena_copy(arena, buffer, length);
    free(buffer);
    return length;
}

bool source_read(struct source *source, const char *path, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail_to_read(diagnostics, path, strerror(errno));
    struct stat status = {0};
    if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode)) {
        fclose(file);
        return fail_to_read(diagnostics, path, "it is a folder; expected a file");
    }
    char *text;
    errno = 0;
    size_t length = read_all(file, arena, &text);
    int error = errno;
    bool is_lost = ferror(file) != 0;
    fclose(file);
    if (is_lost)
        return fail_to_read(diagnostics, path, strerror(error));
    if (length > SOURCE_MAXIMUM)
        return fail_to_read(diagnostics, path, "it is larger than 64 MiB");
    return source_take(source, path, text, length, arena, diagnostics);
}

/* A line ends with LF, CR LF or, as cmark-gfm reads it, with CR alone. */
static bool ends_line(const char *text)
{
    return *text == '\n' || (*text == '\r' && text[1] != '\n');
}

static void find_lines(struct source *source, struct arena *arena)
{
    size_t count = 1;
    for (size_t i = 0; i < source->length; i++)
        count += ends_line(source->text + i);
    uint32_t *lines = arena_allocate(arena, count, sizeof *lines);
    for (size_t i = 0; i < source->length; i++)
        if (ends_line(source->text + i))
            lines[++source->line_count] = (uint32_t)i + 1;
    source->line_count++;
    source->lines = lines;
}

const char *source_basename(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

struct span source_line(const struct source *source, unsigned line)
{
    if (line == 0 || line > source->line_count)
        return (struct span){"", 0};
    size_t begin = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] - 1 : source->length;
    if (end > begin && source->text[end] == '\n' && source->text[end - 1] == '\r')
        end--;
    return (struct span){source->text + begin, end - begin};
}

struct location source_place(const struct source *source, unsigned line, unsigned column)
{
    return (struct location){source->name, line, column};
}

/* One diagnosis a file: what follows the first wrong byte is often wrong as well. */
static bool check_encoding(const struct source *source, struct diagnostics *diagnostics)
{
    for (unsigned line = 1; line <= source->line_count; line++) {
        struct span span = source_line(source, line);
        for (size_t i = 0; i < span.length;) {
            size_t length = utf8_length(span.text + i, span.length - i);
            struct location place = source_place(source, line, (unsigned)i + 1);
            if (length == 0) {
                diagnose(diagnostics, SEVERITY_ERROR, place,
                         "byte 0x%02X is not UTF-8; expected a file in UTF-8",
                         (unsigned)(unsigned char)span.text[i]);
                return false;
            }
            if (span.text[i] == '\0') {
                diagnose(diagnostics, SEVERITY_ERROR, place,
                         "a NUL character; expected a text file");
                return false;
            }
            i += length;
        }
    }
    return true;
}

bool source_take(struct source *source, const char *name, const char *text, size_t length,
                 struct arena *arena, struct diagnostics *diagnostics)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    size_t mark = sizeof byte_order_mark - 1;
    if (length >= mark && memcmp(text, byte_order_mark, mark) == 0) {
        text += mark;
        length -= mark;
    }
    *source = (struct source){.name = name, .text = text, .length = length};
    find_lines(source, arena);
    return check_encoding(source, diagnostics);
}
