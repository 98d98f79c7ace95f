/* Parses Markdown with cmark-gfm. */
#include "documents/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

enum {
    PIPES_MAXIMUM = 64,  /* cells of a row: short rows are filled to the header's width */
    NESTING_MAXIMUM = 64 /* quotes and lists that one line opens */
};

/* The column of the pipe that is one too many, or 0. */
static unsigned find_excess_pipe(struct span line)
{
    unsigned pipes = 0;
    for (size_t i = 0; i < line.length; i++) {
        if (line.text[i] == '\\')
            i++;
        else if (line.text[i] == '|' && ++pipes > PIPES_MAXIMUM)
            return (unsigned)i + 1;
    }
    return 0;
}

/*
 * Bytes of the mark of a quote or list item that text begins with, with a blank after it; or 0.
 * text is not empty and holds no NUL.
 */
static size_t container_mark_length(struct span text)
{
    size_t length = 0;
    if (*text.text == '>')
        return 1;
    if (strchr("-+*", *text.text)) {
        length = 1;
    } else {
        while (length < text.length && text.text[length] >= '0' && text.text[length] <= '9')
            length++;
        if (length == 0 || length == text.length || !strchr(".)", text.text[length]))
            return 0;
        length++;
    }
    return length < text.length && strchr(" \t", text.text[length]) ? length + 1 : 0;
}

/* The column of the mark that nests too deep, or 0. */
static unsigned find_excess_nesting(struct span line)
{
    unsigned marks = 0;
    for (size_t i = 0; i < line.length;) {
        size_t length = container_mark_length((struct span){line.text + i, line.length - i});
        if (length == 0 && line.text[i] != ' ' && line.text[i] != '\t')
            return 0;
        marks += length > 0;
        if (marks > NESTING_MAXIMUM)
            return (unsigned)i + 1;
        i += length > 0 ? length : 1;
    }
    return 0;
}

static bool check_lines(const struct reading *reading)
{
    const struct source *source = reading->source;
    size_t errors = reading->diagnostics->error_count;
    for (unsigned line = 1; line <= source->line_count; line++) {
        struct span text = source_line(source, line);
        unsigned pipe = find_excess_pipe(text), mark = find_excess_nesting(text);
        if (pipe > 0)
            diagnose(reading->diagnostics, SEVERITY_ERROR, source_place(source, line, pipe),
                     "more than %d \"|\" in a line; expected a table of 3 or 5 columns",
                     PIPES_MAXIMUM);
        if (mark > 0)
            diagnose(reading->diagnostics, SEVERITY_ERROR, source_place(source, line, mark),
                     "quotes or lists nested more than %d deep", NESTING_MAXIMUM);
    }
    return reading->diagnostics->error_count == errors;
}

static cmark_node *parse(const struct source *source, unsigned skipped_lines)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    for (unsigned i = 0; i < skipped_lines; i++)
        cmark_parser_feed(parser, "\n", 1);
    size_t begin =
        skipped_lines < source->line_count ? source->lines[skipped_lines] : source->length;
    cmark_parser_feed(parser, source->text + begin, source->length - begin);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

cmark_node *markdown_parse(const struct reading *reading, unsigned skipped_lines)
{
    return check_lines(reading) ? parse(reading->source, skipped_lines) : NULL;
}

bool markdown_is(cmark_node *node, const char *type)
{
    return strcmp(cmark_node_get_type_string(node), type) == 0;
}

cmark_node *markdown_alert_marker(cmark_node *quote)
{
    cmark_node *paragraph = cmark_node_first_child(quote);
    cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
    bool is_marker = text && cmark_node_get_type(text) == CMARK_NODE_TEXT &&
                     strncmp(cmark_node_get_literal(text), "[!", 2) == 0;
    return is_marker ? text : NULL;
}

struct location markdown_place(const struct reading *reading, cmark_node *node)
{
    return source_place(reading->source, (unsigned)cmark_node_get_start_line(node),
                        (unsigned)cmark_node_get_start_column(node));
}

void markdown_take_line(const struct reading *reading, cmark_node *node)
{
    reading->is_line_taken[cmark_node_get_start_line(node)] = true;
}

bool markdown_is_cell_missing(cmark_node *cell)
{
    return cmark_node_get_start_column(cell) == 0;
}

/* The first character of a cell, after its blanks. */
struct location markdown_cell_place(const struct reading *reading, cmark_node *cell)
{
    if (markdown_is_cell_missing(cell))
        return markdown_place(reading, cmark_node_parent(cell));
    struct location place = markdown_place(reading, cell);
    struct span line = source_line(reading->source, place.line);
    unsigned column = place.column;
    while (column <= line.length && (line.text[column - 1] == ' ' || line.text[column - 1] == '\t'))
        column++;
    if (column <= line.length && line.text[column - 1] != '|')
        place.column = column;
    return place;
}

unsigned markdown_excess_column(const struct source *source, cmark_node *row)
{
    cmark_node *cell = cmark_node_last_child(row);
    if (markdown_is_cell_missing(cell))
        return 0;
    struct span line = source_line(source, (unsigned)cmark_node_get_start_line(row));
    size_t end = (size_t)cmark_node_get_end_column(cell);
    while (end < line.length && (line.text[end] == ' ' || line.text[end] == '\t'))
        end++;
    if (end >= line.length || line.text[end] != '|')
        return 0;
    end++;
    while (end < line.length && (line.text[end] == ' ' || line.text[end] == '\t'))
        end++;
    return end < line.length ? (unsigned)end + 1 : 0;
}
