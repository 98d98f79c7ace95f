/*
 * Loads libraries in processes of their own and calls one function of each.
 *
 * usage: load REPETITIONS NAME LIBRARY FUNCTION [NAME LIBRARY FUNCTION ...]
 *        load smaps LIBRARY FUNCTION
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"

typedef const void *function(uint32_t code);

enum { DLOPEN, FIRST_CALL, SECOND_CALL, ANSWER, STAGES };

static const uint32_t code = 0xC004F074;

static const char *const stages[STAGES] = {"dlopen", "first call", "second call",
                                           "dlopen to first answer"};

static volatile uintptr_t answer;

/* Nanoseconds of each stage. */
static void load(const char *library, const char *name, uint64_t *times)
{
    uint64_t start = measure_now();
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    uint64_t opened = measure_now();
    function *call = handle ? (function *)(uintptr_t)dlsym(handle, name) : NULL;
    if (!call) {
        fprintf(stderr, "load: %s\n", dlerror());
        exit(1);
    }
    uint64_t found = measure_now();
    answer = (uintptr_t)call(code);
    uint64_t answered = measure_now();
    answer = (uintptr_t)call(code + 1);
    times[DLOPEN] = opened - start;
    times[FIRST_CALL] = answered - found;
    times[SECOND_CALL] = measure_now() - answered;
    times[ANSWER] = answered - start;
}

static void load_in_child(char **library, uint64_t *times)
{
    int ends[2], status = 1;
    if (pipe(ends) != 0)
        exit(1);
    pid_t child = fork();
    if (child == 0) {
        load(library[1], library[2], times);
        _exit(write(ends[1], times, STAGES * sizeof *times) != STAGES * (ssize_t)sizeof *times);
    }
    if (child < 0 || read(ends[0], times, STAGES * sizeof *times) < 0 ||
        waitpid(child, &status, 0) < 0 || status != 0)
        exit(1);
    close(ends[0]);
    close(ends[1]);
}

static void print(const char *stage, const char *name, const double *samples, int repetitions)
{
    printf("{\"group\": \"load\", \"series\": \"%s\", \"contender\": \"%s\", \"samples\": [", stage,
           name);
    for (int i = 0; i < repetitions; i++)
        printf("%s%.0f", i ? ", " : "", samples[i]);
    puts("]}");
}

static void measure_loading(int repetitions, char **libraries, int count)
{
    double *samples = calloc((size_t)(repetitions * count * STAGES), sizeof *samples);
    uint64_t times[STAGES];
    if (!samples)
        exit(1);
    for (int i = 0; i < count; i++) /* brings the files into memory */
        load_in_child(libraries + 3 * i, times);
    for (int repetition = 0; repetition < repetitions; repetition++)
        for (int i = 0; i < count; i++) {
            int turn = (i + repetition) % count;
            load_in_child(libraries + 3 * turn, times);
            for (int stage = 0; stage < STAGES; stage++)
                samples[(turn * STAGES + stage) * repetitions + repetition] = (double)times[stage];
        }
    for (int stage = 0; stage < STAGES; stage++)
        for (int i = 0; i < count; i++)
            print(stages[stage], libraries[3 * i], samples + (i * STAGES + stage) * repetitions,
                  repetitions);
    free(samples);
}

static void show_smaps(const char *library, const char *name)
{
    char line[1024];
    uint64_t times[STAGES];
    load(library, name, times);
    FILE *file = fopen("/proc/self/smaps", "r");
    if (!file)
        exit(1);
    while (fgets(line, sizeof line, file))
        fputs(line, stdout);
    fclose(file);
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "smaps") == 0)
        show_smaps(argv[2], argv[3]);
    else if (argc > 4 && (argc - 2) % 3 == 0)
        measure_loading(atoi(argv[1]), argv + 2, (argc - 2) / 3);
    else
        return 2;
    return 0;
}
