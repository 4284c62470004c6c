/* process.c - starting, watching and ending unknot-audio. */
#include "process.h"

#include "shared.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

int32_t process_fail(const struct unknot_host *host, int32_t status, const char *format, ...)
{
    char sentence[500];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    host->fail(host->ctx, sentence);
    return status;
}

int32_t process_start(struct process *p, const struct unknot_host *host, const char *argument, int memory, int out)
{
    char path[4096];
    int noise[2];
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, all;

    *p = NO_PROCESS;
    snprintf(path, sizeof path, "%s/unknot-audio", host->helper_folder);
    char *argv[] = {path, (char *)(uintptr_t)argument, NULL};
    if (pipe2(noise, O_CLOEXEC | O_NONBLOCK))
        return process_fail(host, UNKNOT_PLUGIN_IO, "the sound cannot be started: %s", strerror(errno));

    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    /* above 3 first: each of these may be one of the numbers that it is to become */
    int high[3] = {fcntl(noise[1], F_DUPFD_CLOEXEC, 10), memory < 0 ? -1 : fcntl(memory, F_DUPFD_CLOEXEC, 10),
                   out < 0 ? -1 : fcntl(out, F_DUPFD_CLOEXEC, 10)};
    int error = high[0] < 0 || (memory >= 0 && high[1] < 0) || (out >= 0 && high[2] < 0) ? errno : 0;
    if (!error)
        error = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    if (!error && out < 0)
        error = posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    if (!error && out >= 0)
        error = posix_spawn_file_actions_adddup2(&files, high[2], 1);
    if (!error)
        error = posix_spawn_file_actions_adddup2(&files, high[0], 2);
    if (!error && memory >= 0)
        error = posix_spawn_file_actions_adddup2(&files, high[1], SHARED_FD);
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    if (!error)
        error = posix_spawn(&p->pid, path, &files, &attributes, argv, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    for (int i = 0; i < 3; i++)
        if (high[i] >= 0)
            close(high[i]);
    close(noise[1]);
    if (error) {
        close(noise[0]);
        *p = NO_PROCESS;
        return process_fail(host, UNKNOT_PLUGIN_IO, "the helper program '%s' cannot be started: %s; install unknot again", path,
                    strerror(error));
    }
    p->noise = noise[0];
    p->started_ns = shared_now_ns();
    return 0;
}

bool process_runs(struct process *p)
{
    if (!p->pid)
        return false;
    pid_t pid = waitpid(p->pid, NULL, WNOHANG);
    if (pid == 0 || (pid < 0 && errno == EINTR))
        return true;
    p->pid = 0;
    return false;
}

bool process_ends_within(struct process *p, int ms)
{
    for (int64_t until = shared_now_ns() + ms * INT64_C(1000000); process_runs(p); poll(NULL, 0, 1))
        if (shared_now_ns() >= until)
            return false;
    return true;
}

void process_end(struct process *p, int ms)
{
    p->ended_ns = shared_now_ns();
    if (p->pid) {
        kill(-p->pid, SIGKILL);
        process_ends_within(p, ms);
    }
    if (p->noise >= 0)
        close(p->noise);
    p->noise = -1;
}

void process_last_words(const struct process *p, char *out, size_t size)
{
    char text[4096];
    ssize_t n = p->noise >= 0 ? read(p->noise, text, sizeof text - 1) : 0;
    *out = '\0';
    if (n <= 0)
        return;
    text[text[n - 1] == '\n' ? n - 1 : n] = '\0';
    const char *line = strrchr(text, '\n');
    snprintf(out, size, ": %.200s", line ? line + 1 : text);
}
