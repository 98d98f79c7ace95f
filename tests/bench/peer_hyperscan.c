/*
 * Hyperscan. It has no look-around; one character more on either side of a code does instead, which
 * counts the same on texts whose codes do not touch.
 */
#include <ctype.h>
#include <hs/hs.h>
#include <string.h>

#include "scan_peers.h"

#define BEFORE "(^|[^0-9A-Za-z.-])"
#define AFTER "([^0-9A-Za-z-]|\\z)"

static const char *const expressions[] = {
    "(^|[^0-9])(0[xX]|[Oo]x)[0-9A-Fa-f]{8}([^0-9A-Fa-f]|\\z)",
    BEFORE "-[0-9]{8,10}" AFTER,
    BEFORE "[0-9]{10}" AFTER,
    BEFORE "[0-9A-Fa-f]{8}" AFTER,
};

struct counting {
    const unsigned char *text;
    enum forms forms;
    uint64_t total;
};

static enum forms counted;
static hs_database_t *database;
static hs_scratch_t *scratch;

int peer_hyperscan_begin(enum forms forms)
{
    enum { COUNT = sizeof expressions / sizeof *expressions };
    static const unsigned flags[COUNT] = {HS_FLAG_DOTALL, HS_FLAG_DOTALL, HS_FLAG_DOTALL,
                                          HS_FLAG_DOTALL};
    static const unsigned ids[COUNT] = {0, 1, 2, 3};
    hs_compile_error_t *error;
    counted = forms;
    return hs_compile_multi(expressions, flags, ids, forms == FORMS_PREFIX ? 1 : COUNT,
                            HS_MODE_BLOCK, NULL, &database, &error) == HS_SUCCESS &&
           hs_alloc_scratch(database, &scratch) == HS_SUCCESS;
}

/* A match may end with one character more than the code. */
static int count_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                       void *context)
{
    struct counting *counting = context;
    const unsigned char *end = counting->text + to - !isxdigit(counting->text[to - 1]);
    const unsigned char *start = end - (id == 3 ? 8 : 10);
    (void)from, (void)flags;
    for (; id == 1 && *start != '-'; start--)
        if (end - start > 11)
            return 0;
    counting->total +=
        counting->forms == FORMS_PREFIX || peer_is_known(start, (size_t)(end - start));
    return 0;
}

uint64_t peer_hyperscan(const void *text, size_t length)
{
    struct counting counting = {text, counted, 0};
    if (hs_scan(database, text, (unsigned)length, 0, scratch, count_match, &counting) != HS_SUCCESS)
        return 0;
    return counting.total;
}
