/* What the documents, the register and the words say, merged: the input of the table's emitter. */
#ifndef ACTDIAG_COMPILER_MODEL_H
#define ACTDIAG_COMPILER_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "identifiers.h"

enum { MODEL_FIELD_COUNT = 3 }; /* ACT_FIELD_MESSAGE, _CAUSE, _STEPS */

/* Where something was read. Lines and columns count from 1; 0 means that there is none to name. */
struct location {
    const char *file;
    unsigned line;
    unsigned column;
};

struct model_document {
    const char *language; /* tag as given: "ja", "ja-JP" */
    const char *title;    /* "" without one */
    const char *date;     /* "YYYY-MM-DD", "" without one */
    const char *source;   /* name of the file, without folders */
};

/* A command; its texts may be several lines. */
struct model_command {
    const char *texts[ACT_DIALECT_COUNT];
    uint32_t flags[ACT_DIALECT_COUNT]; /* ACT_COMMAND_ bits */
};

/* Where a text has a command, in bytes, and which one of the model's it is. */
struct model_use {
    uint32_t offset, length, command;
};

/* The commands of one text. */
struct model_uses {
    const struct model_use *list; /* ascending by offset */
    size_t count;
    bool is_windows_only; /* the text concerns Windows, not Office */
};

struct model_entry {
    uint32_t code;
    uint32_t types; /* ACT_TYPE_ bits, at least one */
    const char *
        *texts; /* [language * MODEL_FIELD_COUNT + field]; NULL where the language lacks it */
    struct model_uses *uses; /* [language]: the commands of the steps */
};

struct model_code {
    uint32_t code;
    const char *name;      /* NULL without one */
    const char *reference; /* NULL without one */
    act_category category;
    act_side side;
    act_role role;
    uint32_t flags; /* ACT_FLAG_ bits */
    struct location place;
};

/* An event of activation. */
struct model_event {
    uint32_t number;
    act_event_kind kind;
};

struct model {
    const struct model_document *documents; /* build order */
    size_t document_count;
    const char *
        *languages; /* distinct tags of the documents, build order; [0] is the primary one */
    size_t language_count;
    const struct model_entry *entries; /* document order, each code once */
    size_t entry_count;
    const struct model_code *codes; /* the register, each code once, ascending */
    size_t code_count;
    const char *const *word_ids; /* such as "heading.cause"; ascending, each once */
    size_t word_count;
    const char *const *word_languages; /* English is among them where there are any */
    size_t word_language_count;
    const struct model_event *events; /* ascending, each number once */
    size_t event_count;
    const char *const *words;             /* [language * word_count + identifier] */
    const struct model_uses *advice;      /* [language * ACT_CATEGORY_COUNT + category] */
    const struct model_command *commands; /* the catalogue's, then other commands of the texts */
    size_t command_count, catalogue_count;
};

#endif
