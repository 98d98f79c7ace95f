/* Strings and members of JSON. */
#ifndef ACTDIAG_SHELL_JSON_H
#define ACTDIAG_SHELL_JSON_H

#include <stdio.h>

/* A string with quotes; a byte that is not UTF-8 becomes a lone surrogate. */
void json_print_string(FILE *out, const char *text);

/* A string, or null for NULL. */
void json_print_text(FILE *out, const char *text);

/* A comma, the key and the text. */
void json_print_member(FILE *out, const char *key, const char *text);

#endif
