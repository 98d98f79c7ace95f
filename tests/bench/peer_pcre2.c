/* PCRE2 with its just-in-time compiler and the expression of act_scan()'s documentation. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "scan_peers.h"

static const char expression[] = "(?<![0-9])0[xX][0-9A-Fa-f]{8}(?![0-9A-Fa-f])";

static pcre2_code *code;
static pcre2_match_data *match;

int peer_pcre2_begin(void)
{
    int error;
    PCRE2_SIZE offset;
    code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, 0, &error, &offset, NULL);
    if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0)
        return 0;
    match = pcre2_match_data_create_from_pattern(code, NULL);
    return match != NULL;
}

uint64_t peer_pcre2(const void *text, size_t length)
{
    uint64_t total = 0;
    size_t offset = 0;
    while (pcre2_jit_match(code, text, length, offset, 0, match, NULL) > 0) {
        offset = pcre2_get_ovector_pointer(match)[1];
        total++;
    }
    return total;
}
