/* Reads operands as one case, or each file as a case of its own, and prints what to act on. */
#include "verbs/run_diagnose.h"

#include <errno.h>
#include <string.h>

#include "platform/platform.h"
#include "printing/diagnosis.h"
#include "printing/fleet.h"
#include "printing/progress.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "reading/case_file.h"
#include "status.h"

struct diagnosing {
    const struct options *options;
    const char *language;
    struct progress progress;
    struct fleet fleet; /* of --summary */
    act_case one;       /* the case of all operands, or of the file being read */
    int status;
};

static void show_progress(uint64_t size, void *context)
{
    struct diagnosing *diagnosing = context;
    progress_add(&diagnosing->progress, size);
}

static void raise_status(struct diagnosing *diagnosing, int status)
{
    if (diagnosing->status < status)
        diagnosing->status = status;
}

static void complain(struct diagnosing *diagnosing, const char *shown, const char *problem)
{
    progress_clear(&diagnosing->progress);
    fflush(stdout);
    text_complain(shown, problem);
    raise_status(diagnosing, STATUS_WRONG);
}

/* One file: part of the one case, or a case of its own. */
static void read_file(const char *path, const char *problem, void *context)
{
    struct diagnosing *diagnosing = context;
    const struct options *options = diagnosing->options;
    const char *shown = path ? path : "(standard input)";
    if (output_is_lost())
        return;
    if (options->wants_summary)
        act_case_begin(&diagnosing->one, sizeof diagnosing->one);
    if (!problem)
        problem = case_file_add(&diagnosing->one, path, show_progress, diagnosing);
    if (problem) {
        complain(diagnosing, shown, problem);
    } else if (options->wants_summary) {
        progress_clear(&diagnosing->progress);
        raise_status(diagnosing, fleet_print_file(&diagnosing->fleet, shown, &diagnosing->one));
    }
}

static void read_operand(struct diagnosing *diagnosing, const char *path)
{
    if (path && platform_walk(path, read_file, diagnosing))
        return;
    bool is_unreadable = path && errno != ENOTDIR;
    read_file(path, is_unreadable ? strerror(errno) : NULL, diagnosing);
}

int run_diagnose(const struct options *options, const char *language)
{
    struct diagnosing diagnosing = {
        .options = options,
        .language = language,
        .progress = progress_begin(platform_is_terminal(stderr)),
        .fleet = fleet_begin(options, language),
        .status = STATUS_FOUND,
    };
    act_case_begin(&diagnosing.one, sizeof diagnosing.one);
    if (options->operand_count == 0)
        read_file(NULL, NULL, &diagnosing);
    for (int i = 0; i < options->operand_count; i++)
        read_operand(&diagnosing, options->operands[i]);
    progress_clear(&diagnosing.progress);
    if (options->wants_summary)
        fleet_end(&diagnosing.fleet);
    else if (diagnosing.status == STATUS_FOUND || act_case_computer(&diagnosing.one, 0))
        raise_status(&diagnosing, diagnosis_print(&diagnosing.one, options, language));
    return diagnosing.status;
}
