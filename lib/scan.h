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

/* What a processor and its operating system tell of themselves. */
struct act_scan_processor {
    void (*cpuid)(unsigned leaf, unsigned *ebx, unsigned *ecx); /* 0 where there is no such leaf */
    uint32_t (*saved_registers)(void); /* XCR0; not to be asked without OSXSAVE */
};

/* Whether they let the AVX2 variant run, and whether this processor and its system do. */
int act_scan_allows_avx2(const struct act_scan_processor *processor);
int act_scan_has_avx2(void);

/* The best variant for a processor; *chosen, 0 at first, keeps the choice for the next call. */
act_scan_variant *act_scan_choose(int *chosen, const struct act_scan_processor *processor);
#endif

#endif
