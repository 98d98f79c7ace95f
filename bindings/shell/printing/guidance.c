/* Fetches texts that depend on the dialect. */
#include "printing/guidance.h"

#include <stdlib.h>

char *guidance_of_entry(const act_entry *entry, act_dialect dialect, const char *language)
{
    size_t size = act_entry_steps(entry, dialect, language, NULL, 0) + 1;
    char *text = malloc(size);
    if (text)
        act_entry_steps(entry, dialect, language, text, size);
    return text;
}

char *guidance_of_category(act_category category, act_dialect dialect, const char *language)
{
    size_t size = act_category_advice(category, dialect, language, NULL, 0) + 1;
    char *text = malloc(size);
    if (text) {
        *text = '\0';
        act_category_advice(category, dialect, language, text, size);
    }
    return text;
}
