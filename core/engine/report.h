/* report.h - what goes on, as JSON, for controls and whoever watches. */
#ifndef UK_REPORT_H
#define UK_REPORT_H

#include "../score/timeline.h"

#include <stdbool.h>

/* How a player is doing. Texts are never NULL. */
struct uk_state {
    const char *state;     /* "playing", "paused", "ended", "failed" */
    const char *routine, *title, *step, *caption;
    const char *trouble;   /* "" when all is well */
    const char *question;  /* what the routine asks for just now: "rate", "ready"; "" */
    size_t step_number, step_count; /* the step that is heard, from 1; 0: none yet */
    double position_s, length_s, volume;
    unsigned long long dropouts;
    size_t presses;
};

/* The caller frees the result. NULL: no memory. */
char *uk_report_state(const struct uk_state *s);
/* {"event": "length", "at": SECONDS, "length": SECONDS} */
char *uk_report_length(double at_s, double length_s);
/* {"event": NAME, "at": SECONDS, KEY: TEXT}; without KEY when it is NULL. */
char *uk_report_event(const char *name, double at_s, const char *key, const char *text);

#endif
