/* Lays an answer out. */
#include "printing/answer.h"

#include <actdiag.h>
#include <inttypes.h>

#include "printing/headings.h"
#include "printing/characters.h"
#include "printing/wrap.h"

enum { CODE_SIZE = ACT_FORMAT_SIZE, MARGIN = 2, WIN32_PREFIX = 0x8007 };

static int columns_of(const char *text)
{
    int columns = 0;
    while (*text != '\0') {
        uint32_t character;
        size_t size = utf8_read(text, &character);
        columns += size > 0 ? utf8_width(character) : 1;
        text += size > 0 ? size : 1;
    }
    return columns;
}

/* "Label:  value", values in one column. */
static void print_fact(FILE *out, const char *label, const char *value, int column,
                       const struct text_style *style)
{
    fprintf(out, "%s:%*s", label, column - columns_of(label) - 1, "");
    text_print_line(out, value, style->is_terminal);
    putc('\n', out);
}

static void print_section(FILE *out, const char *heading, const char *text,
                          const struct text_style *style)
{
    if (*text == '\0')
        return;
    putc('\n', out);
    text_print_heading(out, heading, style);
    wrap_print(out, text, MARGIN, style);
}

static void join_types(char *buffer, size_t size, uint32_t types, const char *language,
                       const char *separator)
{
    size_t length = 0;
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(types & type))
            continue;
        int count = snprintf(buffer + length, size - length, "%s%s", length > 0 ? separator : "",
                             act_type_text((act_type)type, language));
        if (count < 0 || (size_t)count >= size - length)
            return;
        length += (size_t)count;
    }
}

static void print_facts(FILE *out, const act_class *details, const char *language,
                        const struct headings *headings, const struct text_style *style)
{
    enum { GAP = 3 };
    char types[256] = "", number[sizeof "65535"];
    int column = columns_of(headings->types) + GAP;
    putc('\n', out);
    print_fact(out, headings->category,
               act_category_text((act_category)details->category, ACT_CATEGORY_LABEL, language),
               column, style);
    print_fact(out, headings->side, act_side_text((act_side)details->side, language), column,
               style);
    join_types(types, sizeof types, details->types, language, headings->separator);
    if (*types != '\0')
        print_fact(out, headings->types, types, column, style);
    if (details->flags & ACT_FLAG_RETRY)
        print_fact(out, headings->retry, headings->may_help, column, style);
    if (details->code >> 16 == WIN32_PREFIX && details->known != ACT_KNOWN_DOCUMENTED) {
        snprintf(number, sizeof number, "%" PRIu32, details->status);
        print_fact(out, headings->windows_error, number, column, style);
    }
}

/* The language of an entry's texts decides on the headings around them. */
static const char *answer_language(const act_entry *entry, const char *language)
{
    return entry ? act_entry_language(entry, language) : language;
}

void answer_print(FILE *out, uint32_t code, const char *language, const struct text_style *style)
{
    char hex[CODE_SIZE], title[160];
    act_class details;
    const act_entry *entry = act_lookup(code);
    const char *name = act_name(code);
    const struct headings *headings = headings_in(answer_language(entry, language));
    act_classify(code, &details);
    act_format(code, hex, sizeof hex);
    snprintf(title, sizeof title, "%s%s%s", hex, name ? "  " : "", name ? name : "");
    text_print_heading(out, title, style);
    wrap_print(out,
               entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language)
                     : headings->without_entry[details.known],
               MARGIN, style);
    if (details.known != ACT_KNOWN_NONE)
        print_facts(out, &details, language, headings, style);
    if (entry) {
        print_section(out, headings->cause, act_entry_text(entry, ACT_FIELD_CAUSE, language),
                      style);
        print_section(out, headings->steps, act_entry_text(entry, ACT_FIELD_STEPS, language),
                      style);
    } else {
        print_section(
            out, headings->advice,
            act_category_text((act_category)details.category, ACT_CATEGORY_ADVICE, language),
            style);
    }
}

void answer_print_short(FILE *out, uint32_t code, const char *language, bool is_terminal)
{
    char hex[CODE_SIZE];
    act_class details;
    const act_entry *entry = act_lookup(code);
    const char *separator = "\t";
    act_category category = act_classify(code, &details);
    act_format(code, hex, sizeof hex);
    fputs(hex, out);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(details.types & type))
            continue;
        fprintf(out, "%s%s", separator, act_type_id((act_type)type));
        separator = ",";
    }
    fputs(entry ? "\t" : "\t-\t", out);
    text_print_line(out,
                    entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language)
                          : act_category_text(category, ACT_CATEGORY_LABEL, language),
                    is_terminal);
    putc('\n', out);
}
