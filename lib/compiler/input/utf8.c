/* Characters in UTF-8. */
#include "input/utf8.h"

static size_t expected_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

size_t utf8_length(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t expected = expected_length(bytes[0]);
    if (expected < 2)
        return expected;
    if (expected > length)
        return 0;
    for (size_t i = 1; i < expected; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    if ((bytes[0] == 0xE0 && bytes[1] < 0xA0) || (bytes[0] == 0xED && bytes[1] > 0x9F) ||
        (bytes[0] == 0xF0 && bytes[1] < 0x90) || (bytes[0] == 0xF4 && bytes[1] > 0x8F))
        return 0;
    return expected;
}

uint32_t utf8_decode(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t length = expected_length(bytes[0]);
    if (length < 2)
        return bytes[0];
    uint32_t character = bytes[0] & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; i++)
        character = character << 6 | (bytes[i] & 0x3F);
    return character;
}

uint32_t utf8_fold(uint32_t character)
{
    if ((character >= 'A' && character <= 'Z') ||
        (character >= 0xC0 && character <= 0xDE && character != 0xD7) ||
        (character >= 0x410 && character <= 0x42F))
        return character + 0x20;
    return character == 0x401 ? 0x451 : character;
}
