/* The events of activation, doc/events.tsv. */
#ifndef ACTDIAG_COMPILER_EVENTS_H
#define ACTDIAG_COMPILER_EVENTS_H

#include "input/diagnostics.h"
#include "input/source.h"
#include "output/model.h"

/*
 * Reads the events into the model, ascending by number. Rows of an unknown class, numbers that are
 * out of order and rows without a source are diagnosed.
 */
void events_read(struct model *model, const struct source *source, struct arena *arena,
                 struct diagnostics *diagnostics);

#endif
