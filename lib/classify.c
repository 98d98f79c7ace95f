/* Says of every 32-bit code what kind of fault it is. */
#include "structure.h"
#include "table.h"

static void describe_hresult(act_class *details, uint32_t code)
{
    *details = (act_class){
        .code = code,
        .severity = act_hresult_severity(code),
        .facility = act_hresult_facility(code),
        .status = act_hresult_status(code),
    };
}

static act_category classify_unlisted(uint32_t code, act_class *details)
{
    struct act_structure structure = act_structure_of(code);
    if (details) {
        describe_hresult(details, code);
        details->known = structure.known;
        details->category = structure.category;
        details->side = structure.side;
    }
    return structure.category;
}

ACT_API act_category ACT_CALL act_classify(uint32_t code, act_class *details)
{
    const struct act_entry *slot = act_table_slot(code);
    uint64_t key = slot->key;
    if ((uint32_t)key != code)
        return classify_unlisted(code, details);
    if (details) {
        describe_hresult(details, code);
        details->known = key & ACT_KEY_DOCUMENTED ? ACT_KNOWN_DOCUMENTED : ACT_KNOWN_NAMED;
        details->category = slot->category;
        details->types = slot->types;
        details->side = slot->side;
        details->flags = slot->flags;
    }
    return (act_category)slot->category;
}
