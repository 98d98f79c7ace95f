/*
 * Threads that work on items at once and hand their results on in the order of the items: each item
 * has its turn, which comes when those before it are done.
 *
 * Nothing piles up: no more items are under way than there are threads, and those that wait to be
 * taken are as many at the most.
 */
#ifndef ACTDIAG_SHELL_WORKERS_H
#define ACTDIAG_SHELL_WORKERS_H

#include <stddef.h>
#include <stdint.h>

#include "platform/threads.h"

#define WORKERS_MAXIMUM 256

struct work_item {
    void *subject;
    uint64_t begin, end; /* a range of it */
};

/* The turn of an item. */
struct ticket {
    struct workers *workers;
    uint64_t number;
};

/*
 * Works on an item. memory is the thread's own, or NULL where there is none left. The turn ends
 * with the return.
 */
typedef void work_function(const struct work_item *item, struct ticket ticket, void *memory,
                           void *context);

struct workers {
    work_function *work;
    void *context;
    size_t memory_size;
    unsigned thread_count; /* wanted; 1: the caller of workers_submit() works alone */
    unsigned started_count;
    thread threads[WORKERS_MAXIMUM];
    void *memory; /* the caller's */
    thread_lock lock;
    thread_condition queue_changed, ticket_done;
    struct work_item queue[WORKERS_MAXIMUM];
    uint64_t submitted, taken; /* numbers of items so far */
    uint64_t serving;          /* the number of the item whose turn it is */
    bool is_over;
};

/* thread_count: from 1 to WORKERS_MAXIMUM. memory_size: bytes of each thread's own memory. */
void workers_begin(struct workers *workers, unsigned thread_count, size_t memory_size,
                   work_function *work, void *context);

/*
 * Hands an item in, and waits while too many are. The caller itself works on the first one, and on
 * all where there are no threads.
 */
void workers_submit(struct workers *workers, struct work_item item);

/* Waits for the turn; called from within the work. From then on it has the turn to its end. */
void ticket_await(struct ticket ticket);

/* Waits until all items so far are done, so that no thread works on any. */
void workers_wait(struct workers *workers);

/* The same, and releases what they hold. */
void workers_end(struct workers *workers);

#endif
