#include "controls.h"

#include "desk.h"
#include "player.h"
#include "report.h"

#include "../base/time.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int uk_controls_init(struct uk_controls *c, const char *one_switch, struct uk_message *m)
{
    struct uk_one_switch_timings timings;
    *c = (struct uk_controls){0};
    int status = one_switch ? uk_one_switch_parse(&timings, one_switch, m) : UNKNOT_OK;
    if (!status)
        uk_one_switch_init(&c->one_switch, one_switch ? &timings : NULL);
    return status;
}

static void on_fail(void *ctx, const char *sentence)
{
    struct uk_control *control = ctx;
    uk_fail(&control->why, UNKNOT_FAILED, "%s", sentence ? sentence : "");
}

static void on_trouble(void *ctx, const char *sentence)
{
    struct uk_control *control = ctx;
    struct uk_message now = {""};
    if (sentence)
        uk_fail(&now, UNKNOT_FAILED, "%s", sentence);
    control->untold |= strcmp(now.text, control->trouble.text) != 0;
    control->trouble = now;
}

static void close_control(struct uk_control *control)
{
    if (control->ops)
        control->ops->close(control->self);
    uk_plugin_close(&control->file);
    free(control);
}

int uk_controls_open(struct uk_controls *c, const struct uk_places *places, const char *name, const char *target,
                     struct uk_message *m)
{
    if (c->count == UK_MOST_CONTROLS)
        return uk_fail(m, UNKNOT_LIMIT, "a player takes at most %d controls", UK_MOST_CONTROLS);
    int status = uk_plugin_find(places, UNKNOT_CONTROL, name, m);
    if (status)
        return status;
    struct uk_control *control = calloc(1, sizeof *control);
    if (!control)
        return uk_no_memory(m);
    status = uk_plugin_open(&control->file, places->plugins, UNKNOT_CONTROL, name, m);
    if (!status) {
        const struct unknot_control_ops *ops = &control->file.ops.control;
        control->host = (struct unknot_host){sizeof control->host, control, on_fail, places->helpers, NULL, on_trouble};
        int32_t result = ops->open(&control->self, &control->host, target);
        if (result < 0)
            status = uk_fail(m, result >= UNKNOT_LIMIT ? result : UNKNOT_FAILED, "%s",
                             control->why.text[0] ? control->why.text : "the control failed and does not say why");
        else
            control->ops = ops;
    }
    if (status) {
        close_control(control);
        return status;
    }
    c->list[c->count++] = control;
    return UNKNOT_OK;
}

static void lose(struct uk_controls *c, size_t index)
{
    struct uk_control *control = c->list[index];
    char *json = uk_report_event("control", 0, "text", control->why.text);
    c->lost = control->why;
    memmove(c->list + index, c->list + index + 1, (--c->count - index) * sizeof *c->list);
    close_control(control);
    uk_controls_event(c, "control", json ? json : "{}");
    free(json);
}

static void press_switched(struct unknot_player *p, struct uk_controls *c, int64_t now_ns)
{
    struct uk_switched event;
    uk_one_switch_question(&c->one_switch, p ? uk_player_question(p) : NULL);
    while (uk_one_switch_tick(&c->one_switch, now_ns, &event))
        if (p)
            unknot_press(p->u, event.name, event.value);
        else
            uk_desk_press(c->desk, event.name);
}

static void carry_out(struct uk_controls *c, struct unknot_player *p, struct uk_control *control, const struct unknot_control_command *command)
{
    const char *data = "";
    const char *error = "success";
    uint32_t count = command->count < UNKNOT_COMMAND_WORDS ? command->count : UNKNOT_COMMAND_WORDS;
    if (count == 2 && strcmp(command->words[0], "button") == 0) {
        int64_t at_ns = command->at_ns ? command->at_ns : uk_clock_ns();
        uk_one_switch_question(&c->one_switch, p ? uk_player_question(p) : NULL);
        uk_one_switch_button(&c->one_switch, strcmp(command->words[1], "down") == 0, at_ns);
    } else if (c->desk && uk_desk_takes(c->desk, p != NULL, command->words, count, &error, &data)) {
        ; /* answered */
    } else if (unknot_player_command(p, command->words, count, &data) != UNKNOT_OK) {
        error = unknot_message(p->u);
    }
    if (control->ops->reply)
        control->ops->reply(control->self, command->token, error, data);
}

/* Commands taken from one control before the others have their turn. */
#define TURN 64

static void serve(struct uk_controls *c, struct unknot_player *p, size_t index)
{
    struct uk_control *control = c->list[index];
    for (int i = 0; i < TURN; i++) {
        struct unknot_control_command command = {.size = sizeof command};
        int32_t n = control->ops->next(control->self, &command);
        if (n < 0)
            lose(c, index);
        if (n <= 0)
            return;
        carry_out(c, p, control, &command);
    }
}

const char *uk_controls_trouble(const struct uk_controls *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (*c->list[i]->trouble.text)
            return c->list[i]->trouble.text;
    return c->lost.text;
}

static void tell_troubles(struct uk_controls *c)
{
    for (size_t i = 0; i < c->count; i++) {
        struct uk_control *control = c->list[i];
        char *json = control->untold ? uk_report_event("control", 0, "trouble", control->trouble.text) : NULL;
        control->untold = false;
        if (json)
            uk_controls_event(c, "control", json);
        free(json);
    }
}

void uk_controls_work(struct uk_controls *c, struct unknot_player *p, double seconds)
{
    struct pollfd fds[UK_MOST_CONTROLS];
    int64_t now_ns = uk_clock_ns(), until_ns = now_ns + (int64_t)(seconds * (double)UK_NS_PER_S);
    int64_t due_ns = uk_one_switch_due(&c->one_switch);
    if (due_ns > 0 && due_ns < until_ns)
        until_ns = due_ns;
    for (size_t i = 0; i < c->count; i++)
        fds[i] = (struct pollfd){.fd = c->list[i]->ops->fd(c->list[i]->self), .events = POLLIN};
    int64_t left_ms = (until_ns - now_ns + 999999) / 1000000;
    if (poll(fds, (nfds_t)c->count, left_ms > 0 ? (int)left_ms : 0) > 0)
        for (size_t i = c->count; i > 0; i--) /* from behind: one that is lost moves those behind it */
            if (fds[i - 1].revents)
                serve(c, p, i - 1);
    tell_troubles(c);
    press_switched(p, c, uk_clock_ns());
}

void uk_controls_event(struct uk_controls *c, const char *name, const char *json)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->list[i]->ops->event)
            c->list[i]->ops->event(c->list[i]->self, name, json);
}

void uk_controls_finish(struct uk_controls *c)
{
    while (c->count > 0)
        close_control(c->list[--c->count]);
}
