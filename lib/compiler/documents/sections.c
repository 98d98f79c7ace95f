/* Reads the sections of a document. */
#include "documents/sections.h"

#include <stdlib.h>
#include <string.h>

#include "documents/code_text.h"
#include "output/order.h"
#include "documents/plain_text.h"

enum { SECTION_LEVEL = 3, PART_LEVEL = 4, PARTS_OF_SHAPE_B = 2 };

/* One section's nodes: [first, end) follow its heading. */
struct section_nodes {
    const struct reading *reading;
    cmark_node *first, *end;
    struct location place;
};

static int heading_level(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;
}

static bool ends_section(cmark_node *node)
{
    int level = heading_level(node);
    return level > 0 && level <= SECTION_LEVEL;
}

static struct plain_context context_of(const struct reading *reading, struct location place)
{
    return (struct plain_context){reading->arena, reading->diagnostics, reading->source, place,
                                  NULL};
}

static bool is_colon(const char *text)
{
    text += strspn(text, " ");
    return strcmp(text, ":") == 0 || strcmp(text, "：") == 0;
}

/* A paragraph that is one strong node, perhaps with a colon after it. */
static bool is_bold_marker(cmark_node *node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
        return false;
    cmark_node *strong = cmark_node_first_child(node);
    if (cmark_node_get_type(strong) != CMARK_NODE_STRONG)
        return false;
    cmark_node *rest = cmark_node_next(strong);
    return !rest || (!cmark_node_next(rest) && cmark_node_get_type(rest) == CMARK_NODE_TEXT &&
                     is_colon(cmark_node_get_literal(rest)));
}

static bool is_part_heading(cmark_node *node)
{
    return heading_level(node) == PART_LEVEL;
}

static cmark_node *find(cmark_node *first, cmark_node *end, bool (*is_wanted)(cmark_node *))
{
    for (cmark_node *node = first; node && node != end; node = cmark_node_next(node))
        if (is_wanted(node))
            return node;
    return NULL;
}

static const char *join(const struct reading *reading, const char *front, const char *text)
{
    if (*front == '\0' || *text == '\0')
        return *front ? front : text;
    size_t size = strlen(front) + strlen(text) + sizeof "\n\n";
    char *joined = arena_allocate(reading->arena, size, 1);
    snprintf(joined, size, "%s\n\n%s", front, text);
    return joined;
}

/* An alert is not a message. */
static bool is_message_quote(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE && !markdown_alert_marker(node);
}

/* A line that lacks the mark of the quote that it continues may be the author's own. */
static void warn_of_unmarked_lines(const struct reading *reading, cmark_node *quote)
{
    unsigned end = (unsigned)cmark_node_get_end_line(quote);
    for (unsigned line = (unsigned)cmark_node_get_start_line(quote); line <= end; line++) {
        struct span text = source_line(reading->source, line);
        if (!memchr(text.text, '>', text.length))
            diagnose(reading->diagnostics, SEVERITY_WARNING, source_place(reading->source, line, 1),
                     "the line continues the quoted message, which is left out; expected > or a "
                     "blank line before it");
    }
}

/*
 * Between the heading and the first marker is the full message as a quote, with a paragraph
 * that announces it: both are dropped, what remains is the front of the cause.
 */
static const char *front_of_cause(const struct section_nodes *nodes, cmark_node *marker)
{
    struct plain_context context = context_of(nodes->reading, nodes->place);
    cmark_node *quote = find(nodes->first, marker, is_message_quote);
    if (!quote)
        return plain_blocks(nodes->first, marker, &context);
    warn_of_unmarked_lines(nodes->reading, quote);
    cmark_node *kept_end = quote;
    if (quote != nodes->first &&
        cmark_node_get_type(cmark_node_previous(quote)) == CMARK_NODE_PARAGRAPH)
        kept_end = cmark_node_previous(quote);
    return join(nodes->reading, plain_blocks(nodes->first, kept_end, &context),
                plain_blocks(cmark_node_next(quote), marker, &context));
}

