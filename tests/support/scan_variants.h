/* The variants of act_scan() that this processor has, and act_scan() itself. */
#ifndef ACTDIAG_TESTS_SCAN_VARIANTS_H
#define ACTDIAG_TESTS_SCAN_VARIANTS_H

#include "scan_feeding.h"

enum { SCAN_VARIANTS_MAXIMUM = 5 };

/* Fills in the variants and returns their number; prints the names of those that cannot run here.
 */
size_t scan_variants(scan_function *variants[SCAN_VARIANTS_MAXIMUM]);

#endif
