/* act_scan(): chooses the variant for this processor. */
#include "scan.h"

/* The compiler's run-time library asks processor and operating system once, before main(). */
#ifdef ACT_SCAN_X86
bool act_scan_has_avx2(void)
{
    return (__builtin_cpu_supports("avx2") != 0) & (__builtin_cpu_supports("bmi") != 0);
}

bool act_scan_has_avx512(void)
{
    return act_scan_has_avx2() & (__builtin_cpu_supports("avx512bw") != 0);
}

act_scan_variant *act_scan_choose(bool has_avx2, bool has_avx512)
{
    return has_avx512 ? act_scan_avx512 : has_avx2 ? act_scan_avx2 : act_scan_sse2;
}
#endif

static act_scan_variant *choose_variant(void)
{
#if defined(ACT_SCAN_X86)
    return act_scan_choose(act_scan_has_avx2(), act_scan_has_avx512());
#elif defined(ACT_SCAN_NEON)
    return act_scan_neon;
#elif defined(ACT_SCAN_WASM)
    return act_scan_wasm;
#else
    return act_scan_portable;
#endif
}

ACT_API size_t ACT_CALL act_scan(const void *text, size_t length, size_t *offset, uint32_t flags,
                                 act_match *matches, size_t capacity)
{
    if (capacity == 0 || *offset >= length)
        return 0;
    return choose_variant()(text, length, offset, flags, matches, capacity);
}
