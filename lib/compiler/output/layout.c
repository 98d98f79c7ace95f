/* Lays the table out. */
#include "output/layout.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "output/order.h"
#include "hresult.h"

static int compare_records(const void *left, const void *right)
{
    const struct record *a = left, *b = right;
    return order_of(a->code, b->code);
}

static struct record record_of_entry(const struct model_entry *entry)
{
    const struct act_facts *judged = act_hresult_facts(entry->code);
    return (struct record){.code = entry->code,
                           .entry = entry,
                           .types = entry->types,
                           .category = (act_category)judged->category,
                           .side = (act_side)judged->side,
                           .role = (act_role)judged->role};
}

static void add_register_facts(struct record *record, const struct model_code *code)
{
    record->code = code->code;
    record->name = code->name;
    record->reference = code->reference;
    record->category = code->category;
    record->side = code->side;
    record->role = code->role;
    record->flags = code->flags;
}

/* Joins the entries, sorted by code, with the register, which is. */
static void join_records(struct layout *layout, const struct record *entries)
{
    const struct model *model = layout->model;
    size_t entry = 0, code = 0;
    while (entry < model->entry_count || code < model->code_count) {
        struct record *record = &layout->records[layout->record_count++];
        bool has_entry =
            entry < model->entry_count &&
            (code == model->code_count || entries[entry].code <= model->codes[code].code);
        bool has_code =
            code < model->code_count &&
            (entry == model->entry_count || model->codes[code].code <= entries[entry].code);
        if (has_entry)
            *record = entries[entry++];
        if (has_code)
            add_register_facts(record, &model->codes[code++]);
    }
}

static void collect_records(struct layout *layout)
{
    const struct model *model = layout->model;
    size_t most = model->entry_count + model->code_count;
    struct record *entries = arena_allocate(&layout->arena, model->entry_count, sizeof *entries);
    layout->records = arena_allocate(&layout->arena, most, sizeof *layout->records);
    for (size_t i = 0; i < model->entry_count; i++)
        entries[i] = record_of_entry(&model->entries[i]);
    qsort(entries, model->entry_count, sizeof *entries, compare_records);
    join_records(layout, entries);
    layout->key_count =
        keys_collect(layout->records, layout->record_count, &layout->keys, &layout->arena);
}

static void build_hash(struct layout *layout)
{
    uint32_t *codes = arena_allocate(&layout->arena, layout->key_count, sizeof *codes);
    uint32_t largest = 0;
    for (size_t i = 0; i < layout->key_count; i++)
        codes[i] = layout->keys[i].code;
    layout->hash = hash_build(codes, layout->key_count, &layout->arena);
    for (size_t i = 0; i < hash_bucket_count(&layout->hash); i++)
        if (layout->hash.displacements[i] > largest)
            largest = layout->hash.displacements[i];
    layout->displacement_bits = largest <= UINT8_MAX ? 8 : largest <= UINT16_MAX ? 16 : 32;
}

/* The texts of an entry in a language, and the commands of its steps. */
static void add_texts(struct layout *layout, const struct model_entry *entry, size_t language)
{
    for (size_t i = 0; i < MODEL_FIELD_COUNT; i++)
        layout->rows[layout->row_count++] =
            pool_add(&layout->pool, entry->texts[language * MODEL_FIELD_COUNT + i]);
    layout->rows[layout->row_count++] =
        entry->uses ? command_layout_add(&layout->commands, &entry->uses[language]) : 0;
}

/* Rows of records that are not documented have no texts. */
static void fill_rows(struct layout *layout)
{
    const struct model *model = layout->model;
    size_t texts = model->language_count * (MODEL_FIELD_COUNT + 1);
    size_t most = 2 * layout->record_count + model->entry_count * texts;
    layout->rows = arena_allocate(&layout->arena, most, sizeof *layout->rows);
    for (size_t i = 0; i < layout->record_count; i++) {
        struct record *record = &layout->records[i];
        record->row = (uint32_t)layout->row_count;
        layout->rows[layout->row_count++] = pool_add(&layout->pool, record->name);
        layout->rows[layout->row_count++] = pool_add(&layout->pool, record->reference);
        for (size_t j = 0; record->entry && j < model->language_count; j++)
            add_texts(layout, record->entry, j);
    }
}

