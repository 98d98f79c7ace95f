/* The words of an answer, doc/words.tsv: labels, advice and headings. */
#ifndef ACTDIAG_COMPILER_WORDS_H
#define ACTDIAG_COMPILER_WORDS_H

#include "documents/command_uses.h"

/*
 * Fills the words of model. A row that is wrong, a word that one of the languages lacks, and an
 * identifier of the library's without a word are diagnosed. Commands are looked for unless commands
 * is NULL.
 */
void words_read(struct model *model, const struct source *source,
                const struct command_search *commands, struct arena *arena,
                struct diagnostics *diagnostics);

#endif
