/* Lines of a document that show a code as a row or a section does, found without its tree. */
#ifndef ACTDIAG_COMPILER_CODE_LINES_H
#define ACTDIAG_COMPILER_CODE_LINES_H

#include "documents/markdown.h"

/*
 * Diagnoses each line after the first skipped_lines that looks like a row of codes, or like the
 * heading of a section, but was not read as one (markdown_take_line()). A row of another table,
 * known by a delimiter row of other than 3 or 5 columns, is a hint; all others are errors.
 */
void code_lines_check(const struct reading *reading, unsigned skipped_lines);

#endif
