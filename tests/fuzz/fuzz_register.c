/*
 * Register and words to table: the input is the one, a form feed, and the other. They join one
 * entry, without which there is no table.
 */
#include "fuzz.h"

#include "tables/words.h"
#include "tables/register.h"
#include "table_invariants.h"

#include <string.h>

typedef void table_reader(struct model *model, const struct source *source, struct arena *arena,
                          struct diagnostics *diagnostics);

static void read_table(table_reader *read, const char *name, const uint8_t *data, size_t size,
                       struct model *model, struct arena *arena, struct diagnostics *diagnostics)
{
    struct source source;
    const char *text = arena_copy(arena, (const char *)data, size);
    if (source_take(&source, name, text, size, arena, diagnostics))
        read(model, &source, arena, diagnostics);
    diagnostics_flush(diagnostics);
}

static struct model documented_model(void)
{
    static const char *texts[MODEL_FIELD_COUNT] = {"message", "cause", "steps"};
    static const char *languages[] = {"en"};
    static const struct model_document document = {"en", "", "", "fuzz.en.md"};
    static const struct model_entry entry = {
        .code = 0xC004F074, .types = ACT_TYPE_KMS, .texts = texts};
    return (struct model){.documents = &document,
                          .document_count = 1,
                          .languages = languages,
                          .language_count = 1,
                          .entries = &entry,
                          .entry_count = 1};
}

static void check(const uint8_t *data, size_t size, struct diagnostics *diagnostics)
{
    struct arena arena = {NULL};
    struct model model = documented_model();
    const uint8_t *separator = size > 0 ? memchr(data, '\f', size) : NULL;
    size_t length = separator ? (size_t)(separator - data) : size;
    read_table(register_read, "codes.tsv", data, length, &model, &arena, diagnostics);
    if (separator)
        read_table(words_read, "words.tsv", separator + 1, size - length - 1, &model, &arena,
                   diagnostics);
    if (diagnostics->error_count == 0)
        table_check(&model);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_diagnosed(check, data, size);
    return 0;
}
