#include "program.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Takes the folder's descriptor. */
static void empty(int fd)
{
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir) {
        if (fd >= 0)
            close(fd);
        return;
    }
    for (struct dirent *e; (e = readdir(dir));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 || unlinkat(fd, e->d_name, 0) == 0)
            continue;
        empty(openat(fd, e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        unlinkat(fd, e->d_name, AT_REMOVEDIR);
    }
    closedir(dir);
}

void program_remove(const char *folder)
{
    empty(open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    rmdir(folder);
}

static bool becomes(const char *path, int flags, int fd)
{
    int from = open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0600);
    return from >= 0 && dup2(from, fd) == fd;
}

/* The program's own process, until it is the program. */
static void start(const struct program *p, struct program_end *end)
{
    sigset_t none;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (int s = 1; s < NSIG; s++)
        signal(s, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){PROGRAM_MOST_BYTES, PROGRAM_MOST_BYTES});
    setenv("LC_ALL", "C.UTF-8", 1);
    if (becomes(p->in, O_RDONLY, 0) && becomes(p->out, O_WRONLY | O_CREAT | O_TRUNC, 1) &&
        becomes(p->noise, O_WRONLY | O_CREAT | O_TRUNC, 2))
        execvp(p->words[0], p->words);
    end->not_started = errno;
    _exit(127);
}

/* Ends the group, and what has left the group: being orphans, those became children of ours. */
static void end_all(pid_t group)
{
    char path[64];
    kill(-group, SIGKILL);
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    for (int64_t until = now_ms() + 500; now_ms() < until; poll(NULL, 0, 1)) {
        int pid;
        while (waitpid(-1, NULL, WNOHANG) > 0)
            continue;
        FILE *children = fopen(path, "re");
        int n = 0;
        for (; children && fscanf(children, "%d", &pid) == 1; n++)
            kill(pid, SIGKILL);
        if (children)
            fclose(children);
        if (n == 0)
            return;
    }
}

/* The keeper's whole life. */
static void keep(const struct program *p, struct program_end *end, int limit_ms, pid_t parent)
{
    sigset_t heard;
    bool abandoned = false;
    sigemptyset(&heard);
    sigaddset(&heard, SIGCHLD);
    sigaddset(&heard, SIGTERM);
    sigprocmask(SIG_BLOCK, &heard, NULL);
    signal(SIGCHLD, SIG_DFL);
#ifdef SYS_close_range
    syscall(SYS_close_range, 3u, ~0u, 0u); /* whoever waits for the end of a file of ours shall not wait for the keeper */
#endif
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    pid_t pid = getppid() == parent ? fork() : -1;
    if (pid == 0)
        start(p, end);
    if (pid < 0)
        end->not_started = errno;
    else
        setpgid(pid, pid);
    for (int64_t until = now_ms() + limit_ms; pid > 0 && waitpid(pid, &end->status, WNOHANG) == 0;) {
        int64_t left = until - now_ms();
        end->late = left <= 0;
        if (end->late || abandoned)
            break;
        abandoned = sigtimedwait(&heard, NULL, &(struct timespec){left / 1000, left % 1000 * 1000000}) == SIGTERM;
    }
    if (pid > 0)
        end_all(pid);
    end->known = !abandoned;
    if (getppid() != parent)
        program_remove(p->folder);
    _exit(0);
}

int program_run(struct program_end *end, const struct program *p, int limit_ms)
{
    struct program_end *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    *end = (struct program_end){0};
    if (shared == MAP_FAILED)
        return errno;
    pid_t parent = getpid(), keeper = fork();
    int error = keeper < 0 ? errno : 0;
    if (keeper == 0)
        keep(p, shared, limit_ms, parent);
    while (keeper > 0 && waitpid(keeper, NULL, 0) < 0 && errno == EINTR)
        continue;
    *end = *shared;
    munmap(shared, sizeof *shared);
    return error;
}
