/* Chooses the language. */
#include "platform/locale_language.h"

#include <actdiag.h>

#include "platform/platform.h"

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

static bool has_language(const char *wanted)
{
    const char *tag;
    for (size_t i = 0; (tag = act_document(i, ACT_DOCUMENT_LANGUAGE)) != NULL; i++)
        if (language_is(wanted, tag))
            return true;
    return false;
}

const char *language_choose(const char *wanted)
{
    if (!wanted)
        wanted = platform_locale();
    return wanted && has_language(wanted) ? wanted : "en";
}
