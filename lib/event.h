/* The events of activation, as the rest of the library needs them. */
#ifndef ACTDIAG_EVENT_H
#define ACTDIAG_EVENT_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a number is that of an event of activation. */
bool act_event_is_known(uint32_t number);

/* Whether a name is that of a provider or source of licensing events; any case. */
bool act_event_is_source(const char *source);

#endif
