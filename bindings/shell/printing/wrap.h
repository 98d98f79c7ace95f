/* Lays paragraphs out in the width of a terminal. */
#ifndef ACTDIAG_SHELL_WRAP_H
#define ACTDIAG_SHELL_WRAP_H

#include <stdio.h>

#include "printing/text.h"

/*
 * Prints lines of text, indented by margin. What does not fit into the terminal's width goes on
 * under the text of its list item; commands, which are indented by four, are not wrapped.
 */
void wrap_print(FILE *out, const char *text, int margin, const struct text_style *style);

#endif
