/* Says of every 32-bit code what kind of fault it is. */
#include "branchless.h"
#include "structure.h"
#include "table.h"

static const struct act_judged *judge(const struct act_entry *slot, uint32_t code)
{
    const struct act_judged *listed = &slot->judged, *structural = act_structure_of(code);
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return listed->code == code ? listed : structural;
}

static uint32_t how_known(const struct act_entry *slot, uint32_t code, uint32_t category)
{
    uint32_t structural = category != ACT_CATEGORY_UNKNOWN;
    uint32_t listed = ACT_KNOWN_NAMED + (slot->documented_code == code);
    ACT_HIDE(listed);
    ACT_HIDE(structural);
    return slot->judged.code == code ? listed : structural;
}

/*
 * Apart from act_classify(), which without details then needs few registers; its own arguments come
 * first, so that they stay in theirs.
 */
ACT_NOINLINE static act_category fill(uint32_t code, act_class *details,
                                      const struct act_entry *slot, const struct act_judged *judged)
{
    *details = (act_class){
        .code = code,
        .known = how_known(slot, code, judged->facts.category),
        .category = judged->facts.category,
        .types = judged->facts.types,
        .side = judged->facts.side,
        .flags = judged->facts.flags,
        .severity = act_hresult_severity(code),
        .facility = act_hresult_facility(code),
        .status = act_hresult_status(code),
    };
    return (act_category)judged->facts.category;
}

ACT_API act_category ACT_CALL act_classify(uint32_t code, act_class *details)
{
    const struct act_entry *slot = act_table_slot(code);
    const struct act_judged *judged = judge(slot, code);
    if (details)
        return fill(code, details, slot, judged);
    return (act_category)judged->facts.category;
}
