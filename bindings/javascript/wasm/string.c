/* What the library uses of C's <string.h>; WebAssembly copies and fills memory by instructions. */
#include "string.h"

void *memchr(const void *bytes, int sought, size_t size)
{
    const unsigned char *at = bytes;
    for (; size > 0; at++, size--)
        if (*at == (unsigned char)sought)
            return (void *)at;
    return NULL;
}

int memcmp(const void *left, const void *right, size_t size)
{
    const unsigned char *a = left, *b = right;
    for (; size > 0; a++, b++, size--)
        if (*a != *b)
            return *a - *b;
    return 0;
}

void *memcpy(void *restrict target, const void *restrict source, size_t size)
{
    return __builtin_memcpy(target, source, size);
}

void *memmove(void *target, const void *source, size_t size)
{
    return __builtin_memmove(target, source, size);
}

void *memset(void *target, int byte, size_t size)
{
    return __builtin_memset(target, byte, size);
}

char *strchr(const char *text, int sought)
{
    for (; *text != (char)sought; text++)
        if (*text == '\0')
            return NULL;
    return (char *)text;
}

int strcmp(const char *left, const char *right)
{
    while (*left != '\0' && *left == *right)
        left++, right++;
    return (unsigned char)*left - (unsigned char)*right;
}

size_t strcspn(const char *text, const char *stops)
{
    size_t length = 0;
    while (text[length] != '\0' && !strchr(stops, text[length]))
        length++;
    return length;
}

size_t strlen(const char *text)
{
    size_t length = 0;
    while (text[length] != '\0')
        length++;
    return length;
}

size_t strspn(const char *text, const char *accepted)
{
    size_t length = 0;
    while (text[length] != '\0' && strchr(accepted, text[length]))
        length++;
    return length;
}
