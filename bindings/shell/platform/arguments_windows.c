/* Reads the arguments of a program on Windows. */
#include "platform/arguments_windows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
/* after windows.h */
#include <shellapi.h>

char *arguments_to_utf8(const wchar_t *wide)
{
    int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
    char *text = malloc(size > 0 ? (size_t)size : 1);
    if (!text)
        abort();
    if (WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL) == 0)
        *text = '\0';
    return text;
}

struct arguments {
    char **items;
    int count;
};

static void add(struct arguments *arguments, char *item)
{
    size_t size = ((size_t)arguments->count + 2) * sizeof *arguments->items;
    arguments->items = realloc(arguments->items, size);
    if (!arguments->items)
        abort();
    arguments->items[arguments->count++] = item;
    arguments->items[arguments->count] = NULL;
}

/* The name in the folder of the pattern. */
static void add_beside(struct arguments *arguments, const wchar_t *pattern, const wchar_t *name)
{
    size_t folder = 0;
    for (size_t i = 0; pattern[i] != L'\0'; i++)
        if (wcschr(L"\\/:", pattern[i]))
            folder = i + 1;
    wchar_t *path = calloc(folder + wcslen(name) + 1, sizeof *path);
    if (!path)
        abort();
    memcpy(path, pattern, folder * sizeof *path);
    wcscpy(path + folder, name);
    add(arguments, arguments_to_utf8(path));
    free(path);
}

/* False where nothing matches: the argument is then what it is. NTFS gives names in order. */
static bool expand(struct arguments *arguments, const wchar_t *pattern)
{
    WIN32_FIND_DATAW entry;
    if (!wcspbrk(pattern, L"*?") || *pattern == L'-')
        return false;
    HANDLE search = FindFirstFileW(pattern, &entry);
    if (search == INVALID_HANDLE_VALUE)
        return false;
    int before = arguments->count;
    do {
        if (wcscmp(entry.cFileName, L".") != 0 && wcscmp(entry.cFileName, L"..") != 0)
            add_beside(arguments, pattern, entry.cFileName);
    } while (FindNextFileW(search, &entry));
    FindClose(search);
    return arguments->count > before;
}

/* The C runtime's own arguments are in the ANSI code page, which cannot spell every file's name. */
char **arguments_read(int *count)
{
    struct arguments arguments = {NULL, 0};
    int words = 0;
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &words);
    if (!wide)
        abort();
    bool asks_for_help = words == 2 && wcscmp(wide[1], L"/?") == 0;
    for (int i = 0; i < words; i++)
        if (i == 0 || asks_for_help || !expand(&arguments, wide[i]))
            add(&arguments, arguments_to_utf8(i == 1 && asks_for_help ? L"--help" : wide[i]));
    LocalFree(wide);
    *count = arguments.count;
    return arguments.items;
}
