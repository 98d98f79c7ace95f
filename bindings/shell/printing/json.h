/* JSON, one object a line. */
#ifndef ACTDIAG_SHELL_JSON_H
#define ACTDIAG_SHELL_JSON_H

#include <stdint.h>
#include <stdio.h>

/* A string with quotes; bytes that are no UTF-8 become U+FFFD. */
void json_print_string(FILE *out, const char *text);

/* A string, or null for NULL. */
void json_print_text(FILE *out, const char *text);

/* A comma, the key and the text. */
void json_print_member(FILE *out, const char *key, const char *text);

/* The members of a code's object: "code": …, without braces. */
void json_print_members(FILE *out, uint32_t code, const char *language);

/* A code's object, alone in its line. */
void json_print_code(FILE *out, uint32_t code, const char *language);

#endif
