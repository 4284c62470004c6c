#include "session.h"

#include "../base/text.h"
#include "../base/time.h"
#include "catalog.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_SCRIPT 65536

/* A decimal number with a point, whatever the locale says. */
static bool number_from(const char *text, double *out)
{
    double whole = 0, scale = 1;
    bool digits = false, point = false;
    for (; *text; text++) {
        if (*text == '.' && !point) {
            point = true;
        } else if (*text >= '0' && *text <= '9' && whole < 1e9) {
            whole = whole * 10 + (*text - '0');
            scale = point ? scale * 10 : scale;
            digits = true;
        } else {
            return false;
        }
    }
    *out = whole / scale;
    return digits;
}

static bool seed_from(const char *text, uint64_t *out)
{
    char *end;
    errno = 0;
    *out = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && !*end && !errno;
}

static int take_param(struct uk_session *s, const struct unknot_param *p, struct uk_message *m)
{
    double minutes;
    if (strlen(p->name) > 200 || strlen(p->value) > 1000 || !uk_text_is_utf8(p->name, strlen(p->name)) ||
        !uk_text_is_utf8(p->value, strlen(p->value)))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "a parameter's name or value is too long or no text");
    if (strcmp(p->name, "minutes") == 0) {
        if (!number_from(p->value, &minutes) || minutes <= 0 || minutes > 1800)
            return uk_fail(m, UNKNOT_BAD_ARGUMENT, "minutes is '%s', but must be a number over 0, as 6 or 7.5", p->value);
        s->target_ns = uk_ns_from_seconds(minutes * 60);
        return UNKNOT_OK;
    }
    if (strcmp(p->name, "seed") == 0) {
        if (!seed_from(p->value, &s->seed))
            return uk_fail(m, UNKNOT_BAD_ARGUMENT, "seed is '%s', but must be a whole number", p->value);
        return UNKNOT_OK;
    }
    struct uk_plan_param *mine = &s->params[s->param_count++];
    mine->name = uk_arena_text(&s->arena, p->name, strlen(p->name));
    mine->value = uk_arena_text(&s->arena, p->value, strlen(p->value));
    return mine->name && mine->value ? UNKNOT_OK : uk_no_memory(m);
}

/* What may stand before a script's first line: a byte-order mark, and a line for the shell. Both stay in place as blanks, so that line
 * numbers are right. */
static void blank_preamble(char *source, size_t n)
{
    size_t at = n >= 3 && memcmp(source, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    memset(source, ' ', at);
    if (at < n && source[at] == '#')
        for (; at < n && source[at] != '\n'; at++)
            source[at] = ' ';
}

/* What follows from s->path. */
static int take_names(struct uk_session *s, struct uk_message *m)
{
    const char *file = uk_path_name(s->path);
    if (!uk_text_is_plain(file) || strpbrk(file, "\n\t"))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the name '%s' has letters that cannot be shown: rename the file", file);
    s->name = uk_catalog_name(s->path);
    s->folder = file == s->path ? strdup(".") : strndup(s->path, (size_t)(file - s->path - 1));
    return s->name && s->folder ? UNKNOT_OK : uk_no_memory(m);
}

static int read_script(struct uk_session *s, struct uk_message *m)
{
    int status = uk_path_read(s->path, LARGEST_SCRIPT, &s->source, &s->source_length, m);
    if (!status)
        status = take_names(s, m);
    if (status)
        return status;
    if (!uk_text_is_utf8(s->source, s->source_length))
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "'%s' is no text: a routine is a Lua script in UTF-8", s->path);
    blank_preamble(s->source, s->source_length);
    return UNKNOT_OK;
}

static int make_room(struct uk_session *s, size_t params, struct uk_message *m)
{
    if (params > 100)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "a routine takes at most 100 parameters");
    s->params = calloc(params + 1, sizeof *s->params);
    return s->params ? UNKNOT_OK : uk_no_memory(m);
}

int uk_session_init(struct uk_session *s, const struct uk_places *places, const char *routine, const struct unknot_param *params,
                    size_t count, struct uk_message *m)
{
    *s = (struct uk_session){.fit = UK_FIT_AS_WRITTEN};
    int status = uk_catalog_find(places, routine, &s->path, m);
    if (!status)
        status = read_script(s, m);
    if (!status)
        status = make_room(s, count, m);
    for (size_t i = 0; !status && i < count; i++)
        status = take_param(s, &params[i], m);
    if (status)
        uk_session_finish(s);
    return status;
}

static int keep_params(struct uk_session *s, const struct uk_diary_param *params, size_t count, struct uk_message *m)
{
    int status = make_room(s, count, m);
    for (size_t i = 0; !status && i < count; i++)
        status = take_param(s, &(struct unknot_param){params[i].name, params[i].value}, m);
    return status;
}

