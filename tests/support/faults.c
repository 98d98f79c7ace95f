/*
 * Preloaded into a program: the call number FAULT_NUMBER (from 1) of the kind FAULT_KIND, allocate,
 * rename, read or thread, fails, and is the only one that does; the folder FAULT_MARK tells that it
 * did.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_due(const char *kind)
{
    static long count;
    const char *wanted = getenv("FAULT_KIND"), *number = getenv("FAULT_NUMBER");
    return wanted && strcmp(wanted, kind) == 0 && ++count == (number ? atol(number) : 1);
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

static int fails(const char *kind, int error)
{
    if (!is_due(kind))
        return 0;
    mkdir(getenv("FAULT_MARK"), 0700);
    errno = error;
    return 1;
}

void *malloc(size_t size)
{
    return fails("allocate", ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails("allocate", ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return fails("allocate", ENOMEM) ? NULL : __libc_realloc(memory, size);
}

int rename(const char *from, const char *to)
{
    static int (*next)(const char *, const char *);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "rename");
    return fails("rename", EACCES) ? -1 : next(from, to);
}

ssize_t read(int descriptor, void *buffer, size_t size)
{
    static ssize_t (*next)(int, void *, size_t);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "read");
    return fails("read", EIO) ? -1 : next(descriptor, buffer, size);
}

ssize_t pread64(int descriptor, void *buffer, size_t size, off64_t place)
{
    static ssize_t (*next)(int, void *, size_t, off64_t);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "pread64");
    return fails("read", EIO) ? -1 : next(descriptor, buffer, size, place);
}

int pthread_create(pthread_t *started, const pthread_attr_t *attributes, void *(*body)(void *),
                   void *argument)
{
    static int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "pthread_create");
    return fails("thread", EAGAIN) ? EAGAIN : next(started, attributes, body, argument);
}
