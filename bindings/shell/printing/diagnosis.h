/* The outcome of a case, laid out for a person or as JSON. */
#ifndef ACTDIAG_SHELL_DIAGNOSIS_H
#define ACTDIAG_SHELL_DIAGNOSIS_H

#include <actdiag.h>

#include "options.h"
#include "printing/json.h"

/* Prints a verdict for each computer; returns STATUS_FOUND if each has one. */
int diagnosis_print(const act_case *c, const struct options *options, const char *language);

/* The members of the JSON object of one computer of a case. */
void diagnosis_add_members(struct json_object *object, const act_case *c, size_t computer,
                           const char *language);

#endif
