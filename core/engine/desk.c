#include "desk.h"

#include "report.h"

#include <stdlib.h>

struct unknot_desk {
    struct uk_message message;
    struct uk_places places;
    struct uk_controls controls;
    struct uk_controls *where; /* they are now: here, or with a player */
    unknot_desk_fn *take;
    void *ctx;
};

int unknot_desk_open(struct unknot_desk **out, const char *one_switch, unknot_desk_fn *take, void *ctx)
{
    struct unknot_desk *d = calloc(1, sizeof *d);
    *out = d;
    if (!d)
        return UNKNOT_NO_MEMORY;
    d->take = take;
    d->ctx = ctx;
    d->where = &d->controls;
    int status = uk_places_init(&d->places, NULL, NULL, &d->message);
    if (!status)
        status = uk_controls_init(&d->controls, one_switch, &d->message);
    d->controls.desk = d;
    return status;
}

int unknot_desk_control(struct unknot_desk *d, const char *name, const char *target)
{
    return uk_controls_open(&d->controls, &d->places, name, target ? target : "", &d->message);
}

void unknot_desk_work(struct unknot_desk *d, double seconds)
{
    uk_controls_work(&d->controls, NULL, seconds);
}

void unknot_desk_tell(struct unknot_desk *d, const char *event, const char *key, const char *text)
{
    char *json = uk_report_event(event, 0, key, text);
    if (json)
        uk_controls_event(d->where, event, json);
    free(json);
}

const char *unknot_desk_trouble(const struct unknot_desk *d)
{
    return uk_controls_trouble(d->where);
}

const char *unknot_desk_message(const struct unknot_desk *d)
{
    return d ? d->message.text : "";
}

void unknot_desk_close(struct unknot_desk *d)
{
    if (!d)
        return;
    uk_controls_finish(&d->controls);
    uk_places_finish(&d->places);
    free(d);
}

int uk_desk_lend(struct unknot_desk *d, struct uk_controls *to, struct uk_message *m)
{
    if (d->where != &d->controls)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "another player has the controls: close it first");
    *to = d->controls;
    d->controls = (struct uk_controls){.desk = d};
    d->where = to;
    return UNKNOT_OK;
}

void uk_desk_take_back(struct unknot_desk *d, struct uk_controls *from)
{
    d->controls = *from;
    d->where = &d->controls;
    *from = (struct uk_controls){0};
}

bool uk_desk_takes(struct unknot_desk *d, bool plays, const char *const *words, size_t count, const char **error, const char **data)
{
    if (d->take(d->ctx, plays, words, count, error, data))
        return true;
    if (!plays)
        *error = "nothing is playing";
    return !plays;
}

void uk_desk_press(struct unknot_desk *d, const char *event)
{
    const char *const words[] = {"press", event};
    const char *error = "success", *data = "";
    if (d)
        uk_desk_takes(d, false, words, 2, &error, &data);
}
