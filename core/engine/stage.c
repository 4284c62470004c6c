#include "stage.h"

#include "../base/mutex.h"
#include "../base/path.h"
#include "../base/text.h"

#include <dirent.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* A scene and how many threads look at it. */
struct held {
    struct uk_scene *scene;
    unsigned users;
    bool retired;
};

struct uk_stage {
    struct uk_clips *clips;
    struct uk_performer *performer;
    uint32_t rate;
    pthread_mutex_t lock; /* of all below; never taken by a read */
    struct held *on;
    unsigned retired;             /* scenes that are off and still looked at */
    bool rehearsed;               /* another scene is about to come on: what it needs is not known here */
    int64_t ready_from, ready_to; /* all of it is in memory */
    int64_t goal;                 /* of the last seek: its surroundings are kept until the performer is there */
    struct uk_message message;
};

int uk_stage_create(struct uk_stage **out, struct uk_clips *clips, struct uk_performer *performer, uint32_t rate,
                    struct uk_message *m)
{
    struct uk_stage *s = calloc(1, sizeof *s);
    if (!s)
        return uk_no_memory(m);
    s->clips = clips;
    s->performer = performer;
    s->rate = rate;
    uk_mutex_init(&s->lock);
    *out = s;
    return UNKNOT_OK;
}

void uk_stage_destroy(struct uk_stage *s)
{
    if (!s)
        return;
    uk_performer_publish(s->performer, NULL);
    if (s->on)
        uk_scene_destroy(s->on->scene);
    free(s->on);
    pthread_mutex_destroy(&s->lock);
    free(s);
}

static struct held *hold(struct uk_stage *s)
{
    pthread_mutex_lock(&s->lock);
    struct held *h = s->on;
    if (h)
        h->users++;
    pthread_mutex_unlock(&s->lock);
    return h;
}

static void release(struct uk_stage *s, struct held *h)
{
    pthread_mutex_lock(&s->lock);
    bool last = --h->users == 0 && h->retired;
    s->retired -= last;
    pthread_mutex_unlock(&s->lock);
    if (last) {
        uk_scene_destroy(h->scene);
        free(h);
    }
}

/* ---- sound files ---- */

static int nearest_file(const char *folder, const char *name, struct uk_message *m)
{
    char *names[257] = {0};
    size_t n = 0;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && n < 256 && (e = readdir(d));)
        if (e->d_name[0] != '.' && (names[n] = strdup(e->d_name)))
            n++;
    if (d)
        closedir(d);
    const char *near = uk_text_nearest(name, (const char *const *)names);
    int status = near ? uk_fail(m, UNKNOT_NOT_FOUND, "no sound file '%s' in '%s' (did you mean '%s'?)", name, folder, near)
                      : uk_fail(m, UNKNOT_NOT_FOUND, "no sound file '%s' in '%s': put it beside the routine", name, folder);
    while (n > 0)
        free(names[--n]);
    return status;
}

static bool leads_out(const char *name)
{
    if (name[0] == '/')
        return true;
    for (const char *p = name; (p = strstr(p, "..")); p += 2)
        if ((p == name || p[-1] == '/') && (p[2] == '/' || p[2] == '\0'))
            return true;
    return false;
}

int uk_stage_find_file(const char *folder, const char *shared, const char *name, char **path, struct uk_message *m)
{
    if (leads_out(name))
        return uk_fail(m, UNKNOT_NOT_FOUND, "the sound file '%s' is outside the routine's folder: put it beside the routine", name);
    const char *const folders[] = {folder, shared};
    for (int i = 0; i < 2; i++) {
        *path = uk_path_join(folders[i], name);
        if (!*path)
            return uk_no_memory(m);
        if (uk_path_is_file(*path))
            return UNKNOT_OK;
        free(*path);
        *path = NULL;
    }
    return nearest_file(folder, name, m);
}

int uk_stage_phrase(struct uk_clips *clips, const struct uk_language *language, const char *text, struct uk_clip **clip,
                    struct uk_message *m)
{
    char *name = uk_language_clip(language, text);
    int status = name ? uk_clips_find(clips, UK_CLIP_PHRASE, name, clip, m) : uk_no_memory(m);
    free(name);
    return status;
}

