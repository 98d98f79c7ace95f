/* One read at random in as much memory as libactdiag's documented codes take, CODE_BYTES. */
#include "peers.h"

enum { WORDS = CODE_BYTES / sizeof(uint64_t) };

static uint64_t words[WORDS];

/* Memory that was never written is one page of zeros. */
__attribute__((constructor)) static void fill(void)
{
    for (uint64_t i = 0; i < WORDS; i++)
        words[i] = i * UINT64_C(0x9E3779B97F4A7C15) | 1;
}

ACT_API const void *random_read(uint32_t code)
{
    uint64_t *word = &words[code * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (WORDS - 1)];
    return *word == 0 ? word : 0;
}
