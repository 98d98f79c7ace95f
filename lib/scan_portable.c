/* act_scan() without vector instructions: eight bytes at a time in a word. */
#include <stdint.h>

#include "scan.h"

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

/* The top bit of each byte that is 0. */
static inline uint64_t zero_bits(uint64_t word)
{
    const uint64_t low_bits = repeat(0x7F);
    return ~(((word & low_bits) + low_bits) | word | low_bits);
}

/* Eight bytes' top bits, the lowest byte's lowest; all their other bits are 0. */
static inline uint64_t gather(uint64_t tops)
{
    return tops * UINT64_C(0x0002040810204081) >> 56;
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    uint64_t equal = 0;
    for (unsigned i = 0; i < 8; i++) {
        uint64_t word = load_word(block + 8 * i) | repeat(set_bits);
        equal |= gather(zero_bits(word ^ repeat(byte))) << 8 * i;
    }
    return equal;
}

static inline uint64_t hex_bits(uint64_t word)
{
    const uint64_t low_bits = repeat(0x7F);
    uint64_t ascii = word & low_bits, small = ascii | repeat(ACT_CASE_BIT);
    uint64_t digits = (ascii + repeat(0x80 - '0')) & ~(ascii + repeat(0x7F - '9'));
    uint64_t letters = (small + repeat(0x80 - 'a')) & ~(small + repeat(0x7F - 'f'));
    return (digits | letters) & ~word & ~low_bits;
}

static inline uint64_t hex_digits(const unsigned char *block)
{
    uint64_t digits = 0;
    for (unsigned i = 0; i < 8; i++)
        digits |= gather(hex_bits(load_word(block + 8 * i))) << 8 * i;
    return digits;
}

#include "scan_loop.h"

size_t act_scan_portable(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                         act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}
