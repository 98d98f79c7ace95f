/* Hands each file that is named, or is in a folder that is named, to a fuzz target. */
#include "config.h"

#include "fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void give_up(const char *path)
{
    fprintf(stderr, "%s: %s\n", path, strerror(errno ? errno : EIO));
    exit(EXIT_FAILURE);
}

static void *allocate(size_t size)
{
    void *memory = malloc(size);
    if (!memory && size > 0)
        give_up("memory");
    return memory;
}

/* The input is in memory of exactly its size, so that reading past its end is found. */
static void replay(const char *path, size_t size)
{
    uint8_t *data = allocate(size);
    FILE *file = fopen(path, "rb");
    if (!file || fread(data, 1, size, file) != size)
        give_up(path);
    fclose(file);
    printf("%s\n", path);
    fflush(stdout); /* names the input, should it end the process */
    LLVMFuzzerTestOneInput(data, size);
    free(data);
}

static unsigned replay_all(const char *path);

static unsigned replay_folder(const char *path)
{
    unsigned count = 0;
    DIR *folder = opendir(path);
    if (!folder)
        give_up(path);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t size = strlen(path) + strlen(entry->d_name) + 2;
        char *name = allocate(size);
        snprintf(name, size, "%s/%s", path, entry->d_name);
        if (entry->d_name[0] != '.')
            count += replay_all(name);
        free(name);
    }
    closedir(folder);
    return count;
}

static unsigned replay_all(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        give_up(path);
    if (S_ISDIR(status.st_mode))
        return replay_folder(path);
    replay(path, (size_t)status.st_size);
    return 1;
}

int main(int count, char **arguments)
{
    unsigned replayed = 0;
    for (int i = 1; i < count; i++)
        replayed += replay_all(arguments[i]);
    printf("%u replayed\n", replayed);
    return replayed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
