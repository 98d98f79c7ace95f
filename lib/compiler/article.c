/* Reads a document: finds its table, and joins rows with sections. */
#include "article.h"

#include <stdlib.h>
#include <string.h>

#include "code_text.h"
#include "front_matter.h"
#include "markdown.h"
#include "plain.h"
#include "sections.h"
#include "summary.h"
#include "tag.h"
#include "types.h"

/* Columns of the table; the last two in shape A only. */
enum column { COLUMN_CODE, COLUMN_MESSAGE, COLUMN_TYPES, COLUMN_CAUSE, COLUMN_STEPS };

/* The row under reading. */
struct row {
    const struct reading *reading;
    cmark_node *node;
    cmark_node *cells[SHAPE_A_COLUMNS];
    size_t cell_count;
};

static const char *cell_text(const struct row *row, enum column column)
{
    struct plain_context context = {row->reading->arena, row->reading->diagnostics,
                                    markdown_cell_place(row->reading, row->cells[column])};
    return plain_inlines(row->cells[column], &context);
}

/* Cells that are missing, empty or too many. */
static bool check_cells(const struct row *row)
{
    static const char *const names[] = {"code", "message", "activation types", "cause", "steps"};
    const struct reading *reading = row->reading;
    size_t errors = reading->diagnostics->error_count;
    for (size_t i = 0; i < row->cell_count; i++) {
        struct place place = markdown_cell_place(reading, row->cells[i]);
        if (markdown_is_cell_missing(row->cells[i]))
            diagnose(reading->diagnostics, SEVERITY_ERROR, place,
                     "the cell %zu of %zu (%s) is missing; is the row broken over two lines?",
                     i + 1, row->cell_count, names[i]);
        else if (*cell_text(row, (enum column)i) == '\0')
            diagnose(reading->diagnostics, SEVERITY_ERROR, place,
                     "the cell %zu of %zu (%s) is empty", i + 1, row->cell_count, names[i]);
    }
    struct place excess = markdown_place(reading, row->node);
    excess.column = markdown_excess_column(reading, row->node);
    if (excess.column > 0)
        diagnose(reading->diagnostics, SEVERITY_ERROR, excess,
                 "more than %zu cells in the row; write \\| for a | that is text", row->cell_count);
    return reading->diagnostics->error_count == errors;
}

static bool read_label(const struct row *row, uint32_t *code)
{
    struct place place = markdown_cell_place(row->reading, row->cells[COLUMN_CODE]);
    const char *text = cell_text(row, COLUMN_CODE);
    size_t length;
    switch (code_text_read(text, code, &length)) {
    case CODE_NONE:
        diagnose(row->reading->diagnostics, SEVERITY_ERROR, place,
                 "the row begins with \"%.*s\"; expected a code, 0x and 8 hex digits",
                 (int)strcspn(text, " \n"), text);
        return false;
    case CODE_MALFORMED:
        diagnose(row->reading->diagnostics, SEVERITY_ERROR, place,
                 "\"%.*s\" is no code; expected 0x and 8 hex digits", (int)strcspn(text, " \n"),
                 text);
        return false;
    case CODE_READ:
        break;
    }
    text += length;
    if (*text == '\0')
        return true;
    if (*text != ' ' && *text != '\n') {
        diagnose(row->reading->diagnostics, SEVERITY_ERROR, place,
                 "\"%s\" right behind the code; expected a blank or the end of the cell", text);
        return false;
    }
    diagnose(row->reading->diagnostics, SEVERITY_WARNING, place,
             "the text behind the code is ignored: \"%s\"", text + 1);
    return true;
}

/* The anchor of the link tells the code where it leads to a section; labels were mistyped. */
static bool read_code(const struct row *row, const struct sections *sections, uint32_t *code)
{
    uint32_t linked;
    if (!read_label(row, code))
        return false;
    if (!summary_anchor_code(row->cells[COLUMN_CODE], &linked) || linked == *code ||
        !sections_find(sections, linked))
        return true;
    diagnose(row->reading->diagnostics, SEVERITY_WARNING,
             markdown_cell_place(row->reading, row->cells[COLUMN_CODE]),
             "the label says 0x%08X, but links to the section of 0x%08X, which is taken",
             (unsigned)*code, (unsigned)linked);
    *code = linked;
    return true;
}

static uint32_t read_types(const struct row *row)
{
    const struct reading *reading = row->reading;
    struct place place = markdown_cell_place(reading, row->cells[COLUMN_TYPES]);
    const char *text = cell_text(row, COLUMN_TYPES), *leftover;
    uint32_t types = types_read(text, reading->arena, &leftover);
    if (types == 0)
        diagnose(reading->diagnostics, SEVERITY_ERROR, place,
                 "\"%s\" names no activation type; expected MAK, KMS, KMS client or KMS host",
                 text);
    else if (leftover)
        diagnose(reading->diagnostics, SEVERITY_HINT, place,
                 "\"%s\" is no word for an activation type and is ignored", leftover);
    return types;
}

