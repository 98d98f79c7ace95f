/* Finds names by edit distance, and by a part of them. */
#include "verbs/nearest.h"

#include <actdiag.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { LENGTH_MAXIMUM = 64 /* bits of a word */, SHORTEST = 4 };

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* For each character, in either case, where the word has it: bit i for place i. */
struct pattern {
    uint64_t places[UCHAR_MAX + 1];
    size_t length;
};

static struct pattern pattern_of(const char *word, size_t length)
{
    struct pattern pattern = {.length = length};
    for (size_t i = 0; i < length; i++) {
        pattern.places[(unsigned char)upper(word[i])] |= UINT64_C(1) << i;
        pattern.places[(unsigned char)lower(word[i])] |= UINT64_C(1) << i;
    }
    return pattern;
}

/*
 * Levenshtein's distance: insertions, deletions, replacements. A column of its matrix is two words
 * of bits, which mark where a value is one more, or one less, than that above it (Myers 1999, in
 * Hyyrö's form). What exceeds the limit is not computed to its end.
 */
static size_t distance(const struct pattern *word, const char *name, size_t name_length,
                       size_t limit)
{
    uint64_t more = UINT64_MAX, less = 0, last = UINT64_C(1) << (word->length - 1);
    size_t value = word->length;
    for (size_t i = 0; i < name_length && value <= limit + name_length - i; i++) {
        uint64_t equal = word->places[(unsigned char)name[i]] | less;
        uint64_t diagonal = (((equal & more) + more) ^ more) | equal;
        uint64_t right_more = less | ~(more | diagonal), right_less = more & diagonal;
        value += (right_more & last) != 0;
        value -= (right_less & last) != 0;
        right_more = right_more << 1 | 1;
        less = right_more & diagonal;
        more = right_less << 1 | ~(right_more | diagonal);
    }
    return value;
}

static void insert(const char *name, size_t rank, const char **names, size_t *ranks, size_t *count)
{
    size_t place = *count;
    while (place > 0 && ranks[place - 1] > rank)
        place--;
    if (place == NEAREST_MAXIMUM)
        return;
    if (*count < NEAREST_MAXIMUM)
        ++*count;
    for (size_t i = *count - 1; i > place; i--) {
        names[i] = names[i - 1];
        ranks[i] = ranks[i - 1];
    }
    names[place] = name;
    ranks[place] = rank;
}

/* Whether a name, which is in capitals, has the word in it. */
static bool contains(const char *name, const char *word, size_t length)
{
    for (; (name = strchr(name, upper(*word))) != NULL; name++) {
        size_t i = 1;
        while (i < length && name[i] == upper(word[i]))
            i++;
        if (i == length)
            return true;
    }
    return false;
}

/* Documented names first, then in the order of the codes. */
static size_t names_with_part(const char *word, size_t length, const char *names[NEAREST_MAXIMUM])
{
    size_t ranks[NEAREST_MAXIMUM], count = 0;
    uint32_t code;
    for (size_t i = 0; act_code_at(i, &code); i++) {
        const char *name = act_name(code);
        if (name && contains(name, word, length))
            insert(name, act_lookup(code) ? 0 : 1, names, ranks, &count);
    }
    return count;
}

size_t nearest_names(const char *word, const char *names[NEAREST_MAXIMUM])
{
    size_t ranks[NEAREST_MAXIMUM], count = 0, length = strlen(word);
    uint32_t code;
    if (length < SHORTEST || length > LENGTH_MAXIMUM)
        return 0;
    struct pattern pattern = pattern_of(word, length);
    for (size_t i = 0; act_code_at(i, &code); i++) {
        const char *name = act_name(code);
        size_t name_length = name ? strlen(name) : 0, limit = 1 + name_length / 6;
        if (!name || name_length + limit < length || length + limit < name_length)
            continue;
        size_t rank = distance(&pattern, name, name_length, limit);
        if (rank <= limit)
            insert(name, rank, names, ranks, &count);
    }
    return count > 0 ? count : names_with_part(word, length, names);
}
