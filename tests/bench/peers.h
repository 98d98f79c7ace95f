/*
 * What act_lookup() is compared with: other ways to find the record of a code, in a shared library
 * that is built like libactdiag, so that all are called the same way. Each returns NULL for a code
 * that is not there. Which of them are built depends on what the machine has.
 */
#ifndef ACTDIAG_BENCH_PEERS_H
#define ACTDIAG_BENCH_PEERS_H

#include "actdiag.h"

#ifdef __cplusplus
extern "C" {
#endif

struct record {
    uint32_t code;
    uint32_t row;
    uint32_t facts;
};

ACT_API extern const struct record peer_records[]; /* ascending by code */
ACT_API extern const size_t peer_record_count;

typedef const struct record *peer(uint32_t code);
ACT_API peer peer_linear, peer_bsearch, peer_switch, peer_gperf, peer_unordered_map, peer_chd,
    peer_bdz, peer_fch;

/* Builds what is built at run time; 0: it cannot be, and the peer is not to be called. */
typedef int peer_builder(void);
ACT_API peer_builder peer_build_unordered_map, peer_build_chd, peer_build_bdz, peer_build_fch;

/* Not a peer but a limit: one read at random in as much memory as libactdiag's documented codes
 * take. */
ACT_API const void *random_read(uint32_t code);

#ifdef __cplusplus
}
#endif

#endif
