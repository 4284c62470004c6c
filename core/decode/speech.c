#include "speech.h"

#include "chain.h"
#include "resample.h"

#include "../base/text.h"
#include "../sound/clip.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One request for a phrase. */
struct job {
    struct uk_workshop *w;
    const char *text; /* as it was asked for */
    struct uk_phrase phrase;
    uint32_t rate; /* the voice's */
    struct uk_key key;
    char *path;   /* in the cache */
    char *origin; /* what the file must say that it was made from */
};

static int start(struct job *j, struct uk_workshop *w, const char *text, struct uk_message *m)
{
    const char *identity;
    *j = (struct job){.w = w, .text = text};
    int status = uk_phrase_init(&j->phrase, text, UK_SPEECH_BREAK_S, m);
    if (status == UNKNOT_OK)
        status = uk_voice_about(w->voice, &identity, &j->rate, m);
    if (status != UNKNOT_OK)
        return status;
    j->origin = uk_text_format("%s; chain %d", identity, UK_CHAIN_VERSION);
    if (!j->origin)
        return uk_no_memory(m);
    j->key = uk_key_start("unknot phrase 1");
    uk_key_add_text(&j->key, j->origin);
    uk_key_add_number(&j->key, j->rate);
    uk_key_add_text(&j->key, j->phrase.text);
    j->path = uk_cache_path(w->cache, "voice", &j->key, "flac");
    return j->path ? UNKNOT_OK : uk_no_memory(m);
}

static void finish(struct job *j)
{
    uk_phrase_finish(&j->phrase);
    free(j->path);
    free(j->origin);
}

/* The cached file of exactly this phrase, NULL: none. */
static struct uk_sound_file *open_cached(const struct job *j)
{
    struct uk_sound_file *s;
    int fd = uk_cache_open(j->path);
    if (fd < 0 || uk_sound_file_open(&s, fd, NULL) != UNKNOT_OK)
        return NULL;
    struct uk_sound_facts f = uk_sound_file_facts(s);
    struct uk_sound_labels l = uk_sound_file_labels(s);
    if (uk_sound_file_is_whole(s) && f.rate == j->rate && f.channels == 1 && f.frames > 0 &&
        f.frames <= (int64_t)UK_SPEECH_LONGEST_S * j->rate && strcmp(l.title, j->phrase.text) == 0 && strcmp(l.origin, j->origin) == 0)
        return s;
    uk_sound_file_close(s, NULL);
    return NULL;
}

/* All of it; NULL when it is damaged or there is no memory. */
static int16_t *read_cached(const struct job *j, int64_t *frames)
{
    struct uk_sound_file *s = open_cached(j);
    if (!s)
        return NULL;
    *frames = uk_sound_file_facts(s).frames;
    int16_t *pcm = malloc((size_t)*frames * sizeof *pcm);
    if (pcm && uk_sound_file_read_s16(s, pcm, *frames) != *frames) {
        free(pcm);
        pcm = NULL;
    }
    uk_sound_file_close(s, NULL);
    return pcm;
}

/* False: the cache cannot be written. */
static bool store(const struct job *j, const int16_t *pcm, int64_t frames)
{
    struct uk_cache_part part;
    struct uk_sound_file *s = NULL;
    int fd = uk_cache_begin(&part, j->path, NULL);
    if (fd < 0)
        return false;
    int status = uk_sound_file_create(&s, fd, j->rate, 1, &(struct uk_sound_labels){j->phrase.text, j->origin}, NULL);
    if (status == UNKNOT_OK)
        status = uk_sound_file_write(s, pcm, frames, NULL);
    if (uk_sound_file_close(s, NULL) != UNKNOT_OK)
        status = UNKNOT_IO;
    if (status == UNKNOT_OK)
        status = uk_cache_commit(&part, NULL);
    uk_cache_abandon(&part);
    j->w->stored = j->w->stored || status == UNKNOT_OK;
    return status == UNKNOT_OK;
}

