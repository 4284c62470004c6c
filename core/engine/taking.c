#include "taking.h"

#include "../base/time.h"
#include "fitted.h"
#include "foreseen.h"
#include "soon.h"

#include <stdlib.h>

static char *shared_sounds(const struct unknot *u)
{
    return uk_path_join(u->places.data, "audio");
}

int uk_measure(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    struct uk_measuring *x = ctx;
    struct uk_clip *clip = NULL;
    int status = UNKNOT_OK;
    if (kind == UK_CLIP_PHRASE) {
        status = uk_stage_phrase(x->u->clips, x->u->language, name, &clip, m);
    } else if (kind == UK_CLIP_SOURCE) {
        status = uk_clips_get(x->u->clips, UK_CLIP_SOURCE, name, &clip, m);
    } else {
        char *shared = shared_sounds(x->u), *path = NULL;
        status = shared ? uk_stage_find_file(x->session->folder, shared, name, &path, m) : uk_no_memory(m);
        if (!status)
            status = uk_clips_get(x->u->clips, UK_CLIP_FILE, path, &clip, m);
        free(path);
        free(shared);
    }
    if (clip)
        *length_ns = uk_ns_from_frames(clip->frames, x->u->rate);
    return status;
}

/* A note about what the language of the engine has no words for. */
static int note_missing(struct unknot *u, const struct uk_session *s, struct uk_timeline *t)
{
    struct uk_translation missing = {0};
    char text[500];
    int status = uk_language_missing(u->language, t, &s->facts, &s->lengths, &missing, &u->message);
    if (!status && missing.count > 0) {
        uk_language_complain(u->language, &missing, text, sizeof text);
        status = uk_timeline_add_note(t, &(struct uk_note){0, "translation", text});
    }
    uk_translation_finish(&missing);
    return status == UNKNOT_NO_MEMORY ? uk_no_memory(&u->message) : status;
}

int uk_plan(struct unknot *u, struct uk_session *s, const struct uk_journal *journal, struct uk_scene **out)
{
    struct uk_measuring measuring = {u, s};
    struct uk_timeline *timeline = NULL;
    char *shared = shared_sounds(u);
    int status = shared ? uk_session_plan(s, u->planner, journal, u->rate, uk_measure, &measuring, &timeline, &u->message)
                        : uk_no_memory(&u->message);
    int64_t planned_ns = uk_clock_ns();
    if (!status)
        status = note_missing(u, s, timeline);
    if (!status)
        status = uk_stage_scene(u->stage, timeline, u->language, s->folder, shared, u->bus_db, out, &u->message);
    if (status)
        uk_timeline_destroy(timeline);
    free(shared);
    int64_t took_ns = s->plan_ns + uk_clock_ns() - planned_ns;
    /* on a busy machine the next one may take as long as the slowest of the last few */
    u->plan_ns -= u->plan_ns / 8;
    u->plan_ns = took_ns > u->plan_ns ? took_ns : u->plan_ns;
    return status;
}

int uk_put_on(struct unknot *u, struct uk_scene *scene)
{
    int status = uk_stage_publish(u->stage, scene, &u->message);
    if (!status) {
        u->timeline = uk_scene_timeline(scene);
        atomic_store(&u->length_frames, u->timeline->length_frames);
        u->plans++;
        uk_soon_settle(u);
    }
    return status;
}

/* The first plan of a session, with what is known from another time. */
static int plan_first(struct unknot *u, struct uk_session *s, struct uk_scene **out)
{
    int64_t length_ns = 0;
    uk_planner_warm(u->planner);
    uk_foreseen_measure(s, &u->places, u->language, u->clips, u->rate);
    bool wants_fit = !s->fitted, recalled = uk_fitted_recall(s, &u->places, &length_ns);
    int status = uk_plan(u, s, &s->journal, out);
    if (recalled && !status && uk_scene_timeline(*out)->length_ns != length_ns) {
        uk_scene_destroy(*out);
        *out = NULL;
        recalled = s->fitted = false;
        s->fit = UK_FIT_AS_WRITTEN;
        status = uk_plan(u, s, &s->journal, out);
    }
    if (status)
        return status;
    uk_foreseen_keep(s, &u->places);
    if (wants_fit && !recalled && uk_soon_is_sure(uk_scene_timeline(*out)))
        uk_fitted_keep(s, &u->places, uk_scene_timeline(*out)->length_ns);
    return status;
}

int uk_take_on(struct unknot *u, struct uk_session *session)
{
    struct uk_scene *scene = NULL;
    int status = plan_first(u, session, &scene);
    if (!status)
        status = uk_put_on(u, scene);
    if (status) {
        uk_scene_destroy(scene);
        uk_session_finish(session);
        return status;
    }
    uk_session_finish(&u->session);
    u->session = *session;
    u->pressed_ns = INT64_MAX;
    uk_keeper_destroy(u->keeper);
    u->keeper = NULL;
    u->news = (struct uk_news){.seeks = atomic_load(&u->seeks)};
    atomic_store(&u->goal, 0); /* a new player takes the last seek for one of its own */
    uk_stage_seek(u->stage, 0, false);
    return uk_publish_facts(u);
}

int uk_read_routine(struct unknot *u, struct uk_session *session, const char *routine, const struct unknot_param *params, size_t count)
{
    uk_decoder_start(u->decoder);
    int status = uk_session_init(session, &u->places, routine, params, count, &u->message);
    if (!status)
        uk_soon_stop(u);
    return status;
}
