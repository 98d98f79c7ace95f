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

static void ask_cpuid(unsigned leaf, unsigned *ebx, unsigned *ecx)
{
    unsigned eax, edx;
    *ebx = *ecx = 0;
    __get_cpuid_count(leaf, 0, &eax, ebx, ecx, &edx);
}

int act_scan_allows_avx2(const struct act_scan_processor *processor)
{
    enum { FEATURES = 1, EXTENDED_FEATURES = 7, SAVES_YMM = 0x6 };
    unsigned ebx, ecx;
    processor->cpuid(FEATURES, &ebx, &ecx);
    if ((ecx & bit_OSXSAVE) == 0 || (processor->saved_registers() & SAVES_YMM) != SAVES_YMM)
        return 0;
    processor->cpuid(EXTENDED_FEATURES, &ebx, &ecx);
    return (ebx & bit_AVX2) != 0;
}

int act_scan_has_avx2(void)
{
    struct act_scan_processor processor = {ask_cpuid, saved_registers};
    return act_scan_allows_avx2(&processor);
}

/*
 * Asked once: CPUID traps on virtual machines. Threads that come here together all store the same
 * value, and nothing else depends on it.
 */
act_scan_variant *act_scan_choose(int *chosen, const struct act_scan_processor *processor)
{
    enum choice { NONE, SSE2, AVX2 };
    int choice = __atomic_load_n(chosen, __ATOMIC_RELAXED);
    if (choice == NONE) {
        choice = act_scan_allows_avx2(processor) ? AVX2 : SSE2;
        __atomic_store_n(chosen, choice, __ATOMIC_RELAXED);
    }
    return choice == AVX2 ? act_scan_avx2 : act_scan_sse2;
}

static act_scan_variant *choose_variant(void)
{
    static int chosen;
    struct act_scan_processor processor = {ask_cpuid, saved_registers};
    return act_scan_choose(&chosen, &processor);
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