int uk_session_from_diary(struct uk_session *s, const struct uk_diary *d, struct uk_message *m)
{
    bool has_fit = d->fit_size >= 0 && d->fit_size < UK_FIT_SIZES && d->fit_ease >= 0 && d->fit_ease <= 1;
    *s = (struct uk_session){
        .path = strdup(d->file),
        .source = strdup(d->source),
        .source_length = strlen(d->source),
        .seed = d->seed,
        .target_ns = d->target_ns,
        .fitted = true,
        .fit = has_fit ? (struct uk_fit){d->fit_size, d->fit_ease} : UK_FIT_AS_WRITTEN,
    };
    int status = s->path && s->source ? take_names(s, m) : uk_no_memory(m);
    if (!status)
        status = keep_params(s, d->params, d->param_count, m);
    if (!status)
        status = uk_journal_copy(&s->journal, &d->journal, m);
    if (status)
        uk_session_finish(s);
    return status;
}

int uk_session_to_diary(const struct uk_session *s, struct uk_arena *arena, struct uk_diary *diary, struct uk_message *m)
{
    struct uk_diary_param *params = uk_arena_get(arena, (s->param_count + 1) * sizeof *params);
    char *real = realpath(s->path, NULL);
    char *file = uk_arena_text(arena, real ? real : s->path, strlen(real ? real : s->path));
    free(real);
    if (!params || !file)
        return uk_no_memory(m);
    for (size_t i = 0; i < s->param_count; i++)
        params[i] = (struct uk_diary_param){s->params[i].name, s->params[i].value};
    *diary = (struct uk_diary){
        .routine = s->name,
        .file = file,
        .source = s->source,
        .voice = "",
        .seed = s->seed,
        .target_ns = s->target_ns,
        .fit_size = s->fit.size,
        .fit_ease = s->fit.ease,
        .params = params,
        .param_count = s->param_count,
    };
    return UNKNOT_OK;
}

int uk_session_reread(const struct uk_session *s, struct uk_session *again, struct uk_message *m)
{
    *again = (struct uk_session){.fit = UK_FIT_AS_WRITTEN, .path = strdup(s->path), .seed = s->seed, .target_ns = s->target_ns};
    int status = again->path ? read_script(again, m) : uk_no_memory(m);
    if (!status)
        status = make_room(again, s->param_count, m);
    for (size_t i = 0; !status && i < s->param_count; i++)
        status = take_param(again, &(struct unknot_param){s->params[i].name, s->params[i].value}, m);
    if (!status)
        status = uk_journal_copy(&again->journal, &s->journal, m);
    if (status)
        uk_session_finish(again);
    return status;
}

void uk_session_finish(struct uk_session *s)
{
    free(s->name);
    free(s->path);
    free(s->folder);
    free(s->source);
    free(s->params);
    uk_arena_finish(&s->arena);
    uk_routine_facts_finish(&s->facts);
    uk_journal_finish(&s->journal);
    uk_lengths_finish(&s->lengths);
    *s = (struct uk_session){0};
}

static int run(struct uk_session *s, struct uk_planner *planner, struct uk_plan_request *request, uk_length_fn *length, void *ctx,
               struct uk_plan *plan, struct uk_message *m)
{
    request->name = s->name;
    request->chunk = uk_path_name(s->path);
    request->source = s->source;
    request->source_length = s->source_length;
    request->lengths = &s->lengths;
    return uk_planner_run(planner, request, length, ctx, plan, m);
}

int uk_session_describe(struct uk_session *s, struct uk_planner *planner, struct uk_message *m)
{
    struct uk_plan_request request = {.want = UK_WANT_FACTS};
    struct uk_plan plan = {0};
    int status = run(s, planner, &request, NULL, NULL, &plan, m);
    if (status)
        return status;
    uk_routine_facts_finish(&s->facts);
    s->facts = plan.facts;
    plan.facts = (struct uk_routine_facts){0};
    uk_plan_finish(&plan);
    return UNKNOT_OK;
}

/* The routine hears of each event a look-ahead after its stamp, so that nothing before the stamp sounds different. */
static int heard_journal(struct uk_journal *heard, const struct uk_journal *journal, struct uk_message *m)
{
    int status = uk_journal_copy(heard, journal, m);
    for (size_t i = 0; !status && i < heard->count; i++)
        heard->entries[i].at_ns += UK_LOOK_AHEAD_NS;
    return status;
}

int uk_session_plan(struct uk_session *s, struct uk_planner *planner, const struct uk_journal *journal, uint32_t rate,
                    uk_length_fn *length, void *ctx, struct uk_timeline **out, struct uk_message *m)
{
    bool find_fit = s->target_ns > 0 && !s->fitted;
    struct uk_journal heard = {0};
    struct uk_plan_request request = {
        .params = s->params,
        .param_count = s->param_count,
        .seed = s->seed,
        .target_ns = find_fit ? s->target_ns : 0,
        .fit = s->fit,
        .journal = &heard,
    };
    struct uk_plan plan = {0};
    int status = heard_journal(&heard, journal, m);
    if (!status)
        status = run(s, planner, &request, length, ctx, &plan, m);
    if (!status)
        status = uk_timeline_freeze(plan.timeline, rate, m);
    if (!status) {
        s->fit = plan.fit;
        s->fitted = true;
        s->plan_ns = plan.took_ns;
        uk_routine_facts_finish(&s->facts);
        s->facts = plan.facts;
        plan.facts = (struct uk_routine_facts){0};
        *out = plan.timeline;
        plan.timeline = NULL;
    }
    uk_plan_finish(&plan);
    uk_journal_finish(&heard);
    return status;
}
