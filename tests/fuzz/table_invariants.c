/* Checks the table of a model. */
#include "table_invariants.h"

#include "output/emit.h"
#include "output/layout.h"
#include "fuzz.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static int is_string(const struct pool *pool, uint32_t offset)
{
    return offset < pool->length &&
           memchr(pool->bytes + offset, '\0', pool->length - offset) != NULL &&
           (offset == 0 || pool->bytes[offset - 1] == '\0');
}

static void require_strings(const struct pool *pool, const uint32_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fuzz_require(is_string(pool, offsets[i]), "an offset is where a string of the pool begins");
}

static void check_records(const struct layout *layout)
{
    const struct hash *hash = &layout->hash;
    for (size_t i = 0; i < layout->record_count; i++) {
        uint32_t code = layout->records[i].code, slot = hash_slot(hash, code);
        fuzz_require(i == 0 || layout->records[i - 1].code < code, "codes ascend, each once");
        fuzz_require(slot >> hash->slot_bits == 0, "a slot is inside the table");
        fuzz_require(hash->slots[slot] == (int32_t)i, "a code is found in its slot");
        fuzz_require(layout->keys[i].record == &layout->records[i], "a code has its own record");
        fuzz_require(layout->known[i] == slot, "known codes are listed by their slots");
        fuzz_require(layout->records[i].row < layout->row_count, "a row is inside the rows");
        fuzz_require((unsigned)layout->records[i].category < ACT_CATEGORY_COUNT &&
                         (unsigned)layout->records[i].side < ACT_SIDE_COUNT &&
                         (unsigned)layout->records[i].role < ACT_ROLE_COUNT,
                     "category, side and role exist");
    }
}

/* Other forms of codes have a slot, but no record of their own. */
static void check_other_forms(const struct layout *layout)
{
    for (size_t i = layout->record_count; i < layout->key_count; i++) {
        const struct key *key = &layout->keys[i];
        fuzz_require(!key->record && key->subject && key->subject->code != key->code,
                     "another form stands for a code");
        fuzz_require(layout->hash.slots[hash_slot(&layout->hash, key->code)] == (int32_t)i,
                     "another form is found in its slot");
    }
}

static const char *row_text(const struct layout *layout, const struct record *record, size_t column)
{
    return layout->pool.bytes + layout->rows[record->row + column];
}

/* The commands of the steps are where the steps have them. */
static void check_uses(const struct layout *layout, const struct record *record, size_t language)
{
    size_t texts = 2 + language * (MODEL_FIELD_COUNT + 1);
    const char *steps = row_text(layout, record, texts + ACT_FIELD_STEPS);
    uint32_t number = layout->rows[record->row + texts + MODEL_FIELD_COUNT];
    const struct command_layout *commands = &layout->commands;
    fuzz_require(number < commands->range_count, "a range of commands exists");
    const struct use_range *range = &commands->ranges[number];
    for (uint32_t i = range->first, end = 0; i < range->first + range->count; i++) {
        const struct model_use *use = &commands->uses[i];
        fuzz_require(i < commands->use_count && use->offset >= end, "commands ascend");
        end = use->offset + use->length;
        fuzz_require(end <= strlen(steps), "a command is in its text");
        fuzz_require(use->command < layout->model->command_count, "a command exists");
        const char *written = layout->model->commands[use->command].texts[ACT_DIALECT_SLMGR];
        fuzz_require(strlen(written) == use->length &&
                         memcmp(steps + use->offset, written, use->length) == 0,
                     "a command is what was written");
    }
}

/* In each language an entry has all texts or none, and all in at least one. */
static void check_texts(const struct layout *layout, const struct record *record)
{
    size_t whole = 0;
    for (size_t i = 0; i < layout->model->language_count; i++) {
        size_t present = 0;
        for (size_t j = 0; j < MODEL_FIELD_COUNT; j++) {
            const char *expected = record->entry->texts[i * MODEL_FIELD_COUNT + j];
            const char *text = row_text(layout, record, 2 + i * (MODEL_FIELD_COUNT + 1) + j);
            fuzz_require(strcmp(text, expected ? expected : "") == 0, "texts are in their row");
            present += *text != '\0';
        }
        fuzz_require(present == 0 || present == MODEL_FIELD_COUNT, "a language has all texts");
        whole += present == MODEL_FIELD_COUNT;
        check_uses(layout, record, i);
    }
    fuzz_require(whole > 0, "an entry has its texts in some language");
}

