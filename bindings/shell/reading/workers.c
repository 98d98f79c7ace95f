/* Shares work among threads. */
#include "reading/workers.h"

#include <stdlib.h>

void workers_begin(struct workers *workers, unsigned thread_count, size_t memory_size,
                   work_function *work, void *context)
{
    *workers = (struct workers){
        .work = work,
        .context = context,
        .memory_size = memory_size,
        .thread_count = thread_count,
        .lock = THREAD_LOCK_INIT,
        .queue_changed = THREAD_CONDITION_INIT,
        .ticket_done = THREAD_CONDITION_INIT,
    };
}

static void await_turn(struct ticket ticket)
{
    while (ticket.workers->serving != ticket.number)
        thread_wait(&ticket.workers->ticket_done, &ticket.workers->lock);
}

void ticket_await(struct ticket ticket)
{
    thread_lock_take(&ticket.workers->lock);
    await_turn(ticket);
    thread_lock_leave(&ticket.workers->lock);
}

static void work_on(struct workers *workers, const struct work_item *item, uint64_t number,
                    void *memory)
{
    struct ticket ticket = {workers, number};
    workers->work(item, ticket, memory, workers->context);
    thread_lock_take(&workers->lock);
    await_turn(ticket);
    workers->serving++;
    thread_wake_all(&workers->ticket_done);
    thread_lock_leave(&workers->lock);
}

/* False when there will be no more items. */
static bool take(struct workers *workers, struct work_item *item, uint64_t *number)
{
    thread_lock_take(&workers->lock);
    while (workers->taken == workers->submitted && !workers->is_over)
        thread_wait(&workers->queue_changed, &workers->lock);
    bool has_item = workers->taken < workers->submitted;
    if (has_item) {
        *number = workers->taken++;
        *item = workers->queue[*number % WORKERS_MAXIMUM];
        thread_wake_all(&workers->queue_changed);
    }
    thread_lock_leave(&workers->lock);
    return has_item;
}

static void serve(void *argument)
{
    struct workers *workers = argument;
    struct work_item item;
    uint64_t number;
    void *memory = malloc(workers->memory_size);
    while (take(workers, &item, &number))
        work_on(workers, &item, number, memory);
    free(memory);
}

static void start_threads(struct workers *workers)
{
    while (workers->started_count < workers->thread_count &&
           thread_start(&workers->threads[workers->started_count], serve, workers))
        workers->started_count++;
    if (workers->started_count == 0)
        workers->thread_count = 1;
}

static void work_alone(struct workers *workers, const struct work_item *item)
{
    if (!workers->memory)
        workers->memory = malloc(workers->memory_size);
    workers->taken++;
    work_on(workers, item, workers->submitted++, workers->memory);
}

/* What is one small file needs no threads, so they begin with the second item. */
void workers_submit(struct workers *workers, struct work_item item)
{
    if (workers->submitted == 1 && workers->thread_count > 1)
        start_threads(workers);
    if (workers->submitted == 0 || workers->thread_count == 1) {
        work_alone(workers, &item);
        return;
    }
    thread_lock_take(&workers->lock);
    while (workers->submitted - workers->taken >= workers->started_count)
        thread_wait(&workers->queue_changed, &workers->lock);
    workers->queue[workers->submitted++ % WORKERS_MAXIMUM] = item;
    thread_wake_all(&workers->queue_changed);
    thread_lock_leave(&workers->lock);
}

void workers_wait(struct workers *workers)
{
    thread_lock_take(&workers->lock);
    while (workers->serving != workers->submitted)
        thread_wait(&workers->ticket_done, &workers->lock);
    thread_lock_leave(&workers->lock);
}

void workers_end(struct workers *workers)
{
    thread_lock_take(&workers->lock);
    workers->is_over = true;
    thread_wake_all(&workers->queue_changed);
    thread_lock_leave(&workers->lock);
    for (unsigned i = 0; i < workers->started_count; i++)
        thread_join(workers->threads[i]);
    free(workers->memory);
}
