#include "serve_notify.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* WATCHDOG_PID says for whom the watchdog is; without it, for us. */
static int is_for_us(const char *pid)
{
    return !pid || strtoll(pid, NULL, 10) == (long long)getpid();
}

void uk_notify_init(struct uk_notify *n)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    const char *path = getenv("NOTIFY_SOCKET"), *watchdog = getenv("WATCHDOG_USEC");
    *n = (struct uk_notify){.fd = -1};
    size_t length = path ? strlen(path) : 0;
    if (length < 2 || length >= sizeof at.sun_path || (*path != '/' && *path != '@'))
        return;
    memcpy(at.sun_path, path, length);
    if (*path == '@')
        at.sun_path[0] = '\0'; /* the abstract ones */
    n->fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (n->fd >= 0 && connect(n->fd, (struct sockaddr *)&at, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length))) {
        close(n->fd);
        n->fd = -1;
    }
    long long limit_us = watchdog && is_for_us(getenv("WATCHDOG_PID")) ? strtoll(watchdog, NULL, 10) : 0;
    n->every_ms = limit_us > 0 ? limit_us / 3000 + 1 : 0;
}

void uk_notify_finish(struct uk_notify *n)
{
    if (n->fd >= 0)
        close(n->fd);
    n->fd = -1;
}

void uk_notify_say(const struct uk_notify *n, const char *text)
{
    if (n->fd >= 0 && send(n->fd, text, strlen(text), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
        return; /* nobody listens any more: nothing to be done about it */
}

void uk_notify_alive(struct uk_notify *n, long long now_ms, int plays, uint64_t beats)
{
    if (n->every_ms == 0 || now_ms - n->told_ms < n->every_ms || (plays && beats == n->beats))
        return;
    n->told_ms = now_ms;
    n->beats = plays ? beats : 0;
    uk_notify_say(n, "WATCHDOG=1");
}
