/*
 * Reads what a text has about the license of a product. Properties of CIM objects and the words of
 * ospp.vbs are the same in all languages, and so is the channel in a description; the labels of
 * slmgr.vbs are read in English.
 */
#include <string.h>

#include "case_state.h"

/* How far a value may be from its label; more computers than this are not a count. */
enum { LABEL_REACH = 40, COUNT_MAXIMUM = 1000000 };

/* Skips what is between a label and its value: blanks, colons, quotation marks, dashes. */
static size_t skip_to_value(const struct act_window *window, size_t position)
{
    size_t limit = position + LABEL_REACH;
    while (position < limit && !act_is_word(act_window_at(window, position)) &&
           act_window_at(window, position) != '\n')
        position++;
    return position;
}

static bool read_number(const struct act_window *window, size_t position, uint32_t *number)
{
    struct act_reader reader = {window, skip_to_value(window, position)};
    return act_read_small(&reader, number) && !act_is_word(act_window_at(window, reader.position));
}

static void read_state(const struct act_window *window, size_t position,
                       struct case_license *license)
{
    static const struct {
        const char *word;
        uint32_t state;
    } words[] = {{"unlicensed", 0},        {"licensed", 1},    {"initial grace", 2},
                 {"oob_grace", 2},         {"oot_grace", 3},   {"additional grace", 3},
                 {"non-genuine grace", 4}, {"non_genuine", 4}, {"notification", 5},
                 {"extended grace", 6}};
    uint32_t number;
    if (read_number(window, position, &number) && number <= 6)
        license->state = number;
    position = skip_to_value(window, position);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (act_window_is(window, position, words[i].word))
            license->state = words[i].state;
}

/* "42180 minute(s)", or as ospp.vbs has it "29 days  (42180 minute(s) before expiring)". */
static void read_minutes(const struct act_window *window, size_t position,
                         struct case_license *license)
{
    size_t bracket = act_window_find(window, position, position + LABEL_REACH, "days  (");
    uint32_t minutes;
    if (read_number(window, bracket == SIZE_MAX ? position : bracket + 7, &minutes))
        license->minutes = minutes;
}

static void read_count(const struct act_window *window, size_t position,
                       struct case_license *license)
{
    uint32_t count;
    if (read_number(window, position, &count) && count <= COUNT_MAXIMUM)
        license->current = count;
}

static bool is_name_character(char c)
{
    return act_is_word(c) || act_is_one_of(c, ".-_:[]");
}

/* "KMS machine name from DNS: kms.example.org:1688"; the same without "from DNS". */
static void read_host(struct case_state *state, const struct act_window *window, size_t position,
                      struct case_license *license)
{
    size_t length = 0;
    if (act_window_is(window, position, " from dns"))
        position += strlen(" from dns");
    position = skip_to_value(window, position);
    position -= act_window_before(window, position) == '[';
    while (is_name_character(act_window_at(window, position + length)))
        length++;
    license->host = act_case_host_number(state, window->text + position, length);
}

enum value { STATE, MINUTES, COUNT, HOST, EVALUATION };

static void read_value(struct case_state *state, const struct act_window *window, size_t position,
                       enum value value, struct case_license *license)
{
    switch (value) {
    case STATE:
        read_state(window, position, license);
        break;
    case MINUTES:
        read_minutes(window, position, license);
        break;
    case COUNT:
        read_count(window, position, license);
        break;
    case HOST:
        read_host(state, window, position, license);
        break;
    default:
        license->is_evaluation = true;
    }
}

bool act_case_license_at(struct case_state *state, const struct act_window *window, size_t position,
                         struct case_license *license)
{
    static const struct {
        const char *name;
        enum value value;
    } labels[] = {{"licensestatus", STATE},
                  {"license status", STATE},
                  {"graceperiodremaining", MINUTES},
                  {"grace", MINUTES},
                  {"time remaining", MINUTES},
                  {"expiration", MINUTES},
                  {"keymanagementservicecurrentcount", COUNT},
                  {"kms machine name", HOST},
                  {"keymanagementservicemachine", HOST},
                  {"discoveredkeymanagementservicemachinename", HOST},
                  {"timebased_eval", EVALUATION}};
    char first = act_ascii_lower(act_window_at(window, position));
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (*labels[i].name != first || !act_window_is(window, position, labels[i].name))
            continue;
        size_t end = position + strlen(labels[i].name);
        if (act_is_word(act_window_at(window, end)))
            continue;
        read_value(state, window, end, labels[i].value, license);
        return true;
    }
    return false;
}
