/* emulated.c - qemu-user has no seccomp. So that planner and unpacker run as they are, this library stands before libseccomp there: the
 * filter is made by the real one, for that architecture, and its last step, giving it to the kernel, is left out. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <linux/seccomp.h>
#include <stdarg.h>
#include <sys/syscall.h>

long syscall(long number, ...);

static long refused(int why)
{
    errno = why;
    return -1;
}

/* What a kernel that knows all of it answers. */
static long seccomp(long operation, long argument)
{
    switch (operation) {
    case SECCOMP_SET_MODE_FILTER: return argument ? 0 : refused(EFAULT);
    case SECCOMP_GET_ACTION_AVAIL: return 0;
    default: return refused(EINVAL);
    }
}

long syscall(long number, ...)
{
    long a[6];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(list, long);
    va_end(list);
    if (number == SYS_seccomp)
        return seccomp(a[0], a[2]);
    long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
