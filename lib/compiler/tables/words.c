/* Reads words. */
#include "tables/words.h"

#include <stdlib.h>
#include <string.h>

#include "documents/advice_text.h"
#include "documents/tag.h"
#include "output/order.h"
#include "tables/tsv.h"
#include "tables/vocabulary.h"

enum column { COLUMN_KIND, COLUMN_ID, COLUMN_LANGUAGE, COLUMN_LABEL, COLUMN_ADVICE, COLUMN_COUNT };

static const char *category_id(unsigned number)
{
    return act_category_id((act_category)number);
}

static const char *side_id(unsigned number)
{
    return act_side_id((act_side)number);
}

static const char *role_id(unsigned number)
{
    return act_role_id((act_role)number);
}

static const char *type_id(unsigned number)
{
    return act_type_id((act_type)(1U << number));
}

/* A kind with identifiers of the library's needs a word for each of them; others have any. */
static const struct kind {
    const char *name;
    const char *advice;                 /* the kind of its advice as words, or NULL */
    const char *(*id)(unsigned number); /* NULL from the first number without one on */
} kinds[] = {
    {"category", "category-advice", category_id},
    {"side", NULL, side_id},
    {"role", NULL, role_id},
    {"type", NULL, type_id},
    {"heading", NULL, NULL},
    {"event", "event-advice", NULL},
};
#define KIND_NAMES "category, side, role, type, heading or event"
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

struct word {
    const char *id; /* "heading.cause" */
    size_t language;
    const char *text;
    struct model_uses uses; /* of advice */
    struct location place;
};

struct language {
    const char *tag;
    unsigned line; /* of its first row */
};

struct words {
    struct word *all;
    size_t count;
    struct language *languages;
    size_t language_count;
    const struct command_search *commands; /* NULL: commands are not looked for */
    struct arena *arena;
    struct diagnostics *diagnostics;
};

static void refuse(const struct words *words, const struct tsv_row *row, enum column column,
                   const char *expected)
{
    diagnose(words->diagnostics, SEVERITY_ERROR, row->places[column], "\"%s\"; expected %s",
             row->cells[column], expected);
}

static const char *join(const char *kind, const char *id, struct arena *arena)
{
    size_t length = strlen(kind), rest = strlen(id);
    char *joined = arena_allocate(arena, length + rest + 2, 1);
    memcpy(joined, kind, length);
    joined[length] = '.';
    memcpy(joined + length + 1, id, rest);
    return joined;
}

static const struct kind *find_kind(const char *name)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

static bool is_id_of(const struct kind *kind, const char *id)
{
    const char *known;
    if (!kind->id)
        return id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0' && *id != '-';
    for (unsigned i = 0; (known = kind->id(i)) != NULL; i++)
        if (strcmp(known, id) == 0)
            return true;
    return false;
}

static void add_word(struct words *words, const char *kind, const struct tsv_row *row,
                     size_t language, enum column column)
{
    struct command_uses uses = {
        .search = words->commands, .arena = words->arena, .diagnostics = words->diagnostics};
    bool has_commands = words->commands && column == COLUMN_ADVICE;
    const char *text = advice_text_read(row->cells[column], row->places[column],
                                        has_commands ? &uses : NULL, words->arena);
    if (text)
        words->all[words->count++] =
            (struct word){join(kind, row->cells[COLUMN_ID], words->arena), language, text,
                          command_uses_of(&uses), row->places[COLUMN_KIND]};
    else
        refuse(words, row, column, "pairs of `");
}

static size_t add_language(struct words *words, const char *tag, unsigned line)
{
    for (size_t i = 0; i < words->language_count; i++)
        if (strcmp(words->languages[i].tag, tag) == 0)
            return i;
    words->languages[words->language_count] = (struct language){tag, line};
    return words->language_count++;
}

static void read_row(struct words *words, const struct tsv_row *row)
{
    const char *const *cells = row->cells;
    const char *language = cells[COLUMN_LANGUAGE], *advice = tsv_optional(cells[COLUMN_ADVICE]);
    const char *tag = tag_read((struct span){language, strlen(language)}, words->arena);
    const struct kind *kind = find_kind(cells[COLUMN_KIND]);
    if (!kind) {
        refuse(words, row, COLUMN_KIND, KIND_NAMES);
    } else if (!is_id_of(kind, cells[COLUMN_ID])) {
        refuse(words, row, COLUMN_ID,
               kind->id ? "an identifier of that kind" : "lower-case letters, digits and hyphens");
    } else if (!tag) {
        refuse(words, row, COLUMN_LANGUAGE, "a language tag such as en");
    } else if (!tsv_optional(cells[COLUMN_LABEL])) {
        refuse(words, row, COLUMN_LABEL, "a label");
    } else if (advice && !kind->advice) {
        refuse(words, row, COLUMN_ADVICE, "-: no advice for this kind");
    } else {
        size_t number = add_language(words, tag, row->places[COLUMN_KIND].line);
        add_word(words, kind->name, row, number, COLUMN_LABEL);
        if (advice)
            add_word(words, kind->advice, row, number, COLUMN_ADVICE);
    }
}

static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    if (order == 0)
        order = order_of(a->language, b->language);
    return order != 0 ? order : order_of(a->place.line, b->place.line);
}

