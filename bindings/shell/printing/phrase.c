/* Finds words and sentences, and fills them in. */
#include "printing/phrase.h"

#include <actdiag.h>
#include <string.h>

const char *phrase(const char *id, const char *language)
{
    const char *text = act_word(id, language);
    return text ? text : id;
}

static size_t append(char *buffer, size_t size, size_t length, const char *text, size_t count)
{
    if (count > size - length)
        count = size - length;
    memcpy(buffer + length, text, count);
    return length + count;
}

/* The value that a "{0}" at the start of text stands for; NULL if there is none. */
static const char *value_of(const char *text, const char *const *values, size_t count)
{
    if (text[0] != '{' || text[1] < '0' || text[1] > '9' || text[2] != '}')
        return NULL;
    size_t number = (size_t)(text[1] - '0');
    return number < count ? values[number] : NULL;
}

void phrase_fill(char *buffer, size_t size, const char *pattern, const char *const *values,
                 size_t count)
{
    size_t length = 0;
    while (*pattern != '\0') {
        const char *value = value_of(pattern, values, count);
        length =
            append(buffer, size - 1, length, value ? value : pattern, value ? strlen(value) : 1);
        pattern += value ? 3 : 1;
    }
    buffer[length] = '\0';
}
