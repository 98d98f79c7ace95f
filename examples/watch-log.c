/*
 * Watches a log and prints what to do about each activation error that turns up in it, and at its
 * end which of them to act on.
 *
 *     watch-log FILE           follows the log as it grows, until interrupted
 *     watch-log --once FILE    stops at the end of the log
 *     ... | watch-log          reads standard input
 */
#define _POSIX_C_SOURCE 200809L
#include <actdiag.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Explains a code the first time it is seen, in the language of the user. */
static void advise(uint32_t code)
{
    static uint32_t seen[1000];
    static size_t count;
    for (size_t i = 0; i < count; i++)
        if (seen[i] == code)
            return;
    if (count < sizeof seen / sizeof *seen)
        seen[count++] = code;

    const char *language = getenv("LANG");
    const act_entry *entry = act_lookup(code);
    act_class details;
    act_category category = act_classify(code, &details);
    if (entry != NULL)
        printf("0x%08X: %s\n%s\n\n", (unsigned)code,
               act_entry_text(entry, ACT_FIELD_MESSAGE, language),
               act_entry_text(entry, ACT_FIELD_STEPS, language));
    else
        printf("0x%08X: %s\n%s\n\n", (unsigned)code,
               act_category_text(category, ACT_CATEGORY_LABEL, language),
               act_category_text(category, ACT_CATEGORY_ADVICE, language));
    fflush(stdout);
}

/* Names the code to act on; all text of the case has been added. */
static void conclude(act_case *log)
{
    act_verdict verdict;
    act_case_add(log, NULL, NULL, 0, 0);
    for (size_t i = 0; act_case_verdict(log, i, &verdict); i++)
        if (verdict.code != 0)
            printf("Act on: 0x%08X %s\n", (unsigned)verdict.code, act_case_computer(log, i));
}

/* Reads to the end of the file, or beyond it for ever where follow is set; 0 or an exit status. */
static int watch(int file, int follow)
{
    static unsigned char text[65536];
    static act_case log;
    size_t length = 0, offset = 0;
    act_case_begin(&log, sizeof log);
    for (;;) {
        ssize_t got = read(file, text + length, sizeof text - length);
        if (got < 0) {
            perror("watch-log");
            return 1;
        }
        act_case_add(&log, NULL, text + length, (size_t)got, ACT_SCAN_MORE);
        length += (size_t)got;
        int more = got > 0 || follow;

        act_match matches[64];
        size_t count;
        while ((count = act_scan(text, length, &offset, more ? ACT_SCAN_MORE : 0, matches, 64)) > 0)
            for (size_t i = 0; i < count; i++)
                advise(matches[i].code);
        if (!more) {
            conclude(&log);
            return 0;
        }

        /* What may be the beginning of a code is kept, with what is before it. */
        size_t from = offset < ACT_SCAN_CONTEXT ? 0 : offset - ACT_SCAN_CONTEXT;
        memmove(text, text + from, length - from);
        length -= from;
        offset -= from;
        if (got == 0)
            sleep(1);
    }
}

int main(int argc, char **argv)
{
    int once = argc > 1 && strcmp(argv[1], "--once") == 0;
    if (argc - once > 2) {
        fputs("usage: watch-log [--once] [FILE]\n", stderr);
        return 2;
    }
    const char *name = argv[1 + once];
    if (name == NULL)
        return watch(STDIN_FILENO, 0);
    int file = open(name, O_RDONLY);
    if (file < 0) {
        perror(name);
        return 1;
    }
    return watch(file, !once);
}
