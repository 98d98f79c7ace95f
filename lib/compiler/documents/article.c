/* Reads a document: finds its table, and joins rows with sections. */
#include "documents/article.h"

#include <string.h>

#include "documents/code_lines.h"
#include "documents/code_text.h"
#include "documents/front_matter.h"
#include "documents/markdown.h"
#include "documents/plain_text.h"
#include "documents/sections.h"
#include "documents/code_table.h"
#include "documents/tag.h"
#include "documents/types.h"
#include "documents/unread_text.h"

/* Columns of the table; the last two in shape A only. */
enum column { COLUMN_CODE, COLUMN_MESSAGE, COLUMN_TYPES, COLUMN_CAUSE, COLUMN_STEPS };

/* The row being read. */
struct row {
    const struct reading *reading;
    cmark_node *cells[SHAPE_A_COLUMNS];
    struct location places[SHAPE_A_COLUMNS];
    const char *texts[SHAPE_A_COLUMNS]; /* "" for a cell that is missing */
    struct model_uses uses;             /* the commands of the last cell */
    size_t cell_count;
    struct location excess; /* of the first cell too many; column 0 if there is none */
};

static struct row row_of(const struct reading *reading, cmark_node *node)
{
    struct row row = {.reading = reading, .excess = markdown_place(reading, node)};
    markdown_take_line(reading, node);
    row.excess.column = markdown_excess_column(reading->source, node);
    for (cmark_node *cell = cmark_node_first_child(node); cell; cell = cmark_node_next(cell)) {
        struct location place = markdown_cell_place(reading, cell);
        struct command_uses uses = {.search = reading->commands,
                                    .arena = reading->arena,
                                    .diagnostics = reading->diagnostics};
        struct plain_context context = {reading->arena, reading->diagnostics, reading->source,
                                        place, NULL};
        context.uses = reading->commands && row.cell_count == COLUMN_STEPS ? &uses : NULL;
        row.cells[row.cell_count] = cell;
        row.places[row.cell_count] = place;
        row.texts[row.cell_count++] = plain_inlines(cell, &context);
        row.uses = command_uses_of(&uses);
    }
    return row;
}

/* Cells that are missing, empty or too many. */
static void check_cells(const struct row *row)
{
    static const char *const names[] = {"code", "message", "activation types", "cause", "steps"};
    struct diagnostics *diagnostics = row->reading->diagnostics;
    for (size_t i = 0; i < row->cell_count; i++) {
        if (markdown_is_cell_missing(row->cells[i]))
            diagnose(diagnostics, SEVERITY_ERROR, row->places[i],
                     "cell %zu of %zu (%s) is missing; is the row broken over two lines?", i + 1,
                     row->cell_count, names[i]);
        else if (*row->texts[i] == '\0')
            diagnose(diagnostics, SEVERITY_ERROR, row->places[i], "cell %zu of %zu (%s) is empty",
                     i + 1, row->cell_count, names[i]);
    }
    if (row->excess.column > 0)
        diagnose(diagnostics, SEVERITY_ERROR, row->excess,
                 "more than %zu cells in the row; write \\| for a | that is text", row->cell_count);
}

/* The text after the code of the first cell must not hide another code. */
static void check_rest_of_label(const struct row *row, uint32_t code, const char *rest)
{
    rest += *rest == ' ' || *rest == '\n';
    for (const char *text = strchr(rest, '0'); text; text = strchr(text + 1, '0')) {
        uint32_t other;
        size_t length;
        if (code_text_read(text, &other, &length) != CODE_READ || other == code)
            continue;
        diagnose(row->reading->diagnostics, SEVERITY_ERROR, row->places[COLUMN_CODE],
                 "0x%08X is the row's second code; expected a row for each code", (unsigned)other);
        return;
    }
    if (*rest != '\0')
        diagnose(row->reading->diagnostics, SEVERITY_WARNING, row->places[COLUMN_CODE],
                 "the text after the code is ignored: \"%s\"", rest);
}

/* The code of the first cell's text; reports what is wrong with it. */
static enum code_form read_label(const struct row *row, uint32_t *code)
{
    const char *text = row->texts[COLUMN_CODE];
    size_t length;
    enum code_form form = code_text_read(text, code, &length);
    if (form == CODE_READ) {
        check_rest_of_label(row, *code, text + length);
        return CODE_READ;
    }
    diagnose(row->reading->diagnostics, SEVERITY_ERROR, row->places[COLUMN_CODE],
             form == CODE_MALFORMED
                 ? "\"%s\" is not a code; expected 0x and 8 hex digits"
                 : "the row begins with \"%s\"; expected a code, 0x and 8 hex digits",
             text);
    return form;
}

