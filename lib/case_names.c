/* Reads the names of computers and the marks of products in text about events. */
#include "case_state.h"

/* How far a name may be from its label. */
enum { LABEL_REACH = 40 };

static bool is_name_character(char c)
{
    return act_is_word(c) || act_is_one_of(c, ".-_");
}

/* "Computer: NAME", "<Computer>NAME</Computer>", "MachineName : NAME", "\"Computer\":\"NAME\"". */
static size_t computer_name(const struct act_window *window, size_t position, size_t *length)
{
    size_t start = position;
    bool separated = false;
    if (act_window_is(window, start, "name"))
        start += 4;
    while (start < window->length && start - position < LABEL_REACH &&
           window->text[start] != '\n' && !is_name_character(window->text[start])) {
        separated |= act_is_one_of(window->text[start], ":>=");
        start++;
    }
    for (*length = 0; is_name_character(act_window_at(window, start + *length));)
        ++*length;
    return separated && *length > 0 ? start : 0;
}

/* The name after a label at this position; returns where it begins, or 0. */
size_t act_case_computer_at(const struct act_window *window, size_t position, size_t *length)
{
    if (act_window_before(window, position) == '/')
        return 0;
    if (act_window_is(window, position, "computer"))
        return computer_name(window, position + 8, length);
    if (act_window_is(window, position, "machinename") &&
        !act_is_word(act_window_before(window, position)))
        return computer_name(window, position + 11, length);
    return 0;
}

/* "Office 16" and "Office16" before a word of a license's name. */
static bool is_office_name(const struct act_window *window, size_t position)
{
    struct act_reader reader = {window, position + 6};
    uint64_t version;
    act_skip_blanks(&reader);
    if (!act_read_number(&reader, &version) || version < 12 || version > 99)
        return false;
    size_t limit = reader.position + 60;
    return act_window_find(window, reader.position, limit, "edition") != SIZE_MAX ||
           act_window_find(window, reader.position, limit, "channel") != SIZE_MAX ||
           act_window_find(window, reader.position, limit, "volume_") != SIZE_MAX;
}

/* The product that a mark at this position names. */
enum case_product act_case_product_at(const struct act_window *window, size_t position)
{
    static const struct {
        const char *mark;
        enum case_product product;
    } marks[] = {{"ospp.vbs", CASE_PRODUCT_OFFICE},
                 {"license name: office", CASE_PRODUCT_OFFICE},
                 {"last 5 characters of installed product key", CASE_PRODUCT_OFFICE},
                 {"---notifications---", CASE_PRODUCT_OFFICE},
                 {"---licensed---", CASE_PRODUCT_OFFICE},
                 {"---unlicensed---", CASE_PRODUCT_OFFICE},
                 {"---oob_grace---", CASE_PRODUCT_OFFICE},
                 {"---oot_grace---", CASE_PRODUCT_OFFICE},
                 {"0ff1ce15-a989-479d-af46-f275c6370663", CASE_PRODUCT_OFFICE},
                 {"59a52881-a989-479d-af46-f275c6370663", CASE_PRODUCT_OFFICE},
                 {"office software protection", CASE_PRODUCT_OFFICE},
                 {"55c92734-d682-4d71-983e-d6ec3f16059f", CASE_PRODUCT_WINDOWS},
                 {"windows(r)", CASE_PRODUCT_WINDOWS},
                 {"slmgr.vbs", CASE_PRODUCT_WINDOWS}};
    char first = act_ascii_lower(act_window_at(window, position));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (*marks[i].mark == first && act_window_is(window, position, marks[i].mark))
            return marks[i].product;
    return act_window_is(window, position, "office") && is_office_name(window, position)
               ? CASE_PRODUCT_OFFICE
               : CASE_PRODUCT_NONE;
}
