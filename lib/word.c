/* Words by their identifiers, among them the labels of categories, sides, roles and types. */
#include "language.h"
#include "uses.h"

/* The primary language is that of the documents, whatever the order of the words' languages is. */
static size_t choose_language(const char *language)
{
    struct act_languages languages = {act_table_pool, act_table_word_languages,
                                      ACT_TABLE_WORD_LANGUAGE_COUNT};
    const char *wanted = language ? language : act_table_string(act_table_languages[0]);
    return act_language_choose(wanted, &languages, NULL, NULL);
}

ACT_API const char *ACT_CALL act_words_language(const char *wanted)
{
    return act_table_string(act_table_word_languages[choose_language(wanted)]);
}

/* Orders as strcmp() does: first and second, joined, against word. */
static int compare(const char *first, const char *second, const char *word)
{
    for (; *first != '\0'; first++, word++)
        if (*first != *word)
            return (unsigned char)*first - (unsigned char)*word;
    while (*second != '\0' && *second == *word) {
        second++;
        word++;
    }
    return (unsigned char)*second - (unsigned char)*word;
}

/* The word whose identifier is first and second joined; NULL without one. */
static const char *find(const char *first, const char *second, const char *language)
{
    size_t low = 0, high = ACT_TABLE_WORD_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(first, second, act_table_string(act_table_word_ids[middle]));
        if (order == 0)
            return act_table_string(
                act_table_words[choose_language(language) * ACT_TABLE_WORD_COUNT + middle]);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

ACT_API const char *ACT_CALL act_word(const char *id, const char *language)
{
    return find("", id, language);
}

/* A text of an identifier, which may be NULL; "" without one. */
static const char *text_of(const char *kind, const char *id, const char *language)
{
    const char *text = id ? find(kind, id, language) : NULL;
    return text ? text : "";
}

ACT_API const char *ACT_CALL act_category_text(act_category category, act_category_field field,
                                               const char *language)
{
    switch (field) {
    case ACT_CATEGORY_LABEL:
        return text_of("category.", act_category_id(category), language);
    case ACT_CATEGORY_ADVICE:
        return text_of("category-advice.", act_category_id(category), language);
    }
    return "";
}

struct act_text_uses act_advice_uses(act_category category, const char *language)
{
    const char *text = act_category_text(category, ACT_CATEGORY_ADVICE, language);
    size_t number = choose_language(language) * ACT_CATEGORY_COUNT + category;
    return act_text_uses(text, act_table_advice[number]);
}

ACT_API const char *ACT_CALL act_side_text(act_side side, const char *language)
{
    return text_of("side.", act_side_id(side), language);
}

ACT_API const char *ACT_CALL act_role_text(act_role role, const char *language)
{
    return text_of("role.", act_role_id(role), language);
}

ACT_API const char *ACT_CALL act_type_text(act_type type, const char *language)
{
    return text_of("type.", act_type_id(type), language);
}
