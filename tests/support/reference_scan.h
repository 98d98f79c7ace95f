/* act_scan() as its documentation reads, place by place: what the real one is compared with. */
#ifndef ACTDIAG_TESTS_REFERENCE_SCAN_H
#define ACTDIAG_TESTS_REFERENCE_SCAN_H

#include "actdiag.h"

/* Matches of a text from begin to its end; matches has room for length / 8 of them. */
size_t reference_scan(const unsigned char *text, size_t length, size_t begin, uint32_t flags,
                      act_match *matches);

#endif
