/* Codes to look up, in an order that no branch predictor learns. */
#include "keys.h"

#include "peers.h"

/* The generator SplitMix64 (Steele, Lea, Flood, 2014). */
static uint64_t next_random(void)
{
    static uint64_t state = 1;
    uint64_t z = state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static uint32_t draw_hit(void)
{
    return peer_records[next_random() % peer_record_count].code;
}

static uint32_t draw_miss(void)
{
    uint32_t code;
    do
        code = (draw_hit() & 0xFFFF0000) | (uint32_t)(next_random() & 0xFFFF);
    while (peer_bsearch(code));
    return code;
}

void keys_draw(uint32_t *codes, size_t count, unsigned percent_of_hits)
{
    for (size_t i = 0; i < count; i++)
        codes[i] = next_random() % 100 < percent_of_hits ? draw_hit() : draw_miss();
}
