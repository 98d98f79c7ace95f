/* Renders Markdown as plain text. */
#include "documents/plain_text.h"

#include <string.h>

#include "documents/code_writer.h"
#include "documents/console.h"
#include "documents/html.h"
#include "documents/invisible.h"
#include "documents/markdown.h"
#include "documents/text_writer.h"
#include "input/utf8.h"

/* Deeper nesting, which no real document has, would exhaust the stack. */
enum { DEPTH_MAXIMUM = 64, CODE_INDENT = 4 };

struct rendering {
    const struct plain_context *context;
    struct location place; /* of the block under rendering */
    struct writer writer;
    const char *html_address; /* of the HTML link that is open, or NULL */
    cmark_node *alert_marker; /* of the last quote, or NULL */
    int depth;
    bool is_too_deep;
};

static void write_inlines(struct rendering *rendering, cmark_node *parent);
static void write_blocks(struct rendering *rendering, cmark_node *first, cmark_node *end,
                         size_t breaks);

/* Reports a problem of the block being rendered, if problems are wanted. */
#define REPORT(rendering, severity, ...)                                                           \
    do {                                                                                           \
        if ((rendering)->context->diagnostics)                                                     \
            diagnose((rendering)->context->diagnostics, severity, (rendering)->place,              \
                     __VA_ARGS__);                                                                 \
    } while (0)

static bool descend(struct rendering *rendering)
{
    if (rendering->depth == DEPTH_MAXIMUM) {
        if (!rendering->is_too_deep)
            REPORT(rendering, SEVERITY_ERROR, "nested more than %d deep", DEPTH_MAXIMUM);
        rendering->is_too_deep = true;
        return false;
    }
    rendering->depth++;
    return true;
}

static void write_string(struct rendering *rendering, const char *text)
{
    writer_text(&rendering->writer, text, strlen(text));
}

static void write_address(struct rendering *rendering, const char *address)
{
    write_string(rendering, " <");
    writer_literal(&rendering->writer, address, strlen(address));
    writer_literal(&rendering->writer, ">", 1);
}

static bool is_footnote(const char *text)
{
    const char *mark = strstr(text, "[^");
    return mark && strchr(mark, ']');
}

static void report_footnote(struct rendering *rendering)
{
    REPORT(rendering, SEVERITY_WARNING,
           "footnotes are not read; expected the note's text in its place");
}

/* The text of a paragraph, cell or heading. */
static void write_words(struct rendering *rendering, const char *text)
{
    uint32_t character;
    const char *invisible = invisible_find(text, &character);
    if (invisible && invisible_kind(character) == INVISIBLE_NOTHING)
        REPORT(rendering, SEVERITY_HINT, "the text has the invisible character U+%04X",
               (unsigned)character);
    if (is_footnote(text))
        report_footnote(rendering);
    write_string(rendering, text);
}

/* location is that of the code, which may be a command. */
static void write_code(struct rendering *rendering, const char *code, size_t length,
                       enum console console, struct location location)
{
    const struct plain_context *context = rendering->context;
    struct writer *writer = &rendering->writer;
    size_t written = code_write(writer, (struct span){code, length}, context->arena,
                                context->diagnostics, rendering->place);
    size_t offset = writer->length - written;
    if (context->uses)
        command_uses_add(context->uses, (struct span){writer->bytes + offset, written}, offset,
                         console, location);
}

/* Code in a sentence; a comment before it marks where it is typed. */
static void write_inline_code(struct rendering *rendering, cmark_node *node)
{
    const char *code = cmark_node_get_literal(node);
    cmark_node *comment = cmark_node_previous(node);
    enum console console = CONSOLE_CLIENT;
    struct location location = rendering->place;
    if (comment && cmark_node_get_type(comment) == CMARK_NODE_HTML_INLINE)
        console = command_console_of(cmark_node_get_literal(comment));
    if (cmark_node_get_start_line(node) > 0) {
        location.line = (unsigned)cmark_node_get_start_line(node);
        location.column = (unsigned)cmark_node_get_start_column(node);
    }
    write_code(rendering, code, strlen(code), console, location);
}

/* A scheme and a colon (RFC 3986), or the address of a host without scheme. */
static bool is_absolute(const char *address)
{
    size_t scheme = strspn(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "0123456789+-.");
    return (scheme > 1 && address[scheme] == ':') || strncmp(address, "//", 2) == 0;
}

static void end_html_link(struct rendering *rendering)
{
    const char *address = rendering->html_address;
    const struct writer *writer = &rendering->writer;
    size_t length = address ? strlen(address) : 0;
    bool is_own_label = length <= writer->length && address &&
                        memcmp(writer->bytes + writer->length - length, address, length) == 0;
    if (address && is_absolute(address) && !is_own_label)
        write_address(rendering, address);
    rendering->html_address = NULL;
}

