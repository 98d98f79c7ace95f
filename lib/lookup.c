/* Finds a code in the documents. */
#include "table.h"

ACT_API const act_entry *ACT_CALL act_lookup(uint32_t code)
{
    size_t number = act_table_slot_number(code);
    const struct act_entry *slot = &act_table_hash.slots[number];
    return act_table_hash.documented_codes[number] == code ? slot : NULL;
}
