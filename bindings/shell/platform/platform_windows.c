/* The Windows side of platform.h. */
#include "platform/platform.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "platform/arguments_windows.h"

static wchar_t *to_wide(const char *text)
{
    int length = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    wchar_t *wide = malloc((length > 0 ? (size_t)length : 1) * sizeof *wide);
    if (!wide)
        abort();
    if (MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, length) == 0)
        *wide = L'\0';
    return wide;
}

static UINT console_code_page; /* of the console before, or 0 */

/* The console outlives this process. */
static void restore_code_page(void)
{
    SetConsoleOutputCP(console_code_page);
}

void platform_start(int *count, char ***arguments)
{
    static char buffer[1 << 16];
    *arguments = arguments_read(count);
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    /* Unbuffered, as it would be on a console, a character of several bytes arrives as several. */
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    console_code_page = GetConsoleOutputCP();
    if (console_code_page != 0 && SetConsoleOutputCP(CP_UTF8))
        atexit(restore_code_page);
}

bool platform_is_terminal(FILE *stream)
{
    DWORD mode;
    return GetConsoleMode((HANDLE)_get_osfhandle(_fileno(stream)), &mode) != 0;
}

/* Consoles before Windows 10 do not, and later ones have to be asked. */
bool platform_takes_escapes(FILE *stream)
{
    DWORD mode;
    HANDLE console = (HANDLE)_get_osfhandle(_fileno(stream));
    return GetConsoleMode(console, &mode) &&
           SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

int platform_terminal_width(void)
{
    CONSOLE_SCREEN_BUFFER_INFO information;
    if (!GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &information))
        return 0;
    return information.srWindow.Right - information.srWindow.Left;
}

const char *platform_locale(void)
{
    static char locale[LOCALE_NAME_MAX_LENGTH];
    wchar_t wide[LOCALE_NAME_MAX_LENGTH];
    if (LCIDToLocaleName(MAKELCID(GetUserDefaultUILanguage(), SORT_DEFAULT), wide,
                         LOCALE_NAME_MAX_LENGTH, 0) == 0)
        return "C";
    for (size_t i = 0; i < LOCALE_NAME_MAX_LENGTH; i++)
        locale[i] = (char)wide[i];
    return locale;
}

/* The C runtime reports EINVAL for a pipe without a reader. */
bool platform_is_closed_pipe(int error)
{
    HANDLE output = (HANDLE)_get_osfhandle(_fileno(stdout));
    return error == EPIPE || (error == EINVAL && GetFileType(output) == FILE_TYPE_PIPE);
}

double platform_seconds(void)
{
    return (double)GetTickCount64() / 1000;
}

bool platform_exists(const char *path)
{
    wchar_t *wide = to_wide(path);
    DWORD attributes = GetFileAttributesW(wide);
    free(wide);
    return attributes != INVALID_FILE_ATTRIBUTES;
}

bool platform_open(const char *path, platform_file *file)
{
    if (!path) {
        *file = _fileno(stdin);
        return true;
    }
    wchar_t *wide = to_wide(path);
    DWORD attributes = GetFileAttributesW(wide);
    bool is_folder =
        attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    *file = is_folder ? -1 : _wopen(wide, _O_RDONLY | _O_BINARY | _O_SEQUENTIAL);
    free(wide);
    if (is_folder)
        errno = EISDIR;
    else if (*file < 0 && errno == EINVAL) /* a name that no file can have, such as *.log */
        errno = ENOENT;
    return *file >= 0;
}

ptrdiff_t platform_read(platform_file file, void *buffer, size_t size)
{
    return _read((int)file, buffer, (unsigned)size);
}

ptrdiff_t platform_read_at(platform_file file, void *buffer, size_t size, uint64_t place)
{
    OVERLAPPED at = {.Offset = (DWORD)place, .OffsetHigh = (DWORD)(place >> 32)};
    DWORD count = 0;
    if (ReadFile((HANDLE)_get_osfhandle((int)file), buffer, (DWORD)size, &count, &at) ||
        GetLastError() == ERROR_HANDLE_EOF)
        return (ptrdiff_t)count;
    errno = EIO;
    return -1;
}

static bool is_on_disk(HANDLE handle, BY_HANDLE_FILE_INFORMATION *information)
{
    return GetFileType(handle) == FILE_TYPE_DISK && GetFileInformationByHandle(handle, information);
}

bool platform_is_output(platform_file file)
{
    BY_HANDLE_FILE_INFORMATION input, output;
    return is_on_disk((HANDLE)_get_osfhandle((int)file), &input) &&
           is_on_disk((HANDLE)_get_osfhandle(_fileno(stdout)), &output) &&
           input.dwVolumeSerialNumber == output.dwVolumeSerialNumber &&
           input.nFileIndexHigh == output.nFileIndexHigh &&
           input.nFileIndexLow == output.nFileIndexLow;
}

uint64_t platform_size(platform_file file)
{
    __int64 size = _filelengthi64((int)file);
    return size > 0 ? (uint64_t)size : 0;
}

void platform_close(platform_file file)
{
    if (file != _fileno(stdin))
        _close((int)file);
}

static char *join(const char *folder, const char *name)
{
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (!path)
        abort();
    snprintf(path, size, "%s\\%s", folder, name);
    return path;
}

static void visit_entry(const char *folder, const WIN32_FIND_DATAW *entry, path_visitor *visit,
                        void *context)
{
    char *name = arguments_to_utf8(entry->cFileName);
    char *path = join(folder, name);
    bool is_folder = (entry->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    bool is_link = (entry->dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    bool is_self = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
    if (is_folder && !is_self && !is_link && !platform_walk(path, visit, context))
        visit(path, strerror(errno), context);
    if (!is_folder)
        visit(path, NULL, context);
    free(path);
    free(name);
}

/* NTFS gives names in order. */
bool platform_walk(const char *path, path_visitor *visit, void *context)
{
    WIN32_FIND_DATAW entry;
    char *pattern = join(path, "*");
    wchar_t *wide = to_wide(pattern);
    HANDLE search = FindFirstFileW(wide, &entry);
    free(wide);
    free(pattern);
    if (search == INVALID_HANDLE_VALUE) {
        errno = GetLastError() == ERROR_ACCESS_DENIED ? EACCES : ENOTDIR;
        return false;
    }
    do {
        visit_entry(path, &entry, visit, context);
    } while (FindNextFileW(search, &entry));
    FindClose(search);
    return true;
}

unsigned platform_processors(void)
{
    DWORD_PTR mask, all;
    unsigned count = 0;
    if (GetProcessAffinityMask(GetCurrentProcess(), &mask, &all))
        for (; mask != 0; mask &= mask - 1)
            count++;
    return count > 0 ? count : 1;
}
