/* The events of activation. */
#include "event.h"

#include <string.h>

#include "actdiag.h"
#include "ascii.h"
#include "table.h"

/* The row of an event; NULL for a number that is not in the table. */
static const struct act_event *find(uint32_t number)
{
    const struct act_event *event = act_table_events;
    /* Halves without a branch that could be mispredicted: most numbers in texts are no events. */
    for (size_t count = ACT_TABLE_EVENT_COUNT; count > 1; count -= count / 2)
        event += event[count / 2].number <= number ? count / 2 : 0;
    return event->number == number ? event : NULL;
}

bool act_event_is_known(uint32_t number)
{
    return find(number) != NULL;
}

/* Providers and sources of the licensing services: Windows since Vista, and Office. */
bool act_event_is_source(const char *source)
{
    static const char names[][20] = {"security-spp", "protection platform", "security-licensing",
                                     "licensing service", "kmsrequests"};
    for (; *source != '\0'; source++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (act_ascii_begins(source, names[i], strlen(names[i])))
                return true;
    return false;
}

ACT_API act_event_kind ACT_CALL act_event_kind_of(const char *source, uint32_t number)
{
    const struct act_event *event = !source || act_event_is_source(source) ? find(number) : NULL;
    return event ? (act_event_kind)event->kind : ACT_EVENT_UNKNOWN;
}

ACT_API uint32_t ACT_CALL act_event_at(size_t index)
{
    return index < ACT_TABLE_EVENT_COUNT ? act_table_events[index].number : 0;
}

/* Writes the identifier of a word of an event, such as "event.8198". */
static void write_id(char *id, const char *kind, uint32_t number)
{
    char digits[10];
    size_t count = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    while (*kind != '\0')
        *id++ = *kind++;
    while (count > 0)
        *id++ = digits[--count];
    *id = '\0';
}

ACT_API const char *ACT_CALL act_event_text(const char *source, uint32_t number,
                                            act_event_field field, const char *language)
{
    static const char kinds[][16] = {"event.", "event-advice."};
    char id[sizeof kinds[0] + sizeof "4294967295"];
    if (act_event_kind_of(source, number) == ACT_EVENT_UNKNOWN ||
        (unsigned)field >= sizeof kinds / sizeof *kinds)
        return NULL;
    write_id(id, kinds[field], number);
    return act_word(id, language);
}
