/* The generated data, compiled against the format that table.h declares. */
#include "table.h"

#define ACT_TABLE_DATA
#include "table-data.c"
