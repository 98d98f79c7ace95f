/* act_scan() with AVX-512BW, whose comparisons give masks of 64 bits. */
#include "scan.h"

#ifdef ACT_SCAN_X86

#include <immintrin.h>

#include "scan_target.h"

ACT_TARGET_BEGIN("avx512bw,avx2,bmi")

static inline __m512i load(const unsigned char *bytes)
{
    return _mm512_loadu_si512((const void *)bytes);
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    __m512i bytes = _mm512_or_si512(load(block), _mm512_set1_epi8((char)set_bits));
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

static inline uint64_t hex_digits(const unsigned char *block)
{
    __m512i bytes = load(block), small = _mm512_or_si512(bytes, _mm512_set1_epi8(ACT_CASE_BIT));
    __m512i digits = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
    __m512i letters = _mm512_sub_epi8(small, _mm512_set1_epi8('a'));
    return _mm512_cmplt_epu8_mask(digits, _mm512_set1_epi8(10)) |
           _mm512_cmplt_epu8_mask(letters, _mm512_set1_epi8(6));
}

#include "scan_loop.h"

size_t act_scan_avx512(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                       act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}

ACT_TARGET_END

#endif
