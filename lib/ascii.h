/* Letters of ASCII, whatever the locale. */
#ifndef ACTDIAG_ASCII_H
#define ACTDIAG_ASCII_H

#include <stddef.h>

static inline int act_ascii_is_letter(char c)
{
    return (unsigned)((c | 0x20) - 'a') < 26;
}

static inline int act_ascii_is_digit(char c)
{
    return (unsigned)(c - '0') < 10;
}

static inline char act_ascii_lower(char c)
{
    return (unsigned)(c - 'A') < 26 ? (char)(c - 'A' + 'a') : c;
}

static inline char act_ascii_upper(char c)
{
    return (unsigned)(c - 'a') < 26 ? (char)(c - 'a' + 'A') : c;
}

/* Whether a text that ends with a NUL begins with a word of a length, its letters in any case. */
static inline int act_ascii_begins(const char *text, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\0' || act_ascii_lower(text[i]) != act_ascii_lower(word[i]))
            return 0;
    return 1;
}

#endif