static int clip_of(struct uk_stage *s, const struct uk_cue *cue, const struct uk_language *language, const char *folder,
                   const char *shared, struct uk_clip **clip, struct uk_message *m)
{
    int status;
    if (cue->kind == UK_PHRASE) {
        status = uk_stage_phrase(s->clips, language, cue->text, clip, m);
        return status == UK_GUESSED ? UNKNOT_OK : status; /* it is not heard before it is said */
    }
    if (cue->kind == UK_SOURCE)
        return uk_clips_get(s->clips, UK_CLIP_SOURCE, cue->file, clip, m);
    if (cue->kind != UK_CLIP && cue->kind != UK_LOOP)
        return UNKNOT_OK;
    char *path;
    status = uk_stage_find_file(folder, shared, cue->file, &path, m);
    if (!status) {
        status = uk_clips_get(s->clips, UK_CLIP_FILE, path, clip, m);
        free(path);
    }
    return status;
}

int uk_stage_scene(struct uk_stage *s, struct uk_timeline *timeline, const struct uk_language *language, const char *folder,
                   const char *shared, const double *bus_db, struct uk_scene **out, struct uk_message *m)
{
    struct uk_clip **clips = calloc((size_t)timeline->cue_count + 1, sizeof *clips);
    int status = clips ? UNKNOT_OK : uk_no_memory(m);
    for (uint32_t i = 0; !status && i < timeline->cue_count; i++)
        status = clip_of(s, &timeline->cues[i], language, folder, shared, &clips[i], m);
    if (!status)
        status = uk_scene_create(out, timeline, clips, bus_db, m);
    free(clips);
    return status;
}

static void set_rehearsed(struct uk_stage *s, bool is)
{
    pthread_mutex_lock(&s->lock);
    s->rehearsed = is;
    pthread_mutex_unlock(&s->lock);
}

int uk_stage_rehearse(struct uk_stage *s, const struct uk_scene *scene, int64_t at, int64_t frames, struct uk_message *m)
{
    set_rehearsed(s, true);
    return uk_clips_prepare(s->clips, scene, at - UK_READ_AROUND_FRAMES, at + frames + UK_READ_AROUND_FRAMES, m);
}

void uk_stage_dismiss(struct uk_stage *s)
{
    set_rehearsed(s, false);
}

int uk_stage_publish(struct uk_stage *s, struct uk_scene *scene, struct uk_message *m)
{
    struct held *h = calloc(1, sizeof *h);
    if (!h) {
        uk_stage_dismiss(s);
        return uk_no_memory(m);
    }
    h->scene = scene;
    pthread_mutex_lock(&s->lock);
    struct held *before = s->on;
    s->on = h;
    s->rehearsed = false;
    s->ready_from = s->ready_to = 0;
    uk_performer_publish(s->performer, scene);
    bool unused = before && before->users == 0;
    if (before)
        before->retired = true;
    s->retired += before && !unused;
    pthread_mutex_unlock(&s->lock);
    if (unused) {
        uk_scene_destroy(before->scene);
        free(before);
    }
    return UNKNOT_OK;
}

void uk_stage_forget(struct uk_stage *s)
{
    pthread_mutex_lock(&s->lock);
    if (s->on && s->retired == 0) {
        uk_clips_forget(s->clips, s->on->scene);
        s->ready_from = s->ready_to = 0;
        while (uk_clips_drop(s->clips, s->on->scene, s->performer, NULL, 0) > 0)
            ;
    }
    pthread_mutex_unlock(&s->lock);
}

/* ---- preparing ---- */

#define STEP_S 2 /* at most prepared at a time: few scans of the timeline, and no long wait for anybody */

static bool ready(struct uk_stage *s, int64_t from, int64_t to)
{
    pthread_mutex_lock(&s->lock);
    bool is = from >= s->ready_from && to <= s->ready_to;
    pthread_mutex_unlock(&s->lock);
    return is;
}