struct filling {
    int16_t *out;
    size_t n;
};

static int fill(void *ctx, const float *x, size_t n)
{
    struct filling *f = ctx;
    uk_to_s16(f->out + f->n, x, n);
    f->n += n;
    return UNKNOT_OK;
}

/* Brings it to the workshop's rate and puts it on the shelf. */
static int hold(const struct job *j, const int16_t *pcm, int64_t frames, struct uk_held **out, struct uk_message *m)
{
    struct uk_resampler *r = NULL;
    struct uk_held h = {.kind = UK_CLIP_PHRASE, .name = (char *)j->text, .key = j->key, .channels = 1};
    h.frames = uk_resampled_frames(frames, j->rate, j->w->rate);
    h.pcm = malloc((size_t)h.frames * sizeof *h.pcm);
    float *x = malloc((size_t)frames * sizeof *x);
    int status = h.pcm && x ? uk_resampler_create(&r, j->rate, j->w->rate, 1, m) : uk_no_memory(m);
    if (status == UNKNOT_OK) {
        struct filling f = {.out = h.pcm};
        for (int64_t i = 0; i < frames; i++)
            x[i] = (float)pcm[i] / 32768.0f;
        status = uk_resampler_put(r, x, (size_t)frames, fill, &f, m);
        if (status == UNKNOT_OK)
            status = uk_resampler_put(r, NULL, 0, fill, &f, m);
    }
    uk_resampler_destroy(r);
    free(x);
    if (status != UNKNOT_OK) {
        free(h.pcm);
        return status;
    }
    *out = uk_shelf_put(&j->w->shelf, &h);
    return *out ? UNKNOT_OK : uk_no_memory(m);
}

static int speak(const struct job *j, int16_t **pcm, int64_t *frames, bool *stored, struct uk_message *m)
{
    int status = uk_voice_speak(j->w->voice, &j->phrase, pcm, frames, m);
    *stored = status == UNKNOT_OK && store(j, *pcm, *frames);
    return status;
}

int uk_speech_measure(struct uk_workshop *w, const char *text, int64_t *frames, struct uk_message *m)
{
    struct uk_held *held = uk_shelf_find(&w->shelf, UK_CLIP_PHRASE, text);
    if (held) {
        *frames = held->frames;
        return UNKNOT_OK;
    }
    struct job j;
    int status = start(&j, w, text, m);
    struct uk_sound_file *s = status == UNKNOT_OK ? open_cached(&j) : NULL;
    if (s) {
        *frames = uk_resampled_frames(uk_sound_file_facts(s).frames, j.rate, w->rate);
        uk_sound_file_close(s, NULL);
    } else if (status == UNKNOT_OK) {
        int16_t *pcm;
        int64_t n;
        bool stored;
        status = speak(&j, &pcm, &n, &stored, m);
        if (status == UNKNOT_OK) {
            *frames = uk_resampled_frames(n, j.rate, w->rate);
            if (!stored)
                status = hold(&j, pcm, n, &held, m);
            free(pcm);
        }
    }
    finish(&j);
    return status;
}

int uk_speech_get(struct uk_workshop *w, const char *text, struct uk_held **out, struct uk_message *m)
{
    *out = uk_shelf_find(&w->shelf, UK_CLIP_PHRASE, text);
    if (*out)
        return UNKNOT_OK;
    struct job j;
    int64_t frames = 0;
    bool stored;
    int status = start(&j, w, text, m);
    int16_t *pcm = status == UNKNOT_OK ? read_cached(&j, &frames) : NULL;
    if (status == UNKNOT_OK && !pcm)
        status = speak(&j, &pcm, &frames, &stored, m);
    if (status == UNKNOT_OK)
        status = hold(&j, pcm, frames, out, m);
    free(pcm);
    finish(&j);
    return status;
}
