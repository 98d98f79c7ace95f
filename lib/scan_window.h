/* Judges a place of a text where a code may begin, by the characters there and beside it. */
#ifndef ACTDIAG_SCAN_WINDOW_H
#define ACTDIAG_SCAN_WINDOW_H

#include "notation.h"

/*
 * A window holds 12 characters of width bytes, 1 or 2 (UTF-16LE): the one before the code, the
 * code's "0x" and 8 digits, and the one behind it.
 */
enum { ACT_CODE_CHARACTERS = 10, ACT_WINDOW_CHARACTERS = 12, ACT_WINDOW_SIZE = 24 };

/* Whether a character is one of Latin-1: its high byte, where it has one, is 0. */
static inline int act_window_is_narrow(const unsigned char *character, size_t width)
{
    return width == 1 || character[1] == 0;
}

/*
 * Whether a code stands in a window whose second character is "0" and whose third begins with an
 * "x". All digits are read, right or wrong: to leave early would be a branch that nobody predicts.
 */
static inline int act_window_holds_code(const unsigned char *window, size_t width, uint32_t *code)
{
    enum { X = 2, FIRST_DIGIT = 3, BEHIND = 11 };
    const unsigned char *behind = window + BEHIND * width;
    unsigned are_digits = ACT_NOTATION_IS_HEX;
    int are_narrow = act_window_is_narrow(window + X * width, width);
    uint32_t value = 0;
    for (size_t i = FIRST_DIGIT; i < BEHIND; i++) {
        unsigned digit = act_notation_hex_values[window[i * width]];
        are_digits &= digit;
        are_narrow &= act_window_is_narrow(window + i * width, width);
        value = value << 4 | digit % ACT_NOTATION_IS_HEX;
    }
    *code = value;
    int follows_digit = window[0] >= '0' && window[0] <= '9' && act_window_is_narrow(window, width);
    int precedes_digit = act_notation_hex_values[*behind] && act_window_is_narrow(behind, width);
    return are_digits && are_narrow && !follows_digit && !precedes_digit;
}

/*
 * Copies the window of a code that begins at text[start]. What lies outside the text becomes
 * characters that are no digits.
 */
void act_window_copy(unsigned char window[ACT_WINDOW_SIZE], const unsigned char *text,
                     size_t length, size_t start, size_t width);

#endif
