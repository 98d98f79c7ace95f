/* act_scan() with AVX2; only this file is compiled for it, and only called where it is there. */
#include <immintrin.h>
#include <stdint.h>

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    const __m256i set = _mm256_set1_epi8((char)set_bits), sought = _mm256_set1_epi8((char)byte);
    uint64_t equal = 0;
    for (int i = 0; i < 2; i++) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(block + 32 * i));
        int mask = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_or_si256(bytes, set), sought));
        equal |= (uint64_t)(unsigned)mask << 32 * i;
    }
    return equal;
}

#include "scan_loop.h"

size_t act_scan_avx2(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}
