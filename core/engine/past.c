/* Past sessions: replayed, gone on with, and routines that are edited while they play. */
#include "engine.h"
#include "taking.h"

#include "../base/time.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define LARGEST_SESSION (4 << 20)

/* A session goes on in its own language, whatever the engine was opened with. */
static int load_diary(struct unknot *u, const struct uk_diary *diary, const char *name)
{
    struct uk_session session;
    struct uk_language *before = u->language, *now;
    if (diary->rate != u->rate)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "'%s' was played at %u frames a second: open it with that rate", name,
                       diary->rate);
    uk_decoder_start(u->decoder);
    int status = uk_language_create(&now, &u->places, diary->language, &u->message);
    if (status)
        return status;
    u->language = now;
    status = uk_session_from_diary(&session, diary, &u->message);
    if (!status)
        status = uk_take_on(u, &session);
    if (status) {
        u->language = before;
        uk_publish_facts(u);
    }
    uk_language_destroy(status ? now : before);
    return status;
}

int unknot_replay(struct unknot *u, const char *path)
{
    struct uk_diary diary = {0};
    char *text = NULL;
    size_t n;
    int status = uk_path_read(path, LARGEST_SESSION, &text, &n, &u->message);
    if (!status)
        status = uk_diary_parse(&diary, text, n, path, &u->message);
    free(text);
    if (!status)
        status = load_diary(u, &diary, path);
    uk_diary_finish(&diary);
    return status;
}

/* Seconds since the file was written to. */
static double age_s(const char *path)
{
    struct stat s;
    double age = stat(path, &s) == 0 ? difftime(time(NULL), s.st_mtime) : 0;
    double most = (double)(UK_LAST_NS / UK_NS_PER_S);
    return age < 0 ? 0 : age > most ? most : age;
}

int unknot_past_sessions(const struct unknot *u)
{
    char *folder = uk_path_join(u->places.state, "sessions");
    int n = folder ? uk_keeper_count(folder) : 0;
    free(folder);
    return n;
}

int unknot_resume(struct unknot *u)
{
    struct uk_diary diary = {0};
    char *path = NULL, *folder = uk_path_join(u->places.state, "sessions");
    int status = folder ? uk_keeper_unfinished(folder, &path, &diary, &u->message) : uk_no_memory(&u->message);
    free(folder);
    if (!status)
        status = load_diary(u, &diary, path);
    if (!status) {
        double gone_s = age_s(path);
        int64_t position_ns = diary.position_ns;
        if (diary.journal.count && diary.journal.entries[diary.journal.count - 1].at_ns > position_ns)
            position_ns = diary.journal.entries[diary.journal.count - 1].at_ns;
        unknot_seek(u, uk_frames_from_ns(position_ns, u->rate), UNKNOT_EXACT);
        status = uk_keeper_create(&u->keeper, NULL, path, NULL, &u->message);
        /* a routine that is over, or knows no way back, just goes on */
        if (!status && unknot_press(u, "resumed", gone_s < 1 ? 1 : gone_s) != UNKNOT_OK)
            u->message.text[0] = '\0';
    }
    free(path);
    uk_diary_finish(&diary);
    return status;
}

/* ---- edited while it plays ---- */

/* A place in a routine that outlasts a change of it: so far into the n-th step of that title. */
struct place {
    const char *title; /* NULL: before the first step */
    unsigned number;
    int64_t into_frames;
};

static struct place place_at(const struct uk_timeline *t, int64_t frame)
{
    struct place p = {.into_frames = frame};
    for (uint32_t i = 0; i < t->mark_count && t->marks[i].at_frames <= frame; i++) {
        if (t->marks[i].level != 1)
            continue;
        p = (struct place){t->marks[i].title, 0, frame - t->marks[i].at_frames};
        for (uint32_t k = 0; k < i; k++)
            p.number += t->marks[k].level == 1 && strcmp(t->marks[k].title, p.title) == 0;
    }
    return p;
}

/* The frame of a place in another plan: at the end of its step when that is shorter now, at `otherwise` when there is no such step. */
static int64_t frame_of(const struct uk_timeline *t, struct place p, int64_t otherwise)
{
    int64_t start = p.title ? -1 : 0, end = t->length_frames;
    for (uint32_t i = 0; i < t->mark_count; i++) {
        if (t->marks[i].level != 1)
            continue;
        if (start >= 0) {
            end = t->marks[i].at_frames;
            break;
        }
        if (strcmp(t->marks[i].title, p.title) == 0 && p.number-- == 0)
            start = t->marks[i].at_frames;
    }
    if (start < 0)
        return otherwise < t->length_frames ? otherwise : t->length_frames;
    return start + p.into_frames < end ? start + p.into_frames : end;
}

int unknot_reload(struct unknot *u)
{
    struct uk_session again;
    struct uk_scene *scene = NULL;
    if (!u->timeline)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "no routine is loaded");
    int status = uk_session_reread(&u->session, &again, &u->message);
    if (status)
        return status;
    uk_planner_cool(u->planner); /* the library may have changed too */
    status = uk_plan(u, &again, &again.journal, &scene);
    uk_planner_warm(u->planner);
    if (status) {
        uk_session_finish(&again);
        return status;
    }
    const struct uk_timeline *t = uk_scene_timeline(scene);
    int64_t tell = uk_performer_tell(u->performer), where_ns;
    int64_t goal = frame_of(t, place_at(u->timeline, tell), tell);
    /* what is the same up to a moment from now goes on without a seam */
    bool same = uk_timeline_same_before(u->timeline, t, uk_ns_from_frames(tell, u->rate) + 2 * UK_LOOK_AHEAD_NS, &where_ns);
    uk_stage_rehearse(u->stage, scene, same ? tell : goal, u->rate, NULL);
    status = uk_put_on(u, scene);
    if (status) {
        uk_scene_destroy(scene);
        uk_session_finish(&again);
        return status;
    }
    uk_session_finish(&u->session);
    u->session = again;
    if (!same)
        unknot_seek(u, goal, UNKNOT_SMOOTH);
    return uk_publish_facts(u);
}
