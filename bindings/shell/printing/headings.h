/* The command's own words, in the language of the texts: Japanese, else English. */
#ifndef ACTDIAG_SHELL_HEADINGS_H
#define ACTDIAG_SHELL_HEADINGS_H

#include <actdiag.h>

struct headings {
    const char *category, *side, *types, *retry, *windows_error, *cause, *steps, *advice;
    const char *separator;        /* between activation types */
    const char *may_help;         /* the value of retry */
    const char *without_entry[3]; /* instead of a message; index: an act_known */
};

const struct headings *headings_in(const char *language);

#endif
