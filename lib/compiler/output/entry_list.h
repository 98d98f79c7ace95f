/* Prints what was read, one line per entry. */
#ifndef ACTDIAG_COMPILER_ENTRY_LIST_H
#define ACTDIAG_COMPILER_ENTRY_LIST_H

#include <stdio.h>

#include "output/model.h"

/* "0xC004F074<TAB>kms-client<TAB>message", types joined by commas, the message on one line. */
void entry_list_print(const struct model *model, FILE *out);

#endif
