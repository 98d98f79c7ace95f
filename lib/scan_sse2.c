/* act_scan() with SSE2, which every x86-64 processor has. */
#include "scan.h"

#ifdef ACT_SCAN_X86

#include <emmintrin.h>

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

/* Bytes of 0x80 and more are negative, and so are smaller than any digit. */
static inline __m128i is_hex(__m128i bytes)
{
    const __m128i shift = _mm_set1_epi8(127 - '9'), digits = _mm_set1_epi8(127 - 10);
    const __m128i small_shift = _mm_set1_epi8(127 - 'f'), letters = _mm_set1_epi8(127 - 6);
    __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(ACT_CASE_BIT));
    return _mm_or_si128(_mm_cmpgt_epi8(_mm_add_epi8(bytes, shift), digits),
                        _mm_cmpgt_epi8(_mm_add_epi8(small, small_shift), letters));
}

static inline uint64_t hex_digits(const unsigned char *block)
{
    uint64_t digits = 0;
    for (int i = 0; i < 4; i++)
        digits |= (uint64_t)(unsigned)_mm_movemask_epi8(is_hex(load(block + 16 * i))) << 16 * i;
    return digits;
}

#include "scan_loop.h"

size_t act_scan_sse2(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}

#endif
