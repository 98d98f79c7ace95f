/* Regular expression engines that count the codes of a text. */
#ifndef ACTDIAG_BENCH_SCAN_PEERS_H
#define ACTDIAG_BENCH_SCAN_PEERS_H

#include <stddef.h>
#include <stdint.h>

/* Compiles the expression; 0: it cannot be. */
int peer_pcre2_begin(void);
int peer_hyperscan_begin(void);

uint64_t peer_pcre2(const void *text, size_t length);
uint64_t peer_hyperscan(const void *text, size_t length);

#endif
