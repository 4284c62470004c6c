#include "explore.h"

#include "../base/time.h"

#include <stdlib.h>
#include <string.h>

#define PAUSE_S 30 /* of a "resumed" */
#define RATING 9   /* of a "rate": more than any ceiling */

int uk_explore(struct uk_planner *planner, uint32_t rate, const struct uk_session *s, const struct uk_way *way, struct uk_lengths *lengths,
               uk_length_fn *length, void *ctx, struct uk_timeline **out, struct uk_message *m)
{
    struct uk_plan plan = {0};
    struct uk_plan_request r = {
        .want = way->checked ? UK_WANT_CHECKED_PLAN : UK_WANT_PLAN,
        .name = s->name,
        .chunk = uk_path_name(s->path),
        .source = s->source,
        .source_length = s->source_length,
        .seed = way->seed ? way->seed : s->seed,
        .params = way->params,
        .param_count = way->param_count,
        .target_ns = way->target_ns,
        .fit = way->fit,
        .journal = way->journal,
        .lengths = lengths,
    };
    int status = uk_planner_run(planner, &r, length, ctx, &plan, m);
    if (!status)
        status = uk_timeline_freeze(plan.timeline, rate, m);
    if (!status && out) {
        *out = plan.timeline;
        plan.timeline = NULL;
    }
    uk_plan_finish(&plan);
    return status;
}

int uk_explore_settings(const struct uk_routine_facts *facts, bool presses, struct uk_setting **out, size_t *count)
{
    static const char *const modes[] = {"standard", "gentle", "firm", NULL};
    struct uk_setting *list = calloc(facts->param_count + 1, sizeof *list);
    bool has_mode = false;
    *out = list;
    *count = 0;
    if (!list)
        return UNKNOT_NO_MEMORY;
    for (size_t i = 0; i < facts->param_count; i++) {
        has_mode |= strcmp(facts->params[i].name, "mode") == 0;
        if (facts->params[i].values[0])
            list[(*count)++] = (struct uk_setting){facts->params[i].name, (const char *const *)facts->params[i].values};
    }
    if (!has_mode && presses)
        list[(*count)++] = (struct uk_setting){"mode", modes};
    return UNKNOT_OK;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

size_t uk_explore_moments(const struct uk_timeline *t, int64_t *out, size_t most)
{
    size_t n = 0;
    int64_t *all = calloc((size_t)t->mark_count + t->span_count + 1, sizeof *all);
    if (!all)
        return 0;
    for (uint32_t i = 0; i < t->mark_count; i++)
        all[n++] = t->marks[i].at_ns + UK_NS_PER_S;
    for (uint32_t i = 0; i < t->span_count; i++)
        all[n++] = t->spans[i].at_ns + t->spans[i].length_ns / 2;
    all[n++] = t->length_ns / 3;
    qsort(all, n, sizeof *all, by_number);
    size_t count = n < most ? n : most;
    for (size_t i = 0; i < count; i++)
        out[i] = all[i * n / count];
    free(all);
    return count;
}

struct uk_entry uk_explore_entry(enum uk_event event, int64_t at_ns)
{
    return (struct uk_entry){at_ns, event, event == UK_RATE ? RATING : event == UK_RESUMED ? PAUSE_S : 0};
}
