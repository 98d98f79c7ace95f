/* Finds text that belongs to no section. */
#include "documents/unread_text.h"

#include <string.h>

#include "documents/html.h"

enum { SECTION_LEVEL = 3 };

static bool is_heading(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
           cmark_node_get_heading_level(node) <= SECTION_LEVEL;
}

static bool is_section(const struct reading *reading, cmark_node *node)
{
    return is_heading(node) && reading->is_line_taken[cmark_node_get_start_line(node)];
}

/* A paragraph that a line of dashes or equals signs below it makes a heading. */
static bool is_underlined(const struct reading *reading, cmark_node *heading)
{
    struct span line = source_line(reading->source, (unsigned)cmark_node_get_start_line(heading));
    size_t indent = 0;
    while (indent < line.length && line.text[indent] == ' ')
        indent++;
    return indent == line.length || line.text[indent] != '#';
}

static bool is_comment(cmark_node *node)
{
    const char *html = cmark_node_get_literal(node);
    return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK && strncmp(html, "<!--", 4) == 0 &&
           !html_is_open_comment(html);
}

static bool is_text(const struct reading *reading, cmark_node *node)
{
    if (is_heading(node))
        return is_underlined(reading, node);
    return cmark_node_get_type(node) != CMARK_NODE_THEMATIC_BREAK && !is_comment(node);
}

static void report(const struct reading *reading, cmark_node *text, enum severity severity)
{
    diagnose(reading->diagnostics, severity, markdown_place(reading, text),
             "the text from here to the next section belongs to no code and is left out: a heading "
             "of level 3 or less ends a section");
}

/* Markdown takes the definition of a note away, or leaves it where it is: after all other texts. */
static bool defines_footnote(struct span line)
{
    size_t begin = 0;
    while (begin < line.length && strchr(" \t>-*+", line.text[begin]))
        begin++;
    struct span rest = {line.text + begin, line.length - begin};
    return rest.length > 2 && memcmp(rest.text, "[^", 2) == 0 &&
           memmem(rest.text, rest.length, "]:", 2);
}

static void report_footnotes(const struct reading *reading)
{
    for (unsigned line = 1; line <= reading->source->line_count; line++)
        if (defines_footnote(source_line(reading->source, line)))
            diagnose(reading->diagnostics, SEVERITY_WARNING, source_place(reading->source, line, 1),
                     "footnotes are not read; expected the note's text in its place");
}

void unread_text_report(const struct reading *reading, cmark_node *document)
{
    cmark_node *text = NULL;
    bool has_section = false; /* what comes before the first section is an introduction */
    bool is_in_section = false;
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        if (is_section(reading, node)) {
            if (text)
                report(reading, text, SEVERITY_WARNING);
            text = NULL;
            has_section = is_in_section = true;
            continue;
        }
        is_in_section &= !is_heading(node);
        if (has_section && !is_in_section && !text && is_text(reading, node))
            text = node;
    }
    if (text)
        report(reading, text, SEVERITY_HINT);
    report_footnotes(reading);
}
