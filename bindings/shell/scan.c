/* Scans files and prints what is found. */
#include "scan.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "json.h"
#include "platform.h"
#include "status.h"
#include "stream.h"
#include "tally.h"
#include "text.h"

enum { CODE_SIZE = sizeof "0x00000000" };

struct scan {
    const struct options *options;
    const char *language;
    struct stream_options stream;
    bool is_terminal;  /* standard output */
    bool names_files;  /* in counts */
    const char *path;  /* under reading */
    const char *shown; /* its name in the output */
    uint64_t count;    /* of the file */
    uint64_t total;
    struct tally tally;
    bool lacks_memory;
    int status;
};

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static void print_match(const struct scan *scan, const struct finding *finding)
{
    char hex[CODE_SIZE];
    uint32_t code = finding->match.code;
    act_format(code, hex, sizeof hex);
    text_print_line(stdout, scan->shown, scan->is_terminal);
    printf(":%" PRIu64 ": %s\t%s\t%s\n", finding->line, hex, or_dash(act_name(code)),
           act_category_id(act_classify(code, NULL)));
}

static void print_json_match(const struct scan *scan, const struct finding *finding)
{
    fputs("{\"file\":", stdout);
    json_print_string(stdout, scan->shown);
    printf(",\"line\":%" PRIu64 ",\"offset\":%" PRIu64 ",", finding->line, finding->match.offset);
    json_print_members(stdout, finding->match.code, scan->language);
    fputs("}\n", stdout);
}

static bool visit(const struct finding *finding, void *context)
{
    struct scan *scan = context;
    scan->count++;
    if (scan->options->mode == SCAN_COUNT)
        return true;
    if (scan->options->mode == SCAN_SUMMARY) {
        scan->lacks_memory = !tally_add(&scan->tally, finding->match.code);
        return !scan->lacks_memory;
    }
    if (scan->options->json)
        print_json_match(scan, finding);
    else
        print_match(scan, finding);
    return !ferror(stdout);
}

static void print_count(const struct scan *scan, const char *shown, uint64_t count)
{
    if (scan->options->json) {
        fputs("{\"file\":", stdout);
        json_print_string(stdout, shown);
        printf(",\"count\":%" PRIu64 "}\n", count);
        return;
    }
    if (scan->names_files) {
        text_print_line(stdout, shown, scan->is_terminal);
        putchar(':');
    }
    printf("%" PRIu64 "\n", count);
}

static void scan_file(const char *path, void *context)
{
    struct scan *scan = context;
    if (ferror(stdout) || scan->lacks_memory)
        return;
    scan->path = path;
    scan->shown = strcmp(path, "-") == 0 ? "(standard input)" : path;
    scan->count = 0;
    const char *problem = stream_scan(path, &scan->stream, visit, scan);
    scan->total += scan->count;
    if (problem) {
        fflush(stdout);
        text_complain(scan->shown, problem);
        scan->status = STATUS_WRONG;
        return;
    }
    if (scan->options->mode == SCAN_COUNT)
        print_count(scan, scan->shown, scan->count);
}

static void scan_operand(struct scan *scan, const char *path)
{
    if (!scan->options->recursive || strcmp(path, "-") == 0) {
        scan_file(path, scan);
        return;
    }
    if (!platform_walk(path, scan_file, scan))
        scan_file(path, scan);
}

static void print_summary_line(const struct scan *scan, const struct tally_count *count)
{
    char hex[CODE_SIZE];
    const act_entry *entry = act_lookup(count->code);
    if (scan->options->json) {
        printf("{\"count\":%" PRIu64 ",", count->count);
        json_print_members(stdout, count->code, scan->language);
        fputs("}\n", stdout);
        return;
    }
    act_format(count->code, hex, sizeof hex);
    printf("%" PRIu64 "\t%s\t%s\t%s\t", count->count, hex, or_dash(act_name(count->code)),
           act_category_id(act_classify(count->code, NULL)));
    text_print_line(stdout,
                    entry ? act_entry_text(entry, ACT_FIELD_MESSAGE, scan->language)
                          : act_category_text(act_classify(count->code, NULL), ACT_CATEGORY_LABEL,
                                              scan->language),
                    scan->is_terminal);
    putchar('\n');
}

static void print_summary(struct scan *scan)
{
    tally_sort(&scan->tally);
    for (size_t i = 0; i < scan->tally.code_count; i++)
        print_summary_line(scan, &scan->tally.places[i]);
}

static struct scan begin(const struct options *options, const char *language)
{
    bool is_terminal = platform_is_terminal(stdout);
    bool prints_matches = options->mode == SCAN_MATCHES;
    return (struct scan){
        .options = options,
        .language = language,
        .stream = {.scan_flags = options->all ? ACT_SCAN_ALL : 0,
                   .counts_lines = prints_matches,
                   .shows_progress =
                       platform_is_terminal(stderr) && !(prints_matches && is_terminal)},
        .is_terminal = is_terminal,
        .names_files = options->operand_count > 1 || options->recursive,
        .status = STATUS_FOUND,
    };
}

int scan_run(const struct options *options, const char *language)
{
    struct scan scan = begin(options, language);
    if (options->operand_count == 0)
        scan_file("-", &scan);
    for (int i = 0; i < options->operand_count; i++)
        scan_operand(&scan, options->operands[i]);
    if (scan.lacks_memory) {
        text_complain("summary", strerror(ENOMEM));
        scan.status = STATUS_WRONG;
    } else if (options->mode == SCAN_SUMMARY) {
        print_summary(&scan);
    }
    tally_release(&scan.tally);
    if (scan.status == STATUS_FOUND && scan.total == 0)
        return STATUS_NOT_FOUND;
    return scan.status;
}
