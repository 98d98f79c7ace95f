/* Reads dates and times of day in the forms that event logs and their exports have. */
#include "case_state.h"

static int64_t days_since_1970(int64_t year, int64_t month, int64_t day)
{
    /* Years that begin in March: the leap day is the last one. */
    year -= month <= 2;
    int64_t era = year / 400, year_of_era = year % 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

static bool read_part(struct act_reader *reader, int64_t *part)
{
    uint32_t number;
    bool is_read = act_read_small(reader, &number) && number <= 9999;
    *part = number;
    return is_read;
}

/* The order of a date's parts: by a leading year, or slashes or dots; AM and PM are American. */
static bool order_date(int64_t parts[3], char separator, bool american)
{
    if (parts[0] > 31)
        return true;
    int64_t first = parts[0], second = parts[1];
    bool month_leads = separator == '/' && (american || second > 12);
    parts[0] = parts[2];
    parts[1] = month_leads ? first : second;
    parts[2] = month_leads ? second : first;
    return parts[0] > 31;
}

static bool read_clock(struct act_reader *reader, int64_t *milliseconds, bool *american)
{
    int64_t hour, minute, second = 0;
    if (!read_part(reader, &hour) || !act_read_char(reader, ':') || !read_part(reader, &minute))
        return false;
    if (act_read_char(reader, ':') && !read_part(reader, &second))
        return false;
    act_skip_blanks(reader);
    bool afternoon = act_window_is(reader->window, reader->position, "pm");
    *american = afternoon || act_window_is(reader->window, reader->position, "am");
    if (*american)
        hour = hour % 12 + (afternoon ? 12 : 0);
    *milliseconds = ((hour * 60 + minute) * 60 + second) * 1000;
    return hour < 24 && minute < 60 && second < 61;
}

static bool is_date_separator(char c)
{
    return c == '-' || c == '/' || c == '.';
}

/* A date and a time of day from a position on; 0 where there is none. */
static int64_t read_time(const struct act_window *window, size_t position)
{
    struct act_reader reader = {window, position};
    int64_t parts[3], clock;
    bool american;
    read_part(&reader, &parts[0]); /* at most four digits, as may_be_date() has seen */
    char separator = act_window_at(window, reader.position);
    if (!is_date_separator(separator))
        return 0;
    for (int i = 1; i < 3; i++)
        if (!act_read_char(&reader, separator) || !read_part(&reader, &parts[i]))
            return 0;
    if (!act_is_one_of(act_window_at(window, reader.position++), "T, "))
        return 0;
    act_skip_blanks(&reader);
    if (!read_clock(&reader, &clock, &american) || !order_date(parts, separator, american) ||
        parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31)
        return 0;
    return days_since_1970(parts[0], parts[1], parts[2]) * 86400000 + clock;
}

/* The request time inside 12288 to 12290 is the client's: it orders nothing. */
static bool is_request_time(const struct act_window *window, size_t position)
{
    return act_window_before(window, position) == ' ' &&
           act_window_before(window, position - 1) == ',';
}

/* A separator after a day or month of one or two digits, or after a year. */
static bool may_be_date(const struct act_window *window, size_t position)
{
    return is_date_separator(act_window_at(window, position + 4)) ||
           is_date_separator(act_window_at(window, position + 2)) ||
           is_date_separator(act_window_at(window, position + 1));
}

int64_t act_case_time_at(const struct act_window *window, size_t position)
{
    if (act_is_word(act_window_before(window, position)) || !may_be_date(window, position) ||
        is_request_time(window, position))
        return 0;
    return read_time(window, position);
}
