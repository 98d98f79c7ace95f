/* act_scan() with NEON, which every arm64 processor has. */
#include "scan.h"

#ifdef ACT_SCAN_NEON

#include <arm_neon.h>

/* One bit for each of 64 bytes that are 0 or 0xFF: three times, neighbours are added. */
static inline uint64_t gather(uint8x16_t bytes[4])
{
    static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t weights = vld1q_u8(bits);
    for (int i = 0; i < 4; i++)
        bytes[i] = vandq_u8(bytes[i], weights);
    uint8x16_t sum = vpaddq_u8(vpaddq_u8(bytes[0], bytes[1]), vpaddq_u8(bytes[2], bytes[3]));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    uint8x16_t equal[4];
    for (int i = 0; i < 4; i++)
        equal[i] =
            vceqq_u8(vorrq_u8(vld1q_u8(block + 16 * i), vdupq_n_u8(set_bits)), vdupq_n_u8(byte));
    return gather(equal);
}

static inline uint64_t hex_digits(const unsigned char *block)
{
    uint8x16_t hex[4];
    for (int i = 0; i < 4; i++) {
        uint8x16_t bytes = vld1q_u8(block + 16 * i);
        uint8x16_t small = vorrq_u8(bytes, vdupq_n_u8(ACT_CASE_BIT));
        hex[i] = vorrq_u8(vcltq_u8(vsubq_u8(bytes, vdupq_n_u8('0')), vdupq_n_u8(10)),
                          vcltq_u8(vsubq_u8(small, vdupq_n_u8('a')), vdupq_n_u8(6)));
    }
    return gather(hex);
}

#include "scan_loop.h"

size_t act_scan_neon(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}

#endif
