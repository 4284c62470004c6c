/* control-socket - lines of JSON over a unix socket: what other programs want of the player, and news for those that watch.
 *
 *     {"command": ["press", "longer"], "request_id": 7}  ->  {"error": "success", "request_id": 7}
 *     {"command": ["watch"]}  ->  {"error": "success"}, and from then on {"event": "caption", ...}
 *
 * `watch` and `unwatch` are known here; all other words go to the host. Whoever connects runs as the same user or as root, sends
 * lines of at most 4 KiB, and reads its answers: who takes nothing for 2 seconds is dropped. Nobody is waited for.
 */
#include "address.h"
#include "client.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum {
    CLIENTS = 16,
    LISTENER = CLIENTS, /* in what epoll gives back; below are the clients */
    TIMER,
    SOURCES,
};

#define STUCK_NS INT64_C(2000000000)
#define RETRY_NS INT64_C(200000000) /* when there is no file descriptor left for another client */

static const char too_many[] = "{\"error\": \"16 programs are connected to this player, which is all it takes: end one of them\"}\n";

struct control {
    struct address address;
    int epoll, timer;
    int64_t timer_at_ns; /* what it is set to, in the past when it rings; 0: not set */
    int64_t retry_at_ns; /* when to listen again; 0: it listens */
    uint64_t tokens;
    uint32_t turn; /* whose line comes next */
    struct request last; /* the words that the host was given */
    struct client clients[CLIENTS];
};

static int poll_for(const struct control *c, int operation, int fd, uint32_t events, uint32_t source)
{
    struct epoll_event e = {.events = events, .data.u32 = source};
    return epoll_ctl(c->epoll, operation, fd, &e);
}

static void control_close(void *self)
{
    struct control *c = self;
    if (!c)
        return;
    for (size_t i = 0; i < CLIENTS; i++) {
        client_flush(&c->clients[i]);
        client_close(&c->clients[i]);
    }
    request_finish(&c->last);
    address_close(&c->address);
    if (c->timer >= 0)
        close(c->timer);
    if (c->epoll >= 0)
        close(c->epoll);
    free(c);
}

static int32_t control_open(void **out, const struct unknot_host *host, const char *target)
{
    struct control *c = calloc(1, sizeof *c);
    if (!c) {
        host->fail(host->ctx, "there is not enough memory for the socket");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    for (size_t i = 0; i < CLIENTS; i++)
        c->clients[i].fd = -1;
    c->address.fd = -1;
    c->epoll = epoll_create1(EPOLL_CLOEXEC);
    c->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    int32_t status = 0;
    if (c->epoll >= 0 && c->timer >= 0)
        status = address_open(&c->address, host, target);
    if (!status && (c->address.fd < 0 || poll_for(c, EPOLL_CTL_ADD, c->timer, EPOLLIN, TIMER) ||
                    poll_for(c, EPOLL_CTL_ADD, c->address.fd, EPOLLIN, LISTENER))) {
        host->fail(host->ctx, "the socket cannot be opened: too many files are open");
        status = UNKNOT_PLUGIN_IO;
    }
    if (status) {
        control_close(c);
        return status;
    }
    *out = c;
    return 0;
}

static int32_t control_fd(void *self)
{
    const struct control *c = self;
    return c->epoll;
}

/* Whether a process of this user, or root, is at the other end. */
static bool is_one_of_us(int fd)
{
    struct ucred peer;
    socklen_t n = sizeof peer;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) == 0 && (peer.uid == geteuid() || peer.uid == 0);
}

