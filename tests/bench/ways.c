/* Ways to find and to judge a code. Compiled beside the library's table. */
#include "ways.h"

#include "branchless.h"
#include "table.h"

enum { SLOTS = ACT_TABLE_SLOT_COUNT, SPARSE_BITS = 12, SPARSE_MAXIMUM = 64 };

struct small_slot {
    uint32_t code, entry;
};

struct whole_slot {
    struct act_entry entry;
    uint32_t documented_code, row;
};

static struct small_slot small_slots[SLOTS];
static struct whole_slot whole_slots[SLOTS];
static uint32_t indices[SLOTS];
static struct whole_slot entries[ACT_TABLE_KNOWN_COUNT];
static uint8_t fingerprints[SLOTS];
static uint32_t sparse_multiplier;
static struct small_slot sparse_slots[1 << SPARSE_BITS];

static struct range {
    uint32_t first_code, category;
} ranges[ACT_RANGE_COUNT];

static uint8_t fingerprint(uint32_t code)
{
    return (uint8_t)(code * ACT_TABLE_MULTIPLIER >> 4);
}

static uint32_t sparse_slot(uint32_t code)
{
    return code * sparse_multiplier >> (32 - SPARSE_BITS);
}

/* Whether each documented code gets a slot of its own. */
static int fill_sparse(void)
{
    for (size_t i = 0; i < ACT_TABLE_ENTRY_COUNT; i++) {
        uint32_t code = act_table_hash.slots[act_table_entries[i]].code;
        struct small_slot *slot = &sparse_slots[sparse_slot(code)];
        if (slot->code)
            return 0;
        *slot = (struct small_slot){code, (uint32_t)i};
    }
    return 1;
}

/* Without displacement, more codes need a table out of all proportion. */
ACT_API int ways_have_own_table(void)
{
    return ACT_TABLE_ENTRY_COUNT <= SPARSE_MAXIMUM;
}

static void build_sparse(void)
{
    for (sparse_multiplier = UINT32_C(0x9E3779B1); !fill_sparse(); sparse_multiplier += 2)
        for (size_t i = 0; i < 1 << SPARSE_BITS; i++)
            sparse_slots[i] = (struct small_slot){0, 0};
}

static void build_ranges(void)
{
    for (size_t i = 0; i < ACT_RANGE_COUNT; i++)
        ranges[i].category = act_ranges.facts[ACT_RANGE_COUNT - 1 - i].category;
    for (size_t node = 1; node < ACT_RANGE_COUNT; node++) {
        size_t lower = 1;
        for (size_t other = 1; other < ACT_RANGE_COUNT; other++)
            lower += act_ranges.first_codes[other] < act_ranges.first_codes[node];
        ranges[lower].first_code = act_ranges.first_codes[node];
    }
}

/* Empty slots hold what the library's hold: a code that is sought elsewhere. */
__attribute__((constructor)) static void build(void)
{
    for (uint32_t slot = 0; slot < SLOTS; slot++) {
        uint32_t code = act_table_hash.documented_codes[slot];
        small_slots[slot] = (struct small_slot){code, slot};
        whole_slots[slot] = (struct whole_slot){act_table_hash.slots[slot], code, slot};
        fingerprints[slot] = fingerprint(code);
    }
    for (uint32_t i = 0; i < ACT_TABLE_KNOWN_COUNT; i++) {
        entries[i] = whole_slots[act_table_known[i]];
        indices[act_table_known[i]] = i;
    }
    if (ways_have_own_table())
        build_sparse();
    build_ranges();
}

ACT_API const void *way_conditional_move(uint32_t code)
{
    size_t number = act_table_slot_number(code);
    const struct act_entry *slot = &act_table_hash.slots[number];
    ACT_HIDE(slot);
    return act_table_hash.documented_codes[number] == code ? slot : NULL;
}

/* An empty asm statement cannot be made a conditional move. */
ACT_API const void *way_branch(uint32_t code)
{
    size_t number = act_table_slot_number(code);
    if (act_table_hash.documented_codes[number] != code)
        return NULL;
    __asm__ volatile("");
    return &act_table_hash.slots[number];
}

ACT_API const void *way_small_slots(uint32_t code)
{
    const struct small_slot *slot = &small_slots[act_table_slot_number(code)];
    ACT_HIDE(slot);
    return slot->code == code ? slot : NULL;
}

ACT_API const void *way_whole_slots(uint32_t code)
{
    const struct whole_slot *slot = &whole_slots[act_table_slot_number(code)];
    ACT_HIDE(slot);
    return slot->documented_code == code ? slot : NULL;
}

ACT_API const void *way_index(uint32_t code)
{
    const struct whole_slot *entry = &entries[indices[act_table_slot_number(code)]];
    ACT_HIDE(entry);
    return entry->documented_code == code ? entry : NULL;
}

ACT_API const void *way_fingerprint(uint32_t code)
{
    size_t number = act_table_slot_number(code);
    const struct act_entry *slot = &act_table_hash.slots[number];
    if (fingerprints[number] != fingerprint(code))
        return NULL;
    __asm__ volatile("");
    ACT_HIDE(slot);
    return act_table_hash.documented_codes[number] == code ? slot : NULL;
}

ACT_API const void *way_own_table(uint32_t code)
{
    const struct small_slot *slot = &sparse_slots[sparse_slot(code)];
    ACT_HIDE(slot);
    return slot->code == code ? slot : NULL;
}

ACT_API uint32_t way_ranges_always(uint32_t code)
{
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    uint32_t listed = slot->facts.category, structural = act_structure_of(code)->category;
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return slot->code == code ? listed : structural;
}

static const struct range *range_half(const struct range *lower, size_t half, uint32_t code)
{
    const struct range *upper = lower + half;
    ACT_HIDE(upper);
    return code >= upper->first_code ? upper : lower;
}

ACT_API uint32_t way_ranges_sorted(uint32_t code)
{
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    const struct range *range = range_half(ranges, 8, code);
    range = range_half(range, 4, code);
    range = range_half(range, 2, code);
    range = range_half(range, 1, code);
    uint32_t listed = slot->facts.category, structural = range->category;
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return slot->code == code ? listed : structural;
}

ACT_API uint32_t way_ranges_branch(uint32_t code)
{
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    if (slot->code == code)
        return slot->facts.category;
    __asm__ volatile("");
    return act_structure_of(code)->category;
}

ACT_API uint32_t way_without_ranges(uint32_t code)
{
    return act_table_hash.slots[act_table_slot_number(code)].facts.category;
}
