#include "serve_http.h"

#include "command.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROGRAM "unknot-http"
#define WAIT_MS 2000
#define WAIT_MOST_MS 300000
#define GRACE_TICKS 100
#define TICK_NS 10000000

extern char **environ;

/* It has no fault that could become ours: a process group, a set of signals and a stdin of its own. Returns an errno. */
static int spawn(struct uk_http_child *h)
{
    char parent[24];
    const char *words[10] = {h->program, "--parent", parent, "--listen", *h->options->http ? h->options->http : "127.0.0.1"};
    size_t n = 5;
    snprintf(parent, sizeof parent, "%ld", (long)getpid());
    if (h->options->voice) {
        words[n++] = "--voice";
        words[n++] = h->options->voice;
    }
    if (h->options->language) {
        words[n++] = "--lang";
        words[n++] = h->options->language;
    }
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    int error = posix_spawn(&h->pid, h->program, &files, &attributes, (char *const *)(uintptr_t)words, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (error)
        h->pid = 0;
    return error;
}

/* Beside our own program, wherever that was put. */
static void find_program(char *out, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", out, size - sizeof PROGRAM);
    out[n > 0 ? n : 0] = '\0';
    char *slash = strrchr(out, '/');
    strcpy(slash ? slash + 1 : out, PROGRAM);
}

int uk_http_start(struct uk_http_child *h, const struct uk_options *o)
{
    h->wait_ms = WAIT_MS;
    find_program(h->program, sizeof h->program);
    if (access(h->program, X_OK)) {
        uk_terminal_say("--http needs the program " PROGRAM ", which is not installed: the package " PROGRAM " has it");
        return UK_EXIT_FAILED;
    }
    h->options = o;
    return 0;
}

void uk_http_watch(struct uk_http_child *h, long long now_ms)
{
    if (!h->options)
        return;
    if (h->pid && waitpid(h->pid, NULL, WNOHANG) == h->pid) {
        uk_terminal_say(PROGRAM " has ended; it is started again in %lld seconds", h->wait_ms / 1000);
        h->pid = 0;
        h->again_ms = now_ms + h->wait_ms;
        h->wait_ms = 2 * h->wait_ms < WAIT_MOST_MS ? 2 * h->wait_ms : WAIT_MOST_MS;
    }
    if (h->pid || now_ms < h->again_ms)
        return;
    int error = spawn(h);
    if (error) {
        uk_terminal_say(PROGRAM " cannot be started: %s", strerror(error));
        h->again_ms = now_ms + WAIT_MOST_MS;
    }
}

void uk_http_stop(struct uk_http_child *h)
{
    struct timespec tick = {0, TICK_NS};
    bool ended = h->pid == 0;
    if (!ended)
        kill(h->pid, SIGTERM);
    for (int i = 0; i < GRACE_TICKS && !ended; i++) {
        ended = waitpid(h->pid, NULL, WNOHANG) != 0;
        if (!ended)
            nanosleep(&tick, NULL);
    }
    if (!ended && kill(h->pid, SIGKILL) == 0)
        waitpid(h->pid, NULL, 0);
    h->pid = 0;
}
