/* The Windows side of threads.h. */
#include "platform/threads.h"

#include <process.h>
#include <stdint.h>
#include <stdlib.h>

struct call {
    thread_body *body;
    void *argument;
};

static unsigned __stdcall run(void *argument)
{
    struct call call = *(struct call *)argument;
    free(argument);
    call.body(call.argument);
    return 0;
}

/* By way of the C runtime, which the thread calls too. */
bool thread_start(thread *started, thread_body *body, void *argument)
{
    struct call *call = malloc(sizeof *call);
    if (!call)
        return false;
    *call = (struct call){body, argument};
    uintptr_t handle = _beginthreadex(NULL, 0, run, call, 0, NULL);
    if (handle != 0) {
        *started = (HANDLE)handle;
        return true;
    }
    free(call);
    return false;
}

void thread_join(thread started)
{
    WaitForSingleObject(started, INFINITE);
    CloseHandle(started);
}

void thread_lock_take(thread_lock *lock)
{
    AcquireSRWLockExclusive(lock);
}

void thread_lock_leave(thread_lock *lock)
{
    ReleaseSRWLockExclusive(lock);
}

void thread_wait(thread_condition *condition, thread_lock *lock)
{
    SleepConditionVariableSRW(condition, lock, INFINITE, 0);
}

void thread_wake_all(thread_condition *condition)
{
    WakeAllConditionVariable(condition);
}