/* Takes cause and steps from the section of shapes B and C. */
static void join_section(const struct row *row, const struct sections *sections,
                         struct article_entry *entry)
{
    struct section *section = sections_find(sections, entry->code);
    if (!section) {
        diagnose(row->reading->diagnostics, SEVERITY_ERROR, entry->place,
                 "0x%08X has no section; expected a heading \"### 0x%08X\" below the table",
                 (unsigned)entry->code, (unsigned)entry->code);
        return;
    }
    section->is_used = true;
    entry->texts[ACT_FIELD_CAUSE] = section->cause;
    entry->texts[ACT_FIELD_STEPS] = section->steps;
}

static bool read_row(const struct row *row, const struct sections *sections,
                     struct article_entry *entry)
{
    const struct reading *reading = row->reading;
    if (!read_code(row, sections, &entry->code)) {
        return false;
    }
    entry->place = markdown_cell_place(reading, row->cells[COLUMN_CODE]);
    entry->types_place = markdown_cell_place(reading, row->cells[COLUMN_TYPES]);
    if (row->cell_count == SHAPE_B_COLUMNS)
        join_section(row, sections, entry);
    if (!check_cells(row))
        return false;
    entry->texts[ACT_FIELD_MESSAGE] = cell_text(row, COLUMN_MESSAGE);
    entry->types = read_types(row);
    if (row->cell_count == SHAPE_A_COLUMNS) {
        entry->texts[ACT_FIELD_CAUSE] = cell_text(row, COLUMN_CAUSE);
        entry->texts[ACT_FIELD_STEPS] = cell_text(row, COLUMN_STEPS);
    }
    return true;
}

static struct row row_of(const struct reading *reading, cmark_node *node)
{
    struct row row = {.reading = reading, .node = node};
    for (cmark_node *cell = cmark_node_first_child(node); cell; cell = cmark_node_next(cell))
        row.cells[row.cell_count++] = cell;
    return row;
}

static void read_rows(const struct reading *reading, cmark_node *table,
                      const struct sections *sections, struct article *article)
{
    size_t count = summary_row_count(table);
    article->entries = arena_allocate(reading->arena, count, sizeof *article->entries);
    for (cmark_node *node = summary_first_row(table); node; node = cmark_node_next(node)) {
        struct row row = row_of(reading, node);
        struct article_entry *entry = &article->entries[article->entry_count];
        if (read_row(&row, sections, entry))
            article->entry_count++;
    }
}

/* Rows of malformed codes may belong to sections that look unused: those are not reported then. */
static void report_unused_sections(const struct reading *reading, const struct sections *sections)
{
    for (size_t i = 0; i < sections->count; i++)
        if (!sections->list[i].is_used)
            diagnose(reading->diagnostics, SEVERITY_ERROR, sections->list[i].place,
                     "the section of 0x%08X has no row in the table",
                     (unsigned)sections->list[i].code);
}

static void read_tree(const struct reading *reading, cmark_node *document, struct article *article)
{
    cmark_node *table = summary_find(reading, document);
    if (!table)
        return;
    struct sections sections = {NULL, 0};
    bool has_sections = summary_columns(table) == SHAPE_B_COLUMNS;
    if (has_sections)
        sections = sections_read(reading, document);
    read_rows(reading, table, &sections, article);
    if (has_sections)
        report_unused_sections(reading, &sections);
}

static const char *language_of(const struct source *source, const struct front_matter *matter,
                               const char *given, struct arena *arena)
{
    if (given)
        return given;
    if (*matter->locale) {
        const char *tag = tag_read((struct span){matter->locale, strlen(matter->locale)}, arena);
        if (tag)
            return tag;
    }
    return tag_of_file(source->name, arena);
}

struct article article_read(const struct source *source, const char *tag, struct arena *arena,
                            struct diagnostics *diagnostics)
{
    struct reading reading = {source, arena, diagnostics};
    struct front_matter matter = front_matter_read(source, arena, diagnostics);
    struct article article = {.document = {.title = matter.title,
                                           .date = matter.date,
                                           .source = file_name(source->name)}};
    article.document.language = language_of(source, &matter, tag, arena);
    if (!article.document.language) {
        diagnose(diagnostics, SEVERITY_ERROR, source_place(source, 0, 0),
                 "the document's language is not known; name it, as in en=%s", source->name);
        article.document.language = "";
    }
    cmark_node *document = markdown_parse(&reading, matter.line_count);
    if (document) {
        read_tree(&reading, document, &article);
        cmark_node_free(document);
    }
    return article;
}
