/* What is known of one code, laid out for a person. */
#ifndef ACTDIAG_SHELL_ANSWER_H
#define ACTDIAG_SHELL_ANSWER_H

#include <actdiag.h>
#include <stdio.h>

#include "printing/text.h"

/* dialect: of the commands in it. */
void answer_print(FILE *out, uint32_t code, act_dialect dialect, const char *language,
                  const struct text_style *style);

/* What is known of an event of activation. */
void answer_print_event(FILE *out, uint32_t event, const char *language,
                        const struct text_style *style);

#endif
