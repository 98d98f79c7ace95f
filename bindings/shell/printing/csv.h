/* Codes as comma-separated values (RFC 4180, lines that end with a line feed alone). */
#ifndef ACTDIAG_SHELL_CSV_H
#define ACTDIAG_SHELL_CSV_H

#include <stdint.h>
#include <stdio.h>

/* The line of headings. */
void csv_print_heading(FILE *out);

/* The line of a code: in hex, as signed and as unsigned decimal number, and what is known of it. */
void csv_print_code(FILE *out, uint32_t code, const char *language);

#endif
