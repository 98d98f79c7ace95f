/* Loops that call a function for each code, as a program calls one of a library it is linked with.
 */
#ifndef ACTDIAG_BENCH_KERNELS_H
#define ACTDIAG_BENCH_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#define THROUGHPUT(name, call)                                                                     \
    static uint64_t name##_throughput(const void *input, size_t count)                             \
    {                                                                                              \
        const uint32_t *codes = input;                                                             \
        uint64_t found = 0;                                                                        \
        for (size_t i = 0; i < count; i++) {                                                       \
            uint32_t code = codes[i];                                                              \
            found += (call) != 0;                                                                  \
        }                                                                                          \
        return found;                                                                              \
    }

/* The sum never reaches 2^32, which the compiler cannot know: each call waits for the last one. */
#define LATENCY(name, call)                                                                        \
    static uint64_t name##_latency(const void *input, size_t count)                                \
    {                                                                                              \
        const uint32_t *codes = input;                                                             \
        uint64_t found = 0;                                                                        \
        for (size_t i = 0; i < count; i++) {                                                       \
            uint32_t code = codes[i] ^ (uint32_t)(found >> 32);                                    \
            found += (call) != 0;                                                                  \
        }                                                                                          \
        return found;                                                                              \
    }

#define KERNELS(name, call) THROUGHPUT(name, call) LATENCY(name, call)

#endif
