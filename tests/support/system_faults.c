/*
 * Preloaded into a program: system calls that fail. The C library makes them without asking a
 * function that could be replaced, so that a seccomp filter sends each of one kind here:
 *
 *   write         a write to anything but standard error fails with the error FAULT_ERROR, a number
 *   short-write   such a write takes half of the bytes, rounded up
 *   read          fails with FAULT_ERROR
 *   end           a read finds the end of the file
 *   close         closes, and fails with FAULT_ERROR all the same
 */
#define _GNU_SOURCE
#include "faults.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#if defined __x86_64__
enum { FIRST = REG_RDI, SECOND = REG_RSI, THIRD = REG_RDX, FOURTH = REG_R10, RESULT = REG_RAX };
#define REGISTERS uc_mcontext.gregs
#elif defined __aarch64__
enum { FIRST = 0, SECOND = 1, THIRD = 2, FOURTH = 3, RESULT = 0 };
#define REGISTERS uc_mcontext.regs
#else
#error "the registers of this machine are not known"
#endif

/* A sixth argument, which none of these calls has: what is called from here passes the filter. */
enum { PASS = 0x46415554, STATUS_SKIP = 77 };

struct call {
    long number, first, second, third, fourth;
};

static long make(const struct call *call)
{
    long result =
        syscall(call->number, call->first, call->second, call->third, call->fourth, 0L, (long)PASS);
    return result < 0 ? -errno : result;
}

static long due_error(void)
{
    const char *error = getenv("FAULT_ERROR");
    return error ? -atol(error) : -EIO;
}

static long answer(struct call *call)
{
    bool writes = call->number == SYS_write && call->first != STDERR_FILENO;
    bool reads = call->number == SYS_read || call->number == SYS_pread64;
    if ((writes && fault_is_due("write")) || (reads && fault_is_due("read")))
        return due_error();
    if (reads && fault_is_due("end"))
        return 0;
    if (writes && fault_is_due("short-write"))
        call->third = (call->third + 1) / 2;
    long result = make(call);
    return call->number == SYS_close && fault_is_due("close") ? due_error() : result;
}

static void answer_signal(int signal, siginfo_t *cause, void *context)
{
    ucontext_t *caller = context;
    int error = errno;
    struct call call = {cause->si_syscall, (long)caller->REGISTERS[FIRST],
                        (long)caller->REGISTERS[SECOND], (long)caller->REGISTERS[THIRD],
                        (long)caller->REGISTERS[FOURTH]};
    (void)signal;
    caller->REGISTERS[RESULT] = answer(&call);
    errno = error;
}

/* Sends two of the system calls here. */
static void filter_calls(unsigned one, unsigned other)
{
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, one, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, other, 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PASS, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
    };
    struct sock_fprog filter = {sizeof steps / sizeof *steps, steps};
    struct sigaction action = {.sa_sigaction = answer_signal, .sa_flags = SA_SIGINFO | SA_NODEFER};
    if (sigaction(SIGSYS, &action, NULL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
        _exit(STATUS_SKIP);
}

__attribute__((constructor)) static void begin(void)
{
    const char *kind = getenv("FAULT_KIND");
    if (!kind)
        return;
    if (strcmp(kind, "write") == 0 || strcmp(kind, "short-write") == 0)
        filter_calls(SYS_write, SYS_write);
    else if (strcmp(kind, "read") == 0 || strcmp(kind, "end") == 0)
        filter_calls(SYS_read, SYS_pread64);
    else if (strcmp(kind, "close") == 0)
        filter_calls(SYS_close, SYS_close);
}
