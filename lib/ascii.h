/* Letters of ASCII, whatever the locale. */
#ifndef ACTDIAG_ASCII_H
#define ACTDIAG_ASCII_H

static inline int act_ascii_is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static inline int act_ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline char act_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline char act_ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

#endif
