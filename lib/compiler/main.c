/* actdiag-compile: compiles documents, register and words into the table of libactdiag. */
#include "config.h"

#include <cmark-gfm/registry.h>
#include <stdlib.h>

#include "documents/article.h"
#include "tables/events.h"
#include "tables/words.h"
#include "output/entry_list.h"
#include "output/merge.h"
#include "compiler_options.h"
#include "output/table_file.h"
#include "tables/register.h"

enum { EXIT_USAGE = 2 };

static void read_articles(struct model *model, const struct options *options, struct arena *arena,
                          struct diagnostics *diagnostics)
{
    struct article *articles = arena_allocate(arena, options->input_count, sizeof *articles);
    for (size_t i = 0; i < options->input_count; i++) {
        struct source source;
        const struct input *input = &options->inputs[i];
        articles[i].document = (struct model_document){"", "", "", ""};
        if (source_read(&source, input->path, arena, diagnostics))
            articles[i] = article_read(&source, input->tag, arena, diagnostics);
        diagnostics_flush(diagnostics);
    }
    merge_articles(model, articles, options->input_count, arena, diagnostics);
    diagnostics_flush(diagnostics);
}

typedef void table_reader(struct model *model, const struct source *source, struct arena *arena,
                          struct diagnostics *diagnostics);

static void read_table(table_reader *read, struct model *model, const char *path,
                       struct arena *arena, struct diagnostics *diagnostics)
{
    struct source source;
    if (path && source_read(&source, path, arena, diagnostics))
        read(model, &source, arena, diagnostics);
    diagnostics_flush(diagnostics);
}

static int compile(const struct options *options, struct arena *arena)
{
    struct model model = {0};
    struct diagnostics diagnostics = {.out = stderr,
                                      .shows_hints = options->action == ACTION_CHECK};
    read_articles(&model, options, arena, &diagnostics);
    read_table(register_read, &model, options->codes, arena, &diagnostics);
    read_table(words_read, &model, options->words, arena, &diagnostics);
    read_table(events_read, &model, options->events, arena, &diagnostics);
    if (diagnostics.error_count > 0)
        return EXIT_FAILURE;
    if (options->action == ACTION_COMPILE)
        return table_file_write(options->output, &model) ? EXIT_SUCCESS : EXIT_FAILURE;
    if (options->action == ACTION_LIST)
        entry_list_print(&model, stdout);
    return output_flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int run(const struct options *options, struct arena *arena)
{
    switch (options->action) {
    case ACTION_HELP:
        options_help(stdout);
        return output_flush() ? EXIT_SUCCESS : EXIT_FAILURE;
    case ACTION_VERSION:
        puts("actdiag-compile " PACKAGE_VERSION);
        return output_flush() ? EXIT_SUCCESS : EXIT_FAILURE;
    case ACTION_USAGE:
        return EXIT_USAGE;
    default:
        return compile(options, arena);
    }
}

int main(int count, char **arguments)
{
    struct arena arena = {NULL};
    struct options options = options_read(count, arguments, &arena);
    int status = run(&options, &arena);
    arena_release(&arena);
    cmark_release_plugins();
    return status;
}
