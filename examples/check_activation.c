/*
 * A plugin for Nagios, Icinga and others of their kind, by the Monitoring Plugins guidelines:
 * counts the activation errors in exported events (.evtx, CSV, text) and reports in one line which
 * code to act on and where to fix it.
 *
 *     check_activation [-w RANGE] [-c RANGE] [-t SECONDS] [-h] [-V] FILE...
 *
 * Outside of its range, the number of errors is a warning (0: from one error on) or critical (9:
 * from ten on). Performance data: all errors, then the errors of each category.
 */
#define _POSIX_C_SOURCE 200809L
#include <actdiag.h>
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum state { OK, WARNING, CRITICAL, UNKNOWN };

enum { MOST_CODES = 2000 };

static struct tally {
    uint32_t code;
    unsigned long count;
} tallies[MOST_CODES];
static size_t tally_count;

/* What all files together say. */
static act_case events;

static _Noreturn void unknown(const char *what, const char *why)
{
    printf("ACTIVATION UNKNOWN - %s: %s\n", what, why);
    exit(UNKNOWN);
}

static void tally(uint32_t code)
{
    size_t i = 0;
    while (i < tally_count && tallies[i].code != code)
        i++;
    if (i == MOST_CODES)
        unknown("events", "too many different codes");
    if (i == tally_count)
        tallies[tally_count++].code = code;
    tallies[i].count++;
}

static void *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        unknown(name, strerror(errno));
    char *text = NULL;
    size_t size = 0;
    *length = 0;
    do {
        size += 1 << 20;
        text = realloc(text, size);
        if (text == NULL)
            unknown(name, "out of memory");
        *length += fread(text + *length, 1, size - *length, file);
    } while (*length == size);
    if (ferror(file))
        unknown(name, "cannot be read");
    fclose(file);
    return text;
}

/* Counts the codes of a file that are faults: success and information codes are none. */
static void tally_file(const char *name)
{
    size_t length, offset = 0, count;
    void *text = read_file(name, &length);
    act_match matches[64];
    while ((count = act_scan(text, length, &offset, 0, matches, 64)) > 0)
        for (size_t i = 0; i < count; i++)
            if (act_classify(matches[i].code, NULL) != ACT_CATEGORY_STATUS)
                tally(matches[i].code);
    act_case_add(&events, NULL, text, length, 0);
    free(text);
}

/* The code to act on, of each computer that the events name. */
static void print_verdicts(void)
{
    act_verdict verdict;
    for (size_t i = 0; act_case_verdict(&events, i, &verdict); i++) {
        if (verdict.code == 0)
            continue;
        const char *computer = act_case_computer(&events, i);
        act_class details;
        act_category category = act_classify(verdict.code, &details);
        printf(", act on 0x%08X", (unsigned)verdict.code);
        if (*computer != '\0')
            printf(" of %s", computer);
        printf(" (%s; where to fix it: %s)", act_category_text(category, ACT_CATEGORY_LABEL, "en"),
               act_side_text((act_side)details.side, "en"));
    }
}

/* The numbers that are no reason for an alert: as typed, and what that means. */
struct range {
    const char *text;
    double start, end;
    bool alerts_inside; /* "@": the numbers that are one */
};

/* Reads "10", "10:", "~:10", "10:20" or "@10:20". */
static struct range read_range(const char *text)
{
    struct range range = {.text = text, .start = 0, .end = INFINITY};
    const char *from = text, *colon = strchr(text, ':');
    char *end = NULL;
    if (*from == '@') {
        range.alerts_inside = true;
        from++;
    }
    if (colon && *from == '~') {
        range.start = -INFINITY;
        end = (char *)from + 1;
    } else if (colon && from != colon) {
        range.start = strtod(from, &end);
    }
    if (end && end != colon)
        unknown(text, "not a range such as 10, 10:, ~:10, 10:20 or @10:20");
    from = colon ? colon + 1 : from;
    if (!colon || *from != '\0') {
        range.end = strtod(from, &end);
        if (end == from || *end != '\0' || !(range.start <= range.end))
            unknown(text, "not a range such as 10, 10:, ~:10, 10:20 or @10:20");
    }
    return range;
}

static bool alerts(const struct range *range, double number)
{
    bool is_inside = number >= range->start && number <= range->end;
    return is_inside == range->alerts_inside;
}

static void print_performance(unsigned long total, const struct range *warning,
                              const struct range *critical)
{
    printf(" | errors=%lu;%s;%s;0", total, warning->text, critical->text);
    const char *id;
    for (int category = 0; (id = act_category_id((act_category)category)) != NULL; category++) {
        unsigned long count = 0;
        for (size_t i = 0; i < tally_count; i++)
            if ((int)act_classify(tallies[i].code, NULL) == category)
                count += tallies[i].count;
        if (count > 0)
            printf(" %s=%lu", id, count);
    }
    putchar('\n');
}

static void on_alarm(int signal)
{
    static const char line[] = "ACTIVATION UNKNOWN - the time given with -t is over\n";
    (void)signal;
    ssize_t written = write(STDOUT_FILENO, line, sizeof line - 1);
    (void)written;
    _exit(UNKNOWN);
}

static void limit_time(const char *text)
{
    char *end;
    long seconds = strtol(text, &end, 10);
    if (seconds < 1 || seconds > 86400 || *end != '\0')
        unknown(text, "not a number of seconds from 1 to 86400");
    signal(SIGALRM, on_alarm);
    alarm((unsigned)seconds);
}

static _Noreturn void help(void)
{
    puts("check_activation [-w RANGE] [-c RANGE] [-t SECONDS] [-h] [-V] FILE...\n"
         "Counts the Windows activation errors in exported events (.evtx, CSV, text).\n\n"
         "  -w RANGE    warning if the number of errors is outside; default: 0\n"
         "  -c RANGE    critical if it is outside; default: 9\n"
         "  -t SECONDS  give up after this time; default: 10\n"
         "  -h, -V      this text, the version");
    exit(UNKNOWN);
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"OK", "WARNING", "CRITICAL"};
    struct range warning = read_range("0"), critical = read_range("9");
    const char *seconds = "10";
    unsigned long total = 0;
    int option;
    while ((option = getopt(argc, argv, "w:c:t:hV")) != -1) {
        if (option == 'V') {
            printf("check_activation (libactdiag %s)\n", act_version());
            return UNKNOWN;
        }
        if (option == 'w')
            warning = read_range(optarg);
        else if (option == 'c')
            critical = read_range(optarg);
        else if (option == 't')
            seconds = optarg;
        else
            help();
    }
    if (optind == argc)
        unknown("usage", "check_activation [-w RANGE] [-c RANGE] [-t SECONDS] FILE...");
    limit_time(seconds);
    act_case_begin(&events, sizeof events);
    for (int i = optind; i < argc; i++)
        tally_file(argv[i]);
    for (size_t i = 0; i < tally_count; i++)
        total += tallies[i].count;

    enum state state = alerts(&critical, (double)total)  ? CRITICAL
                       : alerts(&warning, (double)total) ? WARNING
                                                         : OK;
    printf("ACTIVATION %s - %lu errors", names[state], total);
    print_verdicts();
    print_performance(total, &warning, &critical);
    return (int)state;
}
