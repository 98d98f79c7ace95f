/* PCRE2 with its just-in-time compiler and an expression written from act_scan()'s documentation.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "scan_peers.h"

static enum forms counted;
static pcre2_code *code;
static pcre2_match_data *match;

int peer_pcre2_begin(enum forms forms, const char *expression)
{
    int error;
    PCRE2_SIZE offset;
    counted = forms;
    code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, 0, &error, &offset, NULL);
    if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0)
        return 0;
    match = pcre2_match_data_create_from_pattern(code, NULL);
    return match != NULL;
}

uint64_t peer_pcre2(const void *input, size_t length)
{
    const unsigned char *text = input;
    uint64_t total = 0;
    size_t offset = 0;
    while (pcre2_jit_match(code, text, length, offset, 0, match, NULL) > 0) {
        const PCRE2_SIZE *place = pcre2_get_ovector_pointer(match);
        offset = place[1];
        total += counted == FORMS_PREFIX || peer_is_known(text + place[0], place[1] - place[0]);
    }
    return total;
}
