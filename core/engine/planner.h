/* planner.h - the parent's side of unknot-planner: starts it, answers what it asks, gives it no more time than it may have, and trusts
 * nothing that it says.
 *
 *     struct uk_plan plan;
 *     if (uk_planner_run(program, library, &request, length_of, ctx, &plan, m) == UNKNOT_OK)
 *         ... uk_timeline_freeze(plan.timeline, 48000, m) ...
 *     uk_plan_finish(&plan);
 */
#ifndef UK_PLANNER_H
#define UK_PLANNER_H

#include "../plan/wire.h"

struct uk_plan {
    struct uk_timeline *timeline; /* NULL for describe; not frozen. Owned by the plan until the owner of the plan sets it to NULL */
    struct uk_routine_facts facts;
    struct uk_fit fit; /* the one that was used */
};

/* The planner's own time, without the time in which `length` works. */
#define UK_PLANNER_SECONDS 5

/* Longer scripts are refused: a routine is a few hundred lines. */
#define UK_MOST_SOURCE (256u << 10)

/* Length of a phrase or clip. Called on the thread that plans. *length_ns set, or a status with the sentence. `kind` is enum
 * uk_clip_kind. */
typedef int uk_length_fn(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m);

/* Plans, or describes. `program`: path of unknot-planner; `library`: the folder scripts/unknot. On failure *out is zeroed. `length` may be
 * NULL for describe. [any but audio]
 *   UNKNOT_BAD_SCRIPT: "mine.lua:12: sentence". UNKNOT_LIMIT: too long a script, or more time, memory or work than it may have; or it cannot
 *   be fitted to the target. UNKNOT_IO, UNKNOT_NOT_FOUND: the planner or the library is not there. Else what `length` returned, with
 *   the script's line before its sentence. */
int uk_planner_run(const char *program, const char *library, const struct uk_plan_request *request, uk_length_fn *length, void *ctx,
                   struct uk_plan *out, struct uk_message *m);
void uk_plan_finish(struct uk_plan *p); /* accepts a zeroed one */

#endif
