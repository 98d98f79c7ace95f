/* Prints the entries of a model. */
#include "list.h"

static const char *message_of(const struct model *model, const struct model_entry *entry)
{
    size_t language = 0;
    while (language + 1 < model->language_count &&
           !entry->texts[language * MODEL_FIELD_COUNT + ACT_FIELD_MESSAGE])
        language++;
    return entry->texts[language * MODEL_FIELD_COUNT + ACT_FIELD_MESSAGE];
}

static void print_types(uint32_t types, FILE *out)
{
    const char *separator = "";
    for (unsigned i = 0; i < ACT_TYPE_COUNT; i++) {
        if ((types >> i & 1) == 0)
            continue;
        fprintf(out, "%s%s", separator, act_type_id((act_type)(1U << i)));
        separator = ",";
    }
}

void list_print(const struct model *model, FILE *out)
{
    for (size_t i = 0; i < model->entry_count; i++) {
        const struct model_entry *entry = &model->entries[i];
        fprintf(out, "0x%08X\t", (unsigned)entry->code);
        print_types(entry->types, out);
        putc('\t', out);
        for (const char *c = message_of(model, entry); *c != '\0'; c++)
            putc(*c == '\n' ? ' ' : *c, out);
        putc('\n', out);
    }
}
