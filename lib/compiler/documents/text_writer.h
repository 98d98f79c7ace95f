/* Writes plain text: folds blanks, indents lines, separates blocks. */
#ifndef ACTDIAG_COMPILER_TEXT_WRITER_H
#define ACTDIAG_COMPILER_TEXT_WRITER_H

#include <stdbool.h>
#include <stddef.h>

struct writer {
    char *bytes;
    size_t length, capacity;
    size_t indent;         /* blanks before each line */
    size_t pending_breaks; /* line ends that are due before the next character */
    bool pending_blank;    /* a blank that is due, unless a line ends first */
    bool at_line_start;
};

void writer_begin(struct writer *writer);

/* Characters in which runs of blanks become one blank. */
void writer_text(struct writer *writer, const char *text, size_t length);

/* Characters as they are, in one line. */
void writer_literal(struct writer *writer, const char *text, size_t length);

/* Ends the line, and makes count - 1 empty lines before what follows; the larger count wins. */
void writer_break(struct writer *writer, size_t count);

void writer_release(struct writer *writer);

#endif
