/* Labels and advice of categories, sides and types, doc/categories.tsv. */
#ifndef ACTDIAG_COMPILER_WORDS_H
#define ACTDIAG_COMPILER_WORDS_H

#include "input/source.h"

/* Fills labels and label_count of model. What is wrong or lacks in English is diagnosed. */
void labels_read(struct model *model, const struct source *source, struct arena *arena,
                 struct diagnostics *diagnostics);

#endif
