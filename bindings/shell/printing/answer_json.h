/* What is known of one code, as JSON. */
#ifndef ACTDIAG_SHELL_ANSWER_JSON_H
#define ACTDIAG_SHELL_ANSWER_JSON_H

#include <actdiag.h>
#include <stdio.h>

#include "options.h"
#include "printing/json.h"

/* Members on a command: "elevated", "changes" … flags: ACT_COMMAND_ bits. */
void answer_json_add_nature(struct json_object *object, uint32_t flags);

/* The members of a code's object: "code" … dialect: of the commands in it. */
void answer_json_add_code(struct json_object *object, uint32_t code, act_dialect dialect,
                          const char *language);

/* A code's object, alone in its line. */
void answer_json_print(FILE *out, uint32_t code, const struct options *options,
                       const char *language);

#endif
