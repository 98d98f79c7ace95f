/* What is known of one code, laid out for a person. */
#ifndef ACTDIAG_SHELL_ANSWER_H
#define ACTDIAG_SHELL_ANSWER_H

#include <stdint.h>
#include <stdio.h>

#include "printing/text.h"

void answer_print(FILE *out, uint32_t code, const char *language, const struct text_style *style);

/* What is known of an event of activation. */
void answer_print_event(FILE *out, uint32_t event, const char *language,
                        const struct text_style *style);

/* One line: code, activation types, message; without an entry, "-" and the kind of fault. */
void answer_print_short(FILE *out, uint32_t code, const char *language, bool is_terminal);

/* One line: code, name or "-", category, message; without an entry, the kind of fault. */
void answer_print_row(FILE *out, uint32_t code, const char *language, bool is_terminal);

#endif
