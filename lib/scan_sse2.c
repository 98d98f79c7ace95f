/* act_scan() with SSE2, which every x86-64 processor has. */
#include <emmintrin.h>
#include <stdint.h>

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    const __m128i set = _mm_set1_epi8((char)set_bits), sought = _mm_set1_epi8((char)byte);
    uint64_t equal = 0;
    for (int i = 0; i < 4; i++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(block + 16 * i));
        int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(bytes, set), sought));
        equal |= (uint64_t)(unsigned)mask << 16 * i;
    }
    return equal;
}

#include "scan_loop.h"

size_t act_scan_sse2(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}
