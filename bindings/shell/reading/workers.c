/* Shares work among threads. */
#include "reading/workers.h"

#include <stdlib.h>

void crew_begin(struct crew *crew, unsigned thread_count, size_t memory_size, crew_work *work,
                void *context)
{
    *crew = (struct crew){
        .work = work,
        .context = context,
        .memory_size = memory_size,
        .thread_count = thread_count,
        .lock = THREAD_LOCK_INIT,
        .queue_changed = THREAD_CONDITION_INIT,
        .turn_ended = THREAD_CONDITION_INIT,
    };
}

static void await_turn(struct crew_turn turn)
{
    while (turn.crew->turn != turn.number)
        thread_wait(&turn.crew->turn_ended, &turn.crew->lock);
}

void crew_await_turn(struct crew_turn turn)
{
    thread_lock_take(&turn.crew->lock);
    await_turn(turn);
    thread_lock_leave(&turn.crew->lock);
}

static void work_on(struct crew *crew, const struct crew_item *item, uint64_t number, void *memory)
{
    struct crew_turn turn = {crew, number};
    crew->work(item, turn, memory, crew->context);
    thread_lock_take(&crew->lock);
    await_turn(turn);
    crew->turn++;
    thread_wake_all(&crew->turn_ended);
    thread_lock_leave(&crew->lock);
}

/* False when there will be no more items. */
static bool take(struct crew *crew, struct crew_item *item, uint64_t *number)
{
    thread_lock_take(&crew->lock);
    while (crew->taken == crew->submitted && !crew->is_over)
        thread_wait(&crew->queue_changed, &crew->lock);
    bool has_item = crew->taken < crew->submitted;
    if (has_item) {
        *number = crew->taken++;
        *item = crew->queue[*number % CREW_MAXIMUM];
        thread_wake_all(&crew->queue_changed);
    }
    thread_lock_leave(&crew->lock);
    return has_item;
}

static void serve(void *argument)
{
    struct crew *crew = argument;
    struct crew_item item;
    uint64_t number;
    void *memory = malloc(crew->memory_size);
    while (take(crew, &item, &number))
        work_on(crew, &item, number, memory);
    free(memory);
}

static void start_threads(struct crew *crew)
{
    while (crew->started_count < crew->thread_count &&
           thread_start(&crew->threads[crew->started_count], serve, crew))
        crew->started_count++;
    if (crew->started_count == 0)
        crew->thread_count = 1;
}

static void work_alone(struct crew *crew, const struct crew_item *item)
{
    if (!crew->memory)
        crew->memory = malloc(crew->memory_size);
    crew->taken++;
    work_on(crew, item, crew->submitted++, crew->memory);
}

/* What is one small file needs no threads, so they begin with the second item. */
void crew_submit(struct crew *crew, struct crew_item item)
{
    if (crew->submitted == 1 && crew->thread_count > 1)
        start_threads(crew);
    if (crew->submitted == 0 || crew->thread_count == 1) {
        work_alone(crew, &item);
        return;
    }
    thread_lock_take(&crew->lock);
    while (crew->submitted - crew->taken >= crew->started_count)
        thread_wait(&crew->queue_changed, &crew->lock);
    crew->queue[crew->submitted++ % CREW_MAXIMUM] = item;
    thread_wake_all(&crew->queue_changed);
    thread_lock_leave(&crew->lock);
}

void crew_wait(struct crew *crew)
{
    thread_lock_take(&crew->lock);
    while (crew->turn != crew->submitted)
        thread_wait(&crew->turn_ended, &crew->lock);
    thread_lock_leave(&crew->lock);
}

void crew_end(struct crew *crew)
{
    thread_lock_take(&crew->lock);
    crew->is_over = true;
    thread_wake_all(&crew->queue_changed);
    thread_lock_leave(&crew->lock);
    for (unsigned i = 0; i < crew->started_count; i++)
        thread_join(crew->threads[i]);
    free(crew->memory);
}
