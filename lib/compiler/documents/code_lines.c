/* Finds rows and headings of codes that a document's tree left out. */
#include "documents/code_lines.h"

#include <string.h>

#include "ascii.h"
#include "documents/code_table.h"
#include "documents/code_text.h"
#include "documents/invisible.h"
#include "input/utf8.h"

enum { SECTION_MARK_LENGTH = 3 /* of "###" */, ENTITY_MAXIMUM = 10 };

/* A line being read: what comes before its first word. */
struct scan {
    struct span line;
    size_t at;          /* of the first byte not read */
    bool has_pipe;      /* one was passed */
    bool has_heading;   /* "###", and not "####", was passed */
    bool lacks_tag_end; /* the rest of the line has no ">" */
};

static char byte_at(const struct scan *scan, size_t at)
{
    return at < scan->line.length ? scan->line.text[at] : '\0';
}

static size_t run_length(const struct scan *scan, char c)
{
    size_t length = 0;
    while (byte_at(scan, scan->at + length) == c)
        length++;
    return length;
}

/* The mark of an item of a numbered list. */
static size_t number_length(const struct scan *scan)
{
    size_t length = 0;
    while (byte_at(scan, scan->at + length) >= '0' && byte_at(scan, scan->at + length) <= '9')
        length++;
    char mark = byte_at(scan, scan->at + length), blank = byte_at(scan, scan->at + length + 1);
    bool is_mark = length > 0 && (mark == '.' || mark == ')') && (blank == ' ' || blank == '\t');
    return is_mark ? length + 1 : 0;
}

/* A tag, or a comment that ends in the line; a comment that does not is the author's wish. */
static size_t tag_length(struct scan *scan)
{
    const char *begin = scan->line.text + scan->at;
    size_t left = scan->line.length - scan->at;
    if (left >= 4 && memcmp(begin, "<!--", 4) == 0) {
        const char *end = memmem(begin, left, "-->", 3);
        return end ? (size_t)(end - begin) + 3 : 0;
    }
    const char *end = scan->lacks_tag_end ? NULL : memchr(begin, '>', left);
    scan->lacks_tag_end = !end;
    return end ? (size_t)(end - begin) + 1 : 1;
}

/* Invisible characters, and the ideographic blank. */
static size_t invisible_length(const struct scan *scan)
{
    uint32_t character = utf8_decode(scan->line.text + scan->at);
    bool is_passed = character == 0x3000 || invisible_kind(character) != VISIBLE;
    return is_passed ? utf8_length(scan->line.text + scan->at, UTF8_LONGEST) : 0;
}

static size_t entity_length(const struct scan *scan)
{
    for (size_t length = 2; length <= ENTITY_MAXIMUM; length++)
        if (byte_at(scan, scan->at + length) == ';')
            return length + 1;
    return 1;
}

/* Bytes of a mark, sign or blank; 0 where a word begins or the line ends. */
static size_t mark_length(struct scan *scan)
{
    char c = byte_at(scan, scan->at);
    if (scan->at >= scan->line.length || act_ascii_is_letter(c))
        return 0;
    if (c >= '0' && c <= '9')
        return number_length(scan);
    if ((unsigned char)c >= 0x80)
        return invisible_length(scan);
    if (c == '<')
        return tag_length(scan);
    if (c == '&')
        return entity_length(scan);
    return c == '#' ? run_length(scan, c) : 1;
}

/* Passes marks up to a word, or to a pipe if that ends a cell. */
static void skip_marks(struct scan *scan, bool stops_at_pipe)
{
    for (size_t length; (length = mark_length(scan)) > 0; scan->at += length) {
        char c = byte_at(scan, scan->at);
        if (c == '|' && stops_at_pipe)
            return;
        scan->has_pipe |= c == '|';
        scan->has_heading |= c == '#' && length == SECTION_MARK_LENGTH;
    }
}

/* Without a pipe before it, the code must be alone in its cell: prose may begin with a code. */
static bool is_alone_in_cell(struct scan scan, size_t length)
{
    scan.at += length;
    const char *rest = scan.line.text + scan.at;
    skip_marks(&scan, true);
    if (memmem(rest, (size_t)(scan.line.text + scan.at - rest), "](", 2)) {
        while (scan.at < scan.line.length && !strchr(")|", scan.line.text[scan.at]))
            scan.at++;
        skip_marks(&scan, true);
    }
    return byte_at(&scan, scan.at) == '|';
}

