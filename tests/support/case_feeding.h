/* Ways to give a text to a case: whole or in pieces, in one byte per character or in two. */
#ifndef ACTDIAG_TESTS_CASE_FEEDING_H
#define ACTDIAG_TESTS_CASE_FEEDING_H

#include <stdbool.h>

#include "actdiag.h"

struct case_feeding {
    size_t piece;   /* bytes per piece */
    int width;      /* bytes per character */
    uint32_t flags; /* ACT_SCAN_UTF16BE for width 2 */
    bool crlf;      /* each end of a line becomes CR LF */
};

/* Begins a case and gives it an ASCII text, of which nothing is known. */
void case_feed(act_case *c, const char *text, const struct case_feeding *feeding);

/* The same in one piece, as it is. */
void case_feed_whole(act_case *c, const char *text);

/* The number of a computer's findings, which are counted up to 1,000. */
unsigned case_count_findings(const act_case *c, size_t computer);

/* The code of the first computer's verdict; 0 without one. */
uint32_t case_code(const act_case *c);

#endif
