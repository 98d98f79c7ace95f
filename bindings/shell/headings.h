/* The command's own words, in the language of the texts: Japanese, else English. */
#ifndef ACTDIAG_SHELL_HEADINGS_H
#define ACTDIAG_SHELL_HEADINGS_H

struct headings {
    const char *message, *category, *side, *types, *retry, *cause, *steps, *advice;
    const char *separator;    /* between activation types */
    const char *may_help;     /* the value of retry */
    const char *undocumented; /* instead of a message */
    const char *unknown;      /* the same where nothing at all is known */
};

const struct headings *headings_in(const char *language);

#endif
