/* Measures contenders alternately, so that whatever slows the machine slows all of them. */
#ifndef ACTDIAG_BENCH_MEASURE_H
#define ACTDIAG_BENCH_MEASURE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Does something with the first count units of input, and returns a value that depends on all it
 * did, so that nothing is optimized away and the answers can be compared.
 */
typedef uint64_t measure_work(const void *input, size_t count);

struct contender {
    const char *name;
    measure_work *work;
    int answers; /* its value must be the expected one */
};

struct measurement {
    const char *group, *series; /* of the contenders, printed with each */
    const void *input;
    size_t units; /* of input that a contender works through in one repetition, at most */
    int repetitions;
    double longest; /* nanoseconds of a repetition, after which a contender gets fewer units */
    measure_work *expected; /* computes the value that a contender which answers must return */
};

/*
 * Runs all contenders in every repetition, each time beginning with another, and prints for each a
 * line of JSON with its nanoseconds per unit in every repetition. Ends the program if one returns a
 * wrong value.
 */
void measure(const struct measurement *measurement, const struct contender *contenders,
             size_t number);

/* Nanoseconds of a clock that never goes back. */
uint64_t measure_now(void);

#endif
