/*
 * A plugin for Nagios, Icinga and others of their kind: counts the activation errors in exported
 * events (.evtx, CSV, text) and reports in one line which code to act on and where to fix it.
 *
 *     check_activation [-w WARNING] [-c CRITICAL] FILE...
 *
 * WARNING (default 1) and CRITICAL (default 10) are numbers of errors from which on the state is
 * such. Performance data: all errors, then the errors of each category.
 */
#define _POSIX_C_SOURCE 200809L
#include <actdiag.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static void unknown(const char *what, const char *why)
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

static void print_performance(unsigned long total, unsigned long warning, unsigned long critical)
{
    printf(" | errors=%lu;%lu;%lu;0", total, warning, critical);
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

static unsigned long number(const char *text)
{
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno != 0 || *text < '0' || *text > '9' || *end != '\0')
        unknown(text, "not a number of errors");
    return value;
}

int main(int argc, char **argv)
{
    static const char *const names[] = {"OK", "WARNING", "CRITICAL"};
    unsigned long warning = 1, critical = 10, total = 0;
    int option;
    while ((option = getopt(argc, argv, "w:c:")) != -1) {
        if (option == 'w')
            warning = number(optarg);
        else if (option == 'c')
            critical = number(optarg);
        else
            return UNKNOWN;
    }
    if (optind == argc)
        unknown("usage", "check_activation [-w WARNING] [-c CRITICAL] FILE...");
    act_case_begin(&events, sizeof events);
    for (int i = optind; i < argc; i++)
        tally_file(argv[i]);
    for (size_t i = 0; i < tally_count; i++)
        total += tallies[i].count;

    enum state state = total >= critical ? CRITICAL : total >= warning ? WARNING : OK;
    printf("ACTIVATION %s - %lu errors", names[state], total);
    print_verdicts();
    print_performance(total, warning, critical);
    return (int)state;
}
