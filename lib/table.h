/* The table that actdiag-compile generates: its format, and the probe that finds a code in it. */
#ifndef ACTDIAG_TABLE_H
#define ACTDIAG_TABLE_H

#include "identifiers.h"
#include "hresult.h"

/*
 * The generated file is included twice: here for its parameters, which must be constants where the
 * probe is compiled, and by table.c for its data.
 */
#define ACT_TABLE_PARAMETERS
#include "table-data.c"
#undef ACT_TABLE_PARAMETERS

/* The texts of an entry in a language, then the number of the range of its steps' commands. */
enum {
    ACT_FIELD_COUNT = ACT_FIELD_STEPS + 1,
    ACT_ROW_USES = ACT_FIELD_COUNT,
    ACT_ROW_LANGUAGE /* numbers for each language */
};

/* What a row of act_table_rows holds: offsets of strings; of texts by language and field. */
enum { ACT_ROW_NAME, ACT_ROW_REFERENCE, ACT_ROW_TEXTS };

/*
 * A code in its slot of the hash table: one of the documents or of the register, or another form of
 * one, in which people and tools write it.
 */
struct act_entry {
    uint32_t code;
    uint32_t subject; /* the code that the facts are about */
    struct act_facts facts;
};

/*
 * One object, so that a probe needs one address; in it one array for each question, so that
 * act_lookup() reads nothing beside the codes it compares. A slot without a code of its own, or
 * without a documented one, holds that of another slot, which no probe can seek here.
 */
struct act_hash {
    struct act_entry slots[ACT_TABLE_SLOT_COUNT];
    uint32_t documented_codes[ACT_TABLE_SLOT_COUNT];
    ACT_TABLE_DISPLACEMENT displacements[ACT_TABLE_BUCKET_COUNT];
    uint32_t rows[ACT_TABLE_SLOT_COUNT]; /* numbers of act_table_rows */
};

/* An event of activation; its texts are words. */
struct act_event {
    uint16_t number;
    uint16_t kind;
};

struct act_document {
    uint32_t fields[ACT_DOCUMENT_SOURCE + 1];
};

struct act_command {
    uint32_t texts[ACT_DIALECT_COUNT];
    uint32_t flags[ACT_DIALECT_COUNT];
};

/* Where a text has a command, in bytes. */
struct act_use {
    uint32_t offset, length, command;
};

/* The uses of one text in act_table_uses. */
struct act_use_range {
    uint32_t first, count, is_windows_only;
};

/* Declarations alone do not follow -fvisibility; without this they are read through the GOT. */
#if !defined(_WIN32) && !defined(__CYGWIN__)
#pragma GCC visibility push(hidden)
#endif

/* Every string, each once, ended by a NUL; the offset 0 is "" and stands for what is absent. */
extern const char act_table_pool[];

extern const struct act_hash act_table_hash;
extern const uint32_t act_table_rows[];

/* Slot numbers: the documented codes in document order, all codes ascending, the names ascending.
 */
extern const uint32_t act_table_entries[];
extern const uint32_t act_table_known[];
extern const uint32_t act_table_names[];

extern const struct act_document act_table_documents[];
extern const uint32_t act_table_languages[];

/* Ascending by number. */
extern const struct act_event act_table_events[];

/* The words: their identifiers, ascending, their languages, and by language all of them. */
extern const uint32_t act_table_word_ids[];
extern const uint32_t act_table_word_languages[];
extern const uint32_t act_table_words[];

/* The catalogue's commands, then those of texts alone; uses by text, and their ranges. */
extern const struct act_command act_table_commands[];
extern const struct act_use act_table_uses[];
extern const struct act_use_range act_table_use_ranges[];

/* By language of the words and category: the number of the range of the advice's commands. */
extern const uint32_t act_table_advice[];

#if !defined(_WIN32) && !defined(__CYGWIN__)
#pragma GCC visibility pop
#endif

static inline const char *act_table_string(uint32_t offset)
{
    return act_table_pool + offset;
}

/* The only slot in which a code can be: a multiplication, and a displacement by its bucket. */
static inline size_t act_table_slot_number(uint32_t code)
{
    uint32_t hash = code * ACT_TABLE_MULTIPLIER;
    uint32_t displacement = act_table_hash.displacements[hash >> ACT_TABLE_BUCKET_SHIFT];
    return ((hash >> ACT_TABLE_SLOT_SHIFT) ^ displacement) & (ACT_TABLE_SLOT_COUNT - 1);
}

/* The slot of a code, or NULL if neither the documents nor the register hold it. */
static inline const struct act_entry *act_table_find(uint32_t code)
{
    const struct act_entry *slot = &act_table_hash.slots[act_table_slot_number(code)];
    return slot->code == code && slot->facts.is_listed ? slot : NULL;
}

/* The strings that belong to a slot. */
static inline const uint32_t *act_table_row(const struct act_entry *slot)
{
    return act_table_rows + act_table_hash.rows[slot - act_table_hash.slots];
}

#endif