static void let_in(struct control *c, int fd)
{
    size_t slot = 0;
    while (slot < CLIENTS && c->clients[slot].fd >= 0)
        slot++;
    if (is_one_of_us(fd)) {
        if (slot < CLIENTS && poll_for(c, EPOLL_CTL_ADD, fd, EPOLLIN, (uint32_t)slot) == 0) {
            client_open(&c->clients[slot], fd, ++c->tokens);
            c->clients[slot].polled = EPOLLIN;
            return;
        }
        send(fd, too_many, sizeof too_many - 1, MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    close(fd);
}

/* Stops to look for those who knock, or looks again. */
static void look_at_door(struct control *c, bool again)
{
    if (poll_for(c, EPOLL_CTL_MOD, c->address.fd, again ? EPOLLIN : 0, LISTENER) == 0)
        c->retry_at_ns = again ? 0 : client_now_ns() + RETRY_NS;
}

/* Not more at a time than may wait: lines of those who are in come between. */
static void let_all_in(struct control *c)
{
    for (int i = 0; i < CLIENTS; i++) {
        int fd = accept4(c->address.fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0)
            let_in(c, fd);
        else if (errno == EAGAIN)
            return;
        else if (errno != EINTR && errno != ECONNABORTED) { /* EMFILE and its kin: who knocks goes on knocking */
            look_at_door(c, false);
            return;
        }
    }
}

/* Takes in what came for everybody. */
static void look(struct control *c)
{
    struct epoll_event events[SOURCES];
    int n = epoll_wait(c->epoll, events, SOURCES, 0);
    for (int i = 0; i < n; i++) {
        uint32_t source = events[i].data.u32;
        if (source == LISTENER) {
            let_all_in(c);
        } else if (source < CLIENTS && c->clients[source].fd >= 0) {
            struct client *client = &c->clients[source];
            client_receive(client);
            if (events[i].events & EPOLLOUT)
                client_flush(client);
            if (events[i].events & (EPOLLHUP | EPOLLERR)) {
                client->gone = true;
                client->watching = false;
            }
        }
    }
}

/* Answers the client and forgets what it asked. */
static void answer(struct client *client, const char *error, const char *data)
{
    size_t n;
    char *line = request_answer(&client->request, error, data, &n);
    if (line)
        client_put(client, line, n);
    else
        client_close(client);
    free(line);
    client->answering = false;
    request_finish(&client->request);
}

/* What needs no host. */
static bool answered_here(struct client *client)
{
    const struct request *r = &client->request;
    bool watch = strcmp(r->words[0], "watch") == 0;
    if (!watch && strcmp(r->words[0], "unwatch") != 0)
        return false;
    if (r->count > 1) {
        answer(client, "watch and unwatch take no further words", "");
        return true;
    }
    client->watching = watch && !client->gone;
    answer(client, "success", "");
    return true;
}

/* Works through the lines of a client up to one that is for the host. */
static bool take(struct client *client)
{
    char wrong[REQUEST_SENTENCE];
    const char *line;
    size_t n;
    if (client->gone)
        client_receive(client);
    while (client_may_ask(client)) {
        switch (client_line(client, &line, &n)) {
        case CLIENT_NONE:
            return false;
        case CLIENT_FOREIGN:
            client_close(client);
            return false;
        case CLIENT_TOO_LONG:
            answer(client, "this line has more than 4096 bytes, which is all it may have: the rest of it is left out", "");
            break;
        case CLIENT_WHOLE:
            if (request_read(&client->request, line, n, wrong))
                answer(client, wrong, "");
            else if (!answered_here(client)) {
                client->answering = true;
                return true;
            }
            break;
        }
    }
    return false;
}

/* What a client is to be looked at for. One that has hung up stays ready for ever, so it is not looked at any more. */
static void poll_client(struct control *c, uint32_t slot)
{
    struct client *client = &c->clients[slot];
    bool room = client->in_at > 0 || client->in_end < sizeof client->in;
    uint32_t wanted = (!client->ended && room ? EPOLLIN : 0u) | (client_waiting(client) ? EPOLLOUT : 0u);
    if (client->gone) {
        if (client->polled != UINT32_MAX)
            poll_for(c, EPOLL_CTL_DEL, client->fd, 0, slot);
        client->polled = UINT32_MAX;
    } else if (client->polled != wanted && poll_for(c, EPOLL_CTL_MOD, client->fd, wanted, slot) == 0) {
        client->polled = wanted;
    }
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a && a < b ? a : b;
}

/* To be called last: sends what waits, drops who is done or stuck, and sees to it that the descriptor becomes readable when there is
 * something to do; only when `idle` that it is not when there is nothing. */
static void settle(struct control *c, bool idle)
{
    int64_t now = client_now_ns(), at = c->retry_at_ns;
    if (c->retry_at_ns && now >= c->retry_at_ns) {
        look_at_door(c, true);
        at = c->retry_at_ns;
    }
    for (uint32_t i = 0; i < CLIENTS; i++) {
        struct client *client = &c->clients[i];
        client_flush(client);
        if (client->fd < 0)
            continue;
        if (client_is_done(client) || (client->stuck_ns && now - client->stuck_ns >= STUCK_NS)) {
            client_close(client);
            continue;
        }
        poll_client(c, i);
        if (client->stuck_ns)
            at = sooner(at, client->stuck_ns + STUCK_NS);
        if (client_has_work(client))
            at = 1; /* long ago: at once */
    }
    if (at != c->timer_at_ns && (at || idle)) { /* setting it also takes back its last ring */
        struct itimerspec t = {.it_value = {at / INT64_C(1000000000), at % INT64_C(1000000000)}};
        if (timerfd_settime(c->timer, TFD_TIMER_ABSTIME, &t, NULL) == 0)
            c->timer_at_ns = at;
    }
}

static int32_t control_next(void *self, struct unknot_control_command *out)
{
    struct control *c = self;
    int32_t found = 0;
    request_finish(&c->last);
    look(c);
    for (uint32_t i = 0; i < CLIENTS && !found; i++) {
        struct client *client = &c->clients[(c->turn + i) % CLIENTS];
        if (client->fd < 0 || !take(client))
            continue;
        c->turn = (c->turn + i + 1) % CLIENTS;
        c->last = client->request;
        client->request = (struct request){.id = c->last.id};
        c->last.id = NULL;
        out->count = c->last.count;
        for (uint32_t k = 0; k < out->count; k++)
            out->words[k] = c->last.words[k];
        out->token = client->token;
        out->at_ns = client_now_ns();
        found = 1;
    }
    settle(c, !found);
    return found;
}

static void control_reply(void *self, uint64_t token, const char *error, const char *data)
{
    struct control *c = self;
    for (size_t i = 0; i < CLIENTS; i++)
        if (c->clients[i].fd >= 0 && c->clients[i].token == token && c->clients[i].answering)
            answer(&c->clients[i], error, data ? data : "");
    settle(c, false);
}

static void control_event(void *self, const char *name, const char *json)
{
    struct control *c = self;
    size_t n;
    char *line = NULL;
    (void)name;
    for (size_t i = 0; i < CLIENTS; i++) {
        if (c->clients[i].fd < 0 || !c->clients[i].watching)
            continue;
        if (!line)
            line = request_event(json, &n);
        if (line)
            client_put(&c->clients[i], line, n);
    }
    free(line);
    settle(c, false);
}

static const struct unknot_control_ops ops = {
    .size = sizeof ops,
    .open = control_open,
    .fd = control_fd,
    .next = control_next,
    .reply = control_reply,
    .event = control_event,
    .close = control_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "socket", "takes lines of JSON from other programs, such as 'unknot ctl'", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
