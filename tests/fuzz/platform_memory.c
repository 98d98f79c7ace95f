/* The side of the command's platform.h that reads memory instead of files. */
#include "fuzz_platform.h"

#include "platform/platform.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct fuzz_platform fuzz_platform;

struct memory_file {
    size_t read;
    bool breaks;
};

void platform_start(int *count, char ***arguments)
{
    (void)count;
    (void)arguments;
}

bool platform_is_terminal(FILE *stream)
{
    (void)stream;
    return fuzz_platform.has_terminal;
}

bool platform_takes_escapes(FILE *stream)
{
    return platform_is_terminal(stream);
}

bool platform_is_closed_pipe(int error)
{
    (void)error;
    return false;
}

int platform_terminal_width(void)
{
    return fuzz_platform.width;
}

const char *platform_locale(void)
{
    return fuzz_platform.locale;
}

/* Each call is later than the one before, so that progress is due. */
double platform_seconds(void)
{
    static double seconds;
    return seconds += 0.7;
}

static bool fail(int error)
{
    errno = error;
    return false;
}

bool platform_exists(const char *path)
{
    return path[0] != 'm';
}

bool platform_open(const char *path, platform_file *file)
{
    if (path && path[0] == 'm')
        return fail(ENOENT);
    if (path && strcmp(path, "f") == 0)
        return fail(EISDIR);
    struct memory_file *opened = calloc(1, sizeof *opened);
    if (!opened)
        return fail(ENOMEM);
    opened->breaks = path && path[0] == 'b';
    *file = (platform_file)opened;
    return true;
}

ptrdiff_t platform_read(platform_file file, void *buffer, size_t size)
{
    struct memory_file *opened = (struct memory_file *)file;
    size_t left = fuzz_platform.size - opened->read;
    size_t count = left < fuzz_platform.piece ? left : fuzz_platform.piece;
    if (left == 0 && opened->breaks)
        return fail(EIO) - 1;
    if (count > size)
        count = size;
    if (count > 0)
        memcpy(buffer, fuzz_platform.content + opened->read, count);
    opened->read += count;
    return (ptrdiff_t)count;
}

ptrdiff_t platform_read_at(platform_file file, void *buffer, size_t size, uint64_t place)
{
    struct memory_file at = *(struct memory_file *)file;
    at.read = place < fuzz_platform.size ? (size_t)place : fuzz_platform.size;
    return platform_read((platform_file)&at, buffer, size);
}

bool platform_is_output(platform_file file)
{
    (void)file;
    return false;
}

uint64_t platform_size(platform_file file)
{
    (void)file;
    return fuzz_platform.size;
}

void platform_close(platform_file file)
{
    free((struct memory_file *)file);
}

bool platform_walk(const char *path, path_visitor *visit, void *context)
{
    if (path[0] != 'f')
        return fail(ENOTDIR);
    visit("f/first\033[2J", NULL, context);
    visit("f/third\033[2J", "cannot be read", context);
    visit("b/second", NULL, context);
    return true;
}

unsigned platform_processors(void)
{
    return 1;
}
