/* Chooses the variants of act_scan() that can be tested. */
#include "scan_variants.h"

#include <stdio.h>

#include "scan.h"

static size_t scan_public(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                          act_match *matches, size_t capacity)
{
    return act_scan(text, length, offset, flags, matches, capacity);
}

size_t scan_variants(scan_function *variants[SCAN_VARIANTS_MAXIMUM])
{
    size_t count = 0;
    variants[count++] = scan_public;
    variants[count++] = act_scan_portable;
#if defined(ACT_SCAN_X86)
    variants[count++] = act_scan_sse2;
    if (act_scan_has_avx2())
        variants[count++] = act_scan_avx2;
    else
        puts("SKIP: act_scan_avx2: this processor has no AVX2");
    if (act_scan_has_avx512())
        variants[count++] = act_scan_avx512;
    else
        puts("SKIP: act_scan_avx512: this processor has no AVX-512BW");
#elif defined(ACT_SCAN_NEON)
    variants[count++] = act_scan_neon;
#endif
    return count;
}
