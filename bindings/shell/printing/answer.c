/* Lays an answer out. */
#include "printing/answer.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "printing/characters.h"
#include "printing/guidance.h"
#include "printing/nearest_codes.h"
#include "printing/phrase.h"
#include "printing/subject.h"
#include "printing/wrap.h"

enum {
    MARGIN = 2,
    LIST_SIZE = 512,
    LINE_SIZE = 640,
    WIN32_PREFIX = 0x8007,
    EVENT_MAXIMUM = 0xFFFF
};

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

/* Puts a word after those that are joined already. */
static void join(char joined[LIST_SIZE], const char *word, const char *language)
{
    char before[LIST_SIZE];
    strcpy(before, joined);
    phrase_fill(joined, LIST_SIZE, *before == '\0' ? "{1}" : phrase("heading.join", language),
                (const char *const[]){before, word}, 2);
}

static void join_types(char joined[LIST_SIZE], uint32_t types, const char *language)
{
    *joined = '\0';
    for (unsigned type = 1; type & ACT_TYPE_ALL; type <<= 1)
        if (types & type)
            join(joined, act_type_text((act_type)type, language), language);
}

/* Whom an answer is for. */
struct reader {
    FILE *out;
    act_dialect dialect;
    const char *language;
    const struct text_style *style;
};

static void print_class(const struct reader *reader, const struct subject *subject)
{
    const act_class *details = &subject->details;
    const char *language = reader->language;
    const char *reference = act_reference(details->subject);
    char types[LIST_SIZE], number[sizeof "65535"] = "";
    join_types(types, details->types, language);
    if (details->subject >> 16 == WIN32_PREFIX && !subject->entry)
        snprintf(number, sizeof number, "%" PRIu32, details->subject & UINT16_MAX);
    bool has_role = details->role == ACT_ROLE_ENVELOPE || details->role == ACT_ROLE_STATE;
    const struct fact facts[] = {
        {phrase("heading.category", language),
         act_category_text((act_category)details->category, ACT_CATEGORY_LABEL, language)},
        {phrase("heading.side", language), act_side_text((act_side)details->side, language)},
        {phrase("heading.role", language),
         has_role ? act_role_text((act_role)details->role, language) : ""},
        {phrase("heading.types", language), types},
        {phrase("heading.retry", language),
         details->flags & ACT_FLAG_RETRY ? phrase("heading.retry-may-help", language) : ""},
        {phrase("heading.windows-error", language), number},
        {phrase("heading.reference", language), reference ? reference : ""},
    };
    print_facts(reader->out, facts, sizeof facts / sizeof *facts, reader->style);
}

static void print_code_heading(const struct reader *reader, uint32_t code, const char *name)
{
    char hex[ACT_FORMAT_SIZE], title[ACT_FORMAT_SIZE + 2 + ACT_NAME_MAXIMUM];
    act_format(code, hex, sizeof hex);
    snprintf(title, sizeof title, "%s%s%s", hex, name ? "  " : "", name ? name : "");
    text_print_heading(reader->out, title, reader->style);
}

/* The code that was asked for, and the one that is answered where it is another. */
static void print_title(const struct reader *reader, const struct subject *subject)
{
    char hex[ACT_FORMAT_SIZE], shown[ACT_FORMAT_SIZE + 1 + ACT_NAME_MAXIMUM], line[LINE_SIZE];
    /* Of a number of which nothing is known, another form tells nothing. */
    if (subject->details.subject == subject->details.code ||
        subject->details.known == ACT_KNOWN_NONE) {
        print_code_heading(reader, subject->details.code, subject->name);
        return;
    }
    print_code_heading(reader, subject->details.code, NULL);
    act_format(subject->details.subject, hex, sizeof hex);
    snprintf(shown, sizeof shown, "%s%s%s", hex, subject->name ? " " : "",
             subject->name ? subject->name : "");
    phrase_fill(line, sizeof line, phrase("heading.answered-as", reader->language),
                (const char *const[]){shown}, 1);
    wrap_print(reader->out, line, MARGIN, reader->style);
}

/* Its digits may be those of other codes, one of them lost. */
static void print_nearest(const struct reader *reader, uint32_t code)
{
    char line[LINE_SIZE], joined[LIST_SIZE] = "", hex[ACT_FORMAT_SIZE];
    uint32_t codes[NEAREST_CODES];
    size_t count = nearest_codes(code, codes);
    for (size_t i = 0; i < count; i++) {
        act_format(codes[i], hex, sizeof hex);
        join(joined, hex, reader->language);
    }
    act_format(code, hex, sizeof hex);
    phrase_fill(line, sizeof line, phrase("heading.truncated", reader->language),
                (const char *const[]){hex, joined}, 2);
    if (count > 0)
        wrap_print(reader->out, line, MARGIN, reader->style);
}

