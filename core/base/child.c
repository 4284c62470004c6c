#include "child.h"

#include "time.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int kept(const char *variable)
{
    static const char *const names[] = {"PATH=", "HOME=", "XDG_", "UNKNOT_", "LSAN_", "ASAN_", "UBSAN_", "TSAN_", NULL};
    for (const char *const *n = names; *n; n++)
        if (strncmp(variable, *n, strlen(*n)) == 0)
            return 1;
    return 0;
}

static char **small_environment(void)
{
    size_t n = 0, k = 0;
    while (environ && environ[n])
        n++;
    char **small = calloc(n + 1, sizeof *small);
    for (size_t i = 0; small && i < n; i++)
        if (kept(environ[i]))
            small[k++] = environ[i];
    return small;
}

int uk_child_start(struct uk_child *c, const char *const *argv, struct uk_message *m)
{
    int ends[2] = {-1, -1};
    char **environment = small_environment();
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    int error = environment ? 0 : ENOMEM;

    *c = (struct uk_child)UK_CHILD_NONE;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    if (!error && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        error = errno;
    if (!error) {
        /* dup2 to 0 and 1 drops close-on-exec there, and only there; where a host has closed its own stdin our end may be 0 */
        if (ends[1] <= 2) {
            int higher = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
            close(ends[1]);
            ends[1] = higher;
        }
        error = ends[1] < 0 ? errno : 0;
    }
    if (!error)
        error = posix_spawn_file_actions_adddup2(&files, ends[1], 0);
    if (!error)
        error = posix_spawn_file_actions_adddup2(&files, ends[1], 1);
    if (!error)
        error = posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    if (!error)
        error = posix_spawn(&c->pid, argv[0], &files, &attributes, (char *const *)argv, environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    free(environment);
    if (ends[1] >= 0)
        close(ends[1]);
    if (error) {
        if (ends[0] >= 0)
            close(ends[0]);
        *c = (struct uk_child)UK_CHILD_NONE;
        return uk_fail(m, UNKNOT_IO, "the helper program '%s' cannot be started: %s; install unknot again", argv[0],
                       strerror(error));
    }
    c->fd = ends[0];
    return UNKNOT_OK;
}

static struct uk_child_end reap(struct uk_child *c)
{
    int status = 0;
    pid_t pid;
    do
        pid = waitpid(c->pid, &status, 0);
    while (pid < 0 && errno == EINTR);
    struct uk_child_end end = {-1, 0};
    if (pid == c->pid && WIFEXITED(status))
        end.status = WEXITSTATUS(status);
    else if (pid == c->pid && WIFSIGNALED(status))
        end.signal = WTERMSIG(status);
    if (c->fd >= 0)
        close(c->fd);
    *c = (struct uk_child)UK_CHILD_NONE;
    return end;
}

struct uk_child_end uk_child_kill(struct uk_child *c)
{
    if (!c->pid)
        return (struct uk_child_end){-1, 0};
    kill(c->pid, SIGKILL);
    return reap(c);
}

struct uk_child_end uk_child_finish(struct uk_child *c)
{
    if (!c->pid)
        return (struct uk_child_end){-1, 0};
    if (c->fd >= 0)
        shutdown(c->fd, SHUT_WR);
    /* its end of the socket closes when it exits: that is the wait */
    struct pollfd f = {.fd = c->fd, .events = POLLIN};
    char drop[256];
    for (int64_t until = uk_clock_ns() + UK_NS_PER_S / 5; c->fd >= 0 && uk_clock_ns() < until;) {
        if (poll(&f, 1, 20) > 0 && recv(c->fd, drop, sizeof drop, MSG_DONTWAIT) == 0) {
            /* exited, or about to: a moment for the exit status */
            siginfo_t info = {0};
            for (int i = 0; i < 20 && waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && !info.si_pid; i++)
                poll(NULL, 0, 1);
            break;
        }
    }
    return uk_child_kill(c);
}
