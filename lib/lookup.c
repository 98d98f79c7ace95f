/* Finds a code in the documents. */
#include "branchless.h"
#include "table.h"

ACT_OWN_LINES ACT_API const act_entry *ACT_CALL act_lookup(uint32_t code)
{
    const struct act_entry *slot = act_table_slot(code);
    ACT_HIDE(slot);
    return slot->documented_code == code ? slot : NULL;
}
