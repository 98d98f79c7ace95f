/* A code in one line, its columns separated by tabs. */
#ifndef ACTDIAG_SHELL_ROW_H
#define ACTDIAG_SHELL_ROW_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Code, activation types, message; without an entry, "-" and the kind of fault. */
void row_print_types(FILE *out, uint32_t code, const char *language, bool is_terminal);

/* Code, name or "-", category, message; without an entry, the kind of fault. */
void row_print_category(FILE *out, uint32_t code, const char *language, bool is_terminal);

#endif
