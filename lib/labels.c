/* Categories, sides and types in words. */
#include "language.h"
#include "table.h"

static int has_every_language(const void *context, size_t language)
{
    (void)context;
    (void)language;
    return 1;
}

/*
 * English is the first language of the labels. A table without labels has one set of them all the
 * same, of empty words.
 */
static const struct act_labels *choose_labels(const char *language)
{
    struct act_languages languages = {act_table_pool, act_table_label_languages,
                                      ACT_TABLE_LABEL_COUNT};
    return &act_table_labels[act_language_choose(language, &languages, has_every_language, NULL)];
}

ACT_API const char *ACT_CALL act_category_text(act_category category, act_category_field field,
                                               const char *language)
{
    if ((unsigned)category >= ACT_CATEGORY_COUNT || (unsigned)field >= ACT_CATEGORY_FIELD_COUNT)
        return "";
    return act_table_string(choose_labels(language)->category[category][field]);
}

ACT_API const char *ACT_CALL act_side_text(act_side side, const char *language)
{
    if ((unsigned)side >= ACT_SIDE_COUNT)
        return "";
    return act_table_string(choose_labels(language)->side[side]);
}

static unsigned type_number(act_type type)
{
    unsigned number = 0;
    while (number < ACT_TYPE_COUNT && (unsigned)type != 1U << number)
        number++;
    return number;
}

ACT_API const char *ACT_CALL act_type_text(act_type type, const char *language)
{
    unsigned number = type_number(type);
    if (number == ACT_TYPE_COUNT)
        return "";
    return act_table_string(choose_labels(language)->type[number]);
}
