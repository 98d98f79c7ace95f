/* Searching the sorted records, and reading memory once. */
#include "peers.h"

#include <stdlib.h>

ACT_API const struct record *peer_linear(uint32_t code)
{
    for (size_t i = 0; i < peer_record_count; i++)
        if (peer_records[i].code == code)
            return &peer_records[i];
    return NULL;
}

static int compare(const void *key, const void *element)
{
    uint32_t code = *(const uint32_t *)key, other = ((const struct record *)element)->code;
    return (code > other) - (code < other);
}

ACT_API const struct record *peer_bsearch(uint32_t code)
{
    return bsearch(&code, peer_records, peer_record_count, sizeof *peer_records, compare);
}
