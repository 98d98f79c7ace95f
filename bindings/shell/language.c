/* Chooses the language. */
#include "language.h"

#include <actdiag.h>

#include "platform.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

bool language_is(const char *tag, const char *language)
{
    while (is_letter(*tag) && lower(*tag) == lower(*language)) {
        tag++;
        language++;
    }
    return !is_letter(*tag) && !is_letter(*language);
}

const char *language_choose(const char *wanted)
{
    const act_entry *entry = act_entry_at(0);
    if (!wanted)
        wanted = platform_locale();
    if (!wanted || !entry || !language_is(wanted, act_entry_language(entry, wanted)))
        return "en";
    return wanted;
}
