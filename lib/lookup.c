/* Finds a code in the documents. */
#include "branchless.h"
#include "table.h"

ACT_OWN_LINES ACT_API const act_entry *ACT_CALL act_lookup(uint32_t code)
{
    size_t number = act_table_slot_number(code);
    const struct act_entry *slot = &act_table_hash.slots[number];
    ACT_HIDE(slot);
    return act_table_hash.documented_codes[number] == code ? slot : NULL;
}
