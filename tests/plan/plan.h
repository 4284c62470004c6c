/* plan.h - for tests of the planner: a script as text in, its plan or its sentence out, through the real child process.
 *
 *     struct planned r = plan("play = function() wait(3) end");
 *     assert_int_equal(r.status, UNKNOT_OK);
 *     planned_finish(&r);
 *
 * Phrases last 0.1 s a letter. A clip's length is the number in its name ("2.5.wav"); every other name is not there.
 */
#ifndef TESTS_PLAN_H
#define TESTS_PLAN_H

#include "check.h"

#include "base/time.h"
#include "engine/planner.h"
#include "score/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLANNER BUILD_DIR "/libexec/unknot/unknot-planner"
#define LIBRARY SOURCE_DIR "/tests/plan/library"
#define S(seconds) ((int64_t)((seconds) * 1e9 + 0.5))

struct planned {
    int status;
    struct uk_message m;
    struct uk_plan plan;
    int asked; /* lengths */
};

static inline int test_length(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    ++*(int *)ctx;
    if (kind == 0) {
        *length_ns = (int64_t)strlen(name) * 100000000;
        return UNKNOT_OK;
    }
    char *end;
    double seconds = strtod(name, &end);
    if (end == name)
        return uk_fail(m, UNKNOT_NOT_FOUND, "no sound named '%s'", name);
    *length_ns = S(seconds);
    return UNKNOT_OK;
}

static inline struct planned run_request(struct uk_plan_request r)
{
    struct planned p = {0};
    if (!r.name)
        r.name = "mine";
    if (!r.chunk)
        r.chunk = "mine.lua";
    struct uk_planner *planner;
    p.status = uk_planner_create(&planner, PLANNER, LIBRARY, &p.m);
    if (!p.status)
        p.status = uk_planner_run(planner, &r, test_length, &p.asked, &p.plan, &p.m);
    uk_planner_destroy(planner);
    return p;
}

/* `body` is what stands between the braces of the routine's table, behind its title. */
static inline struct planned run_body(const char *body, struct uk_plan_request r)
{
    size_t n = strlen(body) + 64;
    char *source = malloc(n);
    assert_non_null(source);
    r.source_length = (size_t)snprintf(source, n, "return { title = 'Mine', %s }", body);
    r.source = source;
    if (!r.fit.size && r.fit.ease == 0)
        r.fit = UK_FIT_AS_WRITTEN;
    struct planned p = run_request(r);
    free(source);
    return p;
}

static inline struct planned plan(const char *body)
{
    return run_body(body, (struct uk_plan_request){.seed = 1});
}

static inline void planned_finish(struct planned *p)
{
    uk_plan_finish(&p->plan);
}

#define ASSERT_PLANNED(p)                                                                                                        \
    do {                                                                                                                         \
        if ((p).status)                                                                                                          \
            fail_msg("%s", (p).m.text);                                                                                          \
        assert_int_equal(uk_timeline_freeze((p).plan.timeline, 48000, &(p).m), UNKNOT_OK);                                       \
    } while (0)

/* The plan of `body` is refused with exactly this. */
#define ASSERT_REFUSED(body, wanted_status, sentence)                                                                            \
    do {                                                                                                                         \
        struct planned refused = plan(body);                                                                                     \
        assert_string_equal(refused.m.text, sentence);                                                                           \
        assert_int_equal(refused.status, wanted_status);                                                                         \
        planned_finish(&refused);                                                                                                \
    } while (0)

#endif
