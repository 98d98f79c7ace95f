/* act_scan() in variants, one for each set of vector instructions; all give the same matches. */
#ifndef ACTDIAG_SCAN_H
#define ACTDIAG_SCAN_H

#include "actdiag.h"

/* act_scan() with a capacity and a text left to scan. */
typedef size_t act_scan_variant(const unsigned char *text, size_t length, size_t *offset,
                                uint32_t flags, act_match *matches, size_t capacity);

/* The bytes of which a variant says at once where bytes are equal, and of which it passes over. */
enum { ACT_SCAN_BLOCK = 64, ACT_SCAN_STRIDE = 2 * ACT_SCAN_BLOCK };

/* In which letters differ from their capitals. */
enum { ACT_CASE_BIT = 0x20 };

act_scan_variant act_scan_portable;

#if defined(__GNUC__) && defined(__x86_64__)
#define ACT_SCAN_X86 1
act_scan_variant act_scan_sse2;
act_scan_variant act_scan_avx2;

/* Whether processor and operating system let the AVX2 variant run. */
int act_scan_has_avx2(void);
#endif

#endif
