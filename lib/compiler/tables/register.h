/* The register of known codes, doc/codes.tsv. */
#ifndef ACTDIAG_COMPILER_REGISTER_H
#define ACTDIAG_COMPILER_REGISTER_H

#include "input/source.h"

/* Fills codes and code_count of model. What is wrong is diagnosed. */
void register_read(struct model *model, const struct source *source, struct arena *arena,
                   struct diagnostics *diagnostics);

#endif
