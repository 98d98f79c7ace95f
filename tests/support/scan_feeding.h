/* Ways to hand a text to act_scan(): whole, and as a stream. A broken promise of its ends the test.
 */
#ifndef ACTDIAG_TESTS_SCAN_FEEDING_H
#define ACTDIAG_TESTS_SCAN_FEEDING_H

#include "actdiag.h"

/* act_scan() itself has this type too, by way of a wrapper. */
typedef size_t scan_function(const unsigned char *text, size_t length, size_t *offset,
                             uint32_t flags, act_match *matches, size_t capacity);

/* Scans from begin in calls of a capacity; matches has room for length / 8 of them. */
size_t scan_whole(scan_function *scan, const unsigned char *text, size_t length, size_t begin,
                  uint32_t flags, size_t capacity, act_match *matches);

/*
 * Scans a stream of pieces, the first of first_piece bytes and all others of piece bytes but the
 * last, which holds what is left. Neither may be 0.
 */
size_t scan_stream(scan_function *scan, const unsigned char *text, size_t length,
                   size_t first_piece, size_t piece, uint32_t flags, act_match *matches);

#endif
