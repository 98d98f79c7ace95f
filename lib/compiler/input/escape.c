/* Prints text of documents. */
#include "input/escape.h"

#include <stdbool.h>

#include "input/utf8.h"

/* Control characters, and those that reorder text or break lines. */
static bool is_control(uint32_t character)
{
    static const uint32_t ranges[][2] = {
        {0, 0x1F},        {0x7F, 0x9F},     {0x61C, 0x61C},   {0x200E, 0x200F},
        {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i][0] && character <= ranges[i][1])
            return true;
    return false;
}

void escape_print(const char *text, size_t length, FILE *out)
{
    while (length > 0) {
        size_t size = utf8_length(text, length);
        bool is_hidden = size == 0 || is_control(utf8_decode(text));
        size += size == 0;
        for (size_t i = 0; is_hidden && i < size; i++)
            fprintf(out, "\\x%02X", (unsigned)(unsigned char)text[i]);
        if (!is_hidden)
            fwrite(text, 1, size, out);
        text += size;
        length -= size;
    }
}
