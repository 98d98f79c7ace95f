/* Scans files, several parts at once, and reports in the order of the files. */
#include "verbs/run_scan.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "reading/workers.h"
#include "platform/platform.h"
#include "printing/report.h"
#include "reading/event_log.h"
#include "reading/file_kind.h"
#include "reading/stream.h"

enum { PART_SIZE = 1 << 20, FINDINGS = 2048 };

struct scan {
    struct report report;
    struct workers workers;
    uint32_t flags;      /* of act_scan() */
    atomic_bool is_over; /* as the report has it, for threads that do not have the turn */
};

struct file {
    platform_file handle;
    uint64_t size; /* 0: not known, so read as it comes */
    /* For the thread that has the turn, about the parts that are done: */
    bool is_broken; /* a problem is reported, and the rest does not count */
    struct lines lines;
    uint64_t match_count;
    char shown[]; /* its name in the output */
};

/* A thread's own. */
struct buffers {
    struct finding findings[FINDINGS];
    char buffer[STREAM_BUFFER_SIZE];
};

/* A part of a file that is being read. */
struct reading {
    struct scan *scan;
    struct file *file;
    struct ticket ticket;
    struct finding *findings;
    const char *obstacle; /* of the file's kind, not reported yet */
    size_t finding_count; /* of those that are not reported yet */
    uint64_t count;
};

/* Reports what has been found out, once the turn has come. */
static void report_findings(struct reading *reading)
{
    struct file *file = reading->file;
    ticket_await(reading->ticket);
    if (reading->obstacle)
        report_problem(&reading->scan->report, file->shown, reading->obstacle);
    reading->obstacle = NULL;
    for (size_t i = 0; i < reading->finding_count && !file->is_broken; i++) {
        const struct finding *finding = &reading->findings[i];
        const act_match *match = &finding->match;
        uint64_t before = lines_before(&file->lines, match->offset, match->length);
        report_match(&reading->scan->report, file->shown, match, before + finding->line + 1);
    }
    reading->finding_count = 0;
    if (report_is_over(&reading->scan->report))
        atomic_store(&reading->scan->is_over, true);
}

static void on_begin(const char *begin, size_t length, void *context)
{
    struct reading *reading = context;
    reading->obstacle = file_kind_obstacle(begin, length);
}

static bool on_finding(const struct finding *finding, void *context)
{
    struct reading *reading = context;
    reading->count++;
    if (reading->scan->report.options->wants_count)
        return true;
    if (reading->finding_count == FINDINGS)
        report_findings(reading);
    reading->findings[reading->finding_count++] = *finding;
    return !atomic_load(&reading->scan->is_over);
}

/* What is read as it comes, such as a pipe, is reported as it comes. */
static void on_read(uint64_t size, void *context)
{
    struct reading *reading = context;
    if (reading->file->size > 0)
        return;
    report_findings(reading);
    report_flush(&reading->scan->report);
    progress_add(&reading->scan->report.progress, size);
}

/* The turn is the part's from report_findings() on. */
static void finish_part(struct reading *reading, const struct work_item *item,
                        const struct lines *lines, const char *problem)
{
    struct report *report = &reading->scan->report;
    struct file *file = reading->file;
    bool is_last = item->end == STREAM_TO_END;
    lines_add(&file->lines, lines);
    file->match_count += reading->count;
    if (problem && !file->is_broken) {
        report_problem(report, file->shown, problem);
        file->is_broken = true;
    }
    if (file->size > 0)
        progress_add(&report->progress, (is_last ? file->size : item->end) - item->begin);
    if (!is_last)
        return;
    if (!file->is_broken)
        report_file(report, file->shown, file->match_count);
    platform_close(file->handle);
    free(file);
}

static void read_part(const struct work_item *item, struct ticket ticket, void *memory,
                      void *context)
{
    struct scan *scan = context;
    struct buffers *buffers = memory;
    const struct options *wanted = scan->report.options;
    struct reading reading = {.scan = scan, .file = item->subject, .ticket = ticket};
    struct lines lines = {0};
    struct stream_part part = {reading.file->handle, reading.file->size > 0, item->begin,
                               item->end};
    struct stream_options options = {
        .scan_flags = scan->flags,
        .counts_lines = !wanted->wants_summary && !wanted->wants_count,
        .visit_begin = on_begin,
        .visit = on_finding,
        .visit_read = on_read,
        .context = &reading,
    };
    const char *problem = NULL;
    if (!buffers) {
        problem = strerror(ENOMEM);
    } else if (!atomic_load(&scan->is_over)) {
        reading.findings = buffers->findings;
        problem = stream_scan(&part, &options, buffers->buffer, &lines);
    }
    report_findings(&reading);
    finish_part(&reading, item, &lines, problem);
}

