/* The generated data, compiled against the format that table.h declares. */
#include "table.h"

/* One literal holds all strings; ISO C promises 4095 bytes, compilers take what memory holds. */
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Woverlength-strings"
#endif

#define ACT_TABLE_DATA
#include "table-data.c"
