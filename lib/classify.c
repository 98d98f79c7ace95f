/* Classifies any 32-bit code. */
#include "table.h"

/*
 * One of two values, chosen by arithmetic. Whether a code is listed follows no pattern, and a
 * branch that is mispredicted costs more than all of the rest.
 */
static inline uintptr_t choose(uintptr_t condition, uintptr_t yes, uintptr_t no)
{
    return no ^ ((yes ^ no) & -condition);
}

/* What the table has on a code, or else what follows from its digits. */
static inline const struct act_facts *facts_of(uint32_t code, const struct act_entry *slot)
{
    const struct act_facts *structural = act_hresult_facts(code);
    uintptr_t facts = choose(slot->code == code, (uintptr_t)&slot->facts, (uintptr_t)structural);
    return (const struct act_facts *)facts; /* NOLINT: it is one of two pointers */
}

/* Kept out of line, so that act_classify() without details saves no registers. */
__attribute__((noinline)) static act_category fill(uint32_t code, act_class *details)
{
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    const struct act_facts *facts = facts_of(code, slot);
    *details = (act_class){
        .code = code,
        .known = facts->known,
        .category = facts->category,
        .types = facts->types,
        .side = facts->side,
        .flags = facts->flags,
        .severity = act_hresult_severity(code),
        .facility = act_hresult_facility(code),
        .status = act_hresult_status(code),
        .role = facts->role,
        .subject = (uint32_t)choose(slot->code == code, slot->subject, act_hresult_plain(code)),
    };
    return (act_category)facts->category;
}

ACT_API act_category ACT_CALL act_classify(uint32_t code, act_class *details)
{
    if (details)
        return fill(code, details);
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    return (act_category)facts_of(code, slot)->category;
}
