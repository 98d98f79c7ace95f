/* The outcome of a case as JSON. */
#include <inttypes.h>

#include "printing/diagnosis.h"
#include "printing/time_text.h"

static void add_number(struct json_object *object, const char *key, uint32_t number)
{
    if (number == ACT_NOT_KNOWN)
        json_null(object, key);
    else
        json_number(object, key, number);
}

static void add_place(struct json_object *object, const char *key, uint32_t number)
{
    add_number(object, key, number != 0 ? number : ACT_NOT_KNOWN);
}

static void print_finding(FILE *out, const act_case *c, const act_finding *finding)
{
    char moment[TIME_TEXT_SIZE];
    struct json_object object = json_begin(out, NULL);
    json_code(&object, "code", finding->code);
    json_number(&object, "count", finding->count);
    json_number(&object, "offset", finding->offset);
    json_text(&object, "name", act_name(finding->code));
    json_text(&object, "role", act_role_id((act_role)finding->role));
    add_place(&object, "event", finding->event);
    add_place(&object, "record", finding->record);
    json_text(&object, "time", time_text(moment, finding->time) ? moment : NULL);
    json_text(&object, "host", act_case_host(c, finding->host));
    add_number(&object, "current", finding->current);
    add_number(&object, "needed", finding->needed);
    add_number(&object, "state", finding->state);
    add_number(&object, "minutes", finding->minutes);
    json_flag(&object, "evaluation", finding->flags & ACT_FINDING_EVALUATION);
    json_flag(&object, "settled", finding->flags & ACT_FINDING_SETTLED);
    json_end(&object);
}

static void add_findings(struct json_object *object, const act_case *c, size_t computer)
{
    act_finding finding;
    if (!json_key(object, "findings"))
        return;
    putc('[', object->out);
    for (size_t i = 0; act_case_finding(c, computer, i, &finding); i++) {
        if (i > 0)
            putc(',', object->out);
        print_finding(object->out, c, &finding);
    }
    putc(']', object->out);
}

static void add_events(struct json_object *object, const act_case *c)
{
    uint32_t event;
    if (!json_key(object, "events"))
        return;
    putc('[', object->out);
    for (size_t i = 0; (event = act_case_event(c, i)) != 0; i++)
        fprintf(object->out, "%s%" PRIu32, i > 0 ? "," : "", event);
    putc(']', object->out);
}

static void add_left_out(struct json_object *object, const act_case *c)
{
    static const char *const keys[] = {"list", "state", "no-key", "no-room"};
    if (!json_key(object, "left_out"))
        return;
    struct json_object counts = json_begin(object->out, NULL);
    for (unsigned i = 0; i < sizeof keys / sizeof *keys; i++)
        json_number(&counts, keys[i], act_case_left_out(c, (act_left_out)i));
    json_end(&counts);
}

static void add_subject(struct json_object *object, uint32_t code)
{
    act_class details;
    act_classify(code, &details);
    json_code(object, "code", code);
    json_code(object, "subject", details.subject);
    json_text(object, "name", act_name(details.subject));
    json_text(object, "category", act_category_id((act_category)details.category));
    json_text(object, "side", act_side_id((act_side)details.side));
    json_text(object, "role", act_role_id((act_role)details.role));
}

static void add_no_subject(struct json_object *object)
{
    static const char *const keys[] = {"code", "subject", "name", "category", "side", "role"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_null(object, keys[i]);
}

void diagnosis_add_members(struct json_object *object, const act_case *c, size_t computer,
                           const char *language)
{
    act_verdict verdict = {.rule = ACT_RULE_NONE};
    act_class details;
    const char *name = act_case_computer(c, computer);
    act_case_verdict(c, computer, &verdict);
    act_classify(verdict.code, &details);
    json_text(object, "computer", name && *name != '\0' ? name : NULL);
    if (verdict.code != 0)
        add_subject(object, verdict.code);
    else
        add_no_subject(object);
    json_text(object, "rule", act_rule_id((act_rule)verdict.rule));
    json_text(object, "dialect", act_dialect_id((act_dialect)verdict.dialect));
    json_text(object, "reference", verdict.code != 0 ? act_reference(details.subject) : NULL);
    add_findings(object, c, computer);
    add_events(object, c);
    add_left_out(object, c);
    json_text(object, "language", act_language(language));
}
