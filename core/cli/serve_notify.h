/* serve_notify.h - tells the service manager (systemd, or what does as it does) that the service is ready, and that it lives. */
#ifndef UK_SERVE_NOTIFY_H
#define UK_SERVE_NOTIFY_H

#include <stdint.h>

struct uk_notify {
    int fd;              /* -1: nobody is there to be told */
    long long every_ms;  /* how often it wants to hear that the service lives, 0: never */
    long long told_ms;   /* when it heard so last */
    uint64_t beats;      /* of the player, then */
};

/* Looks for who started the process: $NOTIFY_SOCKET, $WATCHDOG_USEC. */
void uk_notify_init(struct uk_notify *n);
void uk_notify_finish(struct uk_notify *n);

/* "READY=1", "STOPPING=1", "STATUS=..." */
void uk_notify_say(const struct uk_notify *n, const char *text);

/* Says that the service lives, when it is time to; while it plays only when `beats` went on since. */
void uk_notify_alive(struct uk_notify *n, long long now_ms, int plays, uint64_t beats);

#endif
