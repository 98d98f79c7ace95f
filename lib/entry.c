/* Entries: their order and their texts. */
#include "language.h"
#include "uses.h"

ACT_API size_t ACT_CALL act_count(void)
{
    return ACT_TABLE_ENTRY_COUNT;
}

ACT_API const act_entry *ACT_CALL act_entry_at(size_t index)
{
    return index < ACT_TABLE_ENTRY_COUNT ? &act_table_hash.slots[act_table_entries[index]] : NULL;
}

ACT_API int ACT_CALL act_foreach(act_visitor *visit, void *context)
{
    int result = 0;
    for (size_t i = 0; i < ACT_TABLE_ENTRY_COUNT && result == 0; i++)
        result = visit(&act_table_hash.slots[act_table_entries[i]], context);
    return result;
}

ACT_API uint32_t ACT_CALL act_entry_code(const act_entry *entry)
{
    return entry->code;
}

ACT_API uint32_t ACT_CALL act_entry_types(const act_entry *entry)
{
    return entry->facts.types;
}

/* The texts of an entry; a language that it lacks has the offset 0. */
static const uint32_t *texts_of(const act_entry *entry)
{
    return act_table_row(entry) + ACT_ROW_TEXTS;
}

static int has_language(const void *context, size_t language)
{
    return texts_of(context)[language * ACT_ROW_LANGUAGE] != 0;
}

/* For an entry, or for all of them where it is NULL. */
static size_t choose_language(const act_entry *entry, const char *language)
{
    struct act_languages languages = {act_table_pool, act_table_languages,
                                      ACT_TABLE_LANGUAGE_COUNT};
    return act_language_choose(language, &languages, entry ? has_language : NULL, entry);
}

ACT_API const char *ACT_CALL act_language(const char *wanted)
{
    return act_table_string(act_table_languages[choose_language(NULL, wanted)]);
}

ACT_API const char *ACT_CALL act_entry_text(const act_entry *entry, act_field field,
                                            const char *language)
{
    if ((unsigned)field >= ACT_FIELD_COUNT)
        return "";
    size_t row = choose_language(entry, language) * ACT_ROW_LANGUAGE;
    return act_table_string(texts_of(entry)[row + (unsigned)field]);
}

struct act_text_uses act_entry_uses(const act_entry *entry, const char *language)
{
    const uint32_t *row = texts_of(entry) + choose_language(entry, language) * ACT_ROW_LANGUAGE;
    return act_text_uses(act_table_string(row[ACT_FIELD_STEPS]), row[ACT_ROW_USES]);
}

ACT_API const char *ACT_CALL act_entry_language(const act_entry *entry, const char *language)
{
    return act_table_string(act_table_languages[choose_language(entry, language)]);
}