/* The code that the first cell links to, where its label is none: "[text](#0x…". */
static bool links_to_code(const struct scan *scan, uint32_t *code)
{
    const char *begin = scan->line.text + scan->at;
    size_t left = scan->line.length - scan->at, length;
    const char *pipe = memchr(begin, '|', left);
    if (!pipe || (!scan->has_pipe && (scan->at == 0 || begin[-1] != '[')))
        return false;
    const char *link = memmem(begin, (size_t)(pipe - begin), "](#", 3);
    return link && code_text_read(link + 3, code, &length) == CODE_READ;
}

enum line_kind { LINE_OTHER, LINE_ROW, LINE_HEADING };

/* What a line shows. *column, *label: of its code, as it is written. */
static enum line_kind kind_of(struct span line, unsigned *column, struct span *label)
{
    struct scan scan = {.line = line};
    uint32_t code;
    size_t length;
    skip_marks(&scan, false);
    *column = (unsigned)scan.at + 1;
    *label = (struct span){line.text + scan.at, 0};
    if (scan.at < line.length && code_text_read(label->text, &code, &label->length) != CODE_NONE) {
        length = label->length > 0 ? label->length : 2;
        label->length = length;
        if (scan.has_pipe || is_alone_in_cell(scan, length))
            return LINE_ROW;
        return scan.has_heading ? LINE_HEADING : LINE_OTHER;
    }
    while (label->length < line.length - scan.at && label->text[label->length] != ']')
        label->length++;
    return links_to_code(&scan, &code) ? LINE_ROW : LINE_OTHER;
}

/* Cells of the row of dashes below a table's header; 0 if the line is not one. */
static int delimiter_columns(struct span line)
{
    int columns = 0;
    bool has_pipe = false, is_in_cell = false;
    for (size_t i = 0; i < line.length; i++) {
        if (!strchr(" \t>|:-", line.text[i]))
            return 0;
        columns += line.text[i] == '-' && !is_in_cell;
        is_in_cell = line.text[i] != '|' && (is_in_cell || line.text[i] == '-');
        has_pipe |= line.text[i] == '|';
    }
    return has_pipe ? columns : 0;
}

static bool is_blank(struct span line)
{
    for (size_t i = 0; i < line.length; i++)
        if (line.text[i] != ' ' && line.text[i] != '\t')
            return false;
    return true;
}

static void report_row(const struct reading *reading, struct location place, struct span label,
                       int other_columns)
{
    if (other_columns > 0)
        diagnose(reading->diagnostics, SEVERITY_HINT, place,
                 "the row of %.*s is left out: its table has %d columns, the table of codes %d or "
                 "%d",
                 (int)label.length, label.text, other_columns, SHAPE_B_COLUMNS, SHAPE_A_COLUMNS);
    else
        diagnose(reading->diagnostics, SEVERITY_ERROR, place,
                 "the row of %.*s is outside the table of codes; expected it right below another "
                 "of its rows, with no blank line, mark or comment between them",
                 (int)label.length, label.text);
}

void code_lines_check(const struct reading *reading, unsigned skipped_lines)
{
    const struct source *source = reading->source;
    int other_columns = 0;
    bool is_run = false; /* the line before is a row that was reported */
    for (unsigned number = skipped_lines + 1; number <= source->line_count; number++) {
        struct span line = source_line(source, number), label;
        struct location place = source_place(source, number, 0);
        enum line_kind kind = kind_of(line, &place.column, &label);
        int columns = delimiter_columns(line);
        bool is_lost = !reading->is_line_taken[number];
        if (columns > 0)
            other_columns = columns == SHAPE_A_COLUMNS || columns == SHAPE_B_COLUMNS ? 0 : columns;
        else if (is_blank(line))
            other_columns = 0;
        if (kind == LINE_HEADING && is_lost)
            diagnose(reading->diagnostics, SEVERITY_ERROR, place,
                     "the heading of %.*s opens no section; expected it at the start of a line, "
                     "outside of lists, quotes, code and HTML, below a table of %d columns",
                     (int)label.length, label.text, SHAPE_B_COLUMNS);
        if (kind == LINE_ROW && is_lost && !is_run)
            report_row(reading, place, label, other_columns);
        is_run = kind == LINE_ROW && is_lost;
    }
}
