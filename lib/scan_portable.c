/* act_scan() without vector instructions: eight bytes at a time in a word. */
#include <stdint.h>

static inline uint64_t repeat(unsigned char byte)
{
    return byte * UINT64_C(0x0101010101010101);
}

/* The first byte lowest, whatever the byte order of the machine. */
static inline uint64_t load_word(const unsigned char *b)
{
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
           (uint64_t)b[7] << 56;
}

/* One bit for each of 8 bytes: whether it is 0. The product gathers the bytes' top bits on top. */
static inline uint64_t zero_bytes(uint64_t word)
{
    const uint64_t low_bits = repeat(0x7F), gather = UINT64_C(0x0002040810204081);
    uint64_t tops = ~(((word & low_bits) + low_bits) | word | low_bits);
    return tops * gather >> 56;
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    uint64_t equal = 0;
    for (unsigned i = 0; i < 8; i++) {
        uint64_t word = load_word(block + 8 * i) | repeat(set_bits);
        equal |= zero_bytes(word ^ repeat(byte)) << 8 * i;
    }
    return equal;
}

/* To ask would take as long as to look. */
static inline int holds_candidate(const unsigned char *stride)
{
    (void)stride;
    return 1;
}

#include "scan_loop.h"

size_t act_scan_portable(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                         act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}
