/* What holds for every table, whatever its input. */
#ifndef ACTDIAG_TESTS_TABLE_INVARIANTS_H
#define ACTDIAG_TESTS_TABLE_INVARIANTS_H

#include "input/diagnostics.h"
#include "output/model.h"

/* Lays the table out, checks it, and writes it; a broken promise ends the process. */
void table_check(const struct model *model);

/* Reads an input and checks the result, reporting its problems. */
typedef void input_check(const uint8_t *data, size_t size, struct diagnostics *diagnostics);

/*
 * Runs a check and then checks its messages: each line names its severity, and errors are reported
 * where they are counted.
 */
void check_diagnosed(input_check *check, const uint8_t *data, size_t size);

#endif
