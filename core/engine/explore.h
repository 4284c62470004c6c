/* explore.h - the many ways in which one routine can be planned: with its settings, stretched and shortened, with presses at many moments.
 * check.c goes through them for what is wrong, phrases.c for what may be said. */
#ifndef UK_EXPLORE_H
#define UK_EXPLORE_H

#include "engine.h"

/* One way. Zeroed but for `fit` it is the routine as written. */
struct uk_way {
    const struct uk_plan_param *params;
    size_t param_count;
    int64_t target_ns;  /* a length to fit; 0: as `fit` says */
    struct uk_fit fit;
    const struct uk_journal *journal; /* NULL: nothing is pressed */
    uint64_t seed; /* 0: the session's own */
    bool checked; /* notes of all that a routine should not do */
};

/* Plans the routine of `s` in one way, for frames of `rate`. Lengths that are in `lengths` are known, others are asked for and added to it. The caller owns *out,
 * which is frozen; it may be NULL. Failures as uk_planner_run(). [main] */
int uk_explore(struct uk_planner *planner, uint32_t rate, const struct uk_session *s, const struct uk_way *way, struct uk_lengths *lengths,
               uk_length_fn *length, void *ctx, struct uk_timeline **out, struct uk_message *m);

/* A setting and the values it can have, the first of which it has as written. Owned by the facts of the routine. */
struct uk_setting {
    const char *name;
    const char *const *values; /* ends in NULL */
};

/* Those that a routine offers, and those that every routine understands, when it `presses`. The caller frees *out. UNKNOT_NO_MEMORY. */
int uk_explore_settings(const struct uk_routine_facts *facts, bool presses, struct uk_setting **out, size_t *count);

/* Moments just after each step, and in the middle of each pressure; spread evenly when there are more than `most`. How many. */
size_t uk_explore_moments(const struct uk_timeline *t, int64_t *out, size_t most);

/* An event with a value that says something. */
struct uk_entry uk_explore_entry(enum uk_event event, int64_t at_ns);

#endif
