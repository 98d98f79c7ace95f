/* What to do, with the commands that the reader wants. */
#ifndef ACTDIAG_SHELL_GUIDANCE_H
#define ACTDIAG_SHELL_GUIDANCE_H

#include <actdiag.h>

/* act_entry_steps() for the caller to free; NULL without memory. */
char *guidance_of_entry(const act_entry *entry, act_dialect dialect, const char *language);

/* act_category_advice() for the caller to free; NULL without memory. */
char *guidance_of_category(act_category category, act_dialect dialect, const char *language);

#endif
