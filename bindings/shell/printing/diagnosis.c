/* Lays out the outcome of a case. */
#include "printing/diagnosis.h"

#include <inttypes.h>
#include <string.h>

#include "printing/answer.h"
#include "printing/phrase.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "printing/time_text.h"
#include "printing/wrap.h"
#include "status.h"

enum { MARGIN = 2, LINE_SIZE = 512 };

static void print_line(const char *text, const struct text_style *style)
{
    printf("%*s", MARGIN, "");
    text_print_line(stdout, text, style->is_terminal);
    putchar('\n');
}

static void print_words(const char *id, const char *filling, const char *language,
                        const struct text_style *style)
{
    char line[LINE_SIZE];
    phrase_fill(line, sizeof line, phrase(id, language), &filling, 1);
    print_line(line, style);
}

static void print_number_words(const char *id, uint64_t number, const char *language,
                               const struct text_style *style)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRIu64, number);
    print_words(id, digits, language, style);
}

/* The state of the license, and how long it lasts where it ends. */
static void print_license(const act_finding *finding, const char *language,
                          const struct text_style *style)
{
    static const char *const states[] = {"heading.license-state-0", "heading.license-state-1",
                                         "heading.license-state-2", "heading.license-state-3",
                                         "heading.license-state-4", "heading.license-state-5",
                                         "heading.license-state-6"};
    char moment[TIME_TEXT_SIZE];
    bool ends = finding->minutes != ACT_NOT_KNOWN && finding->minutes != 0;
    if (finding->flags & ACT_FINDING_EVALUATION)
        print_line(phrase("heading.evaluation", language), style);
    if (finding->state < sizeof states / sizeof *states)
        print_words("heading.license-state", phrase(states[finding->state], language), language,
                    style);
    if (ends && finding->time != 0 &&
        time_text(moment, finding->time + INT64_C(60000) * finding->minutes))
        print_words("heading.lasts-until", moment, language, style);
    else if (ends)
        print_number_words("heading.lasts-minutes", finding->minutes, language, style);
}

/* What is known of the place that a finding was taken from. */
static void print_source(const act_case *c, const act_finding *finding, const char *language,
                         const struct text_style *style)
{
    const char *host = act_case_host(c, finding->host);
    char moment[TIME_TEXT_SIZE];
    if (finding->event != 0)
        print_number_words("heading.seen-in-event", finding->event, language, style);
    if (time_text(moment, finding->time))
        print_words("heading.seen-at", moment, language, style);
    if (host)
        print_words("heading.asked-host", host, language, style);
    if (finding->current != ACT_NOT_KNOWN)
        print_number_words("heading.current-count", finding->current, language, style);
    if (finding->needed != ACT_NOT_KNOWN)
        print_number_words("heading.needed-count", finding->needed, language, style);
    print_license(finding, language, style);
    if (finding->count > 1)
        print_number_words("heading.seen-times", finding->count, language, style);
}

static void print_finding(const act_finding *finding, const char *language,
                          const struct text_style *style)
{
    char line[LINE_SIZE], hex[ACT_FORMAT_SIZE], times[64], count[24];
    const char *name = act_name(finding->code);
    const char *state = finding->flags & ACT_FINDING_SETTLED
                            ? phrase("heading.left-out-success", language)
                            : act_role_text((act_role)finding->role, language);
    act_format(finding->code, hex, sizeof hex);
    snprintf(count, sizeof count, "%" PRIu64, finding->count);
    phrase_fill(times, sizeof times, phrase("heading.seen-times", language),
                (const char *const[]){count}, 1);
    snprintf(line, sizeof line, "%s  %s%s%s; %s", hex, name ? name : "", name ? "; " : "", state,
             times);
    print_line(line, style);
}

static void print_findings(const act_case *c, size_t computer, size_t first, const char *language,
                           const struct text_style *style)
{
    act_finding finding;
    if (!act_case_finding(c, computer, first, &finding))
        return;
    putchar('\n');
    text_print_heading(stdout, phrase("heading.findings", language), style);
    for (size_t i = first; act_case_finding(c, computer, i, &finding); i++)
        print_finding(&finding, language, style);
}

