/* Matches language tags and locale names. */
#include "language.h"

#include "ascii.h"

#include <stdbool.h>

enum rank { RANK_NONE, RANK_LANGUAGE, RANK_EXACT };

/* A tag ends at the charset or modifier of a locale name: "ja_JP.UTF-8", "zh_TW@stroke". */
static bool is_end(char c)
{
    return c == '\0' || c == '.' || c == '@';
}

static char fold(char c)
{
    if (c == '_')
        return '-';
    return act_ascii_lower(c);
}

static size_t subtag_length(const char *subtag)
{
    size_t length = 0;
    while (!is_end(subtag[length]) && fold(subtag[length]) != '-')
        length++;
    return length;
}

static bool subtag_is(const char *subtag, size_t length, const char *lower)
{
    for (size_t i = 0; i < length; i++)
        if (fold(subtag[i]) != lower[i])
            return false;
    return lower[length] == '\0';
}

/* Chinese is two written languages. A tag that names neither script nor region means Hans. */
static bool is_traditional_chinese(const char *tag)
{
    static const char marks[][5] = {"tw", "hk", "mo", "hant"};
    size_t length = subtag_length(tag);
    if (!subtag_is(tag, length, "zh"))
        return false;
    while (!is_end(tag[length])) {
        tag += length + 1;
        length = subtag_length(tag);
        if (subtag_is(tag, length, "hans"))
            return false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (subtag_is(tag, length, marks[i]))
                return true;
    }
    return false;
}

static bool same_characters(const char *a, const char *b, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (fold(a[i]) != fold(b[i]))
            return false;
    return true;
}

static enum rank rank_of(const char *wanted, const char *tag)
{
    size_t length = 0;
    while (!is_end(wanted[length]) && fold(wanted[length]) == fold(tag[length]))
        length++;
    if (is_end(wanted[length]) && is_end(tag[length]))
        return RANK_EXACT;

    length = subtag_length(wanted);
    if (length == 0 || subtag_length(tag) != length || !same_characters(wanted, tag, length))
        return RANK_NONE;
    return is_traditional_chinese(wanted) == is_traditional_chinese(tag) ? RANK_LANGUAGE
                                                                         : RANK_NONE;
}

/* The best match among the languages that there are; languages->count without one. */
static size_t nearest(const char *wanted, const struct act_languages *languages,
                      act_language_test *has, const void *context)
{
    size_t best = languages->count;
    enum rank best_rank = RANK_NONE;
    for (size_t i = 0; i < languages->count; i++) {
        enum rank rank = rank_of(wanted, languages->pool + languages->tags[i]);
        if (rank > best_rank && (!has || has(context, i))) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

size_t act_language_choose(const char *wanted, const struct act_languages *languages,
                           act_language_test *has, const void *context)
{
    const char *primary = languages->pool + languages->tags[0];
    size_t found = nearest(wanted ? wanted : primary, languages, has, context);
    if (found == languages->count)
        found = nearest("en", languages, has, context);
    for (size_t i = 0; i < languages->count && found == languages->count; i++)
        if (!has || has(context, i))
            found = i;
    return found;
}
