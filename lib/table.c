/* The generated data, compiled against the format that table.h declares. */
#include "table.h"

/* One literal holds all strings; ISO C promises 4095 bytes, compilers take what memory holds. */
#pragma GCC diagnostic ignored "-Woverlength-strings"

#define ACT_TABLE_DATA
#include "table-data.c"
