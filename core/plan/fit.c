#include "fit.h"

#include "../base/time.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NEAR_NS (UK_NS_PER_S / 2)
/* A routine that can only last certain lengths is taken when one of them is as near as this. */
#define NEAR_ENOUGH_NS (10 * UK_NS_PER_S)
#define MOST_STEPS 12 /* of each size */

struct search {
    const struct uk_plan_request *request;
    const struct uk_library *library;
    struct uk_budget *budget;
    struct uk_message *m;
    int64_t least_ns, most_ns;   /* of all plans */
    int64_t below_ns, above_ns;  /* the nearest to the target */
    struct uk_fit best;
    int64_t miss_ns;                  /* of the best */
    int64_t ends_ns[UK_FIT_SIZES][2]; /* lengths at ease 0 and 1 */
    bool measured[UK_FIT_SIZES], tried[UK_FIT_SIZES];
};

static int plan(struct search *s, struct uk_fit fit, int64_t *length_ns)
{
    struct uk_timeline *t;
    int status = uk_planning_run(s->request, s->library, s->budget, fit, true, &t, NULL, s->m);
    if (status)
        return status;
    int64_t ns = t->length_ns, target_ns = s->request->target_ns, miss_ns = ns > target_ns ? ns - target_ns : target_ns - ns;
    uk_timeline_destroy(t);
    *length_ns = ns;
    s->least_ns = ns < s->least_ns ? ns : s->least_ns;
    s->most_ns = ns > s->most_ns ? ns : s->most_ns;
    if (ns <= target_ns && ns > s->below_ns)
        s->below_ns = ns;
    if (ns >= target_ns && ns < s->above_ns)
        s->above_ns = ns;
    if (miss_ns < s->miss_ns) {
        s->miss_ns = miss_ns;
        s->best = fit;
    }
    return UNKNOT_OK;
}

/* Between two eases whose lengths are on both sides of the target. Straight lines, halved where they do not help. */
static int narrow(struct search *s, int32_t size, int64_t at_0_ns, int64_t at_1_ns)
{
    double low = 0, high = 1, target = (double)s->request->target_ns;
    double low_length = (double)at_0_ns, high_length = (double)at_1_ns;
    for (int step = 0; step < MOST_STEPS && s->miss_ns > NEAR_NS; step++) {
        int64_t ns;
        double part = 0.5;
        if (step % 3 != 2 && low_length != high_length)
            part = fmin(fmax((target - low_length) / (high_length - low_length), 0), 1);
        struct uk_fit fit = {size, low + (high - low) * part};
        int status = plan(s, fit, &ns);
        if (status)
            return status;
        bool below = ((double)ns < target) == (low_length < high_length);
        *(below ? &low : &high) = fit.ease;
        *(below ? &low_length : &high_length) = (double)ns;
    }
    return UNKNOT_OK;
}

/* How far from what is written: the ease first, then the size. */
static double strain(const struct search *s, int32_t size)
{
    int64_t at_0_ns = s->ends_ns[size][0], at_1_ns = s->ends_ns[size][1];
    double ease = at_0_ns == at_1_ns ? 0.5 : (double)(s->request->target_ns - at_0_ns) / (double)(at_1_ns - at_0_ns);
    return fabs(ease - 0.5) + 1e-6 * abs(size - UK_FIT_AS_WRITTEN.size);
}

static int refuse(const struct search *s)
{
    char least[16], most[16], wanted[16], below[16], above[16];
    const char *name = s->request->name;
    int64_t target_ns = s->request->target_ns;
    uk_time_text(least, sizeof least, s->least_ns + UK_NS_PER_S / 2);
    uk_time_text(most, sizeof most, s->most_ns + UK_NS_PER_S / 2);
    uk_time_text(wanted, sizeof wanted, target_ns);
    if (strcmp(least, most) == 0)
        return uk_fail(s->m, UNKNOT_LIMIT, "%s always lasts %s, not %s: leave the minutes out", name, least, wanted);
    if (target_ns < s->least_ns || target_ns > s->most_ns)
        return uk_fail(s->m, UNKNOT_LIMIT, "%s can last %s to %s, not %s: ask for minutes in between", name, least, most, wanted);
    uk_time_text(below, sizeof below, s->below_ns + UK_NS_PER_S / 2);
    uk_time_text(above, sizeof above, s->above_ns + UK_NS_PER_S / 2);
    return uk_fail(s->m, UNKNOT_LIMIT, "%s can last %s or %s, but not %s: ask for one of these", name, below, above, wanted);
}

static int measure(struct search *s, int32_t size)
{
    int status = UNKNOT_OK;
    for (int ease = 0; ease < 2 && !status && !s->measured[size]; ease++)
        status = plan(s, (struct uk_fit){size, ease}, &s->ends_ns[size][ease]);
    s->measured[size] = !status;
    return status;
}

/* Measures the sizes from the one as written on, in the direction of the target, until they strain more. */
static int measure_likely(struct search *s)
{
    int32_t size = UK_FIT_AS_WRITTEN.size;
    int status = measure(s, size);
    if (status)
        return status;
    int32_t step = s->request->target_ns < s->ends_ns[size][0] / 2 + s->ends_ns[size][1] / 2 ? -1 : 1;
    for (double last = strain(s, size); size + step >= 0 && size + step < UK_FIT_SIZES;) {
        size += step;
        status = measure(s, size);
        if (status || strain(s, size) >= last)
            break;
        last = strain(s, size);
    }
    return status;
}

/* Of the sizes that were measured and can last as long as wanted, tries the ones that strain least first. */
static int try_measured(struct search *s)
{
    int64_t target_ns = s->request->target_ns;
    for (;;) {
        int32_t next = -1;
        for (int32_t size = 0; size < UK_FIT_SIZES; size++) {
            const int64_t *e = s->ends_ns[size];
            bool between = (e[0] - NEAR_NS <= target_ns && target_ns <= e[1] + NEAR_NS) ||
                           (e[1] - NEAR_NS <= target_ns && target_ns <= e[0] + NEAR_NS);
            if (s->measured[size] && between && !s->tried[size] && (next < 0 || strain(s, size) < strain(s, next)))
                next = size;
        }
        if (next < 0)
            return UNKNOT_OK;
        s->tried[next] = true;
        struct uk_fit best = s->best;
        int64_t miss_ns = s->miss_ns;
        s->miss_ns = INT64_MAX; /* the best of this size is wanted, also when an end of another is as near */
        int status = narrow(s, next, s->ends_ns[next][0], s->ends_ns[next][1]);
        if (status || s->miss_ns <= NEAR_NS)
            return status;
        if (miss_ns < s->miss_ns) {
            s->miss_ns = miss_ns;
            s->best = best;
        }
    }
}

int uk_fit_find(const struct uk_plan_request *request, const struct uk_library *library, struct uk_budget *budget,
                struct uk_fit *fit, struct uk_message *m)
{
    struct search s = {.request = request, .library = library, .budget = budget, .m = m,
                       .least_ns = INT64_MAX, .above_ns = INT64_MAX, .miss_ns = INT64_MAX};
    int status = measure_likely(&s);
    if (!status)
        status = try_measured(&s);
    for (int32_t size = 0; size < UK_FIT_SIZES && !status && s.miss_ns > NEAR_NS; size++)
        status = measure(&s, size);
    if (!status && s.miss_ns > NEAR_NS)
        status = try_measured(&s);
    if (status)
        return status;
    if (s.miss_ns > NEAR_ENOUGH_NS)
        return refuse(&s);
    *fit = s.best;
    return UNKNOT_OK;
}