static void print_left_out(const act_case *c, const char *language, const struct text_style *style)
{
    static const char *const ids[] = {"heading.left-out-list", "heading.left-out-state",
                                      "heading.left-out-no-key", "heading.left-out-room"};
    bool has_heading = false;
    for (unsigned i = 0; i < sizeof ids / sizeof *ids; i++) {
        char line[LINE_SIZE];
        uint64_t count = act_case_left_out(c, (act_left_out)i);
        if (count == 0)
            continue;
        if (!has_heading) {
            putchar('\n');
            text_print_heading(stdout, phrase("heading.left-out", language), style);
        }
        has_heading = true;
        snprintf(line, sizeof line, "%" PRIu64 ": %s", count, phrase(ids[i], language));
        print_line(line, style);
    }
}

/* Office's text gets Office's commands, all other text what the reader wants. */
static act_dialect dialect_of(const act_verdict *verdict, const struct options *options)
{
    return verdict->dialect == ACT_DIALECT_OFFICE ? ACT_DIALECT_OFFICE : options->dialect;
}

static void print_verdict(const act_case *c, size_t computer, const act_verdict *verdict,
                          act_dialect dialect, const char *language, const struct text_style *style)
{
    act_finding finding;
    act_case_finding(c, computer, 0, &finding);
    text_print_heading(stdout, phrase("heading.verdict", language), style);
    print_source(c, &finding, language, style);
    putchar('\n');
    answer_print(stdout, verdict->code, dialect, language, style);
}

static void print_no_verdict(const act_verdict *verdict, const char *language,
                             const struct text_style *style)
{
    const char *id =
        verdict->rule == ACT_RULE_ACTIVATED ? "heading.activated" : "heading.no-verdict";
    print_line(phrase(id, language), style);
}

/* Returns whether the computer has a verdict. */
static bool print_computer(const act_case *c, size_t computer, const struct options *options,
                           const char *language, const struct text_style *style)
{
    act_verdict verdict;
    const char *name = act_case_computer(c, computer);
    act_case_verdict(c, computer, &verdict);
    if (*name != '\0') {
        char line[LINE_SIZE];
        phrase_fill(line, sizeof line, phrase("heading.computer", language), &name, 1);
        text_print_heading(stdout, line, style);
    }
    if (verdict.code != 0)
        print_verdict(c, computer, &verdict, dialect_of(&verdict, options), language, style);
    else
        print_no_verdict(&verdict, language, style);
    print_findings(c, computer, verdict.code != 0, language, style);
    return verdict.code != 0;
}

/* What is known of the events that the text names: an answer where it has no code. */
static void print_events(const act_case *c, const char *language, const struct text_style *style)
{
    uint32_t event;
    for (size_t i = 0; (event = act_case_event(c, i)) != 0; i++) {
        putchar('\n');
        answer_print_event(stdout, event, language, style);
    }
}

static int print_text(const act_case *c, const struct options *options, const char *language)
{
    struct text_style style = text_style_of_output();
    size_t computers = 0, verdicts = 0;
    for (; act_case_computer(c, computers) && !output_is_lost(); computers++) {
        if (computers > 0)
            fputs("\n\n", stdout);
        verdicts += print_computer(c, computers, options, language, &style);
    }
    if (computers == 0)
        print_line(phrase("heading.no-code", language), &style);
    if (verdicts == 0)
        print_events(c, language, &style);
    print_left_out(c, language, &style);
    return computers > 0 && verdicts == computers ? STATUS_FOUND : STATUS_NOT_FOUND;
}

static int print_json(const act_case *c, const char *fields, const char *language)
{
    act_verdict verdict;
    size_t computer = 0, verdicts = 0;
    do {
        struct json_object object = json_begin(stdout, fields);
        diagnosis_add_members(&object, c, computer, language);
        json_end(&object);
        putchar('\n');
        verdicts += act_case_verdict(c, computer, &verdict) && verdict.code != 0;
    } while (act_case_computer(c, ++computer) && !output_is_lost());
    return verdicts == computer ? STATUS_FOUND : STATUS_NOT_FOUND;
}

int diagnosis_print(const act_case *c, const struct options *options, const char *language)
{
    return options->json ? print_json(c, options->fields, language)
                         : print_text(c, options, language);
}
