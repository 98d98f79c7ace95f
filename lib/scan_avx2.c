/* act_scan() with AVX2; only this file is compiled for it, and only called where it is there. */
#include <immintrin.h>
#include <stdint.h>

#include "scan.h"

static inline __m256i load(const unsigned char *bytes)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    const __m256i set = _mm256_set1_epi8((char)set_bits), sought = _mm256_set1_epi8((char)byte);
    uint64_t equal = 0;
    for (int i = 0; i < 2; i++) {
        __m256i bytes = load(block + 32 * i);
        int mask = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_or_si256(bytes, set), sought));
        equal |= (uint64_t)(unsigned)mask << 32 * i;
    }
    return equal;
}

static inline int holds_candidate(const unsigned char *stride)
{
    const __m256i zero = _mm256_set1_epi8('0'), x = _mm256_set1_epi8('x');
    const __m256i case_bit = _mm256_set1_epi8(ACT_CASE_BIT);
    __m256i found = _mm256_setzero_si256();
    for (int i = 0; i < ACT_SCAN_STRIDE; i += 32) {
        __m256i bytes = load(stride + i);
        __m256i zeros = _mm256_or_si256(_mm256_cmpeq_epi8(load(stride + i - 1), zero),
                                        _mm256_cmpeq_epi8(load(stride + i - 2), zero));
        __m256i xs = _mm256_cmpeq_epi8(_mm256_or_si256(bytes, case_bit), x);
        found = _mm256_or_si256(found, _mm256_and_si256(zeros, xs));
    }
    return !_mm256_testz_si256(found, found);
}

#include "scan_loop.h"

size_t act_scan_avx2(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}
