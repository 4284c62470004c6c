/* planner.h - the parent's side of unknot-planner: starts it, answers what it asks, gives it no more time than it may have, and trusts
 * nothing that it says.
 *
 *     struct uk_planner *p;
 *     struct uk_plan plan;
 *     uk_planner_create(&p, "/usr/libexec/unknot/unknot-planner", "/usr/share/unknot/scripts/unknot", m);
 *     if (uk_planner_run(p, &request, length_of, ctx, &plan, m) == UNKNOT_OK)
 *         ... uk_timeline_freeze(plan.timeline, 48000, m) ...
 *     uk_plan_finish(&plan);
 *     uk_planner_warm(p);
 *     uk_planner_destroy(p);
 *
 * A child plans once, so that no script can leave anything behind for the next. What takes the time before a plan, its start and the
 * compiling of the library, can be done ahead: one spare child then waits with all that done, for the next run. It ends with its parent.
 */
#ifndef UK_PLANNER_H
#define UK_PLANNER_H

#include "../plan/wire.h"
#include "decoder.h"

struct uk_plan {
    struct uk_timeline *timeline; /* NULL unless a plan was wanted; not frozen. Owned by the plan until the owner of the plan sets it to NULL */
    struct uk_routine_facts facts;
    char *reply;       /* of the library, when that was wanted. Owned by the plan */
    struct uk_fit fit; /* the one that was used */
    int64_t took_ns;   /* for one plan, of the many that looking for a fit makes; without the time in which `length` worked */
};

struct uk_planner;

/* The planner's own time, without the time in which `length` works. */
#define UK_PLANNER_SECONDS 5

/* Longer scripts are refused: a routine is a few hundred lines. */
#define UK_MOST_SOURCE (256u << 10)

/* Length of a phrase or clip. Called on the thread that plans. *length_ns set, or a status with the sentence. `kind` is enum
 * uk_clip_kind. UK_GUESSED: *length_ns is about right, the next plan asks again; the plan tells up to where it is sure. */
typedef int uk_length_fn(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m);

/* `program`: path of unknot-planner; `library`: the folder scripts/unknot. Starts nothing. UNKNOT_NO_MEMORY. The caller owns *out. [main] */
int uk_planner_create(struct uk_planner **out, const char *program, const char *library, struct uk_message *m);
void uk_planner_destroy(struct uk_planner *p); /* accepts NULL [main] */

/* Sees to it that a spare child is there or on its way; takes as long as starting a program. That it cannot be started shows at the next
 * run. [main] */
void uk_planner_warm(struct uk_planner *p);

/* Ends the spare child: the next run has the library as it is in the folder then. [main] */
void uk_planner_cool(struct uk_planner *p);

/* Plans, or whatever `request->want` says. On failure *out is zeroed. `length` may be NULL when no plan is wanted. [main]
 *   UNKNOT_BAD_SCRIPT: "mine.lua:12: sentence". UNKNOT_LIMIT: too long a script, or more time, memory or work than it may have; or it cannot
 *   be fitted to the target. UNKNOT_IO, UNKNOT_NOT_FOUND: the planner or the library is not there. Else what `length` returned, with
 *   the script's line before its sentence. */
int uk_planner_run(struct uk_planner *p, const struct uk_plan_request *request, uk_length_fn *length, void *ctx, struct uk_plan *out,
                   struct uk_message *m);
void uk_plan_finish(struct uk_plan *p); /* accepts a zeroed one */

#endif
