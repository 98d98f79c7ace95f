/*
 * Hyperscan. It has no look-around; one character more on either side of a code does instead, which
 * counts the same on texts whose codes do not touch.
 */
#include <hs/hs.h>

#include "scan_peers.h"

static const char expression[] = "(^|[^0-9])0[xX][0-9A-Fa-f]{8}([^0-9A-Fa-f]|\\z)";

static hs_database_t *database;
static hs_scratch_t *scratch;

int peer_hyperscan_begin(void)
{
    hs_compile_error_t *error;
    return hs_compile(expression, HS_FLAG_DOTALL, HS_MODE_BLOCK, NULL, &database, &error) ==
               HS_SUCCESS &&
           hs_alloc_scratch(database, &scratch) == HS_SUCCESS;
}

static int count_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                       void *context)
{
    (void)id, (void)from, (void)to, (void)flags;
    ++*(uint64_t *)context;
    return 0;
}

uint64_t peer_hyperscan(const void *text, size_t length)
{
    uint64_t total = 0;
    if (hs_scan(database, text, (unsigned)length, 0, scratch, count_match, &total) != HS_SUCCESS)
        return 0;
    return total;
}
