#include "clips.h"

#include "source_host.h"

#include "../base/mutex.h"
#include "../base/text.h"
#include "../sound/source.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 256

struct entry {
    struct entry *next;
    enum uk_clip_kind kind;
    char *name;              /* as it was asked for */
    struct uk_clip *clip;    /* NULL: nobody has said it, or `instead` stands for it */
    struct uk_clip *instead; /* a tone; owned by its own entry */
    struct uk_source_host *source; /* of UK_CLIP_SOURCE: what makes it */
    bool guess;              /* somebody may still say it */
    char by[64], why[256];
    uint32_t used;    /* the round in which a scene was last found to have it */
    uint32_t *wanted; /* for each piece of `clip`: the round in which it was last found to be needed */
};

struct uk_clips {
    struct uk_decoder *decoder;
    const struct uk_places *places;
    uint32_t rate;
    uint32_t round;
    atomic_bool only_glance;
    pthread_mutex_t lock; /* of everything here; never taken by a read */
    struct entry *buckets[BUCKETS];
};

int uk_clips_create(struct uk_clips **out, struct uk_decoder *decoder, const struct uk_places *places, uint32_t rate, struct uk_message *m)
{
    struct uk_clips *c = calloc(1, sizeof *c);
    if (!c)
        return uk_no_memory(m);
    c->decoder = decoder;
    c->places = places;
    c->rate = rate;
    uk_mutex_init(&c->lock);
    *out = c;
    return UNKNOT_OK;
}

static void free_entry(struct entry *e)
{
    uk_clip_destroy(e->clip);
    uk_source_host_close(e->source);
    free(e->wanted);
    free(e->name);
    free(e);
}

void uk_clips_destroy(struct uk_clips *c)
{
    if (!c)
        return;
    for (int i = 0; i < BUCKETS; i++) {
        for (struct entry *e = c->buckets[i], *next; e; e = next) {
            next = e->next;
            free_entry(e);
        }
    }
    pthread_mutex_destroy(&c->lock);
    free(c);
}

static struct entry **bucket(struct uk_clips *c, enum uk_clip_kind kind, const char *name)
{
    return &c->buckets[uk_text_hash(UK_HASH_START + kind, name, strlen(name)) % BUCKETS];
}

static struct entry *find(struct uk_clips *c, enum uk_clip_kind kind, const char *name)
{
    for (struct entry *e = *bucket(c, kind, name); e; e = e->next)
        if (e->kind == kind && strcmp(e->name, name) == 0)
            return e;
    return NULL;
}

/* The entry of that name, a new one if there is none. NULL: no memory. */
static struct entry *place(struct uk_clips *c, enum uk_clip_kind kind, const char *name)
{
    struct entry *e = find(c, kind, name);
    if (e)
        return e;
    e = calloc(1, sizeof *e);
    char *copy = strdup(name);
    if (!e || !copy) {
        free(e);
        free(copy);
        return NULL;
    }
    struct entry **at = bucket(c, kind, name);
    *e = (struct entry){.next = *at, .kind = kind, .name = copy};
    *at = e;
    return e;
}

static struct uk_clip *sound_of(const struct entry *e)
{
    return e->clip ? e->clip : e->instead;
}

