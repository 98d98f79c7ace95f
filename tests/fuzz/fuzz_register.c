/*
 * Register, words and catalogue of commands to table, separated by form feeds. They join one
 * entry, without which there is no table.
 */
#include "fuzz.h"

#include "tables/words.h"
#include "tables/register.h"
#include "table_invariants.h"

#include <string.h>

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

/* The part of the input up to the next form feed, which is taken away; empty after the last. */
static struct span next_part(const uint8_t **data, size_t *size)
{
    const uint8_t *separator = *size > 0 ? memchr(*data, '\f', *size) : NULL;
    struct span part = {(const char *)*data, separator ? (size_t)(separator - *data) : *size};
    size_t taken = part.length + (separator != NULL);
    *data += taken;
    *size -= taken;
    return part;
}

static bool take(struct source *source, const char *name, struct span part, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    const char *text = arena_copy(arena, part.text, part.length);
    return source_take(source, name, text, part.length, arena, diagnostics);
}

static void check(const uint8_t *data, size_t size, struct diagnostics *diagnostics)
{
    struct arena arena = {NULL};
    struct model model = documented_model();
    struct commands commands = {.arena = &arena};
    struct command_search search = {&commands, false};
    struct source source;
    struct span codes = next_part(&data, &size);
    bool has_words = size > 0;
    struct span words = next_part(&data, &size);
    if (take(&source, "codes.tsv", codes, &arena, diagnostics))
        register_read(&model, &source, &arena, diagnostics);
    diagnostics_flush(diagnostics);
    if (size > 0 && take(&source, "commands.tsv", next_part(&data, &size), &arena, diagnostics))
        commands_read(&commands, &source, diagnostics);
    diagnostics_flush(diagnostics);
    if (has_words && take(&source, "words.tsv", words, &arena, diagnostics))
        words_read(&model, &source, &search, &arena, diagnostics);
    diagnostics_flush(diagnostics);
    model.commands = commands.list;
    model.command_count = commands.count;
    model.catalogue_count = commands.row_count;
    if (diagnostics->error_count == 0)
        table_check(&model);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_diagnosed(check, data, size);
    return 0;
}
