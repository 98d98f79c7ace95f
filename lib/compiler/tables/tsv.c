/* Reads tab-separated files. */
#include "tables/tsv.h"

#include <string.h>

static size_t count_cells(struct span line)
{
    size_t count = 1;
    for (size_t i = 0; i < line.length; i++)
        count += line.text[i] == '\t';
    return count;
}

static bool read_line(const struct source *source, unsigned number, size_t column_count,
                      struct tsv_row *row, struct arena *arena, struct diagnostics *diagnostics)
{
    struct span line = source_line(source, number);
    size_t begin = 0, count = count_cells(line);
    if (count != column_count) {
        diagnose(diagnostics, SEVERITY_ERROR, source_place(source, number, 1),
                 "%zu columns; expected %zu, separated by tabs", count, column_count);
        return false;
    }
    for (size_t i = 0; i < column_count; i++) {
        const char *tab = memchr(line.text + begin, '\t', line.length - begin);
        size_t end = tab ? (size_t)(tab - line.text) : line.length;
        row->places[i] = source_place(source, number, (unsigned)begin + 1);
        row->cells[i] = arena_copy(arena, line.text + begin, end - begin);
        if (end == begin) {
            diagnose(diagnostics, SEVERITY_ERROR, row->places[i],
                     "column %zu is empty; expected a word, or - for none", i + 1);
            return false;
        }
        begin = end + 1;
    }
    return true;
}

/* Lines that may become rows: memory is for these, however many other lines there are. */
static size_t count_rows(const struct source *source, size_t column_count)
{
    size_t count = 0;
    for (unsigned number = 1; number <= source->line_count; number++)
        count += count_cells(source_line(source, number)) == column_count;
    return count;
}

size_t tsv_read(const struct source *source, size_t column_count, struct tsv_row **rows,
                struct arena *arena, struct diagnostics *diagnostics)
{
    size_t count = 0;
    *rows = arena_allocate(arena, count_rows(source, column_count), sizeof **rows);
    for (unsigned number = 1; number <= source->line_count; number++) {
        struct span line = source_line(source, number);
        bool is_end = number == source->line_count && line.length == 0;
        if (is_end || (line.length > 0 && *line.text == '#'))
            continue;
        count += read_line(source, number, column_count, *rows + count, arena, diagnostics);
    }
    return count;
}

const char *tsv_optional(const char *cell)
{
    return strcmp(cell, "-") == 0 ? NULL : cell;
}
