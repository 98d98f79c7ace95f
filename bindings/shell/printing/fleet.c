/* The morning view of a fleet. */
#include "printing/fleet.h"

#include <inttypes.h>

#include "platform/platform.h"
#include "printing/diagnosis.h"
#include "printing/phrase.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "status.h"

struct fleet fleet_begin(const struct options *options, const char *language)
{
    return (struct fleet){.options = options, .language = language};
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

/* "0xC004F042<tab>NAME<tab>category<tab>side" */
static void print_code(uint32_t code)
{
    char hex[ACT_FORMAT_SIZE];
    act_class details;
    act_classify(code, &details);
    act_format(code, hex, sizeof hex);
    printf("%s\t%s\t%s\t%s", hex, or_dash(act_name(details.subject)),
           act_category_id((act_category)details.category), act_side_id((act_side)details.side));
}

static void print_line(const struct fleet *fleet, const char *shown, const act_case *c,
                       size_t computer, const act_verdict *verdict)
{
    const char *name = act_case_computer(c, computer);
    text_print_line(stdout, shown, platform_is_terminal(stdout));
    fputs(": ", stdout);
    if (verdict->code != 0)
        print_code(verdict->code);
    else
        fputs(phrase(!name                                 ? "heading.no-code"
                     : verdict->rule == ACT_RULE_ACTIVATED ? "heading.left-out-success"
                                                           : "heading.no-verdict",
                     fleet->language),
              stdout);
    if (name && *name != '\0') {
        putchar('\t');
        text_print_line(stdout, name, platform_is_terminal(stdout));
    }
    putchar('\n');
}

static void print_json_line(const struct fleet *fleet, const char *shown, const act_case *c,
                            size_t computer)
{
    struct json_object object = json_begin(stdout, fleet->options->fields);
    json_text(&object, "file", shown);
    diagnosis_add_members(&object, c, computer, fleet->language);
    json_end(&object);
    putchar('\n');
}

int fleet_print_file(struct fleet *fleet, const char *shown, const act_case *c)
{
    int status = STATUS_FOUND;
    size_t computer = 0;
    do {
        act_verdict verdict = {.rule = ACT_RULE_NONE};
        bool has_findings = act_case_verdict(c, computer, &verdict) != 0;
        if (fleet->options->json)
            print_json_line(fleet, shown, c, computer);
        else
            print_line(fleet, shown, c, computer, &verdict);
        if (verdict.code != 0) {
            fleet->lacks_memory |= !tally_add(&fleet->tally, verdict.code);
        } else if (has_findings) {
            fleet->without_verdict++;
            status = STATUS_NOT_FOUND;
        } else {
            fleet->without_finding++;
        }
    } while (act_case_computer(c, ++computer) && !output_is_lost());
    return status;
}

static void print_total(const struct fleet *fleet, uint64_t count, const char *id)
{
    if (count > 0)
        printf("%" PRIu64 "\t%s\n", count, phrase(id, fleet->language));
}

void fleet_end(struct fleet *fleet)
{
    if (!fleet->options->json) {
        putchar('\n');
        tally_sort(&fleet->tally);
        for (size_t i = 0; i < fleet->tally.code_count; i++) {
            printf("%" PRIu64 "\t", fleet->tally.places[i].count);
            print_code(fleet->tally.places[i].code);
            putchar('\n');
        }
        print_total(fleet, fleet->without_verdict, "heading.no-verdict");
        print_total(fleet, fleet->without_finding, "heading.no-code");
    }
    tally_release(&fleet->tally);
}
