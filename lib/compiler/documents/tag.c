/* Language tags of documents. */
#include "documents/tag.h"

#include <string.h>

#include "ascii.h"

static bool is_subtag(const char *text, size_t length, bool is_first)
{
    if (is_first ? length < 2 || length > 3 : length < 2 || length > 8)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!act_ascii_is_letter(text[i]) && (is_first || !act_ascii_is_digit(text[i])))
            return false;
    return true;
}

/* Regions are upper case, scripts begin so, all others are lower case. */
static void set_case(char *subtag, size_t length, bool is_first)
{
    for (size_t i = 0; i < length; i++)
        subtag[i] = !is_first && (length == 2 || (length == 4 && i == 0))
                        ? act_ascii_upper(subtag[i])
                        : act_ascii_lower(subtag[i]);
}

const char *tag_read(struct span text, struct arena *arena)
{
    char *tag = arena_copy(arena, text.text, text.length);
    for (size_t begin = 0, end; begin <= text.length; begin = end + 1) {
        for (end = begin; end < text.length && tag[end] != '-'; end++)
            continue;
        if (!is_subtag(tag + begin, end - begin, begin == 0))
            return NULL;
        set_case(tag + begin, end - begin, begin == 0);
    }
    return tag;
}

/* A language of 3 letters counts only with a region: too many words have 3 letters. */
static const char *tag_of_part(const char *text, size_t length, struct arena *arena)
{
    const char *tag = tag_read((struct span){text, length}, arena);
    return tag && (strchr(tag, '-') || strlen(tag) == 2) ? tag : NULL;
}

const char *tag_of_file(const char *path, struct arena *arena)
{
    const char *name = source_basename(path);
    const char *extension = strrchr(name, '.');
    if (!extension)
        return NULL;
    const char *last = extension;
    while (last > name && last[-1] != '.')
        last--;
    const char *tag = tag_of_part(last, (size_t)(extension - last), arena);
    return tag ? tag : tag_of_part(name, strcspn(name, "."), arena);
}