static void require_texts(const struct section_nodes *nodes, const struct section *section,
                          cmark_node *cause, cmark_node *steps)
{
    const struct reading *reading = nodes->reading;
    if (*section->cause == '\0')
        diagnose(reading->diagnostics, SEVERITY_ERROR, markdown_place(reading, cause),
                 "the section of 0x%08X has no text under its cause", (unsigned)section->code);
    if (*section->steps == '\0')
        diagnose(reading->diagnostics, SEVERITY_ERROR, markdown_place(reading, steps),
                 "the section of 0x%08X has no text under its resolution", (unsigned)section->code);
}

static bool is_windows_only(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
           command_is_windows_only(cmark_node_get_literal(node));
}

/* The steps, from first on, and their commands. */
static void read_steps(const struct section_nodes *nodes, cmark_node *first,
                       struct section *section)
{
    const struct reading *reading = nodes->reading;
    struct plain_context context = context_of(reading, nodes->place);
    struct command_uses uses = {
        .search = reading->commands, .arena = reading->arena, .diagnostics = reading->diagnostics};
    uses.is_windows_only = find(nodes->first, nodes->end, is_windows_only) != NULL;
    context.uses = reading->commands ? &uses : NULL;
    section->steps = plain_blocks(first, nodes->end, &context);
    section->uses = command_uses_of(&uses);
}

/* Shape B: two headings, cause and resolution. */
static void read_headed_parts(const struct section_nodes *nodes, cmark_node *cause,
                              struct section *section)
{
    const struct reading *reading = nodes->reading;
    cmark_node *steps = find(cmark_node_next(cause), nodes->end, is_part_heading);
    cmark_node *excess = steps ? find(cmark_node_next(steps), nodes->end, is_part_heading) : NULL;
    if (!steps || excess) {
        diagnose(reading->diagnostics, SEVERITY_ERROR,
                 excess ? markdown_place(reading, excess) : nodes->place,
                 "the section of 0x%08X has %s level-4 headings; expected %d, "
                 "first its cause, then its resolution",
                 (unsigned)section->code, excess ? "too many" : "too few", PARTS_OF_SHAPE_B);
        return;
    }
    struct plain_context context = context_of(reading, nodes->place);
    section->cause = join(reading, front_of_cause(nodes, cause),
                          plain_blocks(cmark_node_next(cause), steps, &context));
    read_steps(nodes, cmark_node_next(steps), section);
    require_texts(nodes, section, cause, steps);
}

/* Shape C: bold paragraphs; their labels distinguish several solutions. */
static void read_marked_parts(const struct section_nodes *nodes, cmark_node *cause,
                              struct section *section)
{
    const struct reading *reading = nodes->reading;
    cmark_node *steps = cause ? find(cmark_node_next(cause), nodes->end, is_bold_marker) : NULL;
    if (!steps) {
        diagnose(reading->diagnostics, SEVERITY_ERROR, nodes->place,
                 "the section of 0x%08X has no %s; expected two level-4 headings, or paragraphs "
                 "in bold such as **Cause:** and **Solution:**",
                 (unsigned)section->code, cause ? "resolution" : "cause and resolution");
        return;
    }
    struct plain_context context = context_of(reading, nodes->place);
    bool is_only = !find(cmark_node_next(steps), nodes->end, is_bold_marker);
    section->cause = join(reading, front_of_cause(nodes, cause),
                          plain_blocks(cmark_node_next(cause), steps, &context));
    read_steps(nodes, is_only ? cmark_node_next(steps) : steps, section);
    require_texts(nodes, section, cause, steps);
}

static void read_parts(const struct section_nodes *nodes, struct section *section)
{
    cmark_node *heading = find(nodes->first, nodes->end, is_part_heading);
    section->cause = section->steps = "";
    if (heading)
        read_headed_parts(nodes, heading, section);
    else
        read_marked_parts(nodes, find(nodes->first, nodes->end, is_bold_marker), section);
}

/* Titles are read for their codes only: anything else in them is ignored. */
static const char *title_of(const struct reading *reading, cmark_node *heading)
{
    struct plain_context context = {reading->arena, NULL, reading->source,
                                    markdown_place(reading, heading), NULL};
    return heading_level(heading) == SECTION_LEVEL ? plain_inlines(heading, &context) : "";
}

