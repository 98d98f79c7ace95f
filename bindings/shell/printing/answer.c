/* Lays an answer out. */
#include "printing/answer.h"

#include <actdiag.h>
#include <inttypes.h>
#include <string.h>

#include "printing/characters.h"
#include "printing/phrase.h"
#include "printing/wrap.h"

enum { CODE_SIZE = ACT_FORMAT_SIZE, MARGIN = 2, TYPES_SIZE = 512, WIN32_PREFIX = 0x8007 };

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

/* A fact without a value is left out. */
struct fact {
    const char *heading, *value;
};

/* "Heading:  value" for each, values in one column. */
static void print_facts(FILE *out, const struct fact *facts, size_t count,
                        const struct text_style *style)
{
    enum { GAP = 3 };
    int width = 0;
    for (size_t i = 0; i < count; i++)
        if (columns_of(facts[i].heading) > width)
            width = columns_of(facts[i].heading);
    putc('\n', out);
    for (size_t i = 0; i < count; i++) {
        if (*facts[i].value == '\0')
            continue;
        int gap = width - columns_of(facts[i].heading) + GAP - 1;
        fprintf(out, "%s:%*s", facts[i].heading, gap, "");
        text_print_line(out, facts[i].value, style->is_terminal);
        putc('\n', out);
    }
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

static void join_types(char joined[TYPES_SIZE], uint32_t types, const char *language)
{
    char before[TYPES_SIZE];
    *joined = '\0';
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(types & type))
            continue;
        const char *label = act_type_text((act_type)type, language);
        strcpy(before, joined);
        phrase_fill(joined, TYPES_SIZE, *before == '\0' ? "{1}" : phrase("heading.join", language),
                    (const char *const[]){before, label}, 2);
    }
}

static void print_class(FILE *out, const act_class *details, const char *language,
                        const struct text_style *style)
{
    char types[TYPES_SIZE], number[sizeof "65535"] = "";
    join_types(types, details->types, language);
    if (details->code >> 16 == WIN32_PREFIX && details->known != ACT_KNOWN_DOCUMENTED)
        snprintf(number, sizeof number, "%" PRIu32, details->status);
    const struct fact facts[] = {
        {phrase("heading.category", language),
         act_category_text((act_category)details->category, ACT_CATEGORY_LABEL, language)},
        {phrase("heading.side", language), act_side_text((act_side)details->side, language)},
        {phrase("heading.types", language), types},
        {phrase("heading.retry", language),
         details->flags & ACT_FLAG_RETRY ? phrase("heading.retry-may-help", language) : ""},
        {phrase("heading.windows-error", language), number},
    };
    print_facts(out, facts, sizeof facts / sizeof *facts, style);
}

static void print_title(FILE *out, uint32_t code, const struct text_style *style)
{
    char hex[CODE_SIZE], title[CODE_SIZE + 2 + ACT_NAME_MAXIMUM];
    const char *name = act_name(code);
    act_format(code, hex, sizeof hex);
    snprintf(title, sizeof title, "%s%s%s", hex, name ? "  " : "", name ? name : "");
    text_print_heading(out, title, style);
}

static void print_undocumented(FILE *out, const act_class *details, const char *language,
                               const struct text_style *style)
{
    char id[sizeof "heading.known-structural"];
    snprintf(id, sizeof id, "heading.known-%s", act_known_id((act_known)details->known));
    wrap_print(out, phrase(id, language), MARGIN, style);
    if (details->known != ACT_KNOWN_NONE)
        print_class(out, details, language, style);
    print_section(out, phrase("heading.advice", language),
                  act_category_text((act_category)details->category, ACT_CATEGORY_ADVICE, language),
                  style);
}

void answer_print(FILE *out, uint32_t code, const char *language, const struct text_style *style)
{
    act_class details;
    const act_entry *entry = act_lookup(code);
    act_classify(code, &details);
    print_title(out, code, style);
    if (!entry) {
        print_undocumented(out, &details, language, style);
        return;
    }
    /* Where an entry lacks the language, all of the answer is in the one that it has. */
    language = act_entry_language(entry, language);
    wrap_print(out, act_entry_text(entry, ACT_FIELD_MESSAGE, language), MARGIN, style);
    print_class(out, &details, language, style);
    print_section(out, phrase("heading.cause", language),
                  act_entry_text(entry, ACT_FIELD_CAUSE, language), style);
    print_section(out, phrase("heading.steps", language),
                  act_entry_text(entry, ACT_FIELD_STEPS, language), style);
}

void answer_print_event(FILE *out, uint32_t event, const char *language,
                        const struct text_style *style)
{
    char number[sizeof "4294967295"], title[256];
    snprintf(number, sizeof number, "%" PRIu32, event);
    phrase_fill(title, sizeof title, phrase("heading.event", language),
                (const char *const[]){number}, 1);
    text_print_heading(out, title, style);
    wrap_print(out, act_event_text(NULL, event, ACT_EVENT_MEANING, language), MARGIN, style);
    wrap_print(out, act_event_text(NULL, event, ACT_EVENT_ADVICE, language), MARGIN, style);
}

static void print_message_line(FILE *out, uint32_t code, const char *language, bool is_terminal)
{
    const act_entry *entry = act_lookup(code);
    act_category category = act_classify(code, NULL);
    text_print_line(out,
                    entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, language)
                          : act_category_text(category, ACT_CATEGORY_LABEL, language),
                    is_terminal);
    putc('\n', out);
}

void answer_print_row(FILE *out, uint32_t code, const char *language, bool is_terminal)
{
    char hex[CODE_SIZE];
    const char *name = act_name(code);
    act_format(code, hex, sizeof hex);
    fprintf(out, "%s\t%s\t%s\t", hex, name ? name : "-", act_category_id(act_classify(code, NULL)));
    print_message_line(out, code, language, is_terminal);
}

void answer_print_short(FILE *out, uint32_t code, const char *language, bool is_terminal)
{
    char hex[CODE_SIZE];
    act_class details;
    const char *separator = "\t";
    act_classify(code, &details);
    act_format(code, hex, sizeof hex);
    fputs(hex, out);
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1) {
        if (!(details.types & type))
            continue;
        fprintf(out, "%s%s", separator, act_type_id((act_type)type));
        separator = ",";
    }
    fputs(act_lookup(code) ? "\t" : "\t-\t", out);
    print_message_line(out, code, language, is_terminal);
}
