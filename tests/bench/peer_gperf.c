/* The code that gperf generates for the codes as strings of 4 bytes. */
#include "peers.h"

#include <string.h>

#include "gperf.inc"

ACT_API const struct record *peer_gperf(uint32_t code)
{
    const char bytes[] = {(char)(code >> 24), (char)(code >> 16), (char)(code >> 8), (char)code};
    const struct keyword *keyword = gperf_find(bytes, sizeof bytes);
    return keyword ? &peer_records[keyword->index] : NULL;
}
