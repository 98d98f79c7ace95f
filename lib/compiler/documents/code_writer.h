/* Writes code, in which every character counts. */
#ifndef ACTDIAG_COMPILER_CODE_WRITER_H
#define ACTDIAG_COMPILER_CODE_WRITER_H

#include "documents/text_writer.h"
#include "input/source.h"

/*
 * Writes a line of code; what is invisible in it is left out or becomes a blank, which is reported
 * unless diagnostics is NULL. Returns how many bytes were written.
 */
size_t code_write(struct writer *writer, struct span code, struct arena *arena,
                  struct diagnostics *diagnostics, struct location place);

#endif
