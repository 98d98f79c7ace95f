/* Finds the table of codes. */
#include "documents/code_table.h"

#include <cmark-gfm-core-extensions.h>

#include "documents/code_text.h"

int code_table_columns(cmark_node *table)
{
    return cmark_gfm_extensions_get_table_columns(table);
}

/* Below the header. */
cmark_node *code_table_first_row(cmark_node *table)
{
    return cmark_node_next(cmark_node_first_child(table));
}

size_t code_table_row_count(cmark_node *table)
{
    size_t count = 0;
    for (cmark_node *row = code_table_first_row(table); row; row = cmark_node_next(row))
        count++;
    return count;
}

static cmark_node *first_inline(cmark_node *cell)
{
    cmark_node *node = cmark_node_first_child(cell);
    while (node && (cmark_node_get_type(node) == CMARK_NODE_LINK ||
                    cmark_node_get_type(node) == CMARK_NODE_STRONG ||
                    cmark_node_get_type(node) == CMARK_NODE_EMPH))
        node = cmark_node_first_child(node);
    return node;
}

static bool begins_with_code(cmark_node *row)
{
    cmark_node *cell = cmark_node_first_child(row), *text = first_inline(cell);
    uint32_t code;
    size_t length;
    if (code_table_anchor_code(cell, &code))
        return true;
    const char *literal = text ? cmark_node_get_literal(text) : NULL;
    return literal && code_text_read(literal, &code, &length) != CODE_NONE;
}

static bool lists_codes(cmark_node *table)
{
    size_t coded = 0;
    for (cmark_node *row = code_table_first_row(table); row; row = cmark_node_next(row))
        coded += begins_with_code(row);
    return 2 * coded > code_table_row_count(table);
}

static bool has_shape(cmark_node *table)
{
    int columns = code_table_columns(table);
    return columns == SHAPE_A_COLUMNS || columns == SHAPE_B_COLUMNS;
}

/* A table of codes in another number of columns is a better place than none. */
static void report_lack(const struct reading *reading, cmark_node *misshapen)
{
    if (misshapen)
        diagnose(reading->diagnostics, SEVERITY_ERROR, markdown_place(reading, misshapen),
                 "the table of codes has %d columns; expected 3 (code, message, activation types) "
                 "or 5 (also cause and steps)",
                 code_table_columns(misshapen));
    else
        diagnose(reading->diagnostics, SEVERITY_ERROR, source_place(reading->source, 1, 1),
                 "no entry: expected a table of 3 or 5 columns whose rows begin with codes");
}

cmark_node *code_table_find(const struct reading *reading, cmark_node *document)
{
    cmark_node *found = NULL, *misshapen = NULL;
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        if (!markdown_is(node, "table") || !lists_codes(node))
            continue;
        if (!has_shape(node)) {
            misshapen = node;
            continue;
        }
        if (found) {
            diagnose(reading->diagnostics, SEVERITY_ERROR, markdown_place(reading, node),
                     "a second table whose rows begin with codes; the first is at line %d",
                     cmark_node_get_start_line(found));
            return NULL;
        }
        found = node;
    }
    if (!found)
        report_lack(reading, misshapen);
    return found;
}

bool code_table_anchor_code(cmark_node *cell, uint32_t *code)
{
    size_t length;
    for (cmark_node *node = cmark_node_first_child(cell); node; node = cmark_node_next(node)) {
        const char *address = cmark_node_get_url(node);
        if (cmark_node_get_type(node) == CMARK_NODE_LINK && *address == '#')
            return code_text_read(address + 1, code, &length) == CODE_READ;
    }
    return false;
}
