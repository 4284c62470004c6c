/* client.h - one connection: lines in, lines out, never waiting for either. */
#ifndef CLIENT_H
#define CLIENT_H

#include "request.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    CLIENT_LINE = 4096,    /* bytes a line may have, with its newline */
    CLIENT_ENOUGH = 8192,  /* bytes that wait to be read: no further line is taken from a client that leaves so much lying */
    CLIENT_MOST = 1 << 18, /* bytes that may wait to be read at all */
};

struct client {
    int fd;             /* -1: none */
    uint64_t token;     /* no two clients ever have the same */
    uint32_t polled;    /* what epoll is asked to look for */
    bool watching;      /* gets events */
    bool answering;     /* `request` was handed to the host, which has not replied yet */
    bool ended;         /* will send no more */
    bool gone;          /* reads no more, either; lines it sent before still count */
    bool skipping;      /* the rest of a line that was too long */
    int64_t stuck_ns;   /* since when it takes none of what waits, CLOCK_MONOTONIC; 0: nothing waits */
    struct request request;
    size_t in_at, in_end; /* what of `in` was not looked at yet */
    size_t out_at, out_end, out_room;
    char *out;
    char in[CLIENT_LINE];
};

enum client_line { CLIENT_NONE, CLIENT_WHOLE, CLIENT_TOO_LONG, CLIENT_FOREIGN };

int64_t client_now_ns(void);

void client_open(struct client *c, int fd, uint64_t token);
void client_close(struct client *c); /* accepts one that is not open */

/* Takes in what has come, once. */
void client_receive(struct client *c);

/* The next line: *line (of *n bytes, valid until the next receive) when it is whole. CLIENT_FOREIGN: it speaks another protocol. */
enum client_line client_line(struct client *c, const char **line, size_t *n);

/* Whether it may have its next line looked at: its last one is answered, and not too much waits. */
static inline bool client_may_ask(const struct client *c)
{
    return c->fd >= 0 && !c->answering && c->out_end - c->out_at < CLIENT_ENOUGH;
}

/* Whether client_line() or client_receive() would have something to do without anything new coming. */
bool client_has_work(const struct client *c);

/* Puts `n` bytes behind what waits. Without room for them the client is closed. */
void client_put(struct client *c, const char *bytes, size_t n);

/* Sends as much of what waits as goes. */
void client_flush(struct client *c);

static inline size_t client_waiting(const struct client *c)
{
    return c->out_end - c->out_at;
}

/* Whether nothing more is to be done for it. */
bool client_is_done(const struct client *c);

#endif
