/* Codes to look up, in an order that no branch predictor learns. */
#ifndef ACTDIAG_BENCH_KEYS_H
#define ACTDIAG_BENCH_KEYS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Fills codes with hits, in percent, drawn from the records and with misses of the same facilities
 * and severities.
 */
void keys_draw(uint32_t *codes, size_t count, unsigned percent_of_hits);

#endif
