/* one_switch.h - everything with one button: tells short, long, double and triple presses apart. Times are given, there is no clock
 * inside.
 *
 *     struct uk_one_switch s;
 *     struct uk_switched event;
 *     uk_one_switch_init(&s, NULL);
 *     uk_one_switch_question(&s, "ready");
 *     uk_one_switch_button(&s, true, at_ns);
 *     while (uk_one_switch_tick(&s, now_ns, &event))
 *         press(event.name, event.value);
 *
 * Presses belong together when each begins within `gap_ns` after the one before was let go.
 *
 *     one press            "ready" when that is asked, else "next": when the gap is over
 *     one held             "longer": as soon as it was held for `long_ns`
 *     two                  "easier": when the gap is over
 *     three                "stop": with the third touch, however long each was. Three more, a second "stop"; what follows a stop
 *                          without a gap means nothing else
 *
 * While a number is asked for ("rate"), the presses are the number, up to 10: it is complete when there was none for `rate_ns`. One held
 * is 0. What was asked when the first press began holds for those that belong to it.
 *
 * A contact that bounces does nothing: after each change the next one counts at the earliest `bounce_ns` later, and only if the contact
 * then still is where it went. A press that is shorter than that is still a press.
 */
#ifndef UK_ONE_SWITCH_H
#define UK_ONE_SWITCH_H

#include "../base/status.h"

#include <stdbool.h>
#include <stdint.h>

struct uk_one_switch_timings {
    int64_t long_ns, gap_ns, rate_ns, bounce_ns;
};

struct uk_switched {
    const char *name; /* "next", "ready", "longer", "easier", "stop", "rate" */
    int value;        /* 0 to 10 for "rate", else 0 */
};

enum uk_one_switch_asked { UK_ASKED_NOTHING, UK_ASKED_READY, UK_ASKED_RATE };

#define UK_SWITCHED_ROOM 8

struct uk_one_switch {
    struct uk_one_switch_timings timings;
    enum uk_one_switch_asked asked, meant; /* now; when the first press of these began */
    int64_t now_ns, changed_ns;
    bool contact;         /* what the button said last, bouncing */
    bool down;            /* and what counts */
    bool open;            /* presses may follow that belong to those before */
    bool spent;           /* this press has been answered while it is held */
    int presses, unheld;  /* that belong together; of these, those that "longer" has not answered */
    int waiting;
    struct uk_switched queue[UK_SWITCHED_ROOM];
};

/* `timings` NULL: 600 ms held is long, a gap of 350 ms, numbers 1,200 ms, bounce 15 ms. */
void uk_one_switch_init(struct uk_one_switch *s, const struct uk_one_switch_timings *timings);

/* Reads "long=600,gap=350", in milliseconds; also "rate" and "bounce". What is not named has its usual value.
 * UNKNOT_BAD_ARGUMENT: the sentence names what is wrong; *out is as it was. */
int uk_one_switch_parse(struct uk_one_switch_timings *out, const char *text, struct uk_message *m);

/* What the routine asks for at the moment: "ready", "rate", or NULL; other questions are no concern of the button. */
void uk_one_switch_question(struct uk_one_switch *s, const char *asked);

/* The button went down or up at `at_ns`. Saying the same twice does nothing. A time before one already given counts as that. */
void uk_one_switch_button(struct uk_one_switch *s, bool down, int64_t at_ns);

/* Lets time go on to `now_ns`, and gives the next event: 1 with *out filled, 0 when there is none (now). Times from the future that the
 * button was given count as now. */
int uk_one_switch_tick(struct uk_one_switch *s, int64_t now_ns, struct uk_switched *out);

/* When to tick next, 0: not before the button changes. */
int64_t uk_one_switch_due(const struct uk_one_switch *s);

#endif
