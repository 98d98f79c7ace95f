/* The text around a place, narrowed to one byte per character, and small readers for it. */
#ifndef ACTDIAG_CASE_WINDOW_H
#define ACTDIAG_CASE_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ascii.h"

/* How many characters around a place decide what it means. */
enum { ACT_WINDOW_BEFORE = 1536, ACT_WINDOW_AFTER = 640 };

struct act_window {
    const char *text;
    size_t length;
    size_t at;       /* where the place begins */
    size_t end;      /* where the place ends */
    size_t unit;     /* bytes per character */
    uint64_t offset; /* of the place, in all text of the case */
    char narrowed[ACT_WINDOW_BEFORE + ACT_WINDOW_AFTER];
};

/* How the characters of a place are stored. */
enum act_width { ACT_WIDTH_ONE, ACT_WIDTH_LITTLE, ACT_WIDTH_BIG };

/*
 * Fills a window with the text around buffer[at .. at + length), but for its offset. Characters of
 * two-byte text that are not ASCII become '\x1A'.
 */
void act_window_around(struct act_window *window, const char *buffer, size_t size, size_t at,
                       size_t length, enum act_width width);

/* A letter or a digit. */
static inline bool act_is_word(char c)
{
    return act_ascii_is_digit(c) || act_ascii_is_letter(c);
}

/* Whether a character is in a string; a NUL is in none. */
static inline bool act_is_one_of(char c, const char *characters)
{
    for (; *characters != '\0'; characters++)
        if (c == *characters)
            return true;
    return false;
}

/* The character at a position, or a NUL after the end. */
static inline char act_window_at(const struct act_window *window, size_t position)
{
    return position < window->length ? window->text[position] : '\0';
}

/* The character before a position, or the end of a line where there is none. */
static inline char act_window_before(const struct act_window *window, size_t position)
{
    return position > 0 ? window->text[position - 1] : '\n';
}

/* Whether the text at a position begins with a lower-case word, in any case. */
static inline bool act_window_is(const struct act_window *window, size_t position, const char *word)
{
    for (; *word; word++, position++)
        if (position >= window->length || act_ascii_lower(window->text[position]) != *word)
            return false;
    return true;
}

/* The last position before `before`, and not before `from`, at which a word begins; or SIZE_MAX. */
size_t act_window_find_back(const struct act_window *window, size_t from, size_t before,
                            const char *word);

/* The first position in [from, to) at which a word begins; or SIZE_MAX. */
size_t act_window_find(const struct act_window *window, size_t from, size_t to, const char *word);

/* Whether a word begins in the `gap` characters before a place, and not before `from`. */
bool act_window_precedes(const struct act_window *window, size_t from, const char *word,
                         size_t gap);

/* A position in a window, from which things are read in turn. */
struct act_reader {
    const struct act_window *window;
    size_t position;
};

/* Reads one character, and reports whether it was there. */
bool act_read_char(struct act_reader *reader, char c);

/* Reads a decimal number of at most 10 digits. */
bool act_read_number(struct act_reader *reader, uint64_t *number);

/* Reads a decimal number of at most 32 bits. */
bool act_read_small(struct act_reader *reader, uint32_t *number);

/* Reads "0x" and 1 to 8 hex digits. */
bool act_read_hex(struct act_reader *reader, uint32_t *number);

/* Reads a GUID without braces. */
bool act_read_guid(struct act_reader *reader);

/* Reads ", " or ",", and reports whether a comma was there. */
bool act_read_comma(struct act_reader *reader);

/* Skips blanks and tabs. */
void act_skip_blanks(struct act_reader *reader);

#endif