static void write_html(struct rendering *rendering, const char *html, size_t length)
{
    if (html_is_open_comment(html))
        REPORT(rendering, SEVERITY_ERROR,
               "a comment without end, or with another one in it; expected -->");
    switch (html_use_of(html)) {
    case HTML_BREAK:
        /* Two of them make an empty line. */
        writer_break(&rendering->writer, rendering->writer.pending_breaks > 0 ? 2 : 1);
        break;
    case HTML_BLOCK:
        writer_break(&rendering->writer, 1);
        break;
    case HTML_LITERAL:
        REPORT(rendering, SEVERITY_WARNING,
               "%.*s is not a tag that is known and is kept as text; write &lt; or \\< for <",
               (int)length, html);
        writer_text(&rendering->writer, html, length);
        break;
    case HTML_LINK:
        end_html_link(rendering);
        rendering->html_address = html_address(html, length, rendering->context->arena);
        break;
    case HTML_LINK_END:
        end_html_link(rendering);
        break;
    case HTML_RAISED:
        writer_literal(&rendering->writer, "^", 1);
        break;
    case HTML_LOWERED:
        writer_literal(&rendering->writer, "_", 1);
        break;
    case HTML_DROPPED:
        break;
    }
}

static bool is_own_label(cmark_node *link, const char *address)
{
    cmark_node *label = cmark_node_first_child(link);
    return label && !cmark_node_next(label) && cmark_node_get_type(label) == CMARK_NODE_TEXT &&
           strcmp(cmark_node_get_literal(label), address) == 0;
}

/* What a link or an image has beside its label and an absolute address. */
static void report_loss(struct rendering *rendering, cmark_node *link)
{
    cmark_node *label = cmark_node_first_child(link);
    const char *text = label ? cmark_node_get_literal(label) : NULL;
    if (text && *text == '^')
        report_footnote(rendering);
    if (!label && *cmark_node_get_url(link) != '\0' && !is_absolute(cmark_node_get_url(link)))
        REPORT(rendering, SEVERITY_WARNING,
               "\"%s\" is left out: the link or image has no text, and no address with a scheme",
               cmark_node_get_url(link));
    if (*cmark_node_get_title(link) != '\0')
        REPORT(rendering, SEVERITY_HINT, "the title \"%s\" is left out",
               cmark_node_get_title(link));
}

static void write_link(struct rendering *rendering, cmark_node *link)
{
    const char *address = cmark_node_get_url(link);
    report_loss(rendering, link);
    write_inlines(rendering, link);
    if (is_absolute(address) && !is_own_label(link, address))
        write_address(rendering, address);
}

static void write_inline(struct rendering *rendering, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT)
        write_words(rendering, literal);
    else if (type == CMARK_NODE_SOFTBREAK)
        write_string(rendering, " ");
    else if (type == CMARK_NODE_LINEBREAK)
        writer_break(&rendering->writer, 1);
    else if (type == CMARK_NODE_CODE)
        write_inline_code(rendering, node);
    else if (type == CMARK_NODE_HTML_INLINE)
        write_html(rendering, literal, strlen(literal));
    else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
        write_link(rendering, node);
    else
        write_inlines(rendering, node);
}

/* What follows an alert's marker in its line; returns the next node. */
static cmark_node *write_rest_of_marker(struct rendering *rendering, cmark_node *text)
{
    const char *end = strchr(cmark_node_get_literal(text), ']');
    if (end) {
        write_words(rendering, end + 1);
        return cmark_node_next(text);
    }
    while (text && cmark_node_get_type(text) != CMARK_NODE_SOFTBREAK)
        text = cmark_node_next(text);
    return text;
}

static void write_inlines(struct rendering *rendering, cmark_node *parent)
{
    if (!descend(rendering))
        return;
    cmark_node *node = cmark_node_first_child(parent);
    if (node && node == rendering->alert_marker)
        node = write_rest_of_marker(rendering, node);
    for (; node; node = cmark_node_next(node))
        write_inline(rendering, node);
    rendering->depth--;
}

static enum console read_console(const struct rendering *rendering, const char *info)
{
    enum console console = console_of(info);
    if (console == CONSOLE_UNKNOWN && rendering->context->diagnostics)
        diagnose(rendering->context->diagnostics, SEVERITY_ERROR, rendering->place,
                 "\"%s\"; expected console, console host, console forest or console parent", info);
    return console;
}

