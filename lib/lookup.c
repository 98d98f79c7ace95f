/* Finds a code in the table. */
#include "table.h"

ACT_API const act_entry *ACT_CALL act_lookup(uint32_t code)
{
    const struct act_entry *slot = act_table_slot(code);
    return slot->key == (ACT_KEY_DOCUMENTED | code) ? slot : NULL;
}
