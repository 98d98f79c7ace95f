/* Reads labels and advice. */
#include "tables/words.h"

#include <string.h>

#include "documents/tag.h"
#include "tables/tsv.h"
#include "tables/vocabulary.h"

enum column { COLUMN_KIND, COLUMN_ID, COLUMN_LANGUAGE, COLUMN_LABEL, COLUMN_ADVICE, COLUMN_COUNT };

static void refuse(struct diagnostics *diagnostics, const struct tsv_row *row, enum column column,
                   const char *expected)
{
    diagnose(diagnostics, SEVERITY_ERROR, row->places[column], "\"%s\"; expected %s",
             row->cells[column], expected);
}

/* The place of a row's label, and of its advice for a category; NULL after a diagnosis. */
static const char **find_label(struct model_labels *labels, const struct tsv_row *row,
                               const char ***advice, struct diagnostics *diagnostics)
{
    const char *kind = row->cells[COLUMN_KIND], *id = row->cells[COLUMN_ID];
    act_category category;
    act_side side;
    unsigned type;
    *advice = NULL;
    if (strcmp(kind, "category") == 0 && vocabulary_category(id, &category)) {
        *advice = &labels->category[category][ACT_CATEGORY_ADVICE];
        return &labels->category[category][ACT_CATEGORY_LABEL];
    }
    if (strcmp(kind, "side") == 0 && vocabulary_side(id, &side))
        return &labels->side[side];
    if (strcmp(kind, "type") == 0 && vocabulary_type(id, &type))
        return &labels->type[type];
    bool is_kind =
        strcmp(kind, "category") == 0 || strcmp(kind, "side") == 0 || strcmp(kind, "type") == 0;
    refuse(diagnostics, row, is_kind ? COLUMN_ID : COLUMN_KIND,
           is_kind ? "an identifier of that kind" : "category, side or type");
    return NULL;
}

static struct model_labels *labels_of(struct model_labels *labels, size_t *count, const char *tag)
{
    for (size_t i = 0; i < *count; i++)
        if (strcmp(labels[i].language, tag) == 0)
            return &labels[i];
    labels[*count].language = tag;
    return &labels[(*count)++];
}

static void read_row(struct model_labels *labels, size_t *count, const struct tsv_row *row,
                     struct arena *arena, struct diagnostics *diagnostics)
{
    const char *language = row->cells[COLUMN_LANGUAGE];
    const char *tag = tag_read((struct span){language, strlen(language)}, arena);
    const char **advice;
    if (!tag) {
        refuse(diagnostics, row, COLUMN_LANGUAGE, "a language tag such as en");
        return;
    }
    const char **label = find_label(labels_of(labels, count, tag), row, &advice, diagnostics);
    if (!label)
        return;
    if (*label) {
        diagnose(diagnostics, SEVERITY_ERROR, row->places[COLUMN_KIND],
                 "the %s %s stands twice in %s", row->cells[COLUMN_KIND], row->cells[COLUMN_ID],
                 tag);
        return;
    }
    *label = row->cells[COLUMN_LABEL];
    if (!tsv_optional(*label))
        refuse(diagnostics, row, COLUMN_LABEL, "a label");
    if (advice)
        *advice = tsv_optional(row->cells[COLUMN_ADVICE]);
    else if (tsv_optional(row->cells[COLUMN_ADVICE]))
        refuse(diagnostics, row, COLUMN_ADVICE, "-: only categories have advice");
}

static void require(const char *label, const char *kind, const char *id, const char *language,
                    const struct source *source, struct diagnostics *diagnostics)
{
    if (!label)
        diagnose(diagnostics, SEVERITY_ERROR, source_place(source, 0, 0),
                 "no label of the %s %s in %s", kind, id, language);
}

static void require_all(const struct model_labels *labels, const struct source *source,
                        struct diagnostics *diagnostics)
{
    for (unsigned i = 0; i < ACT_CATEGORY_COUNT; i++)
        require(labels->category[i][ACT_CATEGORY_LABEL], "category",
                act_category_id((act_category)i), labels->language, source, diagnostics);
    for (unsigned i = 0; i < ACT_SIDE_COUNT; i++)
        require(labels->side[i], "side", act_side_id((act_side)i), labels->language, source,
                diagnostics);
    for (unsigned i = 0; i < ACT_TYPE_COUNT; i++)
        require(labels->type[i], "type", act_type_id((act_type)(1U << i)), labels->language, source,
                diagnostics);
}

void labels_read(struct model *model, const struct source *source, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    struct tsv_row *rows;
    size_t row_count = tsv_read(source, COLUMN_COUNT, &rows, arena, diagnostics);
    struct model_labels *labels = arena_allocate(arena, row_count, sizeof *labels);
    bool has_english = false;
    for (size_t i = 0; i < row_count; i++)
        read_row(labels, &model->label_count, &rows[i], arena, diagnostics);
    for (size_t i = 0; i < model->label_count; i++) {
        require_all(&labels[i], source, diagnostics);
        has_english |= strcmp(labels[i].language, "en") == 0;
    }
    if (!has_english)
        diagnose(diagnostics, SEVERITY_ERROR, source_place(source, 0, 0),
                 "no labels in English (en), in which every other language answers");
    model->labels = labels;
}
