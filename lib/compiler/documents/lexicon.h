/* The words of activation types in the languages in which the article is published. */
#ifndef ACTDIAG_COMPILER_LEXICON_H
#define ACTDIAG_COMPILER_LEXICON_H

#include <stddef.h>

enum word_kind {
    WORD_MAK,     /* a name of the multiple activation key */
    WORD_KMS,     /* a name of the Key Management Service, or of the server that it is */
    WORD_CLIENT,  /* stems of words for the client */
    WORD_HOST,    /* stems of words for the host; a server outside of a name is one */
    WORD_AD,      /* Active Directory-based activation */
    WORD_AVMA,    /* activation by the virtualization host */
    WORD_TOKEN,   /* token-based activation */
    WORD_OEM,     /* activation by the firmware */
    WORD_DIGITAL, /* digital and retail licenses */
    WORD_JOINING  /* words that only join others */
};

struct word {
    const char *text; /* lower case */
    enum word_kind kind;
};

extern const struct word lexicon[];
extern const size_t lexicon_length;

#endif
