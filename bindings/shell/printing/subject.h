/* The code that an answer is about: mostly the one that was asked for. */
#ifndef ACTDIAG_SHELL_SUBJECT_H
#define ACTDIAG_SHELL_SUBJECT_H

#include <actdiag.h>

struct subject {
    act_class details;      /* of the code that was asked for */
    const act_entry *entry; /* of the subject; NULL: not documented */
    const char *name;       /* of the subject; NULL: not known */
};

/* Fills *subject completely. */
void subject_find(uint32_t code, struct subject *subject);

#endif
