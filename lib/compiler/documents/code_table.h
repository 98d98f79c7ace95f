/* The table that lists the codes of a document. */
#ifndef ACTDIAG_COMPILER_CODE_TABLE_H
#define ACTDIAG_COMPILER_CODE_TABLE_H

#include "documents/markdown.h"

/* Shape A says all in the table, shapes B and C have sections below it. */
enum { SHAPE_B_COLUMNS = 3, SHAPE_A_COLUMNS = 5 };

/* Finds the one table whose rows begin with codes. NULL after a diagnosis. */
cmark_node *code_table_find(const struct reading *reading, cmark_node *document);

int code_table_columns(cmark_node *table);
cmark_node *code_table_first_row(cmark_node *table);
size_t code_table_row_count(cmark_node *table);

/* The code at the start of the anchor that a cell links to: "#0xc004f074-no-key…". */
bool code_table_anchor_code(cmark_node *cell, uint32_t *code);

#endif
