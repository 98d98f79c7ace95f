/* The names of the members of JSON objects, separated by commas. */
#ifndef ACTDIAG_SHELL_FIELDS_H
#define ACTDIAG_SHELL_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "options.h"

/* Whether a name is among the fields. */
bool fields_contain(const char *fields, const char *name, size_t length);

/* Whether options->fields has only members of the objects that the command prints; reports the
 * first of the others on standard error. */
bool fields_check(const struct options *options);

#endif
