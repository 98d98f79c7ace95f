/* Lists the codes of the table that pass filters. */
#include "verbs/run_list.h"

#include <actdiag.h>
#include <string.h>

#include "platform/platform.h"
#include "printing/answer_json.h"
#include "printing/csv.h"
#include "printing/row.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "status.h"

/* For each filter, bit n says whether the vocabulary's value n passes. */
struct filters {
    uint64_t categories, sides, types, known;
};

struct listing {
    const struct options *options;
    const char *language;
    bool is_terminal;
    struct filters filters;
    size_t count;
};

/* The identifier of a vocabulary's value, NULL past the last one. */
typedef const char *identifier_at(unsigned number);

static const char *category_at(unsigned number)
{
    return act_category_id((act_category)number);
}

static const char *side_at(unsigned number)
{
    return act_side_id((act_side)number);
}

static const char *type_at(unsigned number)
{
    return act_type_id((act_type)(1U << number));
}

static const char *known_at(unsigned number)
{
    return act_known_id((act_known)number);
}

static void refuse(const char *option, const char *identifier, size_t length, identifier_at *at)
{
    const char *other;
    fprintf(stderr, "actdiag: %s \"", option);
    text_print_part(stderr, identifier, length, true);
    fputs("\": expected one or more, separated by commas, of", stderr);
    for (unsigned i = 0; (other = at(i)) != NULL; i++)
        fprintf(stderr, "%s %s", i > 0 ? "," : "", other);
    putc('\n', stderr);
}

/* Reads identifiers separated by commas; NULL lets all pass. False if one does not exist. */
static bool read_filter(const char *option, const char *list, identifier_at *at, uint64_t *passing)
{
    *passing = list ? 0 : UINT64_MAX;
    while (list) {
        const char *end = strchr(list, ','), *identifier;
        size_t length = end ? (size_t)(end - list) : strlen(list);
        unsigned number = 0;
        while ((identifier = at(number)) != NULL &&
               (strlen(identifier) != length || memcmp(identifier, list, length) != 0))
            number++;
        if (!identifier) {
            refuse(option, list, length, at);
            return false;
        }
        *passing |= UINT64_C(1) << number;
        list = end ? end + 1 : NULL;
    }
    return true;
}

static bool read_filters(const struct options *options, struct filters *filters)
{
    return read_filter("--category", options->category, category_at, &filters->categories) &&
           read_filter("--side", options->side, side_at, &filters->sides) &&
           read_filter("--type", options->type, type_at, &filters->types) &&
           read_filter("--known", options->known, known_at, &filters->known);
}

static bool passes(const struct filters *filters, uint32_t code)
{
    act_class details;
    act_classify(code, &details);
    /* Without a filter a code passes that has no type at all. */
    bool has_type = filters->types == UINT64_MAX || (details.types & filters->types) != 0;
    return has_type && (filters->categories >> details.category & 1) != 0 &&
           (filters->sides >> details.side & 1) != 0 && (filters->known >> details.known & 1) != 0;
}

static void list_code(struct listing *listing, uint32_t code)
{
    if (!passes(&listing->filters, code))
        return;
    listing->count++;
    if (listing->options->json)
        answer_json_print(stdout, code, listing->options, listing->language);
    else if (listing->options->csv)
        csv_print_code(stdout, code, listing->language);
    else
        row_print_types(stdout, code, listing->language, listing->is_terminal);
}

/* The entries in document order; all codes of the table in ascending order. */
int run_list(const struct options *options, const char *language)
{
    struct listing listing = {
        .options = options,
        .language = language,
        .is_terminal = platform_is_terminal(stdout),
    };
    const act_entry *entry;
    uint32_t code;
    if (!read_filters(options, &listing.filters))
        return STATUS_WRONG;
    if (options->csv)
        csv_print_heading(stdout);
    if (options->all || options->known)
        for (size_t i = 0; act_code_at(i, &code) && !output_is_lost(); i++)
            list_code(&listing, code);
    else
        for (size_t i = 0; (entry = act_entry_at(i)) != NULL && !output_is_lost(); i++)
            list_code(&listing, act_entry_code(entry));
    return listing.count > 0 ? STATUS_FOUND : STATUS_NOT_FOUND;
}
