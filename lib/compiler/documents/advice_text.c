/* Reads sentences with code. */
#include "documents/advice_text.h"

#include <string.h>

/* Bytes of the comment that text begins with; or 0. */
static size_t comment_length(const char *text)
{
    const char *end = strncmp(text, "<!--", 4) == 0 ? strstr(text, "-->") : NULL;
    return end ? (size_t)(end - text) + 3 : 0;
}

const char *advice_text_read(const char *text, struct location location, struct command_uses *uses,
                             struct arena *arena)
{
    char *plain = arena_allocate(arena, strlen(text) + 1, 1);
    size_t length = 0, comment;
    unsigned column = location.column;
    const char *begin = text;
    enum console console = CONSOLE_CLIENT;
    while (*text != '\0') {
        if ((comment = comment_length(text)) > 0) {
            console = command_console_of(text);
            if (uses && command_is_windows_only(text))
                uses->is_windows_only = true;
            text += comment;
            continue;
        }
        if (*text != '`') {
            plain[length++] = *text++;
            continue;
        }
        const char *end = strchr(++text, '`');
        if (!end)
            return NULL;
        struct span code = {text, (size_t)(end - text)};
        memcpy(plain + length, code.text, code.length);
        location.column = column + (unsigned)(text - begin);
        if (uses && code.length > 0)
            command_uses_add(uses, code, length, console, location);
        console = CONSOLE_CLIENT;
        length += code.length;
        text = end + 1;
    }
    return plain;
}
