/* Joins documents by code. */
#include "output/merge.h"

#include <stdlib.h>
#include <string.h>

#include "output/order.h"

/* An entry of one document, in reading order. */
struct reading_entry {
    const struct article_entry *entry;
    size_t language;
    size_t number;
};

static size_t add_language(struct model *model, const char *tag)
{
    for (size_t i = 0; i < model->language_count; i++)
        if (strcmp(model->languages[i], tag) == 0)
            return i;
    model->languages[model->language_count] = tag;
    return model->language_count++;
}

static int compare_by_code(const void *left, const void *right)
{
    const struct reading_entry *a = left, *b = right;
    if (a->entry->code != b->entry->code)
        return order_of(a->entry->code, b->entry->code);
    return order_of(a->number, b->number);
}

static int compare_by_number(const void *left, const void *right)
{
    const struct reading_entry *a = left, *b = right;
    return order_of(a->number, b->number);
}

static void refuse(struct diagnostics *diagnostics, uint32_t code, struct location place,
                   const char *what, struct location other)
{
    diagnose(diagnostics, SEVERITY_ERROR, place, "0x%08X %s; see %s:%u:%u", (unsigned)code, what,
             other.file, other.line, other.column);
}

/* The first of several entries of one code that is in a language. */
static const struct article_entry *first_in(const struct reading_entry *same, size_t language)
{
    while (same->language != language)
        same++;
    return same->entry;
}

/* Entries of one code: the first one found stands for it. */
static void merge_code(struct model_entry *merged, const struct reading_entry *same, size_t count,
                       struct diagnostics *diagnostics)
{
    const struct article_entry *first = same[0].entry;
    merged->code = first->code;
    merged->types = first->types;
    for (size_t i = 0; i < count; i++) {
        const struct article_entry *entry = same[i].entry;
        const char **texts = merged->texts + same[i].language * MODEL_FIELD_COUNT;
        if (texts[ACT_FIELD_MESSAGE]) {
            refuse(diagnostics, first->code, entry->place, "appears twice in one language",
                   first_in(same, same[i].language)->place);
            continue;
        }
        if (entry->types != first->types)
            refuse(diagnostics, first->code, entry->types_place,
                   "has other activation types elsewhere", first->types_place);
        memcpy(texts, entry->texts, sizeof entry->texts);
        merged->uses[same[i].language] = entry->uses;
    }
}

static struct reading_entry *collect(struct model *model, const struct article *articles,
                                     size_t count, size_t *total, struct arena *arena)
{
    *total = 0;
    for (size_t i = 0; i < count; i++)
        *total += articles[i].entry_count;
    struct reading_entry *all = arena_allocate(arena, *total, sizeof *all);
    size_t number = 0;
    for (size_t i = 0; i < count; i++) {
        size_t language = add_language(model, articles[i].document.language);
        for (size_t j = 0; j < articles[i].entry_count; j++, number++)
            all[number] = (struct reading_entry){&articles[i].entries[j], language, number};
    }
    return all;
}

/* Moves the first entry of each code to the front of all; returns how many codes there are. */
static size_t merge_sorted(struct model_entry *merged, struct reading_entry *all, size_t total,
                           size_t language_count, struct arena *arena,
                           struct diagnostics *diagnostics)
{
    size_t codes = 0;
    for (size_t begin = 0, end; begin < total; begin = end) {
        for (end = begin + 1; end < total && all[end].entry->code == all[begin].entry->code; end++)
            continue;
        struct model_entry *entry = &merged[all[begin].number];
        entry->texts =
            arena_allocate(arena, language_count * MODEL_FIELD_COUNT, sizeof *entry->texts);
        entry->uses = arena_allocate(arena, language_count, sizeof *entry->uses);
        merge_code(entry, all + begin, end - begin, diagnostics);
        all[codes++] = all[begin];
    }
    return codes;
}

void merge_articles(struct model *model, const struct article *articles, size_t count,
                    struct arena *arena, struct diagnostics *diagnostics)
{
    size_t total;
    struct model_document *documents = arena_allocate(arena, count, sizeof *documents);
    model->languages = arena_allocate(arena, count, sizeof *model->languages);
    for (size_t i = 0; i < count; i++)
        documents[i] = articles[i].document;
    model->documents = documents;
    model->document_count = count;
    struct reading_entry *all = collect(model, articles, count, &total, arena);
    if (total == 0)
        return;
    struct model_entry *merged = arena_allocate(arena, total, sizeof *merged);
    qsort(all, total, sizeof *all, compare_by_code);
    size_t codes = merge_sorted(merged, all, total, model->language_count, arena, diagnostics);
    qsort(all, codes, sizeof *all, compare_by_number);
    struct model_entry *entries = arena_allocate(arena, codes, sizeof *entries);
    for (size_t i = 0; i < codes; i++)
        entries[i] = merged[all[i].number];
    model->entries = entries;
    model->entry_count = codes;
}
