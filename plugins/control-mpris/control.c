/* control-mpris - the keys and menus of a desktop, by the interface that media players have on the session bus (MPRIS 2.2): playerctl,
 * the lock screen, media keys, a headset, KDE Connect on a telephone.
 *
 * The status is asked for before each message of the bus is looked at, so every answer is of now, and nothing is remembered twice.
 */
#include "player.h"

#include <unknot_plugin.h>

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define NAME "org.mpris.MediaPlayer2.unknot"

enum { STATUS = 1, ORDER };

struct control {
    const struct unknot_host *host;
    sd_bus *bus;
    int epoll, timer;
    bool stale;  /* the status is to be asked for */
    bool jumped; /* and then to be told where the position is */
    struct player player;
};

static int32_t refuse(const struct unknot_host *host, int32_t failure, const char *what, int error)
{
    char sentence[300];
    snprintf(sentence, sizeof sentence, "%s: %s", what, strerror(error < 0 ? -error : error));
    host->fail(host->ctx, sentence);
    return failure;
}

static void control_close(void *self)
{
    struct control *c = self;
    if (!c)
        return;
    player_finish(&c->player);
    sd_bus_close_unref(c->bus);
    if (c->timer >= 0)
        close(c->timer);
    if (c->epoll >= 0)
        close(c->epoll);
    free(c);
}

/* Another player has the name: ours gets a number, as the standard says. */
static int on_name(sd_bus_message *m, void *self, sd_bus_error *error)
{
    struct control *c = self;
    char name[80];
    uint32_t result = 0;
    (void)error;
    if (!sd_bus_message_is_method_error(m, NULL) && sd_bus_message_read(m, "u", &result) >= 0 && (result == 1 || result == 4))
        return 0;
    snprintf(name, sizeof name, NAME ".instance%ld", (long)getpid());
    return sd_bus_request_name_async(c->bus, NULL, name, 0, NULL, NULL);
}

static int open_bus(struct control *c)
{
    int result = sd_bus_open_user(&c->bus);
    if (result >= 0)
        result = player_offer(&c->player, c->bus);
    if (result >= 0)
        result = sd_bus_request_name_async(c->bus, NULL, NAME, 0, on_name, c);
    return result;
}

/* To be called last: the descriptor becomes readable when there is something to do. */
static void settle(struct control *c, bool at_once)
{
    int events = sd_bus_get_events(c->bus);
    uint64_t us = UINT64_MAX;
    struct epoll_event e = {.events = (events > 0 && (events & POLLIN) ? EPOLLIN : 0u) | (events > 0 && (events & POLLOUT) ? EPOLLOUT : 0u)};
    struct itimerspec t = {.it_value = {0, 0}};
    epoll_ctl(c->epoll, EPOLL_CTL_MOD, sd_bus_get_fd(c->bus), &e);
    sd_bus_get_timeout(c->bus, &us);
    if (at_once || us == 0)
        t.it_value.tv_nsec = 1; /* long ago */
    else if (us != UINT64_MAX)
        t.it_value = (struct timespec){(time_t)(us / 1000000), (long)(us % 1000000) * 1000};
    timerfd_settime(c->timer, TFD_TIMER_ABSTIME, &t, NULL);
}

static int32_t control_open(void **out, const struct unknot_host *host, const char *target)
{
    struct epoll_event in = {.events = EPOLLIN};
    struct control *c = calloc(1, sizeof *c);
    if (!c)
        return refuse(host, UNKNOT_PLUGIN_NO_MEMORY, "the session bus cannot be joined", ENOMEM);
    c->host = host;
    c->epoll = epoll_create1(EPOLL_CLOEXEC);
    c->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    int32_t status = 0;
    int result;
    if (*target) {
        host->fail(host->ctx, "mpris takes nothing after its name: it is '--control mpris'");
        status = UNKNOT_PLUGIN_BAD_TARGET;
    } else if ((result = open_bus(c)) < 0) {
        status = refuse(host, UNKNOT_PLUGIN_NO_DEVICE, "there is no session bus to join (leave mpris out, or begin with 'dbus-run-session')",
                        result);
    } else if (epoll_ctl(c->epoll, EPOLL_CTL_ADD, c->timer, &in) || epoll_ctl(c->epoll, EPOLL_CTL_ADD, sd_bus_get_fd(c->bus), &in)) {
        status = refuse(host, UNKNOT_PLUGIN_IO, "the session bus cannot be waited for", errno);
    }
    if (status) {
        control_close(c);
        return status;
    }
    c->stale = true;
    settle(c, true);
    *out = c;
    return 0;
}

static int32_t control_fd(void *self)
{
    const struct control *c = self;
    return c->epoll;
}

static int32_t ask_status(struct control *c, struct unknot_control_command *out)
{
    c->stale = false;
    out->count = 1;
    out->words[0] = "status";
    out->token = STATUS;
    return 1;
}

static int32_t give_order(struct control *c, struct unknot_control_command *out)
{
    const struct order *o = &c->player.order;
    c->stale = true;
    out->count = o->count;
    for (uint32_t i = 0; i < o->count; i++)
        out->words[i] = o->words[i];
    out->token = ORDER;
    return 1;
}

static int32_t control_next(void *self, struct unknot_control_command *out)
{
    struct control *c = self;
    out->at_ns = 0;
    if (c->stale)
        return ask_status(c, out);
    int result = 1;
    while (result > 0 && c->player.order.count == 0)
        result = sd_bus_process(c->bus, NULL);
    if (c->player.order.count > 0)
        return give_order(c, out);
    if (result < 0)
        return refuse(c->host, UNKNOT_PLUGIN_NO_DEVICE, "the session bus is gone", result);
    c->stale = true; /* by the time that something comes */
    settle(c, false);
    return 0;
}

static void control_reply(void *self, uint64_t token, const char *error, const char *data)
{
    struct control *c = self;
    if (token == ORDER) {
        player_answer(&c->player, error);
    } else if (token == STATUS) {
        json_t *status = json_loads(data ? data : "", 0, NULL);
        if (json_is_object(status))
            player_update(&c->player, c->bus, status);
        else
            json_decref(status);
        if (c->jumped)
            player_jumped(&c->player, c->bus);
        c->jumped = false;
    }
    settle(c, true);
}

/* The status says all of it better; it is asked for at once. */
static void control_event(void *self, const char *name, const char *json)
{
    struct control *c = self;
    (void)json;
    if (strcmp(name, "caption") == 0 || strcmp(name, "question") == 0)
        return;
    c->jumped |= strcmp(name, "seek") == 0;
    c->stale = true;
    settle(c, true);
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
    UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "mpris", "media keys, lock screens and playerctl, over the session bus of a desktop", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
