/* hands.h - a control plugin, loaded and asked by the test as a player does it, one step at a time.
 *
 *     struct hands h;
 *     hands_open(&h, "keys", "/dev/pts/3");
 *     ... something is done with the terminal ...
 *     expect(&h, "seek +5, press next");
 *     hands_close(&h);
 */
#ifndef HANDS_H
#define HANDS_H

#include "check.h"

#include "base/plugin_file.h"
#include "base/time.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef HANDS_FOLDER
#define HANDS_FOLDER BUILD_DIR "/lib/unknot/plugins"
#endif
#define HANDS_MS INT64_C(1000000)
#define HANDS_PATIENCE_NS (10000 * HANDS_MS)

struct hands {
    struct uk_plugin_file file;
    struct unknot_host host;
    const struct unknot_control_ops *ops;
    void *control;
    char why[600], trouble[600];
    char got[100000];
    int32_t result; /* of the last next() */
    unsigned long wakes;
    int64_t slowest_ns;
};

static inline void hands_fail(void *ctx, const char *sentence)
{
    struct hands *h = ctx;
    snprintf(h->why, sizeof h->why, "%s", sentence);
}

static inline void hands_trouble(void *ctx, const char *sentence)
{
    struct hands *h = ctx;
    snprintf(h->trouble, sizeof h->trouble, "%s", sentence ? sentence : "");
}

static inline int32_t hands_try(struct hands *h, const char *name, const char *target)
{
    struct uk_message m = {""};
    memset(h, 0, sizeof *h);
    h->host = (struct unknot_host){sizeof h->host, h, hands_fail, "", NULL, hands_trouble};
    if (uk_plugin_open(&h->file, HANDS_FOLDER, UNKNOT_CONTROL, name, &m) != UNKNOT_OK)
        fail_msg("%s", m.text);
    h->ops = h->file.plugin->ops;
    h->result = h->ops->open(&h->control, &h->host, target);
    if (h->result)
        uk_plugin_close(&h->file);
    return h->result;
}

static inline void hands_open(struct hands *h, const char *name, const char *target)
{
    if (hands_try(h, name, target))
        fail_msg("%s", h->why);
    assert_true(h->ops->fd(h->control) >= 0);
}

static inline void hands_close(struct hands *h)
{
    h->ops->close(h->control);
    h->ops->close(NULL);
    uk_plugin_close(&h->file);
}

/* Asks until there is nothing more, and writes down what came: "seek +5, press next". */
static inline void ask(struct hands *h)
{
    do {
        struct unknot_control_command command = {.size = sizeof command};
        int64_t begin = uk_clock_ns();
        h->result = h->ops->next(h->control, &command);
        int64_t now = uk_clock_ns();
        if (now - begin > h->slowest_ns)
            h->slowest_ns = now - begin;
        if (h->result <= 0)
            return;
        assert_in_range(command.count, 1, UNKNOT_COMMAND_WORDS);
        if (command.at_ns)
            assert_true(command.at_ns > begin - 3000 * HANDS_MS && command.at_ns <= now);
        for (uint32_t i = 0; i < command.count; i++) {
            size_t n = strlen(h->got);
            snprintf(h->got + n, sizeof h->got - n, "%s%s", i ? " " : n ? ", " : "", command.words[i]);
        }
        if (h->ops->reply)
            h->ops->reply(h->control, command.token, "success", "");
    } while (h->result > 0);
}

/* Waits for up to `ms` and asks if there is something. Returns whether there was. */
static inline bool wake(struct hands *h, int ms)
{
    struct pollfd f = {.fd = h->ops->fd(h->control), .events = POLLIN};
    int ready = poll(&f, 1, ms);
    if (ready > 0) {
        h->wakes++;
        ask(h);
    }
    return ready > 0;
}

/* Waits until as much came as is expected, and that it is that. Then forgets it. */
static inline void expect_(struct hands *h, const char *commands, int line)
{
    int64_t until = uk_clock_ns() + HANDS_PATIENCE_NS;
    while (strlen(h->got) < strlen(commands) && h->result >= 0 && uk_clock_ns() < until)
        wake(h, 50);
    while (h->result > 0 && wake(h, 0))
        ;
    if (strcmp(h->got, commands) != 0)
        fail_msg("line %d: '%s' instead of '%s' %s", line, h->got, commands, h->why);
    h->got[0] = '\0';
}
#define expect(hands, commands) expect_(hands, commands, __LINE__)

/* Lets the control do what it does by itself, for `ms` by the clock. */
static inline void idle(struct hands *h, int64_t ms)
{
    int64_t until = uk_clock_ns() + ms * HANDS_MS, left;
    while (h->result >= 0 && (left = until - uk_clock_ns()) > 0)
        wake(h, (int)(left / HANDS_MS) + 1);
}

#endif
