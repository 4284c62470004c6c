/* duck.h - the bed steps back before a voice begins, because the timeline knows when it will. */
#ifndef UK_DUCK_H
#define UK_DUCK_H

#include "../score/timeline.h"
#include "maths.h"

#define UK_DUCK_DB 9
/* The bed goes down over this before each onset, raised-cosine, and is down at the onset. With what the limiter looks
 * ahead it is UK_LOOK_AHEAD_NS. */
#define UK_DUCK_ATTACK_NS INT64_C(35000000)
/* It comes back over this after the end. */
#define UK_DUCK_RELEASE_NS INT64_C(800000000)

struct uk_duck_span {
    int64_t from, to;
};

struct uk_duck {
    struct uk_duck_span *spans; /* in which somebody speaks; apart from each other, in order */
    uint32_t count;
    int64_t attack, release; /* frames */
};

/* From the cues of the voice bus of a frozen timeline. UNKNOT_NO_MEMORY. [any but audio] */
int uk_duck_init(struct uk_duck *d, const struct uk_timeline *t);
void uk_duck_finish(struct uk_duck *d); /* accepts a zeroed one */

/* Fills `gain` for quantum `quantum` of the timeline: of the curves of all spans the lowest. False, and nothing filled,
 * when it is 1 all through. [audio] */
bool uk_duck_gains(const struct uk_duck *d, int64_t quantum, float *gain);

#endif