/* Notes [from, to) as ready, together with what adjoins it, and forgets what may be dropped. */
static void note_ready(struct uk_stage *s, const struct held *h, int64_t from, int64_t to)
{
    pthread_mutex_lock(&s->lock);
    if (h == s->on) {
        bool adjoins = from <= s->ready_to && to >= s->ready_from;
        s->ready_from = adjoins && s->ready_from < from ? s->ready_from : from;
        s->ready_to = adjoins && s->ready_to > to ? s->ready_to : to;
        int64_t oldest = uk_performer_tell(s->performer) - s->rate;
        if (s->ready_from < oldest && s->ready_to > oldest)
            s->ready_from = oldest;
    }
    pthread_mutex_unlock(&s->lock);
}

/* How far, from `from` on, all is kept around the positions. */
static int64_t kept_until(const struct uk_stage *s, int64_t from, const int64_t *positions, size_t count)
{
    int64_t end = from;
    for (bool grows = true; grows;) {
        grows = false;
        for (size_t i = 0; i < count; i++) {
            int64_t last = positions[i] + (int64_t)UK_KEEP_AFTER_S * s->rate;
            if (positions[i] - (int64_t)UK_KEEP_BEFORE_S * s->rate <= end && last > end) {
                end = last;
                grows = true;
            }
        }
    }
    return end;
}

/* Gives back what is far from where anybody reads; a reader that is faster than any clock may get there meanwhile. Under the lock, so that
 * no other scene comes on before it is done. */
static void tidy(struct uk_stage *s, const struct held *h, int64_t at)
{
    int64_t positions[] = {uk_performer_tell(s->performer), s->goal, at};
    const size_t count = sizeof positions / sizeof *positions;
    int64_t last = kept_until(s, s->ready_from, positions, count);
    if (s->ready_to > last)
        s->ready_to = last;
    uk_clips_drop(s->clips, h->scene, s->performer, positions, count);
}

/* Of what was asked for at `at`. */
static int bring_in(struct uk_stage *s, struct held *h, int64_t at, int64_t from, int64_t to)
{
    struct uk_message m;
    int status = uk_clips_prepare(s->clips, h->scene, from - UK_READ_AROUND_FRAMES, to + UK_READ_AROUND_FRAMES, &m);
    note_ready(s, h, from, to);
    pthread_mutex_lock(&s->lock);
    if (status)
        s->message = m;
    if (h == s->on && !s->rehearsed)
        tidy(s, h, at);
    pthread_mutex_unlock(&s->lock);
    return status;
}

/* In steps that begin with `step` and grow: the nearest is needed first. */
static int prepare(struct uk_stage *s, int64_t at, int64_t frames, int64_t step)
{
    if (frames <= 0 || ready(s, at, at + frames))
        return UNKNOT_OK;
    struct held *h = hold(s);
    if (!h)
        return UNKNOT_OK;
    int64_t length = uk_scene_timeline(h->scene)->length_frames, most = (int64_t)UK_KEEP_AFTER_S * s->rate;
    int64_t to = at + (frames < most ? frames : most);
    int status = UNKNOT_OK;
    if (to > length)
        to = length;
    pthread_mutex_lock(&s->lock);
    int64_t from = at >= s->ready_from && at < s->ready_to ? s->ready_to : at; /* only what is missing */
    pthread_mutex_unlock(&s->lock);
    while (from < to) {
        int result = bring_in(s, h, at, from, from + step);
        status = result ? result : status;
        from += step;
        step = step < (int64_t)STEP_S * s->rate / 2 ? step * 2 : (int64_t)STEP_S * s->rate;
    }
    release(s, h);
    return status;
}

int uk_stage_prepare(struct uk_stage *s, int64_t at, int64_t frames)
{
    int64_t most = (int64_t)STEP_S * s->rate;
    return prepare(s, at, frames, frames > most ? s->rate / 2 : most);
}

void uk_stage_message(struct uk_stage *s, char *out, size_t size)
{
    if (size == 0)
        return;
    pthread_mutex_lock(&s->lock);
    size_t n = strnlen(s->message.text, size - 1);
    memcpy(out, s->message.text, n);
    pthread_mutex_unlock(&s->lock);
    out[n] = '\0';
}

void uk_stage_seek(struct uk_stage *s, int64_t frame, bool smooth)
{
    pthread_mutex_lock(&s->lock);
    s->goal = frame;
    pthread_mutex_unlock(&s->lock);
    prepare(s, frame, s->rate / 2, s->rate / 2); /* no more: somebody waits for the first sound */
    uk_performer_seek(s->performer, frame, smooth);
}