static void write_code_block(struct rendering *rendering, cmark_node *block)
{
    const char *code = cmark_node_get_literal(block);
    enum console console = read_console(rendering, cmark_node_get_fence_info(block));
    struct location location = rendering->place;
    location.line += cmark_node_get_fenced(block, &(int){0}, &(int){0}, &(char){0}) != 0;
    rendering->writer.indent += CODE_INDENT;
    while (*code != '\0') {
        size_t length = strcspn(code, "\n");
        write_code(rendering, code, length, console, location);
        location.line++;
        writer_break(&rendering->writer, rendering->writer.pending_breaks + 1);
        code += length + (code[length] == '\n');
    }
    rendering->writer.indent -= CODE_INDENT;
}

/* Tags and the text between them. */
static void write_html_block(struct rendering *rendering, const char *html)
{
    while (*html != '\0') {
        size_t length = strcspn(html, "<");
        writer_text(&rendering->writer, html, length);
        html += length;
        const char *end = strncmp(html, "<!--", 4) == 0 ? strstr(html, "-->") : strchr(html, '>');
        length = end ? (size_t)(strchr(end, '>') - html) + 1 : strlen(html);
        if (length > 0)
            write_html(rendering, html, length);
        html += length;
    }
}

/* Blanks that put what follows in an item below its text. */
static size_t write_marker(struct rendering *rendering, cmark_node *list, int number)
{
    char marker[16];
    int length = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
                     ? snprintf(marker, sizeof marker, "%d. ", number)
                     : snprintf(marker, sizeof marker, "- ");
    writer_literal(&rendering->writer, marker, (size_t)length);
    return (size_t)length;
}

static void write_list(struct rendering *rendering, cmark_node *list)
{
    int number = cmark_node_get_list_start(list);
    size_t breaks = cmark_node_get_list_tight(list) ? 1 : 2;
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
        size_t width = write_marker(rendering, list, number++);
        rendering->writer.indent += width;
        write_blocks(rendering, cmark_node_first_child(item), NULL, breaks);
        rendering->writer.indent -= width;
        writer_break(&rendering->writer, breaks);
    }
}

static void write_table_row(struct rendering *rendering, cmark_node *row)
{
    if (markdown_excess_column(rendering->context->source, row) > 0) {
        rendering->place.line = (unsigned)cmark_node_get_start_line(row);
        rendering->place.column = markdown_excess_column(rendering->context->source, row);
        REPORT(rendering, SEVERITY_ERROR,
               "more cells than in the table's header; write \\| for a | that is text");
    }
    for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
        write_inlines(rendering, cell);
        if (cmark_node_next(cell))
            write_string(rendering, " | ");
    }
    writer_break(&rendering->writer, 1);
}

static void write_block(struct rendering *rendering, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    rendering->place.line = (unsigned)cmark_node_get_start_line(node);
    rendering->place.column = (unsigned)cmark_node_get_start_column(node);
    if (type == CMARK_NODE_LIST)
        write_list(rendering, node);
    else if (type == CMARK_NODE_CODE_BLOCK)
        write_code_block(rendering, node);
    else if (type == CMARK_NODE_HTML_BLOCK)
        write_html_block(rendering, cmark_node_get_literal(node));
    else if (type == CMARK_NODE_BLOCK_QUOTE) {
        rendering->alert_marker = markdown_alert_marker(node);
        write_blocks(rendering, cmark_node_first_child(node), NULL, 2);
    } else if (strcmp(cmark_node_get_type_string(node), "table") == 0) {
        for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row))
            write_table_row(rendering, row);
    } else if (type != CMARK_NODE_THEMATIC_BREAK)
        write_inlines(rendering, node);
}

static void write_blocks(struct rendering *rendering, cmark_node *first, cmark_node *end,
                         size_t breaks)
{
    if (!descend(rendering))
        return;
    for (cmark_node *node = first; node && node != end; node = cmark_node_next(node)) {
        if (node != first)
            writer_break(&rendering->writer, breaks);
        write_block(rendering, node);
    }
    writer_break(&rendering->writer, 1);
    rendering->depth--;
}

static const char *finish(struct rendering *rendering)
{
    end_html_link(rendering);
    const char *text =
        arena_copy(rendering->context->arena, rendering->writer.bytes, rendering->writer.length);
    writer_release(&rendering->writer);
    return text;
}

const char *plain_inlines(cmark_node *node, const struct plain_context *context)
{
    struct rendering rendering = {.context = context, .place = context->place};
    writer_begin(&rendering.writer);
    write_inlines(&rendering, node);
    return finish(&rendering);
}

const char *plain_blocks(cmark_node *first, cmark_node *end, const struct plain_context *context)
{
    struct rendering rendering = {.context = context, .place = context->place};
    writer_begin(&rendering.writer);
    write_blocks(&rendering, first, end, 2);
    return finish(&rendering);
}
