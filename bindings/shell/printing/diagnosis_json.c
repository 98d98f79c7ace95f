/* The outcome of a case as JSON. */
#include <inttypes.h>

#include "printing/diagnosis.h"
#include "printing/json.h"
#include "printing/time_text.h"

static void print_code(const char *key, uint32_t code)
{
    char hex[ACT_FORMAT_SIZE];
    act_format(code, hex, sizeof hex);
    json_print_member(stdout, key, code != 0 ? hex : NULL);
}

static void print_number(const char *key, bool is_known, uint64_t number)
{
    printf(",\"%s\":", key);
    if (is_known)
        printf("%" PRIu64, number);
    else
        fputs("null", stdout);
}

static void print_finding(const act_case *c, const act_finding *finding)
{
    char hex[ACT_FORMAT_SIZE], moment[TIME_TEXT_SIZE];
    act_format(finding->code, hex, sizeof hex);
    printf("{\"code\":\"%s\",\"count\":%" PRIu64 ",\"offset\":%" PRIu64, hex, finding->count,
           finding->offset);
    json_print_member(stdout, "name", act_name(finding->code));
    json_print_member(stdout, "role", act_role_id((act_role)finding->role));
    print_number("event", finding->event != 0, finding->event);
    print_number("record", finding->record != 0, finding->record);
    json_print_member(stdout, "time", time_text(moment, finding->time) ? moment : NULL);
    json_print_member(stdout, "host", act_case_host(c, finding->host));
    print_number("current", finding->current != ACT_NOT_KNOWN, finding->current);
    print_number("needed", finding->needed != ACT_NOT_KNOWN, finding->needed);
    print_number("state", finding->state != ACT_NOT_KNOWN, finding->state);
    print_number("minutes", finding->minutes != ACT_NOT_KNOWN, finding->minutes);
    printf(",\"settled\":%s}", finding->flags & ACT_FINDING_SETTLED ? "true" : "false");
}

static void print_findings(const act_case *c, size_t computer)
{
    act_finding finding;
    fputs(",\"findings\":[", stdout);
    for (size_t i = 0; act_case_finding(c, computer, i, &finding); i++) {
        if (i > 0)
            putchar(',');
        print_finding(c, &finding);
    }
    putchar(']');
}

static void print_events(const act_case *c)
{
    uint32_t event;
    fputs(",\"events\":[", stdout);
    for (size_t i = 0; (event = act_case_event(c, i)) != 0; i++)
        printf("%s%" PRIu32, i > 0 ? "," : "", event);
    putchar(']');
}

static void print_left_out(const act_case *c)
{
    static const char *const keys[] = {"list", "state", "no-key", "no-room"};
    fputs(",\"left_out\":{", stdout);
    for (unsigned i = 0; i < sizeof keys / sizeof *keys; i++)
        printf("%s\"%s\":%" PRIu64, i > 0 ? "," : "", keys[i],
               act_case_left_out(c, (act_left_out)i));
    putchar('}');
}

void diagnosis_print_members(const act_case *c, size_t computer, const char *language)
{
    act_verdict verdict = {.rule = ACT_RULE_NONE};
    act_class details;
    const char *name = act_case_computer(c, computer);
    act_case_verdict(c, computer, &verdict);
    bool has = verdict.code != 0;
    act_classify(verdict.code, &details);
    fputs("\"computer\":", stdout);
    json_print_text(stdout, name && *name != '\0' ? name : NULL);
    print_code("code", verdict.code);
    print_code("subject", has ? details.subject : 0);
    json_print_member(stdout, "name", has ? act_name(details.subject) : NULL);
    json_print_member(stdout, "category",
                      has ? act_category_id((act_category)details.category) : NULL);
    json_print_member(stdout, "side", has ? act_side_id((act_side)details.side) : NULL);
    json_print_member(stdout, "role", has ? act_role_id((act_role)details.role) : NULL);
    json_print_member(stdout, "rule", act_rule_id((act_rule)verdict.rule));
    json_print_member(stdout, "dialect", act_dialect_id((act_dialect)verdict.dialect));
    json_print_member(stdout, "reference", has ? act_reference(details.subject) : NULL);
    print_findings(c, computer);
    print_events(c);
    print_left_out(c);
    json_print_member(stdout, "language", act_language(language));
}
