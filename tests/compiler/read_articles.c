/*
 * Reads documents from standard input, each preceded by a line with its length in bytes, and prints
 * what was read of each: "ERRORS ENTRIES LENGTH" and as many bytes of diagnoses, then "CODE LENGTH
 * LENGTH LENGTH" and the texts of each entry.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/article.h"
#include "input/source.h"
#include "output/merge.h"

static void print_entry(const struct article_entry *entry)
{
    printf("%" PRIX32, entry->code);
    for (size_t i = 0; i < MODEL_FIELD_COUNT; i++)
        printf(" %zu", strlen(entry->texts[i]));
    putchar('\n');
    for (size_t i = 0; i < MODEL_FIELD_COUNT; i++)
        fputs(entry->texts[i], stdout);
}

static void read_document(const char *text, size_t length)
{
    char *said;
    size_t said_length;
    struct arena arena = {NULL};
    struct source source;
    struct article article = {.document = {"", "", "", ""}};
    struct diagnostics diagnostics = {.out = open_memstream(&said, &said_length),
                                      .shows_hints = true};
    if (source_take(&source, "a.en.md", text, length, &arena, &diagnostics))
        article = article_read(&source, NULL, NULL, &arena, &diagnostics);
    struct model model = {0};
    merge_articles(&model, &article, 1, &arena, &diagnostics);
    diagnostics_flush(&diagnostics);
    fclose(diagnostics.out);
    size_t entries = diagnostics.error_count > 0 ? 0 : article.entry_count;
    printf("%zu %zu %zu\n", diagnostics.error_count, entries, said_length);
    fputs(said, stdout);
    for (size_t i = 0; i < entries; i++)
        print_entry(&article.entries[i]);
    free(said);
    arena_release(&arena);
}

int main(void)
{
    size_t length;
    while (scanf("%zu", &length) == 1) {
        char *text = malloc(length + 1);
        if (!text || getchar() != '\n' || fread(text, 1, length, stdin) != length)
            return EXIT_FAILURE;
        text[length] = '\0';
        read_document(text, length);
        free(text);
    }
    return EXIT_SUCCESS;
}
