#include "client.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int64_t client_now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

void client_open(struct client *c, int fd, uint64_t token)
{
    memset(c, 0, offsetof(struct client, in));
    c->fd = fd;
    c->token = token;
}

void client_close(struct client *c)
{
    if (c->fd < 0)
        return;
    close(c->fd);
    c->fd = -1;
    request_finish(&c->request);
    free(c->out);
    c->out = NULL;
    c->out_at = c->out_end = c->out_room = 0;
}

void client_receive(struct client *c)
{
    if (c->in_at > 0) {
        memmove(c->in, c->in + c->in_at, c->in_end - c->in_at);
        c->in_end -= c->in_at;
        c->in_at = 0;
    }
    if (c->ended || c->in_end == sizeof c->in)
        return;
    ssize_t n = recv(c->fd, c->in + c->in_end, sizeof c->in - c->in_end, MSG_DONTWAIT);
    if (n > 0)
        c->in_end += (size_t)n;
    else if (n == 0 || errno != EINTR)
        c->ended = n == 0 || errno != EAGAIN || c->gone;
}

/* What programs for the web and others begin with. Whoever makes one of them send lines of ours cannot leave out its first. */
static bool is_foreign(const char *line, size_t n)
{
    static const char *const starts[] = {"GET ",     "POST ",  "PUT ",   "HEAD ", "DELETE ", "OPTIONS ",
                                         "CONNECT ", "TRACE ", "PATCH ", "PRI ",  "HTTP/",   "SSH-", "\x16\x03"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (n >= strlen(starts[i]) && memcmp(line, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static bool is_blank(const char *line, size_t n)
{
    while (n > 0 && (line[n - 1] == ' ' || line[n - 1] == '\t' || line[n - 1] == '\r'))
        n--;
    return n == 0;
}

enum client_line client_line(struct client *c, const char **line, size_t *n)
{
    for (;;) {
        char *begin = c->in + c->in_at;
        size_t left = c->in_end - c->in_at;
        const char *newline = left ? memchr(begin, '\n', left) : NULL;
        bool last = !newline && left > 0 && c->ended;
        if (!c->skipping && is_foreign(begin, left))
            return CLIENT_FOREIGN;
        if (!newline && !last && left < sizeof c->in && !c->skipping)
            return CLIENT_NONE;
        *line = begin;
        *n = newline ? (size_t)(newline - begin) : left;
        c->in_at += newline ? *n + 1 : left;
        if (c->skipping) {
            c->skipping = !newline;
            if (!newline)
                return CLIENT_NONE;
            continue;
        }
        if (!newline && !last) {
            c->skipping = true;
            return CLIENT_TOO_LONG;
        }
        if (!is_blank(begin, *n))
            return CLIENT_WHOLE;
    }
}

bool client_has_work(const struct client *c)
{
    size_t left = c->in_end - c->in_at;
    if (!client_may_ask(c))
        return false;
    return (left > 0 && (c->ended || left == sizeof c->in || memchr(c->in + c->in_at, '\n', left))) || (c->gone && !c->ended);
}

void client_put(struct client *c, const char *bytes, size_t n)
{
    if (c->fd < 0 || c->gone)
        return;
    if (c->out_at > 0) {
        memmove(c->out, c->out + c->out_at, client_waiting(c));
        c->out_end -= c->out_at;
        c->out_at = 0;
    }
    if (c->out_end + n > c->out_room) {
        size_t room = c->out_room ? c->out_room : 1024;
        while (room < c->out_end + n && room < CLIENT_MOST)
            room *= 2;
        char *more = room < c->out_end + n ? NULL : realloc(c->out, room);
        if (!more) {
            client_close(c);
            return;
        }
        c->out = more;
        c->out_room = room;
    }
    memcpy(c->out + c->out_end, bytes, n);
    c->out_end += n;
}

void client_flush(struct client *c)
{
    while (c->fd >= 0 && client_waiting(c) > 0) {
        ssize_t n = send(c->fd, c->out + c->out_at, client_waiting(c), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0) {
            c->out_at += (size_t)n;
            c->stuck_ns = 0;
        } else if (n < 0 && errno == EAGAIN) {
            if (!c->stuck_ns)
                c->stuck_ns = client_now_ns();
            return;
        } else if (n == 0 || errno != EINTR) {
            c->gone = true;
            c->watching = false;
            c->out_at = c->out_end = 0;
        }
    }
    c->stuck_ns = 0;
}

bool client_is_done(const struct client *c)
{
    return c->ended && c->in_at == c->in_end && !c->answering && client_waiting(c) == 0 && !c->watching;
}
