/*
 * Preloaded into a program: the call number FAULT_NUMBER (from 1) of the kind FAULT_KIND fails, and
 * is the only one that does; the folder FAULT_MARK tells that it did. Kinds are allocate, rename
 * and thread here, and those of system_faults.c.
 *
 * No call of the program's destructors counts: where coverage is measured, they write the counts.
 * What follows them, such as the C library's last flush of standard output, does.
 */
#define _GNU_SOURCE
#include "faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_paused;

int fault_is_due(const char *kind)
{
    static long count;
    const char *wanted = getenv("FAULT_KIND"), *number = getenv("FAULT_NUMBER");
    if (is_paused || !wanted || strcmp(wanted, kind) != 0 || ++count != (number ? atol(number) : 1))
        return 0;
    mkdir(getenv("FAULT_MARK"), 0700);
    return 1;
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

static int fails(const char *kind, int error)
{
    if (!fault_is_due(kind))
        return 0;
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

int pthread_create(pthread_t *started, const pthread_attr_t *attributes, void *(*body)(void *),
                   void *argument)
{
    static int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "pthread_create");
    return fails("thread", EAGAIN) ? EAGAIN : next(started, attributes, body, argument);
}

static void pause_faults(void)
{
    is_paused = true;
}

/* Runs after the destructors of the program, on which nothing here depends. */
__attribute__((destructor)) static void resume_faults(void)
{
    is_paused = false;
}

typedef int main_function(int count, char **arguments, char **environment);
static main_function *program_main;

/* Functions that are registered from here on run before the destructors, the last one first. */
static int main_with_pause(int count, char **arguments, char **environment)
{
    atexit(pause_faults);
    return program_main(count, arguments, environment);
}

typedef int start_function(main_function *body, int count, char **arguments, void (*before)(void),
                           void (*after)(void), void (*loader_after)(void), void *stack_end);

int __libc_start_main(main_function *body, int count, char **arguments, void (*before)(void),
                      void (*after)(void), void (*loader_after)(void), void *stack_end)
{
    start_function *next;
    *(void **)&next = dlsym(RTLD_NEXT, "__libc_start_main");
    program_main = body;
    return next(main_with_pause, count, arguments, before, after, loader_after, stack_end);
}
