#include "lock.h"

#include "wire.h"

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
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

/* The archive is in memory as a whole; a decompressor may want as much again for what it looks back at. */
#define MOST_MEMORY ((rlim_t)(2 * UK_UNPACK_MOST_MIB + 128) << 20)

static void limit(int what, rlim_t most)
{
    struct rlimit r = {most, most};
    setrlimit((__rlimit_resource_t)what, &r);
}

void uk_unpack_lock_begin(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_range(3, ~0u, 0);
    limit(RLIMIT_CORE, 0);
    if (!SANITIZED)
        prctl(PR_SET_DUMPABLE, 0);
}

static const int allowed[] = {
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
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
    SCMP_SYS(sigreturn),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(ppoll_time64),
    SCMP_SYS(futex_time64),
};

/* What the C library looks for when it turns times and names into another form: it does without. */
static const int absent[] = {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(stat), SCMP_SYS(newfstatat), SCMP_SYS(statx)};

static int add_rules(scmp_filter_ctx filter)
{
    static const int memory[] = {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)};
    int error = 0;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed && !error; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
    for (size_t i = 0; i < sizeof absent / sizeof *absent && !error; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOENT), absent[i], 0);
    for (size_t i = 0; i < sizeof memory / sizeof *memory && !error; i++)
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, memory[i], 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    return error ? error : seccomp_load(filter);
}

int uk_unpack_lock(struct uk_message *m)
{
    setenv("TZ", "UTC0", 1);
    tzset();
    if (SANITIZED)
        return UNKNOT_OK;
    limit(RLIMIT_CPU, UK_UNPACK_SECONDS);
    limit(RLIMIT_NOFILE, 3);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_AS, MOST_MEMORY);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return uk_fail(m, UNKNOT_IO, "the unpacker cannot lock itself in: %s", strerror(errno));
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    int error = filter ? add_rules(filter) : -ENOSYS; /* there is none where the kernel has no seccomp */
    seccomp_release(filter);
    if (error)
        return uk_fail(m, UNKNOT_IO, "the unpacker cannot lock itself in: %s; is seccomp switched off in this system?",
                       strerror(-error));
    return UNKNOT_OK;
}
