/* The commands in a text of the table. */
#ifndef ACTDIAG_USES_H
#define ACTDIAG_USES_H

#include "table.h"

struct act_text_uses {
    const char *text;
    const struct act_use *list; /* ascending by offset */
    size_t count;
    int is_windows_only;
};

static inline struct act_text_uses act_text_uses(const char *text, uint32_t number)
{
    const struct act_use_range *range = &act_table_use_ranges[number];
    return (struct act_text_uses){text, act_table_uses + range->first, range->count,
                                  range->is_windows_only != 0};
}

/* Renders a text with the commands of a dialect, as act_entry_steps() does; a NUL precedes it. */
size_t act_render(struct act_text_uses uses, act_dialect dialect, const char *language,
                  char *buffer, size_t size);

/* The steps of an entry, in the language in which it answers. */
struct act_text_uses act_entry_uses(const act_entry *entry, const char *language);

/* The advice of a category that exists. */
struct act_text_uses act_advice_uses(act_category category, const char *language);

#endif
