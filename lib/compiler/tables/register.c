/* Reads the register. */
#include "tables/register.h"

#include <stdlib.h>
#include <string.h>

#include "documents/code_text.h"
#include "output/order.h"
#include "tables/tsv.h"
#include "tables/vocabulary.h"

enum column {
    COLUMN_CODE,
    COLUMN_NAME,
    COLUMN_CATEGORY,
    COLUMN_SIDE,
    COLUMN_RETRY,
    COLUMN_ROLE,
    COLUMN_SOURCE,
    COLUMN_REFERENCE,
    COLUMN_COUNT
};

static void refuse(struct diagnostics *diagnostics, const struct tsv_row *row, enum column column,
                   const char *expected)
{
    diagnose(diagnostics, SEVERITY_ERROR, row->places[column], "\"%s\"; expected %s",
             row->cells[column], expected);
}

static bool is_name(const char *name)
{
    static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";
    return name[strspn(name, letters)] == '\0' && strspn(name, "0123456789") == 0;
}

static void read_name(const struct tsv_row *row, struct model_code *code,
                      struct diagnostics *diagnostics)
{
    code->name = tsv_optional(row->cells[COLUMN_NAME]);
    if (!code->name)
        return;
    if (!is_name(code->name))
        refuse(diagnostics, row, COLUMN_NAME, "a symbolic name of letters, digits and _, or -");
    else if (strlen(code->name) > ACT_NAME_MAXIMUM)
        diagnose(diagnostics, SEVERITY_ERROR, row->places[COLUMN_NAME],
                 "a name of %zu characters; expected %d at most", strlen(code->name),
                 ACT_NAME_MAXIMUM);
    if (!tsv_optional(row->cells[COLUMN_SOURCE]))
        refuse(diagnostics, row, COLUMN_SOURCE, "where the name comes from");
}

/* Whether a part of an address, up to the next slash, is a language such as en-us or zh-hant. */
static bool is_language(const char *part)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    size_t length = strcspn(part, "/?#"), first = strspn(part, letters);
    if (first != 2 || part[first] != '-')
        return false;
    size_t second = strspn(part + first + 1, letters);
    return second >= 2 && second <= 4 && first + 1 + second == length;
}

static bool is_reference(const char *address)
{
    static const char scheme[] = "https://";
    size_t length = strlen(address);
    if (strncmp(address, scheme, strlen(scheme)) != 0 || length == strlen(scheme))
        return false;
    for (size_t i = 0; i < length; i++)
        if (address[i] <= ' ' || address[i] > '~' ||
            (address[i] == '/' && is_language(address + i + 1)))
            return false;
    return true;
}

static bool is_upper_case_code(const char *text, uint32_t *code)
{
    size_t length;
    return code_text_read(text, code, &length) == CODE_READ && text[length] == '\0' &&
           strncmp(text, "0x", 2) == 0 && strpbrk(text + 2, "abcdef ") == NULL;
}

static bool read_row(const struct tsv_row *row, struct model_code *code,
                     struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->error_count;
    code->place = row->places[COLUMN_CODE];
    code->reference = tsv_optional(row->cells[COLUMN_REFERENCE]);
    if (!is_upper_case_code(row->cells[COLUMN_CODE], &code->code))
        refuse(diagnostics, row, COLUMN_CODE, "a code, 0x and 8 upper-case hex digits");
    read_name(row, code, diagnostics);
    if (!vocabulary_category(row->cells[COLUMN_CATEGORY], &code->category))
        refuse(diagnostics, row, COLUMN_CATEGORY, "a category such as dns or product-key");
    if (!vocabulary_side(row->cells[COLUMN_SIDE], &code->side))
        refuse(diagnostics, row, COLUMN_SIDE,
               "a side: client, kms-host, directory, dns, network, licensing, none or unknown");
    if (strcmp(row->cells[COLUMN_RETRY], "retry") == 0)
        code->flags = ACT_FLAG_RETRY;
    else if (tsv_optional(row->cells[COLUMN_RETRY]))
        refuse(diagnostics, row, COLUMN_RETRY, "retry or -");
    if (!vocabulary_role(row->cells[COLUMN_ROLE], &code->role))
        refuse(diagnostics, row, COLUMN_ROLE, "a role: cause, envelope, state or unknown");
    if (code->reference && !is_reference(code->reference))
        refuse(diagnostics, row, COLUMN_REFERENCE,
               "an address that begins with https:// and has no language in it, or -");
    return diagnostics->error_count == errors;
}

static int compare_codes(const void *left, const void *right)
{
    const struct model_code *a = left, *b = right;
    if (a->code != b->code)
        return order_of(a->code, b->code);
    return order_of(a->place.line, b->place.line);
}

static int compare_names(const void *left, const void *right)
{
    const struct model_code *const *a = left, *const *b = right;
    int order = strcmp((*a)->name, (*b)->name);
    return order != 0 ? order : order_of((*a)->place.line, (*b)->place.line);
}

static void refuse_double(struct diagnostics *diagnostics, const struct model_code *second,
                          const struct model_code *first, const char *what)
{
    diagnose(diagnostics, SEVERITY_ERROR, second->place,
             "%s of 0x%08X appears twice; the first is at line %u", what, (unsigned)second->code,
             first->place.line);
}

static void check_codes(const struct model_code *codes, size_t count,
                        struct diagnostics *diagnostics)
{
    for (size_t i = 1; i < count; i++)
        if (codes[i].code == codes[i - 1].code)
            refuse_double(diagnostics, &codes[i], &codes[i - 1], "the code");
}

static void check_names(const struct model_code *codes, size_t count, struct arena *arena,
                        struct diagnostics *diagnostics)
{
    const struct model_code **named = arena_allocate(arena, count, sizeof *named);
    size_t named_count = 0;
    for (size_t i = 0; i < count; i++)
        if (codes[i].name)
            named[named_count++] = &codes[i];
    if (named_count > 0)
        qsort(named, named_count, sizeof *named, compare_names);
    for (size_t i = 1; i < named_count; i++)
        if (strcmp(named[i]->name, named[i - 1]->name) == 0)
            refuse_double(diagnostics, named[i], named[i - 1], "the name");
}

void register_read(struct model *model, const struct source *source, struct arena *arena,
                   struct diagnostics *diagnostics)
{
    struct tsv_row *rows;
    size_t row_count = tsv_read(source, COLUMN_COUNT, &rows, arena, diagnostics);
    struct model_code *codes = arena_allocate(arena, row_count, sizeof *codes);
    for (size_t i = 0; i < row_count; i++)
        if (read_row(&rows[i], &codes[model->code_count], diagnostics))
            model->code_count++;
    if (model->code_count > 0)
        qsort(codes, model->code_count, sizeof *codes, compare_codes);
    check_codes(codes, model->code_count, diagnostics);
    check_names(codes, model->code_count, arena, diagnostics);
    model->codes = codes;
}
