/* What a code means by the shape of the text around it, whatever the language of that text. */
#ifndef ACTDIAG_CASE_SHAPE_H
#define ACTDIAG_CASE_SHAPE_H

#include "case_window.h"

enum act_shape {
    ACT_SHAPE_PLAIN,        /* nothing special */
    ACT_SHAPE_REQUEST,      /* field 0 of event 12288: a client asked a KMS host */
    ACT_SHAPE_ANSWER,       /* field 0 of event 12289: what the host answered */
    ACT_SHAPE_HOST_RECORD,  /* the result in event 12290 on a KMS host */
    ACT_SHAPE_FLAGS,        /* another field of these events */
    ACT_SHAPE_ORIGINAL,     /* the code inside another: "Original hr=" of event 1015 */
    ACT_SHAPE_LICENSE_LIST, /* a line of event 1003 about a product without a key */
    ACT_SHAPE_KEY_LIST,     /* a line of event 1003 about a product that has a key */
    ACT_SHAPE_PARTS,        /* a line of event 1066: parts of the service at start-up */
    ACT_SHAPE_CONSUMPTION,  /* LastConsumptionReason of event 8230 */
    ACT_SHAPE_TRACE         /* a line of the trace of event 8200 */
};

/* A number that a shape does not have. */
#define ACT_SHAPE_NOTHING UINT32_MAX

/* The fields of a request, as far as the shape has them. */
struct act_request {
    size_t host;        /* position in the window of the host's name and port, */
    size_t host_length; /* and its length; 0 without one */
    uint32_t activated; /* 1 or 0 in an answer */
    uint32_t current;   /* computers that the host has counted */
    uint32_t needed;    /* computers that must ask before it activates */
    uint32_t state;     /* license state, 0 to 6 */
    uint32_t minutes;   /* until that state ends */
};

/* The shape of a window's place; *request is filled in for the first three shapes. */
enum act_shape act_shape_of(const struct act_window *window, struct act_request *request);

#endif
