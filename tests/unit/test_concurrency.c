/* The library called by many threads at once, from signal handlers and after fork. */
#define _GNU_SOURCE /* barriers and SA_RESTART, which -std=c11 hides */

#include "suites.h"

#ifndef _WIN32

#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "actdiag.h"

enum { THREADS = 16, ROUNDS = 20, SIGNALS = 100, FORKS = 20, MATCHES = 4 };

static const char log_text[] =
    "0xC004F074 0x1 0x80070005, 0\0x\0008\0000\0000\0007\0002\0E\0E\0002\0 "
    "00x1234 0xC004F0740 0x12345678 \xE3\x82\xB3 0xc004f038";

static uint64_t mix(uint64_t digest, uint64_t value)
{
    return (digest ^ value) * UINT64_C(0x100000001B3);
}

static uint64_t mix_text(uint64_t digest, const char *text)
{
    for (; text && *text; text++)
        digest = mix(digest, (unsigned char)*text);
    return mix(digest, text != NULL);
}

static uint64_t mix_entry(uint64_t digest, const act_entry *entry)
{
    digest = mix(digest, act_entry_code(entry));
    digest = mix(digest, act_entry_types(entry));
    digest = mix_text(digest, act_entry_text(entry, ACT_FIELD_MESSAGE, "ja_JP.UTF-8"));
    return mix_text(digest, act_entry_language(entry, "en"));
}

static uint64_t mix_code(uint64_t digest, uint32_t code)
{
    act_class details;
    char text[16];
    uint32_t parsed = 0;
    act_category category = act_classify(code, &details);
    const act_entry *entry = act_lookup(code);
    digest = mix(digest, details.known * 256 + details.side);
    digest = mix_text(digest, act_category_text(category, ACT_CATEGORY_LABEL, "en"));
    digest = mix_text(digest, act_name(code));
    digest = mix(digest, (uint64_t)act_parse(text, act_format(code, text, sizeof text), &parsed));
    digest = mix(digest, parsed);
    return entry ? mix_entry(digest, entry) : digest;
}

static uint64_t mix_matches(uint64_t digest)
{
    act_match matches[MATCHES];
    size_t offset = 0, count;
    while ((count = act_scan(log_text, sizeof log_text, &offset, 0, matches, MATCHES)) > 0)
        for (size_t i = 0; i < count; i++)
            digest = mix(mix(digest, matches[i].offset), matches[i].code);
    return digest;
}

static int visit(const act_entry *entry, void *context)
{
    uint64_t *digest = context;
    *digest = mix(*digest, act_entry_code(entry));
    return 0;
}

/* A digest of some answers of each kind. */
static uint64_t digest_of_answers(void)
{
    uint64_t digest = UINT64_C(0xCBF29CE484222325);
    uint32_t code;
    for (size_t i = 0; act_code_at(i, &code); i += 16) {
        digest = mix_code(digest, code);
        digest = mix_code(digest, code ^ 0x1000);
    }
    act_foreach(visit, &digest);
    digest = mix_text(digest, act_document(0, ACT_DOCUMENT_TITLE));
    return mix_matches(digest);
}

struct thread {
    pthread_t id;
    pthread_barrier_t *start;
    uint64_t digests[ROUNDS];
};

static void *ask(void *argument)
{
    struct thread *thread = argument;
    pthread_barrier_wait(thread->start);
    for (int i = 0; i < ROUNDS; i++)
        thread->digests[i] = digest_of_answers();
    return NULL;
}

static void start_threads(struct thread *threads, pthread_barrier_t *start)
{
    ck_assert_int_eq(pthread_barrier_init(start, NULL, THREADS + 1), 0);
    for (int i = 0; i < THREADS; i++) {
        threads[i].start = start;
        ck_assert_int_eq(pthread_create(&threads[i].id, NULL, ask, &threads[i]), 0);
    }
    pthread_barrier_wait(start);
}

/* The library is first called after the threads: until then nothing in it has been chosen. */
static void join_threads(struct thread *threads, pthread_barrier_t *start)
{
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_join(threads[i].id, NULL), 0);
    pthread_barrier_destroy(start);
    uint64_t expected = digest_of_answers();
    for (int i = 0; i < THREADS; i++)
        for (int round = 0; round < ROUNDS; round++)
            ck_assert_uint_eq(threads[i].digests[round], expected);
}

START_TEST(threads_get_the_answers_that_one_gets)
{
    static struct thread threads[THREADS];
    pthread_barrier_t start;
    start_threads(threads, &start);
    join_threads(threads, &start);
}
END_TEST

static uint64_t expected_of_signals;
static volatile sig_atomic_t signals_taken, signals_wrong;

static void answer_signal(int number)
{
    (void)number;
    /* Where an answer takes longer than the timer, the interrupted code must still get on. */
    if (signals_taken == SIGNALS)
        return;
    signals_wrong += digest_of_answers() != expected_of_signals;
    signals_taken++;
}

START_TEST(a_signal_may_interrupt_any_call_and_call_itself)
{
    struct sigaction action = {.sa_handler = answer_signal, .sa_flags = SA_RESTART};
    struct itimerval soon = {{0, 500}, {0, 500}}, never = {{0, 0}, {0, 0}};
    expected_of_signals = digest_of_answers();
    ck_assert_int_eq(sigaction(SIGALRM, &action, NULL), 0);
    ck_assert_int_eq(setitimer(ITIMER_REAL, &soon, NULL), 0);
    int wrong = 0;
    while (signals_taken < SIGNALS)
        wrong += digest_of_answers() != expected_of_signals;
    ck_assert_int_eq(setitimer(ITIMER_REAL, &never, NULL), 0);
    ck_assert_int_eq(wrong, 0);
    ck_assert_int_eq(signals_wrong, 0);
}
END_TEST

/* Forks while other threads are inside the library: a child must not need what they hold. */
START_TEST(a_child_of_fork_gets_the_same_answers)
{
    static struct thread threads[THREADS];
    pthread_barrier_t start;
    uint64_t digests[FORKS];
    start_threads(threads, &start);
    for (int i = 0; i < FORKS; i++) {
        int ends[2], status;
        ck_assert_int_eq(pipe(ends), 0);
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            uint64_t digest = digest_of_answers();
            if (write(ends[1], &digest, sizeof digest) == sizeof digest)
                raise(SIGKILL); /* a sanitizer would miss the parent's threads at an exit */
            _exit(1);
        }
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        ck_assert_int_eq(read(ends[0], &digests[i], sizeof digests[i]), sizeof digests[i]);
        close(ends[0]);
        close(ends[1]);
    }
    join_threads(threads, &start);
    for (int i = 0; i < FORKS; i++)
        ck_assert_uint_eq(digests[i], threads[0].digests[0]);
}
END_TEST

Suite *concurrency_suite(void)
{
    Suite *suite = suite_create("concurrency");
    TCase *cases = tcase_create("concurrency");
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, threads_get_the_answers_that_one_gets);
    tcase_add_test(cases, a_signal_may_interrupt_any_call_and_call_itself);
    tcase_add_test(cases, a_child_of_fork_gets_the_same_answers);
    suite_add_tcase(suite, cases);
    return suite;
}

#else

#include <stdio.h>

Suite *concurrency_suite(void)
{
    puts("SKIP: concurrency: signals and fork are not Windows'");
    return suite_create("concurrency");
}

#endif