/* Reports what no part of a file can: all that was handed in before comes first. */
static void complain(struct scan *scan, const char *shown, const char *problem)
{
    workers_wait(&scan->workers);
    report_problem(&scan->report, shown, problem);
}

static struct file *open_file(struct scan *scan, const char *path)
{
    const char *shown = path ? path : "(standard input)";
    struct file *file = calloc(1, sizeof *file + strlen(shown) + 1);
    if (!file || !platform_open(path, &file->handle)) {
        complain(scan, shown, strerror(file ? errno : ENOMEM));
        free(file);
        return NULL;
    }
    if (platform_is_output(file->handle)) {
        complain(scan, shown, "is also the output");
        platform_close(file->handle);
        free(file);
        return NULL;
    }
    strcpy(file->shown, shown);
    file->size = path ? platform_size(file->handle) : 0;
    return file;
}

/* An event log that is read record by record. */
struct log {
    struct scan *scan;
    const char *path;
    uint64_t count;
};

static void on_record(const struct event_record *record, void *context)
{
    struct log *log = context;
    struct report *report = &log->scan->report;
    act_match matches[64];
    size_t offset = 0, count;
    while ((count = act_scan(record->text, record->length, &offset, log->scan->flags, matches,
                             sizeof matches / sizeof *matches)) > 0) {
        for (size_t i = 0; i < count; i++)
            report_record(report, log->path, matches[i].code, &record->origin);
        log->count += count;
    }
    progress_add(&report->progress, record->length);
}

static bool is_event_log(const struct file *file)
{
    char begin[8];
    ptrdiff_t length = file->size > 0 ? platform_read_at(file->handle, begin, sizeof begin, 0) : 0;
    return length > 0 && event_log_is(begin, (size_t)length);
}

/* In its turn: all that was handed in before comes first. */
static void scan_event_log(struct scan *scan, const char *path)
{
    struct log log = {.scan = scan, .path = path};
    workers_wait(&scan->workers);
    const char *problem = event_log_read(path, on_record, &log);
    if (problem)
        report_problem(&scan->report, path, problem);
    else
        report_file(&scan->report, path, log.count);
    if (report_is_over(&scan->report))
        atomic_store(&scan->is_over, true);
}

static void scan_file(const char *path, const char *problem, void *context)
{
    struct scan *scan = context;
    if (atomic_load(&scan->is_over))
        return;
    if (problem) {
        complain(scan, path, problem);
        return;
    }
    struct file *file = open_file(scan, path);
    if (!file)
        return;
    if (is_event_log(file)) {
        platform_close(file->handle);
        free(file);
        scan_event_log(scan, path);
        return;
    }
    if (!scan->report.names_files)
        scan->report.progress.size = file->size;
    uint64_t begin = 0, size = file->size;
    for (; size - begin > PART_SIZE && !atomic_load(&scan->is_over); begin += PART_SIZE)
        workers_submit(&scan->workers, (struct work_item){file, begin, begin + PART_SIZE});
    workers_submit(&scan->workers, (struct work_item){file, begin, STREAM_TO_END});
}

static void scan_operand(struct scan *scan, const char *path)
{
    bool may_be_folder = scan->report.options->recursive && path;
    if (may_be_folder && platform_walk(path, scan_file, scan))
        return;
    bool is_unreadable = may_be_folder && errno != ENOTDIR;
    scan_file(path, is_unreadable ? strerror(errno) : NULL, scan);
}

int run_scan(const struct options *options, const char *language)
{
    struct scan scan = {
        .report = report_begin(options, language),
        .flags = ACT_SCAN_DECIMAL | ACT_SCAN_BARE | (options->all ? ACT_SCAN_ALL : 0),
    };
    unsigned jobs = options->jobs > 0 ? options->jobs : platform_processors();
    workers_begin(&scan.workers, jobs < WORKERS_MAXIMUM ? jobs : WORKERS_MAXIMUM,
                  sizeof(struct buffers), read_part, &scan);
    if (options->operand_count == 0)
        scan_file(NULL, NULL, &scan);
    for (int i = 0; i < options->operand_count; i++)
        scan_operand(&scan, options->operands[i]);
    workers_end(&scan.workers);
    return report_end(&scan.report);
}
