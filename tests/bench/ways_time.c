/*
 * Times the ways to find and to judge a code.
 *
 * usage: ways_time CODES REPETITIONS
 */
#include <stdlib.h>

#include "empty.h"
#include "kernels.h"
#include "keys.h"
#include "measure.h"
#include "peers.h"
#include "ways.h"

KERNELS(empty, empty(code))
KERNELS(pass, pass(code))
KERNELS(conditional_move, way_conditional_move(code))
KERNELS(branch, way_branch(code))
KERNELS(small_slots, way_small_slots(code))
KERNELS(bare_codes, way_bare_codes(code))
KERNELS(index, way_index(code))
KERNELS(fingerprint, way_fingerprint(code))
KERNELS(own_table, way_own_table(code))
KERNELS(ranges_always, way_ranges_always(code))
KERNELS(ranges_sorted, way_ranges_sorted(code))
KERNELS(ranges_branch, way_ranges_branch(code))
KERNELS(without_ranges, way_without_ranges(code))
THROUGHPUT(expected, peer_bsearch(code))

#define CONTENDERS(kind)                                                                           \
    {                                                                                              \
        {"empty function", empty_##kind, 0}, {"function returning its argument", pass_##kind, 0},  \
            {"conditional move (kept)", conditional_move_##kind, 1}, {"branch", branch_##kind, 1}, \
            {"slots of 8 bytes", small_slots_##kind, 1},                                           \
            {"array of bare codes", bare_codes_##kind, 1},                                         \
            {"index before entries", index_##kind, 1},                                             \
            {"fingerprint before slots", fingerprint_##kind, 1},                                   \
            {"own table, no displacement", own_table_##kind, 1},                                   \
            {"judged: ranges always (kept)", ranges_always_##kind, 0},                             \
            {"judged: ranges always, sorted", ranges_sorted_##kind, 0},                            \
            {"judged: ranges behind a branch", ranges_branch_##kind, 0},                           \
            {"judged: without ranges", without_ranges_##kind, 0},                                  \
    }

static const struct contender throughputs[] = CONTENDERS(throughput);
static const struct contender latencies[] = CONTENDERS(latency);
enum { CONTENDER_COUNT = sizeof throughputs / sizeof *throughputs };

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    size_t count = strtoul(argv[1], NULL, 10);
    uint32_t *codes = malloc(count * sizeof *codes);
    if (!codes)
        return 1;
    keys_draw(codes, count, 50);
    struct measurement measurement = {"ways", "mixed",       codes,
                                      count,  atoi(argv[2]), expected_throughput};
    measure(&measurement, throughputs, CONTENDER_COUNT);
    measurement.series = "latency";
    measure(&measurement, latencies, CONTENDER_COUNT);
    free(codes);
    return 0;
}
