/* Symbolic names, references, and the list of all codes. */
#include "name.h"

#include "ascii.h"
#include "table.h"

/* Orders as strcmp() does, with text in upper case. */
static int compare(const char *text, size_t length, const char *name)
{
    for (size_t i = 0; i < length; i++) {
        int difference =
            (unsigned char)act_ascii_upper(text[i]) - (unsigned char)act_ascii_upper(name[i]);
        if (difference != 0 || name[i] == '\0')
            return difference != 0 ? difference : 1;
    }
    return name[length] == '\0' ? 0 : -1;
}

static const char *name_of(const struct act_entry *slot)
{
    return act_table_string(act_table_row(slot)[ACT_ROW_NAME]);
}

/* A string of a code's row; the one at 0 is empty and stands for none. */
static const char *string_of(uint32_t code, size_t column)
{
    const struct act_entry *slot = act_table_find(code);
    uint32_t offset = slot ? act_table_row(slot)[column] : 0;
    return offset != 0 ? act_table_string(offset) : NULL;
}

ACT_API const char *ACT_CALL act_name(uint32_t code)
{
    return string_of(code, ACT_ROW_NAME);
}

ACT_API const char *ACT_CALL act_reference(uint32_t code)
{
    return string_of(code, ACT_ROW_REFERENCE);
}

int act_name_find(const char *name, size_t length, uint32_t *code)
{
    size_t low = 0, high = ACT_TABLE_NAME_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct act_entry *slot = &act_table_hash.slots[act_table_names[middle]];
        int order = compare(name, length, name_of(slot));
        if (order == 0) {
            *code = slot->code;
            return 1;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

ACT_API int ACT_CALL act_code_at(size_t index, uint32_t *code)
{
    if (index >= ACT_TABLE_KNOWN_COUNT)
        return 0;
    *code = act_table_hash.slots[act_table_known[index]].code;
    return 1;
}