/* Reads a code from the start of *title, which then begins after it. */
static enum code_form read_code(const struct reading *reading, struct location place,
                                const char **title, uint32_t *code)
{
    size_t length;
    enum code_form form = code_text_read(*title, code, &length);
    if (form == CODE_MALFORMED)
        diagnose(reading->diagnostics, SEVERITY_ERROR, place,
                 "\"%.*s\" is not a code; expected 0x and 8 hex digits", (int)strcspn(*title, " ,"),
                 *title);
    *title += length;
    if (form == CODE_READ && code_text_is_glued(*title))
        diagnose(reading->diagnostics, SEVERITY_WARNING, place,
                 "no blank after the code; the text after it is ignored: \"%s\"", *title);
    return form;
}

/* Moves to what follows a comma; false where there is none. */
static bool skip_comma(const char **title)
{
    const char *text = *title + strspn(*title, " ");
    if (*text != ',')
        return false;
    text++;
    *title = text + strspn(text, " ");
    return true;
}

/* Sections of the codes with which a heading begins, several separated by commas. */
static size_t read_heading(const struct reading *reading, cmark_node *heading,
                           struct section *sections)
{
    struct location place = markdown_place(reading, heading);
    const char *title = title_of(reading, heading);
    size_t count = 0;
    enum code_form form;
    do {
        uint32_t code;
        form = read_code(reading, place, &title, &code);
        if (form == CODE_READ)
            sections[count++] = (struct section){.code = code, .place = place};
    } while (form == CODE_READ && skip_comma(&title));
    if (count > 0 || form == CODE_MALFORMED)
        markdown_take_line(reading, heading);
    return count;
}

static int compare_sections(const void *left, const void *right)
{
    const struct section *a = left, *b = right;
    if (a->code != b->code)
        return order_of(a->code, b->code);
    return order_of(a->place.line, b->place.line);
}

static void refuse_duplicates(const struct reading *reading, const struct sections *sections)
{
    for (size_t i = 1; i < sections->count; i++) {
        const struct section *section = &sections->list[i];
        if (section->code != section[-1].code)
            continue;
        diagnose(reading->diagnostics, SEVERITY_ERROR, section->place,
                 "a second section of 0x%08X; the first is at line %u", (unsigned)section->code,
                 section[-1].place.line);
        sections->list[i].is_used = true;
    }
}

/* No heading begins with more codes than it has commas, and one. */
static size_t count_codes(const struct reading *reading, cmark_node *document)
{
    size_t count = 0;
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        const char *title = title_of(reading, node);
        count++;
        while ((title = strchr(title, ',')) != NULL) {
            title++;
            count++;
        }
    }
    return count;
}

/* Gives a section's texts to each of its codes. */
static void read_section(const struct section_nodes *nodes, struct section *sections, size_t count)
{
    read_parts(nodes, sections);
    for (size_t i = 1; i < count; i++) {
        sections[i].cause = sections->cause;
        sections[i].steps = sections->steps;
        sections[i].uses = sections->uses;
    }
}

struct sections sections_read(const struct reading *reading, cmark_node *document)
{
    struct sections sections = {NULL, 0};
    sections.list =
        arena_allocate(reading->arena, count_codes(reading, document), sizeof *sections.list);
    cmark_node *node = cmark_node_first_child(document);
    while (node) {
        struct section *section = &sections.list[sections.count];
        cmark_node *next = cmark_node_next(node);
        size_t count = read_heading(reading, node, section);
        if (count > 0) {
            cmark_node *end = find(next, NULL, ends_section);
            struct section_nodes nodes = {reading, next, end, section->place};
            read_section(&nodes, section, count);
            sections.count += count;
            next = end;
        }
        node = next;
    }
    if (sections.count > 0)
        qsort(sections.list, sections.count, sizeof *sections.list, compare_sections);
    refuse_duplicates(reading, &sections);
    return sections;
}

struct section *sections_find(const struct sections *sections, uint32_t code)
{
    size_t low = 0, high = sections->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sections->list[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sections->count && sections->list[low].code == code ? &sections->list[low] : NULL;
}

bool sections_share(const struct sections *sections, uint32_t code, uint32_t other)
{
    const struct section *one = sections_find(sections, code);
    const struct section *two = sections_find(sections, other);
    return one && two && one->place.line == two->place.line;
}
