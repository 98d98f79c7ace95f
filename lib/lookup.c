/* Finds a code in the documents. */
#include "table.h"

ACT_API const act_entry *ACT_CALL act_lookup(uint32_t code)
{
    size_t number = act_table_slot_number(code);
    uintptr_t slot = (uintptr_t)&act_table_hash.slots[number];
    /* Which codes are documented follows no pattern: a mispredicted branch costs more than all. */
    uintptr_t mask = (uintptr_t)0 - (act_table_hash.documented_codes[number] == code);
    return (const act_entry *)(slot & mask); /* NOLINT(performance-no-int-to-ptr): it, or NULL */
}
