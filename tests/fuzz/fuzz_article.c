/*
 * From article to table: the input is a document, or several, separated by form feeds. The first is
 * Japanese, the second English, the third Japanese again, so that they merge.
 */
#include "fuzz.h"

#include "documents/article.h"
#include "output/merge.h"
#include "table_invariants.h"

#include <stdlib.h>
#include <string.h>

enum { DOCUMENTS = 3, SEPARATOR = '\f' };

/* The text is in memory of its size and a NUL, so that reading past its end is found. */
static char *copy(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    fuzz_require(text != NULL, "memory for a test");
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    return text;
}

static const char catalogue[] =
    "slmgr.vbs /ipk <5x5 key>\tInstall '<5x5 key>'<br />Refresh\t-\tospp <5x5 "
    "key>\tall\tyes\t-\ta\n"
    "slmgr.vbs /skms <name>:<port>\tHost <name> <port>\t=\t=\tall\tyes\t-\ta\n"
    "slmgr.vbs /ato\t=\t=\twindows\toffice\thard\tpowershell\ta\n";

static struct article read_document(const char *text, size_t size, size_t number,
                                    const struct command_search *commands, struct arena *arena,
                                    struct diagnostics *diagnostics)
{
    static const char *const names[DOCUMENTS] = {"first.md", "second.md", "third.md"};
    static const char *const tags[DOCUMENTS] = {"ja", "en", "ja"};
    struct source source;
    struct article article = {.document = {"", "", "", ""}};
    if (source_take(&source, names[number], text, size, arena, diagnostics))
        article = article_read(&source, tags[number], commands, arena, diagnostics);
    diagnostics_flush(diagnostics);
    return article;
}

static size_t read_documents(const uint8_t *data, size_t size, struct article articles[DOCUMENTS],
                             char *texts[DOCUMENTS], const struct command_search *commands,
                             struct arena *arena, struct diagnostics *diagnostics)
{
    size_t count = 0;
    const uint8_t *end = data + size, *separator;
    do {
        separator = size > 0 ? memchr(data, SEPARATOR, size) : NULL;
        size_t length = (size_t)((separator ? separator : end) - data);
        texts[count] = copy(data, length);
        articles[count] = read_document(texts[count], length, count, commands, arena, diagnostics);
        data = separator ? separator + 1 : end;
        size = (size_t)(end - data);
    } while (++count < DOCUMENTS && separator);
    return count;
}

static void check(const uint8_t *data, size_t size, struct diagnostics *diagnostics)
{
    struct arena arena = {NULL};
    struct model model = {0};
    struct article articles[DOCUMENTS];
    char *texts[DOCUMENTS];
    struct commands commands = {.arena = &arena};
    struct command_search search = {&commands, false};
    struct source source;
    fuzz_require(
        source_take(&source, "commands.tsv", catalogue, sizeof catalogue - 1, &arena, diagnostics),
        "the catalogue is text");
    commands_read(&commands, &source, diagnostics);
    fuzz_require(commands.row_count == 3, "the catalogue is right");
    size_t count = read_documents(data, size, articles, texts, &search, &arena, diagnostics);
    merge_articles(&model, articles, count, &arena, diagnostics);
    diagnostics_flush(diagnostics);
    fuzz_require(diagnostics->error_count > 0 || model.entry_count > 0,
                 "a document without entries is an error");
    model.commands = commands.list;
    model.command_count = commands.count;
    model.catalogue_count = commands.row_count;
    if (diagnostics->error_count == 0)
        table_check(&model);
    arena_release(&arena);
    while (count > 0)
        free(texts[--count]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_diagnosed(check, data, size);
    return 0;
}
