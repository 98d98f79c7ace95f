/* Writes files that are whole or not there. */
#ifndef ACTDIAG_COMPILER_TABLE_FILE_H
#define ACTDIAG_COMPILER_TABLE_FILE_H

#include <stdbool.h>

#include "output/model.h"

/*
 * Writes the model's table into a temporary file beside path, which then takes its name. Says on
 * standard error what fails, and leaves path as it was.
 */
bool table_file_write(const char *path, const struct model *model);

/* Flushes standard output; false, after a message, if anything that was written to it is lost. */
bool output_flush(void);

#endif
