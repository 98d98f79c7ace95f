/* Measures contenders alternately, so that whatever slows the machine slows all of them. */
#include "measure.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST_CONTENDERS = 32, LEAST_UNITS = 256, PROBES = 256 /* in all units */ };

struct state {
    size_t units; /* per repetition */
    double *samples;
};

uint64_t measure_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

static double nanoseconds_per_unit(const struct contender *contender, const void *input,
                                   size_t units, uint64_t *value)
{
    uint64_t start = measure_now();
    *value = contender->work(input, units);
    return (double)(measure_now() - start) / (double)units;
}

static void check(const struct measurement *measurement, const struct contender *contender,
                  size_t units, uint64_t value)
{
    if (!contender->answers)
        return;
    uint64_t expected = measurement->expected(measurement->input, units);
    if (value == expected)
        return;
    fprintf(stderr, "%s, %s: %s answers %" PRIu64 " instead of %" PRIu64 "\n", measurement->group,
            measurement->series, contender->name, value, expected);
    exit(1);
}

/* A first run fills the caches, so that what the contender before left in them does not count. */
static double warm_sample(const struct measurement *measurement, const struct contender *contender,
                          size_t units)
{
    uint64_t value;
    nanoseconds_per_unit(contender, measurement->input, units, &value);
    return nanoseconds_per_unit(contender, measurement->input, units, &value);
}

/* A first run determines how many units a repetition may have. */
static size_t choose_units(const struct measurement *measurement, const struct contender *contender)
{
    size_t units = measurement->units, least = units < LEAST_UNITS ? units : LEAST_UNITS;
    size_t probe = units / PROBES > least ? units / PROBES : least;
    uint64_t value;
    double cost = nanoseconds_per_unit(contender, measurement->input, probe, &value);
    check(measurement, contender, probe, value);
    if (cost * (double)units > measurement->longest) {
        cost = nanoseconds_per_unit(contender, measurement->input, probe, &value);
        size_t affordable = (size_t)(measurement->longest / cost);
        units = affordable < probe ? probe : affordable < units ? affordable : units;
    }
    nanoseconds_per_unit(contender, measurement->input, units, &value);
    check(measurement, contender, units, value);
    return units;
}

static void print(const struct measurement *measurement, const struct contender *contender,
                  const struct state *state)
{
    printf("{\"group\": \"%s\", \"series\": \"%s\", \"contender\": \"%s\", \"units\": %zu, "
           "\"samples\": [",
           measurement->group, measurement->series, contender->name, state->units);
    for (int i = 0; i < measurement->repetitions; i++)
        printf("%s%.4f", i ? ", " : "", state->samples[i]);
    puts("]}");
}

void measure(const struct measurement *measurement, const struct contender *contenders,
             size_t number)
{
    struct state states[MOST_CONTENDERS];
    for (size_t i = 0; i < number; i++) {
        states[i].units = choose_units(measurement, &contenders[i]);
        states[i].samples = malloc((size_t)measurement->repetitions * sizeof(double));
        if (!states[i].samples)
            abort();
    }
    for (int repetition = 0; repetition < measurement->repetitions; repetition++)
        for (size_t i = 0; i < number; i++) {
            size_t turn = (i + (size_t)repetition) % number;
            states[turn].samples[repetition] =
                warm_sample(measurement, &contenders[turn], states[turn].units);
        }
    for (size_t i = 0; i < number; i++) {
        print(measurement, &contenders[i], &states[i]);
        free(states[i].samples);
    }
    fflush(stdout);
}
