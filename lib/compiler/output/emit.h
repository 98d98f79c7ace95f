/* Writes the table as C source. */
#ifndef ACTDIAG_COMPILER_EMIT_H
#define ACTDIAG_COMPILER_EMIT_H

#include <stdio.h>

#include "output/model.h"

/*
 * Writes the file that lib/table.h includes. The same model gives the same bytes. Returns NULL, or
 * what is too large for the table's format. ferror(out) reports whether writing failed.
 */
const char *emit_table(const struct model *model, FILE *out);

#endif
