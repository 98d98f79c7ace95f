// C++'s hash table.
#include "peers.h"

#include <unordered_map>

static std::unordered_map<uint32_t, const record *> map;

extern "C" ACT_API int peer_build_unordered_map()
{
    map.reserve(peer_record_count);
    for (size_t i = 0; i < peer_record_count; i++)
        map.emplace(peer_records[i].code, &peer_records[i]);
    return 1;
}

extern "C" ACT_API const record *peer_unordered_map(uint32_t code)
{
    auto found = map.find(code);
    return found == map.end() ? nullptr : found->second;
}
