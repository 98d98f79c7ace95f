/* Finds names by edit distance. */
#include "verbs/nearest.h"

#include <actdiag.h>
#include <string.h>

enum { LENGTH_MAXIMUM = 96, SHORTEST = 4 };

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Levenshtein's distance: insertions, deletions, replacements. Both at most LENGTH_MAXIMUM long. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[LENGTH_MAXIMUM + 1];
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t replaced = diagonal + (upper(a[i - 1]) != upper(b[j - 1]));
            diagonal = row[j];
            row[j] = smallest(row[j] + 1, row[j - 1] + 1, replaced);
        }
    }
    return row[b_length];
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

size_t nearest_names(const char *word, const char *names[NEAREST_MAXIMUM])
{
    size_t ranks[NEAREST_MAXIMUM], count = 0, length = strlen(word);
    uint32_t code;
    if (length < SHORTEST || length > LENGTH_MAXIMUM)
        return 0;
    for (size_t i = 0; act_code_at(i, &code); i++) {
        const char *name = act_name(code);
        size_t name_length = name ? strlen(name) : 0;
        if (!name || name_length > LENGTH_MAXIMUM)
            continue;
        size_t rank = distance(word, length, name, name_length);
        if (rank <= 1 + name_length / 6)
            insert(name, rank, names, ranks, &count);
    }
    return count;
}
