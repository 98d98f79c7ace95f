/* Recognises HTML tags. */
#include "documents/html.h"

#include <string.h>

static const char dropped_tags[][8] = {"a", "b", "i", "em", "strong", "sup", "sub", "span"};

/* Each ends the line, so that the words around it stay apart. */
static const char block_tags[][8] = {"li", "ul", "ol", "p"};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The name ends at the first character that cannot belong to a name. */
static size_t name_length(const char *name)
{
    size_t length = 0;
    while ((lower(name[length]) >= 'a' && lower(name[length]) <= 'z') ||
           (name[length] >= '0' && name[length] <= '9') || name[length] == '-')
        length++;
    return length;
}

static int is_name(const char *name, size_t length, const char *wanted)
{
    for (size_t i = 0; i < length; i++)
        if (lower(name[i]) != wanted[i])
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
    if (is_one_of(name, length, dropped_tags, sizeof dropped_tags / sizeof *dropped_tags))
        return HTML_DROPPED;
    return HTML_LITERAL;
}
