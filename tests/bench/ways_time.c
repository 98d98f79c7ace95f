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
KERNELS(whole_slots, way_whole_slots(code))
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
            {"slots of 16 bytes", whole_slots_##kind, 1},                                          \
            {"index before entries", index_##kind, 1},                                             \
            {"fingerprint before slots", fingerprint_##kind, 1},                                   \
            {"judged: ranges always (kept)", ranges_always_##kind, 0},                             \
            {"judged: ranges always, sorted", ranges_sorted_##kind, 0},                            \
            {"judged: ranges behind a branch", ranges_branch_##kind, 0},                           \
            {"judged: without ranges", without_ranges_##kind, 0},                                  \
            {"own table, no displacement", own_table_##kind, 1},                                   \
    }

static const struct contender throughputs[] = CONTENDERS(throughput);
static const struct contender latencies[] = CONTENDERS(latency);

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    size_t count = strtoul(argv[2], NULL, 10);
    uint32_t *codes = malloc(count * sizeof *codes);
    if (!codes)
        return 1;
    keys_draw(codes, count, 50);
    size_t contender_count = sizeof throughputs / sizeof *throughputs - !ways_have_own_table();
    struct measurement measurement = {argv[1], "mixed",       codes,
                                      count,   atoi(argv[3]), expected_throughput};
    measure(&measurement, throughputs, contender_count);
    measurement.series = "latency";
    measure(&measurement, latencies, contender_count);
    free(codes);
    return 0;
}
