/* Codes at the start of cells, headings and anchors. */
#ifndef ACTDIAG_COMPILER_CODE_TEXT_H
#define ACTDIAG_COMPILER_CODE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum code_form {
    CODE_NONE,      /* text does not begin as a code does */
    CODE_MALFORMED, /* it does, but has fewer than 8 hex digits, or a ninth */
    CODE_READ
};

/*
 * Reads "0x" and 8 hex digits from the start of text. What follows may be anything but a ninth hex
 * digit; hex letters that a word begins with, as in "0xC004F065de", are none if another letter
 * follows. *length: bytes of the code as it is written.
 */
enum code_form code_text_read(const char *text, uint32_t *code, size_t *length);

/* Whether a word begins in rest, the text after a code, without a blank before it. */
bool code_text_is_glued(const char *rest);

#endif