/* Puts what was measured into the entry of that name, unless another thread was quicker. UNKNOT_NO_MEMORY. */
static int fill(struct uk_clips *c, enum uk_clip_kind kind, const char *name, const struct uk_measured *x, struct uk_clip **out)
{
    pthread_mutex_lock(&c->lock);
    struct entry *e = place(c, kind, name);
    if (e && !e->clip) {
        e->clip = uk_clip_create(kind, name, x->channels, x->frames);
        e->wanted = e->clip ? calloc((size_t)e->clip->piece_count + 1, sizeof *e->wanted) : NULL;
        if (!e->wanted) {
            uk_clip_destroy(e->clip);
            e->clip = NULL;
            e = NULL;
        } else {
            e->guess = false;
            memcpy(e->by, x->by, sizeof e->by);
            memcpy(e->why, x->why, sizeof e->why);
        }
    }
    *out = e ? sound_of(e) : NULL;
    pthread_mutex_unlock(&c->lock);
    return *out ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

/* A tone stands for the phrase: for good, or until it is said. */
static int fill_instead(struct uk_clips *c, const char *name, bool guess, const char *why, struct uk_clip **out, struct uk_message *m)
{
    const char *tab = strchr(name, '\t');
    char *tone = uk_text_format("\t%s", tab ? tab + 1 : name);
    struct uk_clip *clip = NULL;
    int status = tone ? uk_clips_get(c, UK_CLIP_PHRASE, tone, &clip, m) : uk_no_memory(m);
    free(tone);
    if (status)
        return status;
    pthread_mutex_lock(&c->lock);
    struct entry *e = place(c, UK_CLIP_PHRASE, name);
    if (e && !e->clip) {
        e->instead = clip;
        e->guess = guess;
        snprintf(e->why, sizeof e->why, "%s", why);
    }
    *out = e ? sound_of(e) : NULL;
    pthread_mutex_unlock(&c->lock);
    return e ? UNKNOT_OK : uk_no_memory(m);
}

/* A sound that a plugin makes. */
static int open_source(struct uk_clips *c, const char *name, struct uk_clip **out, struct uk_message *m)
{
    const struct uk_measured endless = {.channels = 2};
    struct uk_source_host *h;
    int status = uk_source_host_open(&h, c->places, name, c->rate, m);
    if (status)
        return status;
    status = fill(c, UK_CLIP_SOURCE, name, &endless, out);
    pthread_mutex_lock(&c->lock);
    struct entry *e = status ? NULL : find(c, UK_CLIP_SOURCE, name);
    if (e && !e->source) {
        e->source = h;
        e->clip->maker = uk_source_host_maker(h);
        h = NULL; /* else another thread was quicker */
    }
    pthread_mutex_unlock(&c->lock);
    uk_source_host_close(h);
    return status ? uk_no_memory(m) : status;
}

/* What is known of a sound without asking; NULL: nothing. */
static struct uk_clip *known(struct uk_clips *c, enum uk_clip_kind kind, const char *name, bool *guess)
{
    pthread_mutex_lock(&c->lock);
    struct entry *e = find(c, kind, name);
    struct uk_clip *clip = e ? sound_of(e) : NULL;
    *guess = e && e->guess;
    pthread_mutex_unlock(&c->lock);
    return clip;
}

static int ask(struct uk_clips *c, enum uk_clip_kind kind, const char *name, bool at_hand, struct uk_clip **out, struct uk_message *m)
{
    struct uk_measured x;
    struct uk_message why;
    if (kind == UK_CLIP_SOURCE)
        return open_source(c, name, out, m);
    /* speaking a new phrase takes a while: the sounds of what plays now must not wait for it */
    int status = uk_decoder_ask(c->decoder, kind, name, at_hand, &x, &why);
    if (status == UNKNOT_NO_VOICE && kind == UK_CLIP_PHRASE && *name != '\t')
        return fill_instead(c, name, false, why.text, out, m);
    if (status)
        return uk_fail(m, status, "%s", why.text);
    if (!x.made) {
        status = fill_instead(c, name, true, "", out, m);
        return status ? status : UK_GUESSED;
    }
    status = fill(c, kind, name, &x, out);
    return status ? uk_no_memory(m) : status;
}

int uk_clips_get(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m)
{
    bool guess;
    *out = known(c, kind, name, &guess);
    return *out && !guess ? UNKNOT_OK : ask(c, kind, name, false, out, m);
}

int uk_clips_glance(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m)
{
    bool guess;
    *out = known(c, kind, name, &guess);
    if (*out)
        return guess ? UK_GUESSED : UNKNOT_OK;
    return ask(c, kind, name, kind == UK_CLIP_PHRASE, out, m);
}

int uk_clips_find(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m)
{
    return atomic_load(&c->only_glance) ? uk_clips_glance(c, kind, name, out, m) : uk_clips_get(c, kind, name, out, m);
}

void uk_clips_foresee(struct uk_clips *c, const char *const *names, size_t count)
{
    const char **unknown = calloc(count + 1, sizeof *unknown);
    struct uk_measured *x = calloc(count + 1, sizeof *x);
    struct uk_clip *clip;
    size_t n = 0;
    bool guess;
    for (size_t i = 0; unknown && x && i < count; i++)
        if (!known(c, UK_CLIP_PHRASE, names[i], &guess))
            unknown[n++] = names[i];
    if (n > 0)
        uk_decoder_glance(c->decoder, unknown, n, x);
    for (size_t i = 0; i < n; i++)
        if (x[i].made)
            fill(c, UK_CLIP_PHRASE, unknown[i], &x[i], &clip);
    free(unknown);
    free(x);
}

void uk_clips_only_glance(struct uk_clips *c, bool on)
{
    atomic_store(&c->only_glance, on);
}

void uk_clips_give_up(struct uk_clips *c, const char *name, const char *why)
{
    pthread_mutex_lock(&c->lock);
    struct entry *e = find(c, UK_CLIP_PHRASE, name);
    if (e && e->guess) {
        e->guess = false;
        snprintf(e->why, sizeof e->why, "%s", why);
    }
    pthread_mutex_unlock(&c->lock);
}

bool uk_clips_is_guess(struct uk_clips *c, const char *name)
{
    bool guess;
    known(c, UK_CLIP_PHRASE, name, &guess);
    return guess;
}

const char *uk_clips_guess(struct uk_clips *c, size_t *count)
{
    const char *name = NULL;
    *count = 0;
    pthread_mutex_lock(&c->lock);
    for (int i = 0; i < BUCKETS; i++) {
        for (struct entry *e = c->buckets[i]; e; e = e->next) {
            name = e->guess ? e->name : name;
            *count += e->guess;
        }
    }
    pthread_mutex_unlock(&c->lock);
    return name;
}

bool uk_clips_said(struct uk_clips *c, const char *name, const char **by, const char **why)
{
    pthread_mutex_lock(&c->lock);
    struct entry *e = find(c, UK_CLIP_PHRASE, name);
    bool made = e && !e->guess;
    pthread_mutex_unlock(&c->lock);
    if (made) {
        *by = e->by;
        *why = e->why;
    }
    return made;
}

/* Frames of a clip. */
struct stretch {
    int64_t from, to;
};

/* A loop that is at `place` of its round: what sounds over `length` frames, and at the seam the other end of the clip too. */
static int stretches_of_loop(const struct uk_clip *clip, int64_t round, int64_t place, int64_t length, struct stretch out[2])
{
    int64_t end = place + length < clip->frames ? place + length : clip->frames;
    if (length >= round / 2) {
        out[0] = (struct stretch){0, clip->frames};
        return 1;
    }
    out[0] = (struct stretch){place, end};
    if (place < clip->frames - round)
        out[1] = (struct stretch){round, clip->frames};
    else if (place + length > round)
        out[1] = (struct stretch){0, place + length - round};
    else
        return 1;
    return 2;
}

/* The frames of its clip that cue `i` sounds in [from, to): up to two stretches, none when they are out of reach of each other. */
static int stretches_of(const struct uk_clips *c, const struct uk_scene *scene, uint32_t i, int64_t from, int64_t to,
                        struct stretch out[2])
{
    const struct uk_cue *cue = &uk_scene_timeline(scene)->cues[i];
    const struct uk_clip *clip = uk_scene_clip(scene, i);
    int64_t begin = from > cue->at_frames ? from - cue->at_frames : 0;
    int64_t last = cue->length_frames + UK_QUANTUM; /* the last quantum is read whole, even of a cue that was cut short */
    int64_t end = to - cue->at_frames < last ? to - cue->at_frames : last;
    if (!clip || begin >= end)
        return 0;
    int64_t round = cue->kind == UK_LOOP ? uk_loop_round(clip, c->rate) : 0;
    if (round > 0)
        return stretches_of_loop(clip, round, begin % round, end - begin, out);
    out[0] = (struct stretch){begin, end < clip->frames ? end : clip->frames};
    return out[0].from < out[0].to;
}

static int load_piece(struct uk_clips *c, struct uk_clip *clip, int32_t index, struct uk_message *m)
{
    if (atomic_load_explicit(&clip->pieces[index], memory_order_acquire))
        return UNKNOT_OK;
    int32_t frames = uk_clip_piece_frames(clip, index);
    int16_t *piece = malloc((size_t)frames * (size_t)clip->channels * sizeof *piece);
    if (!piece)
        return uk_no_memory(m);
    int status = uk_decoder_load(c->decoder, clip->kind, clip->name, clip->channels, (int64_t)index * UK_PIECE_FRAMES, frames,
                                 piece, m);
    if (status) {
        free(piece);
        return status;
    }
    int16_t *none = NULL;
    if (!atomic_compare_exchange_strong(&clip->pieces[index], &none, piece))
        free(piece); /* another thread was quicker */
    return UNKNOT_OK;
}

static int load_stretch(struct uk_clips *c, struct uk_clip *clip, struct stretch s, struct uk_message *m)
{
    int result = UNKNOT_OK;
    for (int64_t k = s.from / UK_PIECE_FRAMES; k * UK_PIECE_FRAMES < s.to; k++) {
        int status = load_piece(c, clip, (int32_t)k, m);
        result = status ? status : result; /* the others shall sound all the same */
    }
    return result;
}

int uk_clips_prepare(struct uk_clips *c, const struct uk_scene *scene, int64_t from, int64_t to, struct uk_message *m)
{
    const struct uk_timeline *t = uk_scene_timeline(scene);
    int result = UNKNOT_OK;
    struct stretch s[2];
    for (uint32_t i = 0; i < t->cue_count && t->cues[i].at_frames < to; i++) {
        for (int n = stretches_of(c, scene, i, from, to, s); n > 0; n--) {
            int status = load_stretch(c, uk_scene_clip(scene, i), s[n - 1], m);
            result = status ? status : result;
        }
    }
    return result;
}

static void want(struct uk_clips *c, const struct uk_scene *scene, int64_t from, int64_t to)
{
    const struct uk_timeline *t = uk_scene_timeline(scene);
    struct stretch s[2];
    for (uint32_t i = 0; i < t->cue_count && t->cues[i].at_frames < to; i++) {
        const struct uk_clip *clip = uk_scene_clip(scene, i);
        struct entry *e = clip ? find(c, clip->kind, clip->name) : NULL;
        for (int n = e ? stretches_of(c, scene, i, from, to, s) : 0; n > 0; n--)
            for (int64_t k = s[n - 1].from / UK_PIECE_FRAMES; k * UK_PIECE_FRAMES < s[n - 1].to; k++)
                e->wanted[k] = c->round;
    }
}

size_t uk_clips_drop(struct uk_clips *c, const struct uk_scene *scene, struct uk_performer *performer, const int64_t *positions,
                     size_t count)
{
    int16_t *dropped[64];
    size_t n = 0;
    pthread_mutex_lock(&c->lock);
    c->round++;
    for (size_t i = 0; count > 0 && i <= count; i++) {
        int64_t at = i < count ? positions[i] : uk_performer_tell(performer); /* it may have got on while this waited */
        want(c, scene, at - (int64_t)UK_KEEP_BEFORE_S * c->rate, at + (int64_t)UK_KEEP_AFTER_S * c->rate);
    }
    for (int b = 0; b < BUCKETS; b++)
        for (struct entry *e = c->buckets[b]; e; e = e->next)
            for (int32_t k = 0; e->clip && k < e->clip->piece_count && n < sizeof dropped / sizeof *dropped; k++)
                if (e->wanted[k] != c->round && (dropped[n] = atomic_exchange(&e->clip->pieces[k], NULL)))
                    n++;
    pthread_mutex_unlock(&c->lock);
    if (n > 0)
        uk_performer_quiesce(performer);
    for (size_t i = 0; i < n; i++)
        free(dropped[i]);
    return n;
}

/* Marks what the scene has; a tone is had by the phrase that it stands for too. */
static void mark_used(struct uk_clips *c, const struct uk_scene *scene)
{
    for (uint32_t i = 0; i < uk_scene_timeline(scene)->cue_count; i++) {
        const struct uk_clip *clip = uk_scene_clip(scene, i);
        struct entry *e = clip ? find(c, clip->kind, clip->name) : NULL;
        if (e)
            e->used = c->round;
    }
    for (int b = 0; b < BUCKETS; b++)
        for (struct entry *e = c->buckets[b]; e; e = e->next) {
            struct entry *tone = e->instead ? find(c, e->instead->kind, e->instead->name) : NULL;
            if (tone && tone->used == c->round && !e->clip)
                e->used = c->round;
            else if (e->clip)
                e->instead = NULL;
        }
}

void uk_clips_forget(struct uk_clips *c, const struct uk_scene *scene)
{
    pthread_mutex_lock(&c->lock);
    c->round++;
    mark_used(c, scene);
    for (int b = 0; b < BUCKETS; b++)
        for (struct entry **at = &c->buckets[b], *e; (e = *at);) {
            if (e->used == c->round) {
                at = &e->next;
                continue;
            }
            *at = e->next;
            free_entry(e);
        }
    pthread_mutex_unlock(&c->lock);
}
