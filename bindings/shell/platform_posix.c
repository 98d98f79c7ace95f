/* The POSIX side of platform.h. */
#include "platform.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void platform_start(int *count, char ***arguments)
{
    (void)count;
    (void)arguments;
    /* A parent may have it ignored; a closed pipe then would be an error like any other. */
    signal(SIGPIPE, SIG_DFL);
}

bool platform_is_terminal(FILE *stream)
{
    return isatty(fileno(stream)) == 1;
}

int platform_terminal_width(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

const char *platform_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value != '\0')
            return value;
    }
    return NULL;
}

double platform_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool platform_open(const char *path, platform_file *file)
{
    struct stat status;
    int descriptor = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    *file = descriptor;
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        platform_close(*file);
        errno = EISDIR;
        return false;
    }
#ifdef POSIX_FADV_SEQUENTIAL
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
    return true;
}

ptrdiff_t platform_read(platform_file file, void *buffer, size_t size)
{
    ptrdiff_t count;
    do {
        count = read((int)file, buffer, size);
    } while (count < 0 && errno == EINTR);
    return count;
}

uint64_t platform_size(platform_file file)
{
    struct stat status;
    if (fstat((int)file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < 0)
        return 0;
    return (uint64_t)status.st_size;
}

void platform_close(platform_file file)
{
    if (file != STDIN_FILENO)
        close((int)file);
}

static char *join(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    bool has_slash = folder[0] != '\0' && folder[strlen(folder) - 1] == '/';
    if (path)
        snprintf(path, size, "%s%s%s", folder, has_slash ? "" : "/", name);
    return path;
}

/* Hidden files are logs too; only the folder itself and its parent are left out. */
static int is_wanted(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void visit_entry(const char *folder, const char *name,
                        void (*visit)(const char *path, void *context), void *context)
{
    struct stat status;
    char *path = join(folder, name);
    if (!path)
        return;
    /* What cannot be walked or is no file is handed on: opening it says why. */
    bool is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    bool is_linked_folder = !is_folder && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    bool is_special = !is_folder && stat(path, &status) == 0 && !S_ISREG(status.st_mode);
    if (!is_linked_folder && !is_special && !(is_folder && platform_walk(path, visit, context)))
        visit(path, context);
    free(path);
}

bool platform_walk(const char *path, void (*visit)(const char *path, void *context), void *context)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_wanted, compare_names);
    if (count < 0)
        return false;
    for (int i = 0; i < count; i++) {
        visit_entry(path, entries[i]->d_name, visit, context);
        free(entries[i]);
    }
    free(entries);
    return true;
}

unsigned platform_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (unsigned)count : 1;
}