/* The anchor of the link is the code where it leads to a section; labels were mistyped. */
static enum code_form read_code(const struct row *row, const struct sections *sections,
                                uint32_t *code)
{
    uint32_t linked;
    size_t length;
    bool is_linked = code_table_anchor_code(row->cells[COLUMN_CODE], &linked) &&
                     sections_find(sections, linked) != NULL;
    enum code_form form = code_text_read(row->texts[COLUMN_CODE], code, &length);
    if (!is_linked || form == CODE_MALFORMED ||
        (form == CODE_READ && sections_share(sections, *code, linked)))
        return read_label(row, code);
    diagnose(row->reading->diagnostics, SEVERITY_WARNING, row->places[COLUMN_CODE],
             "the label says \"%s\", but links to the section of 0x%08X, which is taken",
             row->texts[COLUMN_CODE], (unsigned)linked);
    *code = linked;
    return CODE_READ;
}

static uint32_t read_types(const struct row *row)
{
    const struct reading *reading = row->reading;
    const char *text = row->texts[COLUMN_TYPES], *leftover;
    uint32_t types = types_read(text, reading->arena, &leftover);
    if (types == 0)
        diagnose(reading->diagnostics, SEVERITY_ERROR, row->places[COLUMN_TYPES],
                 "\"%s\" names no activation type; expected MAK, KMS, KMS client, KMS host, Active "
                 "Directory, AVMA, token, OEM or digital license",
                 text);
    else if (leftover)
        diagnose(reading->diagnostics, SEVERITY_HINT, row->places[COLUMN_TYPES],
                 "\"%s\" is not an activation type; ignored", leftover);
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
    entry->uses = section->uses;
}

/* Says all that is wrong with a row; false if anything is. */
static bool read_row(const struct row *row, const struct sections *sections,
                     struct article_entry *entry)
{
    size_t errors = row->reading->diagnostics->error_count;
    entry->place = row->places[COLUMN_CODE];
    entry->types_place = row->places[COLUMN_TYPES];
    enum code_form form = read_code(row, sections, &entry->code);
    if (form == CODE_NONE)
        return false;
    if (row->cell_count == SHAPE_A_COLUMNS) {
        entry->texts[ACT_FIELD_CAUSE] = row->texts[COLUMN_CAUSE];
        entry->texts[ACT_FIELD_STEPS] = row->texts[COLUMN_STEPS];
        entry->uses = row->uses;
    } else if (form == CODE_READ) {
        join_section(row, sections, entry);
    }
    entry->texts[ACT_FIELD_MESSAGE] = row->texts[COLUMN_MESSAGE];
    check_cells(row);
    if (*row->texts[COLUMN_TYPES] != '\0') /* NOLINT: every row has this cell */
        entry->types = read_types(row);
    return row->reading->diagnostics->error_count == errors;
}

static void read_rows(const struct reading *reading, cmark_node *table,
                      const struct sections *sections, struct article *article)
{
    size_t count = code_table_row_count(table);
    article->entries = arena_allocate(reading->arena, count, sizeof *article->entries);
    for (cmark_node *node = code_table_first_row(table); node; node = cmark_node_next(node)) {
        struct row row = row_of(reading, node);
        struct article_entry *entry = &article->entries[article->entry_count];
        if (read_row(&row, sections, entry))
            article->entry_count++;
    }
}

static void report_unused_sections(const struct reading *reading, const struct sections *sections)
{
    for (size_t i = 0; i < sections->count; i++)
        if (!sections->list[i].is_used)
            diagnose(reading->diagnostics, SEVERITY_ERROR, sections->list[i].place,
                     "the section of 0x%08X has no row in the table",
                     (unsigned)sections->list[i].code);
}

static bool read_tree(const struct reading *reading, cmark_node *document, struct article *article)
{
    cmark_node *table = code_table_find(reading, document);
    if (!table)
        return false;
    struct sections sections = {NULL, 0};
    bool has_sections = code_table_columns(table) == SHAPE_B_COLUMNS;
    if (has_sections)
        sections = sections_read(reading, document);
    unread_text_report(reading, document);
    read_rows(reading, table, &sections, article);
    if (has_sections)
        report_unused_sections(reading, &sections);
    return true;
}

static const char *language_of(const struct source *source, const struct front_matter *matter,
                               const char *given, struct arena *arena)
{
    if (given)
        return given;
    return matter->locale ? matter->locale : tag_of_file(source->name, arena);
}

struct article article_read(const struct source *source, const char *tag,
                            const struct command_search *commands, struct arena *arena,
                            struct diagnostics *diagnostics)
{
    struct reading reading = {source, arena, diagnostics, NULL, commands};
    reading.is_line_taken =
        arena_allocate(arena, source->line_count + 1, sizeof *reading.is_line_taken);
    struct front_matter matter = front_matter_read(source, arena, diagnostics);
    struct article article = {.document = {.title = matter.title,
                                           .date = matter.date,
                                           .source = source_basename(source->name)}};
    article.document.language = language_of(source, &matter, tag, arena);
    if (!article.document.language) {
        diagnose(diagnostics, SEVERITY_ERROR, source_place(source, 0, 0),
                 "the document's language is not known; name it, as in en=%s", source->name);
        article.document.language = "";
    }
    cmark_node *document = markdown_parse(&reading, matter.line_count);
    if (document && read_tree(&reading, document, &article))
        code_lines_check(&reading, matter.line_count);
    if (document)
        cmark_node_free(document);
    return article;
}
