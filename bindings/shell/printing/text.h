/* Prints text for people, which never can drive their terminal. */
#ifndef ACTDIAG_SHELL_TEXT_H
#define ACTDIAG_SHELL_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct text_style {
    bool is_terminal;
    bool has_colour;
    int width; /* columns; 0: lines are not wrapped */
};

/* How standard output is written to. */
struct text_style text_style_of_output(void);

/* Bytes of text as they are; on a terminal control characters are shown. */
void text_print_part(FILE *out, const char *text, size_t length, bool is_terminal);

/* Text in one line: line ends become blanks, and on a terminal control characters are shown. */
void text_print_line(FILE *out, const char *text, bool is_terminal);

/* A heading, bold on a terminal. */
void text_print_heading(FILE *out, const char *text, const struct text_style *style);

/* A message on standard error: "actdiag: SUBJECT: WHAT". */
void text_complain(const char *subject, const char *what);

#endif
