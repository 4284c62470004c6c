/* watch.h - a thread that waits for Ctrl-C and its kin, so that they work whatever the rest is waiting for.
 *
 * While something long goes on that cannot be left half-way (planning, speaking phrases, opening a device), the first signal ends the
 * process at once; otherwise it is noted, and the process has 1.8 seconds to fade out and end by itself, or 5 seconds to take back a file. A
 * second signal ends it at once.
 */
#ifndef UK_WATCH_H
#define UK_WATCH_H

#include "terminal.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <termios.h>

struct uk_watch {
    struct uk_terminal *terminal;
    pthread_t thread;
    bool running;
    struct termios mode; /* of the terminal as it was found */
    bool has_mode;
    pthread_mutex_t lock; /* of the next two */
    const char *busy;     /* what takes long, NULL: nothing */
    long long busy_since_ms;
    atomic_int caught;       /* the first signal that asked for an end, 0: none */
    atomic_bool suspend;     /* Ctrl-Z was pressed */
    atomic_bool can_suspend; /* somebody looks at `suspend`; otherwise the process is stopped at once */
    atomic_bool graceful;    /* SIGTERM and SIGHUP end in success: what is played may be ended at any time */
    atomic_bool rereads;   /* SIGHUP does not end it: it sets `reread` */
    atomic_bool reread;
    atomic_bool over;
};

/* Blocks the signals in the calling thread, and so in all it starts later, and begins to watch. Call it before any other thread
 * is there. Returns 0 or an errno. */
int uk_watch_start(struct uk_watch *w, struct uk_terminal *t);

/* Something long begins; `text` (static) is shown when it takes over a third of a second. NULL: it has ended. */
void uk_watch_busy(struct uk_watch *w, const char *text);

/* What to exit with after `caught`: 130, or 0 where that is a proper end. */
int uk_watch_exit_code(const struct uk_watch *w);

void uk_watch_stop(struct uk_watch *w); /* accepts one that did not start */

#endif
