/* Explains events by their numbers. */
#include "verbs/run_event.h"

#include <actdiag.h>
#include <stdlib.h>

#include "printing/answer.h"
#include "printing/json.h"
#include "printing/standard_output.h"
#include "printing/text.h"
#include "status.h"

/* False if the text is not a number from 1 to 65535. */
static bool read_number(const char *text, uint32_t *number)
{
    char *end;
    if (!text || *text < '1' || *text > '9')
        return false;
    unsigned long value = strtoul(text, &end, 10);
    *number = (uint32_t)value;
    return *end == '\0' && value <= UINT16_MAX;
}

static void print_json(uint32_t number, const char *fields, const char *language)
{
    struct json_object object = json_begin(stdout, fields);
    json_number(&object, "event", number);
    json_text(&object, "kind", act_event_kind_id(act_event_kind_of(NULL, number)));
    json_text(&object, "meaning", act_event_text(NULL, number, ACT_EVENT_MEANING, language));
    json_text(&object, "advice", act_event_text(NULL, number, ACT_EVENT_ADVICE, language));
    json_text(&object, "language", act_words_language(language));
    json_end(&object);
    putchar('\n');
}

static int explain(const char *word, const struct options *options, const char *language)
{
    uint32_t number;
    if (!read_number(word, &number)) {
        fflush(stdout);
        text_complain(word ? word : "-", "expected the number of an event, from 1 to 65535");
        return STATUS_WRONG;
    }
    bool is_known = act_event_kind_of(NULL, number) != ACT_EVENT_UNKNOWN;
    struct text_style style = text_style_of_output();
    if (options->json)
        print_json(number, options->fields, language);
    else if (is_known)
        answer_print_event(stdout, number, language, &style);
    else
        text_complain(word, "is not a known event of activation");
    return is_known ? STATUS_FOUND : STATUS_NOT_FOUND;
}

int run_event(const struct options *options, const char *language)
{
    int status = STATUS_FOUND;
    for (int i = 0; i < options->operand_count && !output_is_lost(); i++) {
        if (i > 0 && !options->json)
            putchar('\n');
        int one = explain(options->operands[i], options, language);
        status = one > status ? one : status;
    }
    return status;
}
