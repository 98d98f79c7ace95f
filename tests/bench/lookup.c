/*
 * Looks codes up through shared libraries, by act_lookup() and by its peers.
 *
 * usage: lookup SIZE CODES REPETITIONS
 */
#include <stdio.h>
#include <stdlib.h>

#include "empty.h"
#include "kernels.h"
#include "keys.h"
#include "measure.h"
#include "peers.h"

static act_class details;

KERNELS(empty, empty(code))
KERNELS(pass, pass(code))
KERNELS(random_read, random_read(code))
KERNELS(act_lookup, act_lookup(code))
KERNELS(act_classify, act_classify(code, NULL))
KERNELS(act_classify_details, act_classify(code, &details))
KERNELS(linear, peer_linear(code))
KERNELS(bsearch, peer_bsearch(code))
#ifdef HAVE_SWITCH
KERNELS(switch, peer_switch(code))
#endif
#ifdef HAVE_GPERF
KERNELS(gperf, peer_gperf(code))
#endif
#ifdef HAVE_CMPH
KERNELS(chd, peer_chd(code))
KERNELS(bdz, peer_bdz(code))
KERNELS(fch, peer_fch(code))
#endif
#ifdef HAVE_CXX
KERNELS(unordered_map, peer_unordered_map(code))
#endif

struct way {
    const char *name;
    measure_work *throughput, *latency;
    int answers;
    peer_builder *build; /* NULL: nothing to build */
};

#define WAY(text, name, answers, build)                                                            \
    {                                                                                              \
        text, name##_throughput, name##_latency, answers, build                                    \
    }

static const struct way ways[] = {
    WAY("empty function", empty, 0, NULL),
    WAY("function returning its argument", pass, 0, NULL),
    WAY("one random read", random_read, 0, NULL),
    WAY("act_lookup", act_lookup, 1, NULL),
    WAY("act_classify", act_classify, 0, NULL),
    WAY("act_classify with details", act_classify_details, 0, NULL),
    WAY("linear scan", linear, 1, NULL),
    WAY("bsearch", bsearch, 1, NULL),
#ifdef HAVE_SWITCH
    WAY("C switch", switch, 1, NULL),
#endif
#ifdef HAVE_GPERF
    WAY("gperf", gperf, 1, NULL),
#endif
#ifdef HAVE_CMPH
    WAY("cmph CHD", chd, 1, peer_build_chd),
    WAY("cmph BDZ", bdz, 1, peer_build_bdz),
    WAY("cmph FCH", fch, 1, peer_build_fch),
#endif
#ifdef HAVE_CXX
    WAY("std::unordered_map", unordered_map, 1, peer_build_unordered_map),
#endif
};

enum { WAYS = sizeof ways / sizeof *ways };

static struct contender throughputs[WAYS], latencies[WAYS];
static size_t contender_count;

static void build_contenders(const char *size)
{
    for (size_t i = 0; i < WAYS; i++) {
        if (ways[i].build && !ways[i].build()) {
            printf("{\"group\": \"lookup %s\", \"missing\": \"%s\", \"why\": \"cannot be built for "
                   "so many codes\"}\n",
                   size, ways[i].name);
            continue;
        }
        struct contender contender = {ways[i].name, ways[i].throughput, ways[i].answers};
        throughputs[contender_count] = contender;
        contender.work = ways[i].latency;
        latencies[contender_count++] = contender;
    }
}

static uint64_t count_hits(const void *input, size_t count)
{
    return bsearch_throughput(input, count);
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
    build_contenders(argv[1]);
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        keys_draw(codes, count, runs[i].percent_of_hits);
        struct measurement measurement = {group, runs[i].series, codes,
                                          count, atoi(argv[3]),  count_hits};
        measure(&measurement, runs[i].contenders, contender_count);
    }
    free(codes);
    return 0;
}