static void check_entries(const struct layout *layout)
{
    const struct model *model = layout->model;
    for (size_t i = 0; i < model->entry_count; i++) {
        const struct model_entry *entry = &model->entries[i];
        uint32_t slot = layout->entries[i];
        fuzz_require(slot == hash_slot(&layout->hash, entry->code),
                     "entries are listed by their slots");
        const struct record *record = &layout->records[layout->hash.slots[slot]];
        fuzz_require(record->entry == entry, "an entry is documented in its slot");
        fuzz_require(entry->types > 0 && entry->types < 1U << ACT_TYPE_COUNT,
                     "an entry has known types");
        check_texts(layout, record);
    }
}

static void check_names(const struct layout *layout)
{
    const char *before = NULL;
    for (size_t i = 0; i < layout->name_count; i++) {
        const struct record *record = &layout->records[layout->hash.slots[layout->names[i]]];
        const char *name = row_text(layout, record, 0);
        fuzz_require(strcmp(name, record->name) == 0, "a name is in its row");
        fuzz_require(!before || strcmp(before, name) < 0, "names ascend, each once");
        before = name;
    }
}

static void check_strings(const struct layout *layout)
{
    const struct model *model = layout->model;
    for (size_t i = 0; i < layout->record_count; i++)
        require_strings(&layout->pool, &layout->rows[layout->records[i].row], 2);
    for (size_t i = 0; i < model->command_count; i++)
        require_strings(&layout->pool, layout->commands.commands[i].texts, ACT_DIALECT_COUNT);
    for (size_t i = 0; i < model->document_count; i++)
        require_strings(&layout->pool, layout->documents[i],
                        sizeof *layout->documents / sizeof(uint32_t));
    require_strings(&layout->pool, layout->languages, model->language_count);
    require_strings(&layout->pool, layout->word_ids, model->word_count);
    require_strings(&layout->pool, layout->word_languages, model->word_language_count);
    require_strings(&layout->pool, layout->words, model->word_language_count * model->word_count);
    for (size_t i = 1; i < model->word_count; i++)
        fuzz_require(strcmp(model->word_ids[i - 1], model->word_ids[i]) < 0,
                     "identifiers of words ascend, each once");
}

static void check_written(const struct model *model)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    fuzz_require(out != NULL, "memory for a test");
    fuzz_require(emit_table(model, out) == NULL, "a table that fits is written");
    fclose(out);
    fuzz_require(length > 0 && strlen(text) == length, "the table is written as text");
    free(text);
}

void table_check(const struct model *model)
{
    struct layout layout;
    fuzz_require(layout_begin(&layout, model) == NULL, "a small table fits");
    check_records(&layout);
    check_other_forms(&layout);
    check_entries(&layout);
    check_names(&layout);
    check_strings(&layout);
    layout_release(&layout);
    check_written(model);
}

static void check_lines(const char *text, size_t length, size_t error_count)
{
    size_t errors = 0;
    for (const char *line = text; line < text + length; line = strchr(line, '\n') + 1) {
        fuzz_require(strchr(line, '\n') != NULL, "a diagnosis ends its line");
        size_t end = strcspn(line, "\n");
        const char *error = strstr(line, ": error: "), *warning = strstr(line, ": warning: ");
        bool is_error = error && error < line + end && (!warning || error < warning);
        fuzz_require(is_error || (warning && warning < line + end),
                     "a diagnosis names its severity");
        errors += is_error;
    }
    fuzz_require((errors > 0) == (error_count > 0), "an error is reported, and counted");
}

void check_diagnosed(input_check *check, const uint8_t *data, size_t size)
{
    char *text = NULL;
    size_t length = 0;
    struct diagnostics diagnostics = {.out = open_memstream(&text, &length), .shows_hints = true};
    fuzz_require(diagnostics.out != NULL, "memory for a test");
    check(data, size, &diagnostics);
    fclose(diagnostics.out);
    check_lines(text, length, diagnostics.error_count);
    free(text);
}
