/* The actdiag command. */
#include <actdiag.h>
#include <stdio.h>

#include "printing/answer.h"
#include "verbs/run_explain.h"
#include "printing/json.h"
#include "options.h"
#include "printing/standard_output.h"
#include "platform/platform.h"
#include "verbs/run_diagnose.h"
#include "verbs/run_event.h"
#include "verbs/run_scan.h"
#include "status.h"

static void list_code(uint32_t code, bool is_json, const char *language, bool is_terminal)
{
    if (is_json)
        json_print_code(stdout, code, language);
    else
        answer_print_short(stdout, code, language, is_terminal);
}

/* The entries in document order; all that is known in the order of codes. */
static int run_list(const struct options *options, const char *language)
{
    bool is_terminal = platform_is_terminal(stdout);
    const act_entry *entry;
    uint32_t code;
    if (options->all)
        for (size_t i = 0; act_code_at(i, &code) && !output_is_lost(); i++)
            list_code(code, options->json, language, is_terminal);
    else
        for (size_t i = 0; (entry = act_entry_at(i)) != NULL && !output_is_lost(); i++)
            list_code(act_entry_code(entry), options->json, language, is_terminal);
    return STATUS_FOUND;
}

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
    case ACTION_EVENT:
        return run_event(options, language);
    case ACTION_LIST:
        return run_list(options, language);
    case ACTION_HELP:
        options_help(stdout);
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
