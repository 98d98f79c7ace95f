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

enum { CREW_MAXIMUM = 256 };

struct crew_item {
    void *subject;
    uint64_t begin, end; /* a range of it */
};

/* The turn of an item. */
struct crew_turn {
    struct crew *crew;
    uint64_t number;
};

/*
 * Works on an item. memory is the thread's own, or NULL where there is none left. The turn ends
 * with the return.
 */
typedef void crew_work(const struct crew_item *item, struct crew_turn turn, void *memory,
                       void *context);

struct crew {
    crew_work *work;
    void *context;
    size_t memory_size;
    unsigned thread_count; /* wanted; 1: the caller of crew_submit() works alone */
    unsigned started_count;
    thread threads[CREW_MAXIMUM];
    void *memory; /* the caller's */
    thread_lock lock;
    thread_condition queue_changed, turn_ended;
    struct crew_item queue[CREW_MAXIMUM];
    uint64_t submitted, taken; /* numbers of items so far */
    uint64_t turn;             /* the number of the item whose turn it is */
    bool is_over;
};

/* thread_count: from 1 to CREW_MAXIMUM. memory_size: bytes of each thread's own memory. */
void crew_begin(struct crew *crew, unsigned thread_count, size_t memory_size, crew_work *work,
                void *context);

/*
 * Hands an item in, and waits while too many are. The caller itself works on the first one, and on
 * all where there are no threads.
 */
void crew_submit(struct crew *crew, struct crew_item item);

/* Waits for the turn; called from within the work. From then on it has the turn to its end. */
void crew_await_turn(struct crew_turn turn);

/* Waits until all items so far are done, so that no thread works on any. */
void crew_wait(struct crew *crew);

/* The same, and releases what the crew has. */
void crew_end(struct crew *crew);

#endif
