/* The POSIX side of platform.h. */
#include "platform/platform.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A standard stream that is closed stays so: no file may take its number. */
static void keep_closed(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) == -1)
            (void)!open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void platform_start(int *count, char ***arguments)
{
    static char buffer[1 << 16];
    (void)count;
    (void)arguments;
    keep_closed();
    /* A parent may have it ignored; a closed pipe then would be an error like any other. */
    signal(SIGPIPE, SIG_DFL);
    /* A complaint is written at once, not piece by piece. */
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    if (!isatty(STDOUT_FILENO))
        setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
}

bool platform_is_terminal(FILE *stream)
{
    return isatty(fileno(stream)) == 1;
}

bool platform_takes_escapes(FILE *stream)
{
    const char *terminal = getenv("TERM");
    return platform_is_terminal(stream) && terminal && strcmp(terminal, "dumb") != 0;
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
    return "C";
}

bool platform_is_closed_pipe(int error)
{
    return error == EPIPE;
}

double platform_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool platform_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool platform_open(const char *path, platform_file *file)
{
    struct stat status;
    int descriptor = path ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
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

ptrdiff_t platform_read_at(platform_file file, void *buffer, size_t size, uint64_t place)
{
    ptrdiff_t count;
    do {
        count = pread((int)file, buffer, size, (off_t)place);
    } while (count < 0 && errno == EINTR);
    return count;
}

bool platform_is_output(platform_file file)
{
    struct stat input, output;
    return fstat((int)file, &input) == 0 && fstat(STDOUT_FILENO, &output) == 0 &&
           S_ISREG(input.st_mode) && input.st_dev == output.st_dev && input.st_ino == output.st_ino;
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

/* Devices, pipes and links to folders are left out. */
static bool is_worth_a_visit(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

static void visit_entry(const char *folder, const char *name, path_visitor *visit, void *context)
{
    struct stat status;
    char *path = join(folder, name);
    if (!path) {
        visit(folder, strerror(ENOMEM), context);
        return;
    }
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        if (!platform_walk(path, visit, context))
            visit(path, strerror(errno), context);
    } else if (is_worth_a_visit(path)) {
        visit(path, NULL, context);
    }
    free(path);
}

bool platform_walk(const char *path, path_visitor *visit, void *context)
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
#ifdef CPU_COUNT
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return (unsigned)CPU_COUNT(&set);
#endif
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (unsigned)count : 1;
}
