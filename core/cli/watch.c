#include "watch.h"

#include "command.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

#define TICK_MS 100
#define SHOW_AFTER_MS 350
#define ECHO_MS 300 /* timeout(1), and a shell beside it, send the same signal twice */
#define GRACE_MS 1800
#define GRACE_FILE_MS 5000 /* to take back a large file that is not finished */

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

int uk_watch_exit_code(const struct uk_watch *w)
{
    int caught = atomic_load(&w->caught);
    if (caught == SIGINT || !atomic_load(&w->graceful))
        return UK_EXIT_INTERRUPTED;
    return UK_EXIT_DONE;
}

static void end_now(struct uk_watch *w)
{
    uk_terminal_clear(w->terminal, false);
    if (w->has_mode) /* the keys are read raw, and nobody gets to put that right now */
        tcsetattr(STDIN_FILENO, TCSANOW, &w->mode);
    _exit(uk_watch_exit_code(w));
}

static bool is_busy(struct uk_watch *w)
{
    pthread_mutex_lock(&w->lock);
    bool busy = w->busy != NULL;
    pthread_mutex_unlock(&w->lock);
    return busy;
}

static void show_busy(struct uk_watch *w)
{
    pthread_mutex_lock(&w->lock);
    if (w->busy && now_ms() - w->busy_since_ms > SHOW_AFTER_MS)
        uk_terminal_line(w->terminal, w->busy);
    pthread_mutex_unlock(&w->lock);
}

/* SIGUSR1 is uk_watch_stop()'s, and nobody else's business. */
static void signals(sigset_t *set)
{
    struct sigaction hangup;
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGTSTP);
    sigaddset(set, SIGUSR1);
    if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN) /* nohup */
        sigaddset(set, SIGHUP);
}

static void *watch(void *self)
{
    struct uk_watch *w = self;
    struct timespec tick = {0, TICK_MS * 1000000};
    long long first_ms = 0, grace_ms = 0;
    sigset_t set;
    signals(&set);
    while (!atomic_load(&w->over)) {
        int s = sigtimedwait(&set, NULL, &tick);
        if (s == SIGTSTP) {
            if (atomic_load(&w->can_suspend))
                atomic_store(&w->suspend, true);
            else
                raise(SIGSTOP);
        } else if (s == SIGHUP && atomic_load(&w->rereads)) {
            atomic_store(&w->reread, true);
        } else if (s == SIGINT || s == SIGTERM || s == SIGHUP) {
            bool first = first_ms == 0;
            if (first) {
                first_ms = now_ms();
                grace_ms = atomic_load(&w->graceful) ? GRACE_MS : GRACE_FILE_MS;
                atomic_store(&w->caught, s);
            }
            if (is_busy(w) || (!first && now_ms() - first_ms > ECHO_MS))
                end_now(w);
        }
        if (first_ms && now_ms() - first_ms > grace_ms)
            end_now(w);
        show_busy(w);
    }
    return NULL;
}

int uk_watch_start(struct uk_watch *w, struct uk_terminal *t)
{
    sigset_t set;
    signals(&set);
    *w = (struct uk_watch){.terminal = t};
    w->has_mode = tcgetattr(STDIN_FILENO, &w->mode) == 0;
    pthread_mutex_init(&w->lock, NULL);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    int error = pthread_create(&w->thread, NULL, watch, w);
    w->running = error == 0;
    if (error)
        pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    return error;
}

void uk_watch_busy(struct uk_watch *w, const char *text)
{
    pthread_mutex_lock(&w->lock);
    w->busy_since_ms = now_ms();
    w->busy = text;
    if (!text)
        uk_terminal_clear(w->terminal, true);
    pthread_mutex_unlock(&w->lock);
}

void uk_watch_stop(struct uk_watch *w)
{
    if (!w->running)
        return;
    atomic_store(&w->over, true);
    pthread_kill(w->thread, SIGUSR1);
    pthread_join(w->thread, NULL);
    w->running = false;
}
