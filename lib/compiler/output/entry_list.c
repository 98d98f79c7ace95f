/* Prints the entries of a model. */
#include "output/entry_list.h"

#include <string.h>

#include "input/escape.h"

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

static void print_on_one_line(const char *text, FILE *out)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        escape_print(text, length, out);
        text += length;
        if (*text == '\n') {
            putc(' ', out);
            text++;
        }
    }
    putc('\n', out);
}

void entry_list_print(const struct model *model, FILE *out)
{
    for (size_t i = 0; i < model->entry_count && !ferror(out); i++) {
        const struct model_entry *entry = &model->entries[i];
        fprintf(out, "0x%08X\t", (unsigned)entry->code);
        print_types(entry->types, out);
        putc('\t', out);
        print_on_one_line(message_of(model, entry), out);
    }
}
