/* Codes at the start of cells, headings and anchors. */
#ifndef ACTDIAG_COMPILER_CODE_TEXT_H
#define ACTDIAG_COMPILER_CODE_TEXT_H

#include <stddef.h>
#include <stdint.h>

enum code_form {
    CODE_NONE,      /* text does not begin as a code does */
    CODE_MALFORMED, /* it does, but has not 8 hex digits, or goes on with a letter */
    CODE_READ
};

/* Reads "0x" and 8 hex digits from the start of text. *length: bytes of the code as it stands. */
enum code_form code_text_read(const char *text, uint32_t *code, size_t *length);

#endif
