/* Regular expression engines that count the codes of a text. */
#ifndef ACTDIAG_BENCH_SCAN_PEERS_H
#define ACTDIAG_BENCH_SCAN_PEERS_H

#include <stddef.h>
#include <stdint.h>

/* What is counted. */
enum forms {
    FORMS_PREFIX, /* whatever has a prefix and 8 hex digits */
    FORMS_ALL     /* known codes, as decimals and 8 hex digits alone too */
};

/* Compiles an expression, or expressions of its own; 0: it cannot be. */
int peer_pcre2_begin(enum forms forms, const char *expression);
int peer_hyperscan_begin(enum forms forms);

uint64_t peer_pcre2(const void *text, size_t length);
uint64_t peer_hyperscan(const void *text, size_t length);

/* Whether a number as it is written is a known code. */
int peer_is_known(const unsigned char *text, size_t length);

#endif
