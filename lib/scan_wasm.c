/* act_scan() with the vectors of WebAssembly. */
#include "scan.h"

#ifdef ACT_SCAN_WASM

#include <wasm_simd128.h>

static inline v128_t load(const unsigned char *bytes)
{
    return wasm_v128_load(bytes);
}

static inline uint64_t equal_bytes(const unsigned char *block, unsigned char set_bits,
                                   unsigned char byte)
{
    const v128_t set = wasm_u8x16_splat(set_bits), sought = wasm_u8x16_splat(byte);
    uint64_t equal = 0;
    for (int i = 0; i < 4; i++) {
        v128_t bytes = wasm_v128_or(load(block + 16 * i), set);
        equal |= (uint64_t)wasm_i8x16_bitmask(wasm_i8x16_eq(bytes, sought)) << 16 * i;
    }
    return equal;
}

static inline uint64_t hex_digits(const unsigned char *block)
{
    uint64_t hex = 0;
    for (int i = 0; i < 4; i++) {
        v128_t bytes = load(block + 16 * i);
        v128_t small = wasm_v128_or(bytes, wasm_u8x16_splat(ACT_CASE_BIT));
        v128_t digits =
            wasm_u8x16_lt(wasm_i8x16_sub(bytes, wasm_u8x16_splat('0')), wasm_u8x16_splat(10));
        v128_t letters =
            wasm_u8x16_lt(wasm_i8x16_sub(small, wasm_u8x16_splat('a')), wasm_u8x16_splat(6));
        hex |= (uint64_t)wasm_i8x16_bitmask(wasm_v128_or(digits, letters)) << 16 * i;
    }
    return hex;
}

#include "scan_loop.h"

size_t act_scan_wasm(const unsigned char *text, size_t length, size_t *offset, uint32_t flags,
                     act_match *matches, size_t capacity)
{
    return scan((struct scanning){text, length, *offset, flags, matches, 0, capacity, 0}, offset);
}

#endif
