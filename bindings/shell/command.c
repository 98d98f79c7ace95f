/* The actdiag command. */
#include <actdiag.h>
#include <stdio.h>

#include "option_help.h"
#include "options.h"
#include "platform/platform.h"
#include "printing/standard_output.h"
#include "status.h"
#include "verbs/run_commands.h"
#include "verbs/run_diagnose.h"
#include "verbs/run_event.h"
#include "verbs/run_explain.h"
#include "verbs/run_find.h"
#include "verbs/run_list.h"
#include "verbs/run_scan.h"

static int run(const struct options *options)
{
    const char *language = options->language ? options->language : platform_locale();
    switch (options->action) {
    case ACTION_ANSWER:
        return run_explain(options, language);
    case ACTION_SCAN:
        return run_scan(options, language);
    case ACTION_DIAGNOSE:
        return run_diagnose(options, language);
    case ACTION_COMMANDS:
        return run_commands(options, language);
    case ACTION_EVENT:
        return run_event(options, language);
    case ACTION_FIND:
        return run_find(options, language);
    case ACTION_LIST:
        return run_list(options, language);
    case ACTION_HELP:
        option_help(stdout);
        return STATUS_FOUND;
    case ACTION_VERSION:
        printf("actdiag %s\n", act_version());
        return STATUS_FOUND;
    case ACTION_USAGE:
        break;
    }
    return STATUS_WRONG;
}

int main(int count, char **arguments)
{
    platform_start(&count, &arguments);
    struct options options = options_read(count, arguments);
    return output_finish(run(&options));
}
