/* Minimal perfect hashes of the library CMPH, built when the program starts. */
#include "peers.h"

#include <cmph.h>
#include <stdlib.h>

struct structure {
    cmph_t *hash;
    uint32_t *records; /* which record has a hash value */
};

static struct structure chd, bdz, fch;

static int build(struct structure *structure, CMPH_ALGO algorithm)
{
    cmph_io_adapter_t *source =
        cmph_io_struct_vector_adapter((void *)peer_records, sizeof *peer_records, 0,
                                      sizeof peer_records->code, (cmph_uint32)peer_record_count);
    cmph_config_t *config = cmph_config_new(source);
    cmph_config_set_algo(config, algorithm);
    structure->hash = cmph_new(config);
    cmph_config_destroy(config);
    cmph_io_struct_vector_adapter_destroy(source);
    if (!structure->hash)
        return 0;
    structure->records = calloc(cmph_size(structure->hash), sizeof *structure->records);
    for (uint32_t i = 0; structure->records && i < peer_record_count; i++) {
        const char *key = (const char *)&peer_records[i].code;
        structure->records[cmph_search(structure->hash, key, sizeof peer_records->code)] = i;
    }
    return structure->records != NULL;
}

static inline const struct record *find(const struct structure *structure, uint32_t code)
{
    uint32_t value = cmph_search(structure->hash, (const char *)&code, sizeof code);
    const struct record *record = &peer_records[structure->records[value]];
    return record->code == code ? record : NULL;
}

ACT_API int peer_build_chd(void)
{
    return build(&chd, CMPH_CHD);
}

ACT_API int peer_build_bdz(void)
{
    return build(&bdz, CMPH_BDZ);
}

ACT_API int peer_build_fch(void)
{
    return build(&fch, CMPH_FCH);
}

ACT_API const struct record *peer_chd(uint32_t code)
{
    return find(&chd, code);
}

ACT_API const struct record *peer_bdz(uint32_t code)
{
    return find(&bdz, code);
}

ACT_API const struct record *peer_fch(uint32_t code)
{
    return find(&fch, code);
}
