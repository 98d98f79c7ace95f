/* Knows invisible characters (Unicode standard, general category Cf and no-break blanks). */
#include "documents/invisible.h"

#include "input/utf8.h"

enum invisible invisible_kind(uint32_t character)
{
    if (character == 0xA0 || character == 0x2007 || character == 0x202F)
        return INVISIBLE_BLANK;
    if (character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
        (character >= 0x202A && character <= 0x202E) ||
        (character >= 0x2060 && character <= 0x206F) || character == 0xFEFF)
        return INVISIBLE_NOTHING;
    return VISIBLE;
}

const char *invisible_find(const char *text, uint32_t *character)
{
    for (; *text != '\0'; text += utf8_length(text, UTF8_LONGEST)) {
        *character = utf8_decode(text);
        if (invisible_kind(*character) != VISIBLE)
            return text;
    }
    return NULL;
}
