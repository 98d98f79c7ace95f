/* What is known of one code, as JSON. */
#ifndef ACTDIAG_SHELL_ANSWER_JSON_H
#define ACTDIAG_SHELL_ANSWER_JSON_H

#include <actdiag.h>
#include <stdio.h>

/* A comma and members on a command: "elevated", "changes" … flags: ACT_COMMAND_ bits. */
void answer_json_print_nature(FILE *out, uint32_t flags);

/* The members of a code's object: "code": …, without braces. dialect: of the commands in it. */
void answer_json_print_members(FILE *out, uint32_t code, act_dialect dialect, const char *language);

/* A code's object, alone in its line. */
void answer_json_print(FILE *out, uint32_t code, act_dialect dialect, const char *language);

#endif
