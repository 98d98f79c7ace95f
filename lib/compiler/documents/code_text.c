/* Reads codes in documents. */
#include "documents/code_text.h"

#include <string.h>

#include "notation.h"

/* Whether a character behind hex digits belongs to the same word; no further digit stands there. */
static int continues_word(char c)
{
    return (c >= 'G' && c <= 'Z') || (c >= 'g' && c <= 'z') || c == '_';
}

enum code_form code_text_read(const char *text, uint32_t *code, size_t *length)
{
    size_t digits;
    *length = 0;
    if (*text == '&')
        return CODE_NONE;
    *length = act_notation_prefixed(text, strlen(text), code, &digits);
    if (*length == 0)
        return text[0] == '0' && (text[1] == 'x' || text[1] == 'X') ? CODE_MALFORMED : CODE_NONE;
    return digits == 8 && !continues_word(text[*length]) ? CODE_READ : CODE_MALFORMED;
}
