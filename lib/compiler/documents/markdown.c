/* Parses Markdown with cmark-gfm. */
#include "documents/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

enum {
    PIPES_MAXIMUM = 64,  /* cells of a row: short rows are filled to the header's width */
    NESTING_MAXIMUM = 64 /* quotes and lists that one line opens */
};

/* Bytes of a tree: a document of 100,000 codes takes a quarter of it. */
static const size_t TREE_MAXIMUM = (size_t)2 << 30;

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
 * Bytes of the mark of a quote or list item that text begins with, with a blank behind it; or 0.
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

/* In front of each piece of memory: its size, or the next one of its size that is free. */
union piece {
    size_t size;
    union piece *next;
    max_align_t alignment;
};

enum { PIECE_CLASSES = 64 /* of sizes that are used again, in units of a union piece */ };

/* Memory of the tree under construction; cmark-gfm hands its allocator no context. */
static struct {
    struct arena *arena;
    size_t left;
    jmp_buf exhausted;
    union piece *free[PIECE_CLASSES];
} tree;

static union piece *new_piece(size_t size)
{
    if (size > tree.left)
        longjmp(tree.exhausted, 1);
    tree.left -= size;
    return arena_allocate(tree.arena, 1, size);
}

static void *allocate(size_t count, size_t size)
{
    size_t units = (count * size + sizeof(union piece) - 1) / sizeof(union piece);
    union piece *piece = units < PIECE_CLASSES ? tree.free[units] : NULL;
    if (piece) {
        tree.free[units] = piece->next;
        memset(piece + 1, 0, count * size);
    } else {
        piece = new_piece((units + 1) * sizeof *piece);
    }
    piece->size = units * sizeof *piece;
    return piece + 1;
}

static void release(void *memory)
{
    if (!memory)
        return;
    union piece *piece = (union piece *)memory - 1;
    size_t units = piece->size / sizeof *piece;
    if (units >= PIECE_CLASSES)
        return; /* with its arena */
    piece->next = tree.free[units];
    tree.free[units] = piece;
}

static void *resize(void *memory, size_t size)
{
    size_t old_size = memory ? ((union piece *)memory)[-1].size : 0;
    if (size <= old_size)
        return memory;
    void *resized = allocate(1, size);
    if (old_size > 0)
        memcpy(resized, memory, old_size);
    release(memory);
    return resized;
}

static cmark_mem allocator = {allocate, resize, release};

static cmark_node *parse(const struct source *source, unsigned skipped_lines)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &allocator);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    for (unsigned i = 0; i < skipped_lines; i++)
        cmark_parser_feed(parser, "\n", 1);
    size_t begin =
        skipped_lines < source->line_count ? source->lines[skipped_lines] : source->length;
    cmark_parser_feed(parser, source->text + begin, source->length - begin);
    return cmark_parser_finish(parser);
}

cmark_node *markdown_parse(const struct reading *reading, unsigned skipped_lines,
                           struct arena *arena)
{
    if (!check_lines(reading))
        return NULL;
    tree.arena = arena;
    tree.left = TREE_MAXIMUM;
    memset(tree.free, 0, sizeof tree.free);
    if (setjmp(tree.exhausted) != 0) {
        diagnose(reading->diagnostics, SEVERITY_ERROR, source_place(reading->source, 0, 0),
                 "its parts take more than %zu MiB of memory; expected a smaller document",
                 TREE_MAXIMUM >> 20);
        return NULL;
    }
    cmark_node *document = parse(reading->source, skipped_lines);
    tree.left = SIZE_MAX;
    return document;
}

bool markdown_is(cmark_node *node, const char *type)
{
    return strcmp(cmark_node_get_type_string(node), type) == 0;
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

/* The first character of a cell, behind its blanks. */
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
