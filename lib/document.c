/* The documents that were compiled in. */
#include "table.h"

ACT_API const char *ACT_CALL act_document(size_t index, act_document_field field)
{
    if (index >= ACT_TABLE_DOCUMENT_COUNT)
        return NULL;
    if ((unsigned)field > ACT_DOCUMENT_SOURCE)
        return "";
    return act_table_string(act_table_documents[index].fields[field]);
}
