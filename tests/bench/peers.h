/*
 * What act_lookup() is compared with: other ways to find the record of a code, in a shared library
 * that is built like libactdiag, so that all are called the same way. Each returns NULL for a code
 * that is not there. Which of them are built depends on what the machine has.
 */
#ifndef ACTDIAG_BENCH_PEERS_H
#define ACTDIAG_BENCH_PEERS_H

#include "actdiag.h"

struct record {
    uint32_t code;
    uint32_t row;
    uint32_t facts;
};

ACT_API extern const struct record peer_records[]; /* ascending by code */
ACT_API extern const size_t peer_record_count;

typedef const struct record *peer(uint32_t code);
ACT_API peer peer_bsearch, peer_switch, peer_gperf, peer_chd;

#endif
