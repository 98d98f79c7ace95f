/* act_scan(): chooses the variant for this processor. */
#include "scan.h"

#ifdef ACT_SCAN_X86

#include <cpuid.h>

/* Which registers the operating system saves, XCR0. The intrinsic would need -mxsave. */
static uint32_t saved_registers(void)
{
    uint32_t low, high;
    __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

int act_scan_has_avx2(void)
{
    enum { SAVES_YMM = 0x6 };
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || (c & bit_OSXSAVE) == 0 ||
        (saved_registers() & SAVES_YMM) != SAVES_YMM)
        return 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_AVX2) != 0;
}

/*
 * Asked once: CPUID traps on virtual machines. Threads that come here together all store the same
 * value, and nothing else depends on it.
 */
static act_scan_variant *choose_variant(void)
{
    enum choice { NONE, SSE2, AVX2 };
    static int chosen;
    int choice = __atomic_load_n(&chosen, __ATOMIC_RELAXED);
    if (choice == NONE) {
        choice = act_scan_has_avx2() ? AVX2 : SSE2;
        __atomic_store_n(&chosen, choice, __ATOMIC_RELAXED);
    }
    return choice == AVX2 ? act_scan_avx2 : act_scan_sse2;
}

#else

static act_scan_variant *choose_variant(void)
{
    return act_scan_portable;
}

#endif

ACT_API size_t ACT_CALL act_scan(const void *text, size_t length, size_t *offset, uint32_t flags,
                                 act_match *matches, size_t capacity)
{
    if (capacity == 0 || *offset >= length)
        return 0;
    return choose_variant()(text, length, offset, flags, matches, capacity);
}
