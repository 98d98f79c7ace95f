/* What an act_case holds. */
#ifndef ACTDIAG_CASE_STATE_H
#define ACTDIAG_CASE_STATE_H

#include "actdiag.h"
#include "case_shape.h"
#include "case_window.h"

enum {
    CASE_FINDINGS = 128,
    CASE_COMPUTERS = 32,
    CASE_HOSTS = 8,
    CASE_EVENTS = 32,
    ACT_LEFT_OUT_COUNT = ACT_LEFT_OUT_NO_ROOM + 1,
    CASE_NAME_SIZE = 64,
    CASE_HOST_SIZE = 256,
    CASE_BUFFER_SIZE = 12288
};

/*
 * How far a label may be before a code, in characters. What a label after a code names is in the
 * window as a whole.
 */
enum { CASE_RECORD_REACH = 1400 };

/* Text before a place and after it that decides what it means, in bytes of two-byte text. */
enum { CASE_BEHIND = 2 * ACT_WINDOW_BEFORE, CASE_AHEAD = 2 * ACT_WINDOW_AFTER };

/* When something was seen: by time where that is known, else by place. */
struct case_moment {
    int64_t time; /* milliseconds since 1970, 0 where it is not known */
    uint64_t offset;
};

/* What is known of a computer beside its findings. */
struct case_computer {
    char name[CASE_NAME_SIZE];
    struct case_moment activated; /* the latest success */
    uint32_t is_activated;
    uint32_t has_key; /* a product with a key was seen */
};

/* What the text has about the license of a product; ACT_NOT_KNOWN where it has nothing. */
struct case_license {
    uint32_t host;    /* the KMS host that is asked, for act_case_host() */
    uint32_t current; /* computers that the KMS host has counted */
    uint32_t state;   /* 0 unlicensed, 1 licensed, 2 to 6 */
    uint32_t minutes; /* until that state ends */
    uint32_t is_evaluation;
};

#define CASE_NO_LICENSE                                                                            \
    {                                                                                              \
        ACT_NOT_KNOWN, ACT_NOT_KNOWN, ACT_NOT_KNOWN, ACT_NOT_KNOWN, 0                              \
    }

/*
 * The latest marks of records in the text up to a place: what they name, and where they are, in
 * bytes of all text; 0 where there is none.
 */
struct case_trail {
    uint64_t followed; /* marks before this place are known */
    uint64_t separator_place;
    uint64_t event_place;
    uint64_t time_place;
    uint64_t computer_place;
    uint64_t product_place;
    uint64_t license_place;
    int64_t time;
    uint32_t event;
    uint32_t computer;
    uint32_t is_office;
    struct case_license license; /* of the paragraph at hand */
};

/* Text in which no number of an event is, in bytes of all text, as characters of so many bytes. */
struct case_quiet {
    uint64_t from, to, unit;
};

struct case_state {
    /* What was given before the call at hand and is not yet judged, after text that was. */
    char buffer[CASE_BUFFER_SIZE];

    /* The text that is judged: the buffer, or what the caller gave, while the call lasts. */
    const char *text;
    uint64_t text_offset; /* of its first byte; all offsets in here count from 1 */
    uint32_t fill;
    uint32_t judged; /* codes before this place are judged */
    uint32_t marked; /* marks before this place are read */
    uint32_t in_text;
    uint32_t flags; /* ACT_SCAN_UTF16BE */

    /* The origin of the text at hand. */
    int64_t time;
    uint32_t event;
    uint32_t record;
    uint32_t computer; /* 0 where it is not known */
    uint32_t is_licensing_source;

    struct case_trail trail;
    struct case_quiet quiet;
    uint32_t finding_count;
    uint32_t computer_count; /* the first has no name */
    uint32_t host_count;
    uint32_t event_count;
    uint64_t left_out[ACT_LEFT_OUT_COUNT];
    uint32_t events[CASE_EVENTS];
    char hosts[CASE_HOSTS][CASE_HOST_SIZE];
    struct case_computer computers[CASE_COMPUTERS];
    act_finding findings[CASE_FINDINGS];
};

/* Half of it is room to grow within version 1. */
_Static_assert(2 * sizeof(struct case_state) <= sizeof(act_case), "room to grow");

static inline struct case_state *case_state(act_case *c)
{
    return (struct case_state *)(void *)c->opaque;
}

