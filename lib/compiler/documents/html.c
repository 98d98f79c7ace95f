/* Recognises HTML tags. */
#include "documents/html.h"

#include <stdbool.h>
#include <string.h>

#include "ascii.h"
#include "input/source.h"

static const char dropped_tags[][8] = {"b", "i", "em", "strong", "span"};

/* Each ends the line, so that the words around it stay apart. */
static const char block_tags[][8] = {"li", "ul", "ol", "p"};

/* The name ends at the first character that cannot belong to a name. */
static size_t name_length(const char *name)
{
    size_t length = 0;
    while (act_ascii_is_letter(name[length]) || act_ascii_is_digit(name[length]) ||
           name[length] == '-')
        length++;
    return length;
}

static int is_name(const char *name, size_t length, const char *wanted)
{
    for (size_t i = 0; i < length; i++)
        if (act_ascii_lower(name[i]) != wanted[i])
            return 0;
    return wanted[length] == '\0';
}

static int is_one_of(const char *name, size_t length, const char (*tags)[8], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_name(name, length, tags[i]))
            return 1;
    return 0;
}

enum html_use html_use_of(const char *html)
{
    if (strncmp(html, "<!--", 4) == 0)
        return HTML_DROPPED;
    const char *name = html + (html[1] == '/' ? 2 : 1);
    size_t length = name_length(name);
    if (is_name(name, length, "br"))
        return HTML_BREAK;
    if (is_one_of(name, length, block_tags, sizeof block_tags / sizeof *block_tags))
        return HTML_BLOCK;
    if (is_name(name, length, "a"))
        return html[1] == '/' ? HTML_LINK_END : HTML_LINK;
    if (is_name(name, length, "sup"))
        return html[1] == '/' ? HTML_DROPPED : HTML_RAISED;
    if (is_name(name, length, "sub"))
        return html[1] == '/' ? HTML_DROPPED : HTML_LOWERED;
    if (is_one_of(name, length, dropped_tags, sizeof dropped_tags / sizeof *dropped_tags))
        return HTML_DROPPED;
    return HTML_LITERAL;
}

bool html_is_open_comment(const char *html)
{
    if (strncmp(html, "<!--", 4) != 0)
        return false;
    const char *end = strstr(html, "-->"), *next = strstr(html + 4, "<!--");
    return !end || (next && next < end);
}

/* The value that begins at text, in quotes or up to a blank or the end of the tag. */
static struct span value_at(struct span text)
{
    size_t begin = 0, end;
    if (text.length > 0 && strchr("\"'", *text.text)) {
        const char *quote = memchr(text.text + 1, *text.text, text.length - 1);
        begin = 1;
        end = quote ? (size_t)(quote - text.text) : text.length;
    } else {
        for (end = 0; end < text.length && !strchr(" \t\n>", text.text[end]); end++)
            ;
    }
    return (struct span){text.text + begin, end - begin};
}

/* In an address "&" may be written "&amp;". */
static char *decode(struct span value, struct arena *arena)
{
    static const char ampersand[] = "&amp;";
    size_t entity = sizeof ampersand - 1, length = 0;
    char *text = arena_copy(arena, value.text, value.length);
    for (size_t i = 0; i < value.length; length++) {
        bool is_entity = strncmp(text + i, ampersand, entity) == 0;
        text[length] = text[i];
        i += is_entity ? entity : 1;
    }
    text[length] = '\0';
    return text;
}

static size_t skip_blanks(const char *html, size_t length, size_t at)
{
    while (at < length && strchr(" \t\n", html[at]))
        at++;
    return at;
}

const char *html_address(const char *html, size_t length, struct arena *arena)
{
    static const char wanted[] = "href";
    size_t name = sizeof wanted - 1;
    for (size_t i = 1; i + name < length; i++) {
        if (!strchr(" \t\n\"'", html[i - 1]) || !is_name(html + i, name, wanted))
            continue;
        size_t at = skip_blanks(html, length, i + name);
        if (at == length || html[at] != '=')
            continue;
        at = skip_blanks(html, length, at + 1);
        return decode(value_at((struct span){html + at, length - at}), arena);
    }
    return NULL;
}
