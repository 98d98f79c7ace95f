/* Says of every 32-bit code what kind of fault it is. */
#include "branchless.h"
#include "structure.h"
#include "table.h"

static const struct act_facts *judge(const struct act_entry *slot, uint32_t code)
{
    const struct act_facts *listed = &slot->facts, *structural = act_structure_of(code);
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    const struct act_facts *facts = slot->code == code ? listed : structural;
    ACT_HIDE(facts);
    return facts;
}

/* Asks where the facts came from: whether the codes agree, asked twice, would become a branch. */
static uint32_t how_known(const struct act_facts *facts, size_t number, uint32_t code)
{
    uint32_t structural = facts->category != ACT_CATEGORY_UNKNOWN;
    uint32_t listed = ACT_KNOWN_NAMED + (act_table_hash.documented_codes[number] == code);
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return facts == &act_table_hash.slots[number].facts ? listed : structural;
}

/* Apart from act_classify(), which without details then needs no registers but its arguments'. */
ACT_NOINLINE static act_category fill(uint32_t code, act_class *details)
{
    size_t number = act_table_slot_number(code);
    const struct act_facts *facts = judge(&act_table_hash.slots[number], code);
    *details = (act_class){
        .code = code,
        .known = how_known(facts, number, code),
        .category = facts->category,
        .types = facts->types,
        .side = facts->side,
        .flags = facts->flags,
        .severity = act_hresult_severity(code),
        .facility = act_hresult_facility(code),
        .status = act_hresult_status(code),
        .role = facts->role,
        .subject = code,
    };
    return (act_category)facts->category;
}

ACT_OWN_LINES ACT_API act_category ACT_CALL act_classify(uint32_t code, act_class *details)
{
    if (details)
        return fill(code, details);
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    uint32_t listed = slot->facts.category, structural = act_structure_of(code)->category;
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return (act_category)(slot->code == code ? listed : structural);
}
