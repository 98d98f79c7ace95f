/*
 * Looks codes up through shared libraries, by act_lookup() and by its peers.
 *
 * usage: lookup SIZE CODES REPETITIONS
 */
#include <stdio.h>
#include <stdlib.h>

#include "empty.h"
#include "measure.h"
#include "peers.h"

/* Loops over codes. */
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

static act_class details;

KERNELS(empty, empty(code))
KERNELS(pass, pass(code))
KERNELS(act_lookup, act_lookup(code))
KERNELS(act_classify, act_classify(code, NULL))
KERNELS(act_classify_details, act_classify(code, &details))
KERNELS(bsearch, peer_bsearch(code))
#ifdef HAVE_SWITCH
KERNELS(switch, peer_switch(code))
#endif
#ifdef HAVE_GPERF
KERNELS(gperf, peer_gperf(code))
#endif
#ifdef HAVE_CMPH
KERNELS(chd, peer_chd(code))
#endif

#define CONTENDERS(kind)                                                                           \
    {"empty function", empty_##kind, 0}, {"function returning its argument", pass_##kind, 0},      \
        {"act_lookup", act_lookup_##kind, 1}, {"act_classify", act_classify_##kind, 0},            \
        {"act_classify with details", act_classify_details_##kind, 0},                             \
        {"bsearch", bsearch_##kind, 1},

static const struct contender throughputs[] = {
    CONTENDERS(throughput)
#ifdef HAVE_SWITCH
        {"C switch", switch_throughput, 1},
#endif
#ifdef HAVE_GPERF
    {"gperf", gperf_throughput, 1},
#endif
#ifdef HAVE_CMPH
    {"cmph CHD", chd_throughput, 1},
#endif
};

static const struct contender latencies[] = {
    CONTENDERS(latency)
#ifdef HAVE_SWITCH
        {"C switch", switch_latency, 1},
#endif
#ifdef HAVE_GPERF
    {"gperf", gperf_latency, 1},
#endif
#ifdef HAVE_CMPH
    {"cmph CHD", chd_latency, 1},
#endif
};

/* The generator SplitMix64 (Steele, Lea, Flood, 2014): no branch predictor learns its order. */
static uint64_t next_random(void)
{
    static uint64_t state = 1;
    uint64_t z = state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static uint32_t draw_hit(void)
{
    return peer_records[next_random() % peer_record_count].code;
}

/* A code that is not there, of the same facilities and severities. */
static uint32_t draw_miss(void)
{
    uint32_t code;
    do
        code = (draw_hit() & 0xFFFF0000) | (uint32_t)(next_random() & 0xFFFF);
    while (peer_bsearch(code));
    return code;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *series;
        unsigned percent_of_hits;
        const struct contender *contenders;
    } runs[] = {{"mixed", 50, throughputs},
                {"hits", 100, throughputs},
                {"misses", 0, throughputs},
                {"latency", 50, latencies}};
    if (argc != 4)
        return 2;
    char group[64];
    size_t count = strtoul(argv[2], NULL, 10);
    uint32_t *codes = malloc(count * sizeof *codes);
    if (!codes)
        return 1;
    snprintf(group, sizeof group, "lookup %s", argv[1]);
    for (size_t run = 0; run < sizeof runs / sizeof *runs; run++) {
        for (size_t i = 0; i < count; i++)
            codes[i] = next_random() % 100 < runs[run].percent_of_hits ? draw_hit() : draw_miss();
        struct measurement measurement = {.group = group,
                                          .series = runs[run].series,
                                          .input = codes,
                                          .units = count,
                                          .repetitions = atoi(argv[3]),
                                          .longest = 2e6,
                                          .expected = bsearch_throughput};
        measure(&measurement, runs[run].contenders, sizeof throughputs / sizeof *throughputs);
    }
    free(codes);
    return 0;
}
