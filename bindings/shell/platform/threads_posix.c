/* The POSIX side of threads.h. */
#include "platform/threads.h"

#include <stdlib.h>

struct call {
    thread_body *body;
    void *argument;
};

static void *run(void *argument)
{
    struct call call = *(struct call *)argument;
    free(argument);
    call.body(call.argument);
    return NULL;
}

bool thread_start(thread *started, thread_body *body, void *argument)
{
    struct call *call = malloc(sizeof *call);
    if (!call)
        return false;
    *call = (struct call){body, argument};
    if (pthread_create(started, NULL, run, call) == 0)
        return true;
    free(call);
    return false;
}

void thread_join(thread started)
{
    pthread_join(started, NULL);
}

void thread_lock_take(thread_lock *lock)
{
    pthread_mutex_lock(lock);
}

void thread_lock_leave(thread_lock *lock)
{
    pthread_mutex_unlock(lock);
}

void thread_wait(thread_condition *condition, thread_lock *lock)
{
    pthread_cond_wait(condition, lock);
}

void thread_wake_all(thread_condition *condition)
{
    pthread_cond_broadcast(condition);
}
