/* Says of every 32-bit code what kind of fault it is. */
#include "branchless.h"
#include "structure.h"
#include "table.h"

static const struct act_facts *judge(const struct act_entry *slot, uint32_t code)
{
    const struct act_facts *listed = &slot->facts, *structural = act_structure_of(code);
    ACT_HIDE(listed);
    return slot->code == code ? listed : structural;
}

static unsigned how_known(const struct act_entry *slot, uint32_t code,
                          const struct act_facts *facts)
{
    unsigned structural = facts->category != ACT_CATEGORY_UNKNOWN;
    unsigned listed = ACT_KNOWN_NAMED + (slot->documented_code == code);
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return slot->code == code ? listed : structural;
}

ACT_API act_category ACT_CALL act_classify(uint32_t code, act_class *details)
{
    const struct act_entry *slot = act_table_slot(code);
    const struct act_facts *facts = judge(slot, code);
    if (details)
        *details = (act_class){
            .code = code,
            .known = how_known(slot, code, facts),
            .category = facts->category,
            .types = facts->types,
            .side = facts->side,
            .flags = facts->flags,
            .severity = act_hresult_severity(code),
            .facility = act_hresult_facility(code),
            .status = act_hresult_status(code),
        };
    return (act_category)facts->category;
}
