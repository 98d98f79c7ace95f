/* Joins documents, register and labels into the model of the table. */
#ifndef ACTDIAG_COMPILER_MERGE_H
#define ACTDIAG_COMPILER_MERGE_H

#include "documents/article.h"

/*
 * Fills documents, languages and entries of model, which zeroes stood in. The articles must outlive
 * it. Codes that appear twice, and types that disagree, are diagnosed.
 */
void merge_articles(struct model *model, const struct article *articles, size_t count,
                    struct arena *arena, struct diagnostics *diagnostics);

#endif
