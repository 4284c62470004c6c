#include "soon.h"

#include "taking.h"

#include "../base/time.h"

#include <stdio.h>
#include <stdlib.h>

#define PATIENCE_NS UK_NS_PER_S /* so long nothing is said of nothing being heard */
#define FAR_S 3 /* nearer than this to the end of what is sure, a plan is made for whatever is new */

bool uk_soon_is_sure(const struct uk_timeline *t)
{
    return t->sure_ns > t->length_ns;
}

static void free_names(char **names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    free(names);
}

/* Has the phrases of the plan made in the order in which they are heard; without memory, in any. */
static void order(struct unknot *u)
{
    const struct uk_timeline *t = u->timeline;
    char **names = calloc((size_t)t->cue_count + 1, sizeof *names);
    size_t n = 0;
    bool all = names != NULL;
    for (uint32_t i = 0; all && i < t->cue_count; i++) {
        if (t->cues[i].kind != UK_PHRASE)
            continue;
        char *name = uk_language_clip(u->language, t->cues[i].text);
        all = name != NULL;
        if (name && uk_clips_is_guess(u->clips, name))
            names[n++] = name;
        else
            free(name);
    }
    if (all)
        uk_ahead_order(u->ahead, names, n);
    else
        free_names(names, n);
}

void uk_soon_settle(struct unknot *u)
{
    if (!u->ahead)
        return;
    const struct uk_timeline *t = u->timeline;
    int64_t look_ahead = uk_frames_from_ns(UK_LOOK_AHEAD_NS, u->rate);
    int64_t limit = t->sure_frames > look_ahead ? t->sure_frames - look_ahead : 0;
    uk_performer_set_limit(u->performer, uk_soon_is_sure(t) ? INT64_MAX : limit);
    order(u);
}

static int plan_again(struct unknot *u)
{
    struct uk_scene *scene = NULL;
    int64_t where_ns = 0, sure_ns = u->timeline->sure_ns;
    int status = uk_plan(u, &u->session, &u->session.journal, &scene);
    if (!status && !uk_timeline_same_before(u->timeline, uk_scene_timeline(scene), sure_ns, &where_ns))
        status = uk_fail(&u->message, UNKNOT_FAILED, "the plan changed before what was new in it: 'unknot voice build' makes all phrases first");
    if (!status) {
        uk_stage_rehearse(u->stage, scene, uk_performer_tell(u->performer), u->rate, NULL);
        status = uk_put_on(u, scene);
    }
    if (status)
        uk_scene_destroy(scene);
    if (!status)
        status = uk_publish_facts(u);
    uk_planner_warm(u->planner);
    return status;
}

int uk_soon_follow(struct unknot *u)
{
    size_t left = 0;
    if (!u->ahead)
        return UNKNOT_OK;
    const struct uk_timeline *t = u->timeline;
    bool waits = !uk_soon_is_sure(t) && uk_performer_waits(u->performer) && !uk_performer_paused(u->performer);
    u->waits_ns = !waits ? 0 : u->waits_ns ? u->waits_ns : uk_clock_ns();
    uk_clips_guess(u->clips, &left);
    if (uk_soon_is_sure(t)) {
        if (left == 0)
            uk_soon_stop(u);
        return UNKNOT_OK;
    }
    bool near = t->sure_frames - uk_performer_tell(u->performer) < (int64_t)FAR_S * u->rate;
    if (left > 0 && !(near && uk_ahead_news(u->ahead)))
        return UNKNOT_OK;
    return plan_again(u);
}

int uk_soon_finish(struct unknot *u)
{
    if (!u->ahead)
        return UNKNOT_OK;
    uk_clips_only_glance(u->clips, false);
    int status = uk_soon_is_sure(u->timeline) ? UNKNOT_OK : plan_again(u);
    uk_soon_stop(u);
    return status;
}

void uk_soon_stop(struct unknot *u)
{
    if (!u->ahead)
        return;
    uk_ahead_destroy(u->ahead);
    u->ahead = NULL;
    uk_clips_only_glance(u->clips, false);
    uk_performer_set_limit(u->performer, INT64_MAX);
}

char *uk_soon_trouble(const struct unknot *u, char *out, size_t size)
{
    size_t left = 0;
    out[0] = '\0';
    if (!u->ahead || !u->waits_ns || uk_clock_ns() - u->waits_ns < PATIENCE_NS)
        return out;
    uk_clips_guess(u->clips, &left);
    size_t made = uk_ahead_made(u->ahead);
    snprintf(out, size, "waiting for the voice: %zu of %zu new phrases are spoken; 'unknot voice build' makes them beforehand", made,
             made + left);
    return out;
}

int unknot_load_soon(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count)
{
    struct uk_session session;
    int status = uk_read_routine(u, &session, routine, params, count);
    if (status)
        return status;
    session.only_played = true;
    status = uk_ahead_create(&u->ahead, u->clips, &u->message);
    if (status) {
        uk_session_finish(&session);
        return status;
    }
    uk_clips_only_glance(u->clips, true);
    status = uk_take_on(u, &session);
    if (status)
        uk_soon_stop(u);
    return status;
}

int unknot_phrases_left(const struct unknot *u)
{
    size_t left = 0;
    if (u->ahead)
        uk_clips_guess(u->clips, &left);
    return (int)left;
}
