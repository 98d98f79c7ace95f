/* Reads the events of activation. */
#include "tables/events.h"

#include <stdlib.h>

#include "tables/tsv.h"
#include "tables/vocabulary.h"

enum column { COLUMN_NUMBER, COLUMN_KIND, COLUMN_SOURCE, COLUMN_COUNT };

static void refuse(struct diagnostics *diagnostics, const struct tsv_row *row, enum column column,
                   const char *expected)
{
    diagnose(diagnostics, SEVERITY_ERROR, row->places[column], "\"%s\"; expected %s",
             row->cells[column], expected);
}

/* 0 if the text is not a number from 1 to 65535. */
static uint32_t read_number(const char *text)
{
    char *end;
    if (*text < '1' || *text > '9')
        return 0;
    unsigned long number = strtoul(text, &end, 10);
    return *end == '\0' && number <= UINT16_MAX ? (uint32_t)number : 0;
}

static void read_row(struct model_event *events, size_t *count, const struct tsv_row *row,
                     struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->error_count;
    struct model_event *event = &events[*count];
    event->number = read_number(row->cells[COLUMN_NUMBER]);
    if (event->number == 0)
        refuse(diagnostics, row, COLUMN_NUMBER, "the number of an event, from 1 to 65535");
    else if (*count > 0 && event->number <= events[*count - 1].number)
        refuse(diagnostics, row, COLUMN_NUMBER, "a number greater than that of the row before");
    if (!vocabulary_event(row->cells[COLUMN_KIND], &event->kind))
        refuse(diagnostics, row, COLUMN_KIND, "fault, look, good or noise");
    if (!tsv_optional(row->cells[COLUMN_SOURCE]))
        refuse(diagnostics, row, COLUMN_SOURCE, "the source of what is said of the event");
    *count += diagnostics->error_count == errors;
}

void events_read(struct model *model, const struct source *source, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    struct tsv_row *rows;
    size_t row_count = tsv_read(source, COLUMN_COUNT, &rows, arena, diagnostics);
    struct model_event *events = arena_allocate(arena, row_count, sizeof *events);
    for (size_t i = 0; i < row_count; i++)
        read_row(events, &model->event_count, &rows[i], diagnostics);
    model->events = events;
}
