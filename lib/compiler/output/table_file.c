/* Writes the table's file. */
#include "output/table_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/emit.h"
#include "input/memory.h"

static bool fail(const char *path, const char *reason)
{
    fprintf(stderr, "actdiag-compile: %s: cannot be written: %s\n", path, reason);
    return false;
}

static char *temporary_name(const char *path)
{
    enum { NUMBER_SIZE = 32 };
    size_t size = strlen(path) + NUMBER_SIZE;
    char *name = memory_allocate(size, 1);
    snprintf(name, size, "%s.%ld.tmp", path, (long)getpid());
    return name;
}

/* NULL, or what failed. */
static const char *write_table(FILE *file, const struct model *model)
{
    errno = 0;
    const char *problem = emit_table(model, file);
    bool is_lost = ferror(file) != 0;
    int error = errno;
    if (fclose(file) != 0 && !is_lost) {
        is_lost = true;
        error = errno;
    }
    if (problem)
        return problem;
    return is_lost ? strerror(error) : NULL;
}

/* The temporary file, while it is there: running out of memory ends the program at any place. */
static const char *unfinished;

static void remove_unfinished(void)
{
    if (unfinished)
        remove(unfinished);
}

static bool replace(const char *path, const struct model *model)
{
    char *temporary = temporary_name(path);
    atexit(remove_unfinished);
    FILE *file = fopen(temporary, "wx");
    unfinished = file ? temporary : NULL;
    const char *problem = file ? write_table(file, model) : strerror(errno);
    if (!problem && rename(temporary, path) != 0)
        problem = strerror(errno);
    if (problem)
        remove_unfinished();
    unfinished = NULL;
    free(temporary);
    if (problem)
        return fail(path, problem);
    return true;
}

bool table_file_write(const char *path, const struct model *model)
{
    struct stat status;
    bool exists = stat(path, &status) == 0;
    if (!exists && errno != ENOENT)
        return fail(path, strerror(errno));
    if (!exists || S_ISREG(status.st_mode))
        return replace(path, model);
    /* A device or pipe is written to, not replaced. */
    FILE *file = fopen(path, "w");
    const char *problem = file ? write_table(file, model) : strerror(errno);
    if (problem)
        return fail(path, problem);
    return true;
}

bool output_flush(void)
{
    /* errno still has the reason of a write that failed before: entry_list_print() stops there. */
    if (!ferror(stdout) && fflush(stdout) == 0)
        return true;
    return fail("standard output", strerror(errno));
}
