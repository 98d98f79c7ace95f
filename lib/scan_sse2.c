/* act_scan() with SSE2, which every x86-64 processor has. */
#include <emmintrin.h>
#include <stdint.h>

#include "scan.h"

static inline __m128i load(const unsigned char *bytes)
{
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    const __m128i set = _mm_set1_epi8((char)set_bits), sought = _mm_set1_epi8((char)byte);
    uint64_t equal = 0;
    for (int i = 0; i < 4; i++) {
        __m128i bytes = load(block + 16 * i);
        int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(bytes, set), sought));
        equal |= (uint64_t)(unsigned)mask << 16 * i;
    }
    return equal;
}

static inline int holds_candidate(const unsigned char *stride)
{
    const __m128i zero = _mm_set1_epi8('0'), x = _mm_set1_epi8('x');
    const __m128i case_bit = _mm_set1_epi8(ACT_CASE_BIT);
    __m128i found = _mm_setzero_si128();
    for (int i = 0; i < ACT_SCAN_STRIDE; i += 16) {
        __m128i bytes = load(stride + i);
        __m128i zeros = _mm_or_si128(_mm_cmpeq_epi8(load(stride + i - 1), zero),
                                     _mm_cmpeq_epi8(load(stride + i - 2), zero));
        __m128i xs = _mm_cmpeq_epi8(_mm_or_si128(bytes, case_bit), x);
        found = _mm_or_si128(found, _mm_and_si128(zeros, xs));
    }
    return _mm_movemask_epi8(found) != 0;
}

#include "scan_loop.h"

size_t act_scan_sse2(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}
