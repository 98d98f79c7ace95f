/* Finds values by their identifiers. */
#ifndef ACTDIAG_COMPILER_VOCABULARY_H
#define ACTDIAG_COMPILER_VOCABULARY_H

#include <stdbool.h>

#include "identifiers.h"

bool vocabulary_category(const char *id, act_category *category);
bool vocabulary_side(const char *id, act_side *side);
bool vocabulary_role(const char *id, act_role *role);

/* Any kind but "unknown". */
bool vocabulary_event(const char *id, act_event_kind *kind);

#endif
