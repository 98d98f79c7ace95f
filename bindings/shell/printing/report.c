/* Prints what is found. */
#include "printing/report.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "printing/answer_json.h"
#include "printing/row.h"
#include "printing/standard_output.h"
#include "platform/platform.h"
#include "status.h"
#include "printing/text.h"
#include "printing/time_text.h"

enum { CODE_SIZE = sizeof "0x00000000" };

struct report report_begin(const struct options *options, const char *language)
{
    bool is_terminal = platform_is_terminal(stdout);
    bool mixes = is_terminal && !options->wants_summary && !options->wants_count;
    return (struct report){
        .options = options,
        .language = language,
        .is_terminal = is_terminal,
        .names_files = options->operand_count > 1 || options->recursive,
        .status = STATUS_FOUND,
        .progress = progress_begin(platform_is_terminal(stderr) && !mixes),
    };
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static void print_match(const struct report *report, const char *shown, uint32_t code,
                        uint64_t line)
{
    char hex[CODE_SIZE];
    act_format(code, hex, sizeof hex);
    text_print_line(stdout, shown, report->is_terminal);
    printf(":%" PRIu64 ": %s\t%s\t%s\n", line, hex, or_dash(act_name(code)),
           act_category_id(act_classify(code, NULL)));
}

static void print_json_match(const struct report *report, const char *shown, const act_match *match,
                             uint64_t line)
{
    struct json_object object = json_begin(stdout, report->options->fields);
    json_text(&object, "file", shown);
    json_number(&object, "line", line);
    json_number(&object, "offset", match->offset);
    answer_json_add_code(&object, match->code, report->options->dialect, report->language);
    json_end(&object);
    putchar('\n');
}

void report_match(struct report *report, const char *shown, const act_match *match, uint64_t line)
{
    if (report_is_over(report))
        return;
    if (report->options->wants_summary) {
        report->lacks_memory = !tally_add(&report->tally, match->code);
        return;
    }
    report->is_unwritten = true;
    if (report->options->json)
        print_json_match(report, shown, match, line);
    else
        print_match(report, shown, match->code, line);
}

static void print_record(const struct report *report, const char *shown, uint32_t code,
                         const act_origin *origin)
{
    char hex[CODE_SIZE], moment[TIME_TEXT_SIZE];
    bool has_time = time_text(moment, origin->time);
    act_format(code, hex, sizeof hex);
    text_print_line(stdout, shown, report->is_terminal);
    printf(":%" PRIu32 ": %s\t%s\t%s\t%s\t%" PRIu32 "\n", origin->record, hex,
           or_dash(act_name(code)), act_category_id(act_classify(code, NULL)),
           has_time ? moment : "-", origin->event);
}

static void print_json_record(const struct report *report, const char *shown, uint32_t code,
                              const act_origin *origin)
{
    char moment[TIME_TEXT_SIZE];
    struct json_object object = json_begin(stdout, report->options->fields);
    json_text(&object, "file", shown);
    json_number(&object, "record", origin->record);
    json_number(&object, "event", origin->event);
    json_text(&object, "time", time_text(moment, origin->time) ? moment : NULL);
    json_text(&object, "computer", origin->computer);
    json_text(&object, "source", origin->source);
    answer_json_add_code(&object, code, report->options->dialect, report->language);
    json_end(&object);
    putchar('\n');
}

void report_record(struct report *report, const char *shown, uint32_t code,
                   const act_origin *origin)
{
    if (report_is_over(report))
        return;
    if (report->options->wants_summary) {
        report->lacks_memory = !tally_add(&report->tally, code);
        return;
    }
    if (report->options->wants_count)
        return;
    report->is_unwritten = true;
    if (report->options->json)
        print_json_record(report, shown, code, origin);
    else
        print_record(report, shown, code, origin);
}

static void print_count(const struct report *report, const char *shown, uint64_t count)
{
    if (report->options->json) {
        struct json_object object = json_begin(stdout, report->options->fields);
        json_text(&object, "file", shown);
        json_number(&object, "count", count);
        json_end(&object);
        putchar('\n');
        return;
    }
    if (report->names_files) {
        text_print_line(stdout, shown, report->is_terminal);
        putchar(':');
    }
    printf("%" PRIu64 "\n", count);
}

void report_file(struct report *report, const char *shown, uint64_t count)
{
    report->total += count;
    if (!report->options->wants_count || report_is_over(report))
        return;
    progress_clear(&report->progress);
    print_count(report, shown, count);
}

void report_problem(struct report *report, const char *shown, const char *problem)
{
    progress_clear(&report->progress);
    fflush(stdout);
    text_complain(shown, problem);
    report->status = STATUS_WRONG;
}

bool report_is_over(const struct report *report)
{
    return report->lacks_memory || output_is_lost();
}

void report_flush(struct report *report)
{
    if (report->is_unwritten)
        fflush(stdout);
    report->is_unwritten = false;
}

static void print_summary_line(const struct report *report, const struct tally_count *count)
{
    if (report->options->json) {
        struct json_object object = json_begin(stdout, report->options->fields);
        json_number(&object, "count", count->count);
        answer_json_add_code(&object, count->code, report->options->dialect, report->language);
        json_end(&object);
        putchar('\n');
        return;
    }
    printf("%" PRIu64 "\t", count->count);
    row_print_category(stdout, count->code, report->language, report->is_terminal);
}

static void print_summary(struct report *report)
{
    tally_sort(&report->tally);
    for (size_t i = 0; i < report->tally.code_count && !output_is_lost(); i++)
        print_summary_line(report, &report->tally.places[i]);
}

int report_end(struct report *report)
{
    progress_clear(&report->progress);
    if (report->lacks_memory)
        report_problem(report, "summary", strerror(ENOMEM));
    else if (report->options->wants_summary)
        print_summary(report);
    tally_release(&report->tally);
    if (report->status == STATUS_FOUND && report->total == 0)
        return STATUS_NOT_FOUND;
    return report->status;
}
