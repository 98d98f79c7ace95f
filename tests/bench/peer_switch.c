/* A C switch. CASE() for every record is generated. */
#include "peers.h"

#define CASE(code, index)                                                                          \
    case code:                                                                                     \
        return &peer_records[index];

ACT_API const struct record *peer_switch(uint32_t code)
{
    switch (code) {
#include "cases.inc"
    default:
        return NULL;
    }
}