/* What helps in general; an entry that says more needs no such advice. */
static void print_advice(const struct reader *reader, const struct subject *subject,
                         size_t known_length)
{
    act_category category = (act_category)subject->details.category;
    char *advice = guidance_of_category(category, reader->dialect, reader->language);
    const char *text =
        advice ? advice : act_category_text(category, ACT_CATEGORY_ADVICE, reader->language);
    if (known_length < strlen(text))
        print_section(reader->out, phrase("heading.advice", reader->language), text, reader->style);
    free(advice);
}

static bool is_event(uint32_t number)
{
    return number <= EVENT_MAXIMUM && act_event_kind_of(NULL, number) != ACT_EVENT_UNKNOWN;
}

/* heading: the identifier of what is above it, in which {0} is the number. */
static void print_event(const struct reader *reader, const char *heading, uint32_t event)
{
    char number[sizeof "4294967295"], title[LINE_SIZE];
    snprintf(number, sizeof number, "%" PRIu32, event);
    phrase_fill(title, sizeof title, phrase(heading, reader->language),
                (const char *const[]){number}, 1);
    text_print_heading(reader->out, title, reader->style);
    wrap_print(reader->out, act_event_text(NULL, event, ACT_EVENT_MEANING, reader->language),
               MARGIN, reader->style);
    wrap_print(reader->out, act_event_text(NULL, event, ACT_EVENT_ADVICE, reader->language), MARGIN,
               reader->style);
}

static void print_undocumented(const struct reader *reader, const struct subject *subject)
{
    char id[sizeof "heading.known-structural"];
    act_known known = (act_known)subject->details.known;
    snprintf(id, sizeof id, "heading.known-%s", act_known_id(known));
    wrap_print(reader->out, phrase(id, reader->language), MARGIN, reader->style);
    if (known < ACT_KNOWN_NAMED)
        print_nearest(reader, subject->details.code);
    if (known != ACT_KNOWN_NONE)
        print_class(reader, subject);
    if (subject->details.role == ACT_ROLE_ENVELOPE || subject->details.role == ACT_ROLE_STATE) {
        snprintf(id, sizeof id, "heading.%s", act_role_id((act_role)subject->details.role));
        print_section(reader->out, phrase("heading.cause", reader->language),
                      phrase(id, reader->language), reader->style);
    }
    if (known != ACT_KNOWN_NONE || !is_event(subject->details.code))
        print_advice(reader, subject, 0);
}

static void print_entry(const struct reader *reader, const struct subject *subject)
{
    const act_entry *entry = subject->entry;
    const char *language = reader->language;
    char *fetched = guidance_of_entry(entry, reader->dialect, language);
    const char *steps = fetched ? fetched : act_entry_text(entry, ACT_FIELD_STEPS, language);
    wrap_print(reader->out, act_entry_text(entry, ACT_FIELD_MESSAGE, language), MARGIN,
               reader->style);
    print_class(reader, subject);
    print_section(reader->out, phrase("heading.cause", language),
                  act_entry_text(entry, ACT_FIELD_CAUSE, language), reader->style);
    print_section(reader->out, phrase("heading.steps", language), steps, reader->style);
    print_advice(reader, subject, strlen(steps));
    free(fetched);
}

void answer_print(FILE *out, uint32_t code, act_dialect dialect, const char *language,
                  const struct text_style *style)
{
    struct subject subject;
    struct reader reader = {out, dialect, language, style};
    subject_find(code, &subject);
    /* Where an entry lacks the language, all of the answer is in the one that it has. */
    if (subject.entry)
        reader.language = act_entry_language(subject.entry, language);
    print_title(&reader, &subject);
    if (subject.entry)
        print_entry(&reader, &subject);
    else
        print_undocumented(&reader, &subject);
    if (is_event(code)) {
        putc('\n', out);
        print_event(&reader, "heading.may-be-event", code);
    }
}

void answer_print_event(FILE *out, uint32_t event, const char *language,
                        const struct text_style *style)
{
    const struct reader reader = {.out = out, .language = language, .style = style};
    print_event(&reader, "heading.event", event);
}
