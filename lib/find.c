/* Finds codes by words of what is known of them. */
#include "ascii.h"
#include "slice.h"
#include "table.h"

enum { TEXT_COUNT = 4 };

/* Everything of a code that is searched. */
struct texts {
    const char *of[TEXT_COUNT];
};

static int occurs(struct slice word, const struct texts *texts)
{
    size_t length = (size_t)(word.end - word.begin);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        for (const char *text = texts->of[i]; *text != '\0'; text++)
            if (act_ascii_begins(text, (const char *)word.begin, length))
                return 1;
    return 0;
}

static int all_occur(struct slice words, const struct texts *texts)
{
    while (act_slice_trim(&words), !act_slice_is_empty(words))
        if (!occurs(act_slice_take_word(&words), texts))
            return 0;
    return 1;
}

static struct texts texts_of(const struct act_entry *slot, const act_entry *entry,
                             const char *language)
{
    return (struct texts){{
        act_table_string(act_table_row(slot)[ACT_ROW_NAME]),
        act_category_text((act_category)slot->facts.category, ACT_CATEGORY_LABEL, language),
        entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language) : "",
        entry ? act_entry_text(entry, ACT_FIELD_CAUSE, language) : "",
    }};
}

ACT_API size_t ACT_CALL act_find(const char *words, size_t length, const char *language,
                                 uint32_t *codes, size_t capacity)
{
    const unsigned char *begin = (const unsigned char *)words;
    struct slice wanted = {begin, length > 0 ? begin + length : begin};
    size_t count = 0;
    act_slice_trim(&wanted);
    if (act_slice_is_empty(wanted))
        return 0;
    for (int documented = 1; documented >= 0; documented--)
        for (size_t i = 0; i < ACT_TABLE_KNOWN_COUNT; i++) {
            const struct act_entry *slot = &act_table_hash.slots[act_table_known[i]];
            const act_entry *entry = act_lookup(slot->code);
            if ((entry != NULL) != documented)
                continue;
            struct texts texts = texts_of(slot, entry, language);
            if (!all_occur(wanted, &texts))
                continue;
            if (count < capacity)
                codes[count] = slot->code;
            count++;
        }
    return count;
}