static inline const struct case_state *case_state_of(const act_case *c)
{
    return (const struct case_state *)(const void *)c->opaque;
}

/* What is known of one place: the code, and the record around it. */
struct case_place {
    uint64_t offset;
    int64_t time;
    uint32_t code;
    uint32_t event;
    uint32_t record;
    uint32_t computer;
    uint32_t flags; /* ACT_FINDING_ bits */
    enum act_shape shape;
    struct case_license license;
};

/* Counts a finding; *window and *request are those of its place. */
void act_case_count(struct case_state *state, const struct case_place *place,
                    const struct act_window *window, const struct act_request *request);

/* The number of a computer by its name; 0 for an empty name and where there is no room. */
uint32_t act_case_computer_number(struct case_state *state, const char *name, size_t length);

/* The number of a KMS host by its name; ACT_NOT_KNOWN for an empty name and without room. */
uint32_t act_case_host_number(struct case_state *state, const char *name, size_t length);

/* Reads what a label at a position has about a license; whether there is such a label. */
bool act_case_license_at(struct case_state *state, const struct act_window *window, size_t position,
                         struct case_license *license);

/* Keeps the number of an event that the text names. */
void act_case_note_event(struct case_state *state, uint32_t event);

/* A success: what came before it is settled. */
void act_case_note_success(struct case_state *state, const struct case_place *place);

/*
 * Reads from the record around a place what *place lacks: event, time, computer, Office. The trail
 * may be that of earlier places of the same text, or empty.
 */
void act_case_read_record(struct case_state *state, const struct act_window *window,
                          struct case_trail *trail, struct case_place *place);

/*
 * Follows the text back from the place to where the trail ends, or as far as a record reaches: what
 * is found of a kind is its nearest mark, and the others need not be read.
 */
void act_case_follow_before(struct case_state *state, const struct act_window *window,
                            struct case_trail *trail);

/* The marks between the place and the end of its paragraph, the first of each. */
struct case_trail act_case_follow_after(struct case_state *state, const struct act_window *window);

/* Takes from a second text about the license what the first has not. */
void act_case_complete_license(struct case_license *license, const struct case_license *second);

/* Notes a success at text[at], which is the window's place, with time and computer of its record.
 */
void act_case_read_success(struct case_state *state, const struct act_window *window, size_t at);

/* Reads successes in scripts other than Latin, in text[from .. to). */
void act_case_read_foreign_successes(struct case_state *state, size_t from, size_t to);

/* Reads marks that are not codes, in text[from .. to): successes, keys, sources with events. */
void act_case_read_marks(struct case_state *state, size_t from, size_t to);

/* Less than 0 where a is to be acted on before b, greater where it is the other way around. */
int act_case_compare(const struct case_state *state, const act_finding *a, const act_finding *b);

/* Whether a number of an event is in from[..to) or close after it; else nothing names one there. */
bool act_case_may_name_event(const struct act_window *window, size_t from, size_t to);

/* The event that a label at a position names, such as "EventID: 12288"; 0 without. */
uint32_t act_case_event_at(const struct act_window *window, size_t position);

/* The event in a column of its own before the window's place, in the same line; 0 without. */
uint32_t act_case_event_in_columns(const struct act_window *window);

/* The event whose labelled number is nearest to the window's place, in from[..to); 0 without. */
uint32_t act_case_event_near(const struct act_window *window, size_t from, size_t to);

/* The first number alone in from[..to) that is an event of activation; 0 without one. */
uint32_t act_case_event_in_text(const struct act_window *window, size_t from, size_t to);

/* The time that begins at a position, in milliseconds since 1970; 0 where there is none. */
int64_t act_case_time_at(const struct act_window *window, size_t position);

/* The name after a label of a computer at a position; returns where it begins, or 0. */
size_t act_case_computer_at(const struct act_window *window, size_t position, size_t *length);

/* The product that a mark at a position names. */
enum case_product { CASE_PRODUCT_NONE, CASE_PRODUCT_WINDOWS, CASE_PRODUCT_OFFICE };
enum case_product act_case_product_at(const struct act_window *window, size_t position);

/* Whether a was seen after b. */
static inline bool case_is_later(struct case_moment a, struct case_moment b)
{
    return a.time != 0 && b.time != 0 && a.time != b.time ? a.time > b.time : a.offset > b.offset;
}

#endif
