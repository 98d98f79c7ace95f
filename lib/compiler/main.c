/* actdiag-compile: compiles documents, register and words into the table of libactdiag. */
#include "config.h"

#include <cmark-gfm/registry.h>
#include <stdlib.h>

#include "documents/article.h"
#include "tables/commands.h"
#include "tables/events.h"
#include "tables/words.h"
#include "output/entry_list.h"
#include "output/merge.h"
#include "compiler_options.h"
#include "output/table_file.h"
#include "tables/register.h"

enum { EXIT_USAGE = 2 };

static void read_articles(struct model *model, const struct options *options,
                          const struct command_search *commands, struct arena *arena,
                          struct diagnostics *diagnostics)
{
    struct article *articles = arena_allocate(arena, options->input_count, sizeof *articles);
    for (size_t i = 0; i < options->input_count; i++) {
        struct source source;
        const struct input *input = &options->inputs[i];
        articles[i].document = (struct model_document){"", "", "", ""};
        if (source_read(&source, input->path, arena, diagnostics))
            articles[i] = article_read(&source, input->tag, commands, arena, diagnostics);
        diagnostics_flush(diagnostics);
    }
    merge_articles(model, articles, options->input_count, arena, diagnostics);
    diagnostics_flush(diagnostics);
}

static void read_commands(struct commands *commands, const char *path,
                          struct diagnostics *diagnostics)
{
    struct source source;
    if (path && source_read(&source, path, commands->arena, diagnostics))
        commands_read(commands, &source, diagnostics);
    diagnostics_flush(diagnostics);
}

static void read_words(struct model *model, const char *path, const struct command_search *commands,
                       struct arena *arena, struct diagnostics *diagnostics)
{
    struct source source;
    if (path && source_read(&source, path, arena, diagnostics))
        words_read(model, &source, commands, arena, diagnostics);
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

/* The catalogue first: documents and words take their commands from it. */
static void read_all(struct model *model, const struct options *options, struct arena *arena,
                     struct diagnostics *diagnostics)
{
    struct commands commands = {.arena = arena};
    struct command_search search = {&commands, options->requires_known_commands};
    const struct command_search *wanted = options->commands ? &search : NULL;
    read_commands(&commands, options->commands, diagnostics);
    read_articles(model, options, wanted, arena, diagnostics);
    read_table(register_read, model, options->codes, arena, diagnostics);
    read_words(model, options->words, wanted, arena, diagnostics);
    read_table(events_read, model, options->events, arena, diagnostics);
    model->commands = commands.list;
    model->command_count = commands.count;
    model->catalogue_count = commands.row_count;
}

static int compile(const struct options *options, struct arena *arena)
{
    struct model model = {0};
    struct diagnostics diagnostics = {.out = stderr,
                                      .shows_hints = options->action == ACTION_CHECK};
    read_all(&model, options, arena, &diagnostics);
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
