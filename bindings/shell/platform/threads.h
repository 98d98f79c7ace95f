/* Threads, on POSIX and on Windows. Locks and conditions need no release. */
#ifndef ACTDIAG_SHELL_THREADS_H
#define ACTDIAG_SHELL_THREADS_H

#include <stdbool.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
typedef HANDLE thread;
typedef SRWLOCK thread_lock;
typedef CONDITION_VARIABLE thread_condition;
#define THREAD_LOCK_INIT SRWLOCK_INIT
#define THREAD_CONDITION_INIT CONDITION_VARIABLE_INIT
#else
#include <pthread.h>
typedef pthread_t thread;
typedef pthread_mutex_t thread_lock;
typedef pthread_cond_t thread_condition;
#define THREAD_LOCK_INIT PTHREAD_MUTEX_INITIALIZER
#define THREAD_CONDITION_INIT PTHREAD_COND_INITIALIZER
#endif

typedef void thread_body(void *argument);

/* Runs body on a new thread; false if there can be none. */
bool thread_start(thread *started, thread_body *body, void *argument);

void thread_join(thread started);

void thread_lock_take(thread_lock *lock);
void thread_lock_leave(thread_lock *lock);

/* Leaves the lock, waits to be woken, sometimes without a cause, and takes the lock again. */
void thread_wait(thread_condition *condition, thread_lock *lock);

void thread_wake_all(thread_condition *condition);

#endif
