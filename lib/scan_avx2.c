/* act_scan() with AVX2. */
#include "scan.h"

#ifdef ACT_SCAN_X86

#include <immintrin.h>

#include "scan_target.h"

ACT_TARGET_BEGIN("avx2,bmi")

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

/* Bytes of 0x80 and more are negative, and so are smaller than any digit. */
static inline __m256i is_hex(__m256i bytes)
{
    const __m256i shift = _mm256_set1_epi8(127 - '9'), digits = _mm256_set1_epi8(127 - 10);
    const __m256i small_shift = _mm256_set1_epi8(127 - 'f'), letters = _mm256_set1_epi8(127 - 6);
    __m256i small = _mm256_or_si256(bytes, _mm256_set1_epi8(ACT_CASE_BIT));
    return _mm256_or_si256(_mm256_cmpgt_epi8(_mm256_add_epi8(bytes, shift), digits),
                           _mm256_cmpgt_epi8(_mm256_add_epi8(small, small_shift), letters));
}

static inline uint64_t hex_digits(const unsigned char *block)
{
    uint64_t digits = 0;
    for (int i = 0; i < 2; i++)
        digits |= (uint64_t)(unsigned)_mm256_movemask_epi8(is_hex(load(block + 32 * i))) << 32 * i;
    return digits;
}

#include "scan_loop.h"

size_t act_scan_avx2(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}

ACT_TARGET_END

#endif
