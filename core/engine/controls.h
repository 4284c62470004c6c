/* controls.h - the control plugins of a player: waited for, asked what they want, told what goes on. */
#ifndef UK_CONTROLS_H
#define UK_CONTROLS_H

#include "../base/path.h"
#include "../base/plugin_file.h"
#include "one_switch.h"

#include <stdbool.h>

#define UK_MOST_CONTROLS 8

struct uk_control {
    struct uk_plugin_file file;
    struct unknot_host host;
    const struct unknot_control_ops *ops;
    void *self;
    struct uk_message why; /* what the plugin said last */
    struct uk_message trouble; /* what keeps it from its work; "" */
    bool untold;               /* that is other than before, and nobody was told yet */
};

struct unknot_desk;

struct uk_controls {
    struct uk_control *list[UK_MOST_CONTROLS];
    size_t count;
    struct uk_one_switch one_switch; /* one for all: it is the same listener */
    struct unknot_desk *desk;        /* whose they are, and which is asked first; NULL: the player's own */
    struct uk_message lost;          /* why one was closed; "" */
};

struct unknot_player;

/* `one_switch`: times of the button as uk_one_switch_parse() reads them, NULL for the usual ones. UNKNOT_BAD_ARGUMENT. [main] */
int uk_controls_init(struct uk_controls *c, const char *one_switch, struct uk_message *m);

/* Opens a control. UNKNOT_NOT_FOUND, or what it said. [main] */
int uk_controls_open(struct uk_controls *c, const struct uk_places *places, const char *name, const char *target,
                     struct uk_message *m);

/* Waits up to `seconds` for any of them and carries out what they ask of `p`; NULL: nothing plays. [main] */
void uk_controls_work(struct uk_controls *c, struct unknot_player *p, double seconds);

/* What keeps one of them from its work, or why one was closed; "" when all is well. [main] */
const char *uk_controls_trouble(const struct uk_controls *c);

/* Tells all of them. [main] */
void uk_controls_event(struct uk_controls *c, const char *name, const char *json);

/* Closes all. Accepts a zeroed one. [main] */
void uk_controls_finish(struct uk_controls *c);

#endif
