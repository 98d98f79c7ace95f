/* A binary search, and the perfect hashes that gperf and CMPH build. */
#include "peers.h"

#include <stdlib.h>

static int compare(const void *key, const void *element)
{
    uint32_t code = *(const uint32_t *)key, other = ((const struct record *)element)->code;
    return (code > other) - (code < other);
}

ACT_API const struct record *peer_bsearch(uint32_t code)
{
    return bsearch(&code, peer_records, peer_record_count, sizeof *peer_records, compare);
}

#ifdef HAVE_GPERF
#include "gperf.inc"

/* gperf hashes strings: codes are strings of 4 bytes. */
ACT_API const struct record *peer_gperf(uint32_t code)
{
    const char bytes[] = {(char)(code >> 24), (char)(code >> 16), (char)(code >> 8), (char)code};
    const struct keyword *keyword = gperf_find(bytes, sizeof bytes);
    return keyword ? &peer_records[keyword->index] : NULL;
}
#endif

#ifdef HAVE_CMPH
#include <cmph.h>

static cmph_t *chd;
static uint32_t *chd_records; /* the record of each hash value */

__attribute__((constructor)) static void build_chd(void)
{
    cmph_io_adapter_t *source =
        cmph_io_struct_vector_adapter((void *)peer_records, sizeof *peer_records, 0,
                                      sizeof peer_records->code, (cmph_uint32)peer_record_count);
    cmph_config_t *config = cmph_config_new(source);
    cmph_config_set_algo(config, CMPH_CHD);
    chd = cmph_new(config);
    cmph_config_destroy(config);
    cmph_io_struct_vector_adapter_destroy(source);
    chd_records = chd ? calloc(cmph_size(chd), sizeof *chd_records) : NULL;
    if (!chd_records)
        abort();
    for (uint32_t i = 0; i < peer_record_count; i++) {
        const char *key = (const char *)&peer_records[i].code;
        chd_records[cmph_search(chd, key, sizeof peer_records->code)] = i;
    }
}

ACT_API const struct record *peer_chd(uint32_t code)
{
    uint32_t value = cmph_search(chd, (const char *)&code, sizeof code);
    if (value >= cmph_size(chd)) /* of some codes that are not there */
        return NULL;
    const struct record *record = &peer_records[chd_records[value]];
    return record->code == code ? record : NULL;
}
#endif
