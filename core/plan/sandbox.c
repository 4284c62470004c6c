#include "sandbox.h"

#include "budget.h"

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#define CPU_SECONDS 10 /* the parent ends it sooner; this is for one whose parent hangs */
#define OWN_MEMORY ((rlim_t)256 << 20)

bool uk_sandbox_is_whole(void)
{
    return !SANITIZED;
}

static void limit(int what, rlim_t most)
{
    struct rlimit r = {most, most};
    setrlimit((__rlimit_resource_t)what, &r);
}

void uk_sandbox_begin(void)
{
    /* one whose parent is gone already finds its socket closed */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_range(3, ~0u, 0);
    limit(RLIMIT_CORE, 0);
    if (!SANITIZED)
        prctl(PR_SET_DUMPABLE, 0);
}

/* What a planner does once it has its request: allocate, sort (qsort() asks how much memory there is), talk on its socket, look at the
 * clock, end. */
static const int allowed[] = {
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(recvfrom),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(futex),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    /* by other names on 32 bits */
    SCMP_SYS(time),
    SCMP_SYS(send),
    SCMP_SYS(recv),
    SCMP_SYS(sigreturn),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(ppoll_time64),
    SCMP_SYS(futex_time64),
};

/* Memory may be had, but none in which code could be run. */
static int allow_memory(scmp_filter_ctx filter, int call) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

static int add_rules(scmp_filter_ctx filter)
{
    int error = 0;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed && !error; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
    if (!error)
        error = allow_memory(filter, SCMP_SYS(mmap));
    if (!error)
        error = allow_memory(filter, SCMP_SYS(mmap2));
    if (!error)
        error = allow_memory(filter, SCMP_SYS(mprotect));
    return error ? error : seccomp_load(filter);
}

int uk_sandbox_close(struct uk_message *m)
{
    if (SANITIZED)
        return UNKNOT_OK;
    limit(RLIMIT_CPU, CPU_SECONDS);
    limit(RLIMIT_NOFILE, 3);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_AS, (rlim_t)UK_MOST_MEMORY + OWN_MEMORY);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return uk_fail(m, UNKNOT_IO, "the planner cannot lock itself in: %s", strerror(errno));
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    int error = filter ? add_rules(filter) : -ENOSYS; /* there is none where the kernel has no seccomp */
    seccomp_release(filter);
    if (error)
        return uk_fail(m, UNKNOT_IO, "the planner cannot lock itself in: %s; is seccomp switched off in this system?",
                       strerror(-error));
    return UNKNOT_OK;
}
