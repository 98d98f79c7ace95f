/* What holds for the table of every model, whatever it was read from. */
#ifndef ACTDIAG_TESTS_TABLE_INVARIANTS_H
#define ACTDIAG_TESTS_TABLE_INVARIANTS_H

#include "compiler/model.h"

/* Lays the table out, checks it, and writes it; a broken promise ends the process. */
void table_check(const struct model *model);

/* The same for what the diagnostics of a reader say: each line names its file and the severity. */
void diagnostics_check(const char *text, size_t length, size_t error_count);

#endif