/* A set of the digits of {0} to {9}. */
static unsigned placeholders(const struct word *word)
{
    unsigned set = 0;
    for (const char *c = word->text; (c = strchr(c, '{')) != NULL; c++)
        if (c[1] >= '0' && c[1] <= '9' && c[2] == '}')
            set |= 1U << (c[1] - '0');
    return set;
}

/* The words of one identifier, ordered by language: each language has one, with the same {0}. */
static void check_same(const struct words *words, const struct word *same, size_t count)
{
    size_t complete = 0; /* so many languages, from the first on, have the word */
    for (size_t i = 0; i < count; i++) {
        const struct word *word = &same[i];
        if (i > 0 && word->language == same[i - 1].language)
            diagnose(words->diagnostics, SEVERITY_ERROR, word->place,
                     "%s appears twice in %s; the first is at line %u", word->id,
                     words->languages[word->language].tag, same[i - 1].place.line);
        else if (placeholders(word) != placeholders(same))
            diagnose(words->diagnostics, SEVERITY_ERROR, word->place,
                     "%s does not have the same {0} as at line %u", word->id, same->place.line);
        complete += word->language == complete;
    }
    if (complete < words->language_count)
        diagnose(words->diagnostics, SEVERITY_ERROR, same->place,
                 "%s has no word in %s, a language that line %u uses", same->id,
                 words->languages[complete].tag, words->languages[complete].line);
}

/* Checks all words, sorted; returns the number of their identifiers, which it collects. */
static size_t collect_ids(const struct words *words, const char **ids)
{
    size_t id_count = 0;
    for (size_t begin = 0, end; begin < words->count; begin = end) {
        const struct word *first = &words->all[begin];
        for (end = begin + 1; end < words->count && strcmp(words->all[end].id, first->id) == 0;
             end++)
            continue;
        check_same(words, first, end - begin);
        ids[id_count++] = first->id;
    }
    return id_count;
}

static int compare_ids(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

static void require_vocabularies(const struct words *words, const char **ids, size_t id_count,
                                 const struct source *source)
{
    const char *known;
    for (size_t i = 0; i < KIND_COUNT; i++)
        for (unsigned j = 0; kinds[i].id && (known = kinds[i].id(j)) != NULL; j++) {
            const char *id = join(kinds[i].name, known, words->arena);
            if (!bsearch(&id, ids, id_count, sizeof *ids, compare_ids))
                diagnose(words->diagnostics, SEVERITY_ERROR, source_place(source, 0, 0),
                         "no word for the %s %s", kinds[i].name, known);
        }
}

static bool has_english(const struct words *words)
{
    for (size_t i = 0; i < words->language_count; i++)
        if (strcmp(words->languages[i].tag, "en") == 0)
            return true;
    return false;
}

/* The commands of the advice, which are those of categories. */
static const struct model_uses *advice_of(const struct words *words)
{
    static const char prefix[] = "category-advice.";
    size_t count = words->language_count * ACT_CATEGORY_COUNT;
    struct model_uses *advice = arena_allocate(words->arena, count, sizeof *advice);
    act_category category;
    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->all[i];
        if (strncmp(word->id, prefix, sizeof prefix - 1) == 0 &&
            vocabulary_category(word->id + sizeof prefix - 1, &category))
            advice[word->language * ACT_CATEGORY_COUNT + category] = word->uses;
    }
    return advice;
}

/* The words are complete: of each identifier there is one in each language. */
static void fill_model(struct model *model, const struct words *words, const char **ids,
                       size_t id_count)
{
    const char **tags = arena_allocate(words->arena, words->language_count, sizeof *tags);
    const char **texts = arena_allocate(words->arena, words->count, sizeof *texts);
    for (size_t i = 0; i < words->language_count; i++)
        tags[i] = words->languages[i].tag;
    for (size_t i = 0; i < words->count; i++)
        texts[words->all[i].language * id_count + i / words->language_count] = words->all[i].text;
    model->word_ids = ids;
    model->word_count = id_count;
    model->word_languages = tags;
    model->word_language_count = words->language_count;
    model->words = texts;
    model->advice = advice_of(words);
}

void words_read(struct model *model, const struct source *source,
                const struct command_search *commands, struct arena *arena,
                struct diagnostics *diagnostics)
{
    struct tsv_row *rows;
    size_t errors = diagnostics->error_count;
    size_t row_count = tsv_read(source, COLUMN_COUNT, &rows, arena, diagnostics);
    struct words words = {.all = arena_allocate(arena, row_count, 2 * sizeof *words.all),
                          .languages = arena_allocate(arena, row_count, sizeof *words.languages),
                          .commands = commands,
                          .arena = arena,
                          .diagnostics = diagnostics};
    for (size_t i = 0; i < row_count; i++)
        read_row(&words, &rows[i]);
    if (!has_english(&words)) {
        diagnose(diagnostics, SEVERITY_ERROR, source_place(source, 0, 0),
                 "no words in English (en), which other languages fall back to");
        return;
    }
    qsort(words.all, words.count, sizeof *words.all, compare_words);
    const char **ids = arena_allocate(arena, words.count, sizeof *ids);
    size_t id_count = collect_ids(&words, ids);
    require_vocabularies(&words, ids, id_count, source);
    if (diagnostics->error_count == errors)
        fill_model(model, &words, ids, id_count);
}