static uint32_t slot_of(const struct layout *layout, uint32_t code)
{
    return hash_slot(&layout->hash, code);
}

static int compare_names(const void *left, const void *right)
{
    const struct record *const *a = left, *const *b = right;
    return strcmp((*a)->name, (*b)->name);
}

static void order_names(struct layout *layout)
{
    const struct record **named =
        arena_allocate(&layout->arena, layout->record_count, sizeof *named);
    for (size_t i = 0; i < layout->record_count; i++)
        if (layout->records[i].name)
            named[layout->name_count++] = &layout->records[i];
    qsort(named, layout->name_count, sizeof *named, compare_names);
    layout->names = arena_allocate(&layout->arena, layout->name_count, sizeof *layout->names);
    for (size_t i = 0; i < layout->name_count; i++)
        layout->names[i] = slot_of(layout, named[i]->code);
}

static void order_slots(struct layout *layout)
{
    const struct model *model = layout->model;
    layout->entries = arena_allocate(&layout->arena, model->entry_count, sizeof *layout->entries);
    for (size_t i = 0; i < model->entry_count; i++)
        layout->entries[i] = slot_of(layout, model->entries[i].code);
    layout->known = arena_allocate(&layout->arena, layout->record_count, sizeof *layout->known);
    for (size_t i = 0; i < layout->record_count; i++)
        layout->known[i] = slot_of(layout, layout->records[i].code);
    order_names(layout);
}

static uint32_t *place_strings(struct layout *layout, const char *const *strings, size_t count)
{
    uint32_t *offsets = arena_allocate(&layout->arena, count, sizeof *offsets);
    for (size_t i = 0; i < count; i++)
        offsets[i] = pool_add(&layout->pool, strings[i]);
    return offsets;
}

static void place_documents(struct layout *layout)
{
    const struct model *model = layout->model;
    layout->documents =
        arena_allocate(&layout->arena, model->document_count, sizeof *layout->documents);
    for (size_t i = 0; i < model->document_count; i++) {
        uint32_t *fields = layout->documents[i];
        const struct model_document *document = &model->documents[i];
        fields[ACT_DOCUMENT_LANGUAGE] = pool_add(&layout->pool, document->language);
        fields[ACT_DOCUMENT_TITLE] = pool_add(&layout->pool, document->title);
        fields[ACT_DOCUMENT_DATE] = pool_add(&layout->pool, document->date);
        fields[ACT_DOCUMENT_SOURCE] = pool_add(&layout->pool, document->source);
    }
    layout->languages = place_strings(layout, model->languages, model->language_count);
}

static void place_words(struct layout *layout)
{
    const struct model *model = layout->model;
    layout->word_ids = place_strings(layout, model->word_ids, model->word_count);
    layout->word_languages =
        place_strings(layout, model->word_languages, model->word_language_count);
    layout->words =
        place_strings(layout, model->words, model->word_language_count * model->word_count);
}

const char *layout_begin(struct layout *layout, const struct model *model)
{
    *layout = (struct layout){.model = model};
    pool_begin(&layout->pool);
    if (model->entry_count + model->code_count > HASH_MAXIMUM)
        return "more codes than the table's format allows";
    collect_records(layout);
    build_hash(layout);
    command_layout_begin(&layout->commands, model, &layout->pool, &layout->arena);
    fill_rows(layout);
    order_slots(layout);
    place_documents(layout);
    place_words(layout);
    return pool_fits(&layout->pool) ? NULL : "more than 4 GiB of text";
}

void layout_release(struct layout *layout)
{
    pool_release(&layout->pool);
    arena_release(&layout->arena);
}
