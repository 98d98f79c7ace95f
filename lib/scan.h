/* act_scan() in variants, one for each set of vector instructions; all give the same matches. */
#ifndef ACTDIAG_SCAN_H
#define ACTDIAG_SCAN_H

#include <stdbool.h>

#include "actdiag.h"

/* act_scan() with a capacity and a text left to scan. */
typedef size_t act_scan_variant(const unsigned char *text, size_t length, size_t *offset,
                                uint32_t flags, act_match *matches, size_t capacity);

/*
 * A block of 64 bytes, one bit each in a mask, decides on 48 places: two bytes before a place and
 * fourteen after it are enough to see whether a run of eight hex digits begins there, in two-byte
 * text as well.
 */
enum { ACT_SCAN_BLOCK = 64, ACT_SCAN_PLACES = 48 };

/* The bit that distinguishes a letter from its capital. */
enum { ACT_CASE_BIT = 0x20 };

act_scan_variant act_scan_portable;

#if defined(__x86_64__)
#define ACT_SCAN_X86 1
act_scan_variant act_scan_sse2;
act_scan_variant act_scan_avx2;
act_scan_variant act_scan_avx512;
bool act_scan_has_avx2(void);
bool act_scan_has_avx512(void);
/* The widest variant for a processor with these instructions. */
act_scan_variant *act_scan_choose(bool has_avx2, bool has_avx512);
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#define ACT_SCAN_NEON 1
act_scan_variant act_scan_neon;
#elif defined(__wasm_simd128__)
#define ACT_SCAN_WASM 1
act_scan_variant act_scan_wasm;
#endif

#endif
