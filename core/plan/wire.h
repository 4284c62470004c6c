/* wire.h - what unknot and unknot-planner say to each other, one packet each.
 *
 * The parent sends a request, with the lengths that it knows. The planner asks for others (any number of times, each answered before it
 * goes on), then sends a plan or a refusal, and exits. Everything from the planner is read as if an enemy had written it.
 */
#ifndef UK_WIRE_H
#define UK_WIRE_H

#include "../base/packet.h"
#include "../score/journal.h"
#include "../score/timeline.h"
#include "lengths.h"

enum uk_wire {
    UK_WIRE_REQUEST = 0x554b0001, /* parent: struct uk_plan_request */
    UK_WIRE_ASK,                  /* planner: u32 enum uk_clip_kind, text name */
    UK_WIRE_ANSWER,               /* parent: i64 length_ns or -1, u32 guess (nobody has spoken it yet), text why not */
    UK_WIRE_PLAN,                 /* planner: struct uk_routine_facts, fit, u32 how many plans it took, and for a plan the timeline */
    UK_WIRE_REFUSAL,              /* planner: i64 status, text sentence */
    UK_WIRE_REPLY,                /* planner: text, what the library answered to a question */
};

struct uk_plan_param {
    const char *name, *value;
};

/* How much a plan is stretched to fit the minutes asked for: `size` steps (repeats, cycles), `ease` continuously (rests). */
struct uk_fit {
    int32_t size; /* 0 is the least, UK_FIT_SIZES - 1 the most */
    double ease;  /* 0 to 1 */
};
#define UK_FIT_SIZES 5
#define UK_FIT_AS_WRITTEN ((struct uk_fit){2, 0.5})

/* What is wanted of the planner. */
enum uk_want {
    UK_WANT_PLAN,
    UK_WANT_CHECKED_PLAN, /* with notes of everything that a routine should not do */
    UK_WANT_FACTS,        /* only what the routine says of itself: `play` is not run */
    UK_WANT_REPLY,        /* to a question to the library: no routine at all */
    UK_WANTS
};

struct uk_plan_request {
    enum uk_want want;
    const char *question; /* of UK_WANT_REPLY: the library's file that answers it. Then `source` is a table to be asked about, or empty */
    const char *name;     /* "upper-trapezius" */
    const char *chunk;    /* what errors call the file: "upper-trapezius.lua" */
    const char *source;   /* the script */
    size_t source_length;
    const struct uk_plan_param *params;
    size_t param_count;
    uint64_t seed;
    int64_t target_ns;    /* find the fit that gives this length; 0: use `fit` */
    struct uk_fit fit;
    const struct uk_journal *journal; /* NULL: empty. Not used while a fit is looked for */
    struct uk_lengths *lengths; /* NULL: none. Known already, so not asked for; what is asked all the same is added. No part of the plan */
};

/* What a routine says of itself. Lists end in NULL. Owned by its arena. */
struct uk_routine_facts {
    struct uk_arena arena;
    const char *title, *summary, *region;
    const char **position, **tools, **points;
    double *minutes;
    size_t minutes_count;
    struct uk_facts_param {
        const char *name;
        const char **values;
    } *params;
    size_t param_count;
};

void uk_wire_put_request(struct uk_packet *p, const struct uk_plan_request *r);
/* Planner: reads a request after its tag. Texts stay owned by the packet; params go into `arena`, the rest into what is zeroed for it. */
int uk_wire_get_request(struct uk_packet *p, struct uk_plan_request *r, struct uk_arena *arena, struct uk_journal *journal,
                        struct uk_lengths *lengths, struct uk_message *m);

#define UK_MOST_REPLY (1 << 18)

void uk_wire_put_facts(struct uk_packet *p, const struct uk_routine_facts *f);
int uk_wire_get_facts(struct uk_packet *p, struct uk_routine_facts *f, struct uk_message *m);
void uk_routine_facts_finish(struct uk_routine_facts *f); /* accepts a zeroed one */

void uk_wire_put_timeline(struct uk_packet *p, const struct uk_timeline *t);
/* Into a new timeline, not yet frozen. The caller owns *out. UNKNOT_BAD_DATA, UNKNOT_NO_MEMORY. */
int uk_wire_get_timeline(struct uk_packet *p, struct uk_timeline **out, struct uk_message *m);

#endif
