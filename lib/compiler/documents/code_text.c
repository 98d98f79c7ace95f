/* Reads codes in documents. */
#include "documents/code_text.h"

#include <stdbool.h>
#include <string.h>

#include "ascii.h"
#include "input/utf8.h"
#include "notation.h"

enum {
    CODE_DIGITS = 8,
    LOST_BLANK_MAXIMUM = 4, /* hex letters that a word may begin with */
    READ_MAXIMUM = 32       /* bytes: more digits than a code and such a word have */
};

/* Letters beyond ASCII, as far as those are apart from punctuation and signs. */
static bool is_letter(const char *text)
{
    if (act_ascii_is_letter(*text))
        return true;
    if ((unsigned char)*text < 0x80)
        return false;
    uint32_t character = utf8_decode(text);
    bool is_punctuation = character < 0xC0 || (character >= 0x2000 && character < 0x3041) ||
                          (character >= 0xFF00 && character < 0xFF21);
    return !is_punctuation;
}

bool code_text_is_glued(const char *rest)
{
    return act_ascii_is_digit(*rest) || *rest == '_' || is_letter(rest);
}

/*
 * Whether the hex digits after the eighth are the start of a word before which a blank was lost, as
 * in "0xC004F009ERROR": a few letters, and then one that is not a hex digit.
 */
static bool is_word(const char *text, size_t hex_digits)
{
    if (hex_digits > LOST_BLANK_MAXIMUM || !is_letter(text + hex_digits))
        return false;
    return strcspn(text, "0123456789") >= hex_digits;
}

enum code_form code_text_read(const char *text, uint32_t *code, size_t *length)
{
    size_t digits;
    *length = 0;
    if (*text == '&')
        return CODE_NONE;
    size_t run = act_notation_prefixed(text, strnlen(text, READ_MAXIMUM), code, &digits);
    if (run == 0)
        return text[0] == '0' && (text[1] == 'x' || text[1] == 'X') ? CODE_MALFORMED : CODE_NONE;
    *length = run;
    if (digits < CODE_DIGITS)
        return CODE_MALFORMED;
    size_t end = run - digits + CODE_DIGITS;
    if (digits > CODE_DIGITS && !is_word(text + end, digits - CODE_DIGITS))
        return CODE_MALFORMED;
    *length = act_notation_prefixed(text, end, code, &digits);
    return CODE_READ;
}
