/* control-mqtt - a player in the rooms of Home Assistant, and of all that speaks with an MQTT broker.
 *
 *     unknot/NAME/status      what `unknot ctl status --json` says, retained: when something happens, and every 10 s while it plays
 *     unknot/NAME/available   online or offline, retained
 *     unknot/NAME/command     takes the words of `unknot ctl`: press longer
 *     unknot/NAME/reply       what became of a command: success, or one sentence
 */
#include "home.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define LOOK_AGAIN_S 10

enum { STATUS = 1, COMMAND };

struct control {
    const struct unknot_host *host;
    struct where where;
    struct broker broker;
    int epoll, timer;
    bool stale; /* the status is to be asked for */
    char status[64 + WHERE_NAME], reply[64 + WHERE_NAME]; /* topics */
    char line[BROKER_LINE];
};

static void control_close(void *self)
{
    struct control *c = self;
    if (!c)
        return;
    broker_close(&c->broker);
    if (c->timer >= 0)
        close(c->timer);
    if (c->epoll >= 0)
        close(c->epoll);
    free(c);
}

/* To be called last: the status is looked at again at once, or after a while. */
static void settle(struct control *c)
{
    struct itimerspec t = {.it_value = {c->stale ? 0 : LOOK_AGAIN_S, c->stale ? 1 : 0}};
    timerfd_settime(c->timer, 0, &t, NULL);
}

static int32_t begin(struct control *c)
{
    struct epoll_event in = {.events = EPOLLIN};
    char sentence[200];
    int error = broker_open(&c->broker, &c->where);
    if (!error && (epoll_ctl(c->epoll, EPOLL_CTL_ADD, c->broker.fd, &in) || epoll_ctl(c->epoll, EPOLL_CTL_ADD, c->timer, &in)))
        error = -errno;
    if (!error)
        return 0;
    snprintf(sentence, sizeof sentence, "the way to the broker cannot be begun: %s", strerror(-error));
    c->host->fail(c->host->ctx, sentence);
    return UNKNOT_PLUGIN_IO;
}

static int32_t control_open(void **out, const struct unknot_host *host, const char *target)
{
    struct control *c = calloc(1, sizeof *c);
    if (!c) {
        host->fail(host->ctx, "there is not enough memory for mqtt");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    c->host = host;
    c->epoll = epoll_create1(EPOLL_CLOEXEC);
    c->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    int32_t status = where_read(&c->where, host, target);
    if (!status)
        status = begin(c);
    if (status) {
        control_close(c);
        return status;
    }
    snprintf(c->status, sizeof c->status, "unknot/%s/status", c->where.name);
    snprintf(c->reply, sizeof c->reply, "unknot/%s/reply", c->where.name);
    *out = c;
    return 0;
}

static int32_t control_fd(void *self)
{
    const struct control *c = self;
    return c->epoll;
}

/* Cuts the line, which ends with no blank, into words; what follows `step` is one. */
static void cut(char *line, struct unknot_control_command *out)
{
    const char *blanks = " \t";
    char *rest = line;
    while (out->count < UNKNOT_COMMAND_WORDS) {
        rest += strspn(rest, blanks);
        if (!*rest)
            return;
        out->words[out->count++] = rest;
        if (out->count == 2 && strcmp(out->words[0], "step") == 0)
            return;
        rest += strcspn(rest, blanks);
        if (*rest)
            *rest++ = '\0';
    }
}

static void tell_trouble(struct control *c)
{
    const struct unknot_host *h = c->host;
    char why[BROKER_WHY];
    bool hears = h->size >= offsetof(struct unknot_host, trouble) + sizeof h->trouble && h->trouble;
    if (broker_why(&c->broker, why) && hears)
        h->trouble(h->ctx, *why ? why : NULL);
}

static int32_t control_next(void *self, struct unknot_control_command *out)
{
    struct control *c = self;
    struct broker *b = &c->broker;
    uint64_t rings;
    out->at_ns = 0;
    out->count = 0;
    tell_trouble(c);
    if (atomic_exchange(&b->is_new, false)) {
        home_announce(b);
        broker_say(b, b->available, "online", true);
        c->stale = true;
    }
    if (read(c->timer, &rings, sizeof rings) == sizeof rings)
        c->stale = true;
    while (out->count == 0 && broker_take(b, c->line))
        cut(c->line, out);
    out->token = COMMAND;
    if (out->count > 0)
        return 1;
    if (c->stale && atomic_load(&b->connected)) {
        c->stale = false;
        out->count = 1;
        out->words[0] = "status";
        out->token = STATUS;
        return 1;
    }
    c->stale = false;
    if (read(b->fd, &rings, sizeof rings) == sizeof rings) /* what came since then rings again */
        return control_next(self, out);
    settle(c);
    return 0;
}

static void control_reply(void *self, uint64_t token, const char *error, const char *data)
{
    struct control *c = self;
    if (token == COMMAND) {
        broker_say(&c->broker, c->reply, error, false);
        c->stale = true;
    } else if (data && *data) {
        broker_say(&c->broker, c->status, data, true);
    }
    settle(c);
}

static void control_event(void *self, const char *name, const char *json)
{
    struct control *c = self;
    (void)name, (void)json;
    c->stale = true;
    settle(c);
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
    UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "mqtt", "Home Assistant and others, by way of an MQTT broker", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
