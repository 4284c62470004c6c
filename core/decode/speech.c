#include "speech.h"

#include "chain.h"
#include "resample.h"
#include "sentence.h"
#include "tone.h"

#include "../base/text.h"
#include "../sound/clip.h"

#include <stdlib.h>
#include <string.h>

#define OUR_LANGUAGE "en"

/* One phrase and who says it: a pack, a voice, or neither. */
struct job {
    struct uk_workshop *w;
    const char *name; /* as it was asked for */
    char language[32];
    struct uk_phrase phrase;
    struct uk_voice_pack *pack;
    bool whole; /* the pack has it as one line, pauses and all */
    struct uk_voice *voice;
    uint32_t rate; /* of what they say */
    struct uk_message why;
};

/* ---- who says it ---- */

static int voice_for(struct uk_workshop *w, const char *language, struct uk_voice **out, struct uk_message *m)
{
    for (int i = 0; i < UK_WORKSHOP_LANGUAGES; i++) {
        struct uk_voice **v = &w->voices[i];
        int status = *v ? UNKNOT_OK : uk_voice_create(v, w->plugins, w->voice, language, w->helpers, w->cache, m);
        if (status)
            return status;
        *out = *v;
        if (strcmp(uk_voice_language(*v), language) == 0)
            return UNKNOT_OK;
    }
    return uk_fail(m, UNKNOT_LIMIT, "at most %d languages can be spoken at a time", UK_WORKSHOP_LANGUAGES);
}

static bool pack_has(struct uk_voice_pack *pack, const struct uk_phrase *phrase, bool *whole)
{
    *whole = uk_voice_pack_find(pack, phrase->text) != NULL;
    for (size_t i = 0; !*whole && i < phrase->count; i++)
        if (phrase->parts[i].sentence && !uk_voice_pack_find(pack, phrase->parts[i].sentence))
            return false;
    return true;
}

/* A pack says all of a phrase or nothing of it: no two voices share one. */
static bool find_pack(struct job *j)
{
    for (size_t i = 0; i < j->w->pack_count; i++) {
        struct uk_voice_pack *pack = j->w->packs[i];
        if (!uk_voice_pack_speaks(pack, j->language))
            continue;
        if (pack_has(pack, &j->phrase, &j->whole)) {
            j->pack = pack;
            j->rate = uk_voice_pack_rate(pack);
            return true;
        }
        if (!j->why.text[0])
            uk_fail(&j->why, UNKNOT_NOT_FOUND, "the voice pack '%s' does not have it", uk_voice_pack_id(pack));
    }
    return false;
}

static int start(struct job *j, struct uk_workshop *w, const char *name, struct uk_message *m)
{
    const char *tab = strchr(name, '\t');
    size_t n = tab ? (size_t)(tab - name) : strlen(OUR_LANGUAGE);
    *j = (struct job){.w = w, .name = name};
    if (n >= sizeof j->language)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.40s' is no language", name);
    memcpy(j->language, tab ? name : OUR_LANGUAGE, n);
    int status = uk_phrase_init(&j->phrase, tab ? tab + 1 : name, UK_SPEECH_BREAK_S, m);
    j->rate = w->rate;
    if (status || n == 0 || find_pack(j))
        return status;
    return voice_for(w, j->language, &j->voice, m);
}

/* Where a voice is to say it: what there is to know of that voice. */
static int meet_voice(struct job *j, struct uk_message *m)
{
    const char *identity;
    return j->voice ? uk_voice_about(j->voice, &identity, &j->rate, m) : UNKNOT_OK;
}

static void finish(struct job *j)
{
    uk_phrase_finish(&j->phrase);
}

/* ---- its length ---- */

static int64_t silence_frames(const struct job *j, size_t part)
{
    return (int64_t)(j->phrase.parts[part].silence_s * j->rate + 0.5);
}

/* Whether every sentence is there already; *frames are those at the rate of who says it. */
static bool at_hand(const struct job *j, int64_t *frames)
{
    *frames = 0;
    if (j->whole)
        *frames = uk_voice_pack_find(j->pack, j->phrase.text)->frames;
    for (size_t i = 0; !j->whole && i < j->phrase.count; i++) {
        const char *sentence = j->phrase.parts[i].sentence;
        int64_t n = sentence ? 0 : silence_frames(j, i);
        if (sentence && j->pack)
            n = uk_voice_pack_find(j->pack, sentence)->frames;
        else if (sentence && !uk_sentence_find(j->w->cache, j->voice, sentence, &n))
            return false;
        *frames += n;
    }
    return true;
}

static int64_t tone_frames(const struct job *j)
{
    return (int64_t)(uk_tone_seconds(&j->phrase) * j->w->rate);
}

/* ---- its sound ---- */

/* Mono sound that grows. */
struct pile {
    int16_t *pcm;
    int64_t n;
};

/* Room for `count` frames more, at its end; NULL: no memory. */
static int16_t *more(struct pile *p, int64_t count)
{
    int16_t *pcm = realloc(p->pcm, (size_t)(p->n + count) * sizeof *pcm);
    if (!pcm)
        return NULL;
    p->pcm = pcm;
    p->n += count;
    return pcm + p->n - count;
}

static int get_sentence(const struct job *j, const char *text, int16_t **pcm, int64_t *frames, bool *kept, struct uk_message *m)
{
    bool stored = false;
    if (!j->pack) {
        int status = uk_sentence_get(j->w->cache, j->voice, text, pcm, frames, &stored, kept, m);
        j->w->stored = j->w->stored || stored;
        return status;
    }
    const struct uk_voice_line *line = uk_voice_pack_find(j->pack, text);
    if (!line) /* it went away since we began */
        return uk_fail(m, UNKNOT_IO, "the voice pack '%s' was changed while it spoke: start again", uk_voice_pack_id(j->pack));
    *frames = line->frames;
    int status = uk_voice_pack_load(j->pack, line, pcm, m);
    if (status == UNKNOT_BAD_DATA || status == UNKNOT_IO) {
        /* the plan counts on its length: the caption has the words */
        *pcm = malloc((size_t)line->frames * sizeof **pcm);
        if (!*pcm)
            return uk_no_memory(m);
        uk_tone_make(*pcm, line->frames, j->rate);
        return UNKNOT_OK;
    }
    return status;
}

/* All of a phrase at the rate of who says it. *kept: it need not be kept in memory. */
static int assemble(const struct job *j, struct pile *p, bool *kept, struct uk_message *m)
{
    int status = UNKNOT_OK;
    *kept = true;
    for (size_t i = 0; i < (j->whole ? 1 : j->phrase.count) && !status; i++) {
        const char *sentence = j->whole ? j->phrase.text : j->phrase.parts[i].sentence;
        int64_t n = sentence ? 0 : silence_frames(j, i);
        int16_t *pcm = NULL, *room;
        bool is_kept = true;
        if (sentence)
            status = get_sentence(j, sentence, &pcm, &n, &is_kept, m);
        if (!status && p->n + n > (int64_t)UK_SPEECH_LONGEST_S * j->rate)
            status = uk_fail(m, UNKNOT_LIMIT, "the phrase '%.60s...' is longer than %d minutes: cut it in two", j->phrase.text,
                             UK_SPEECH_LONGEST_S / 60);
        if (!status) {
            room = more(p, n);
            if (!room)
                status = uk_no_memory(m);
            else if (pcm)
                memcpy(room, pcm, (size_t)n * sizeof *pcm);
            else
                memset(room, 0, (size_t)n * sizeof *room);
        }
        *kept = *kept && is_kept;
        free(pcm);
    }
    return status;
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

/* From one rate to another; `out` has room for uk_resampled_frames(). */
static int convert(const struct pile *p, uint32_t from, uint32_t to, int16_t *out, struct uk_message *m)
{
    struct uk_resampler *r = NULL;
    float *x = malloc((size_t)p->n * sizeof *x);
    int status = x ? uk_resampler_create(&r, from, to, 1, m) : uk_no_memory(m);
    if (status == UNKNOT_OK) {
        struct filling f = {.out = out};
        for (int64_t i = 0; i < p->n; i++)
            x[i] = (float)p->pcm[i] / 32768.0f;
        status = uk_resampler_put(r, x, (size_t)p->n, fill, &f, m);
        if (status == UNKNOT_OK)
            status = uk_resampler_put(r, NULL, 0, fill, &f, m);
    }
    uk_resampler_destroy(r);
    free(x);
    return status;
}

/* Puts a phrase on the shelf, at the workshop's rate. */
static int hold(const struct job *j, const struct pile *p, struct uk_held **out, struct uk_message *m)
{
    struct uk_held h = {.kind = UK_CLIP_PHRASE, .name = (char *)j->name, .channels = 1};
    h.frames = uk_resampled_frames(p->n, j->rate, j->w->rate);
    h.pcm = malloc((size_t)h.frames * sizeof *h.pcm);
    int status = h.pcm ? convert(p, j->rate, j->w->rate, h.pcm, m) : uk_no_memory(m);
    if (status) {
        free(h.pcm);
        return status;
    }
    *out = uk_shelf_put(&j->w->shelf, &h);
    return *out ? UNKNOT_OK : uk_no_memory(m);
}

static int hold_tone(const struct job *j, struct uk_held **out, struct uk_message *m)
{
    struct pile p = {0};
    int64_t n = tone_frames(j);
    int16_t *room = more(&p, n);
    if (!room)
        return uk_no_memory(m);
    uk_tone_make(room, n, j->w->rate);
    int status = hold(j, &p, out, m);
    free(p.pcm);
    return status;
}

/* ---- what is asked ---- */

static int measure(struct job *j, bool only_at_hand, struct uk_speech_facts *out, struct uk_message *m)
{
    int64_t frames;
    struct pile p = {0};
    struct uk_held *held = uk_shelf_find(&j->w->shelf, UK_CLIP_PHRASE, j->name);
    bool kept = true;
    bool guess = only_at_hand && j->voice && !held && !uk_voice_is_known(j->voice);
    int status = guess ? UNKNOT_OK : meet_voice(j, m);
    if (status)
        return status;
    out->made = true;
    out->by = j->pack ? uk_voice_pack_id(j->pack) : j->voice ? uk_voice_name(j->voice) : "";
    out->why = j->why;
    if (held) {
        out->frames = held->frames;
    } else if (!j->pack && !j->voice) {
        out->frames = tone_frames(j);
    } else if (!guess && at_hand(j, &frames)) {
        out->frames = uk_resampled_frames(frames, j->rate, j->w->rate);
    } else if (only_at_hand) {
        out->frames = tone_frames(j);
        out->made = false;
    } else {
        status = assemble(j, &p, &kept, m);
        out->frames = status ? 0 : uk_resampled_frames(p.n, j->rate, j->w->rate);
        if (!status && !kept)
            status = hold(j, &p, &held, m);
    }
    free(p.pcm);
    return status;
}

int uk_speech_measure(struct uk_workshop *w, const char *name, bool only_at_hand, struct uk_speech_facts *out, struct uk_message *m)
{
    struct job j;
    *out = (struct uk_speech_facts){.by = ""};
    int status = start(&j, w, name, m);
    if (!status)
        status = measure(&j, only_at_hand, out, m);
    finish(&j);
    return status;
}

int uk_speech_get(struct uk_workshop *w, const char *name, struct uk_held **out, struct uk_message *m)
{
    *out = uk_shelf_find(&w->shelf, UK_CLIP_PHRASE, name);
    if (*out)
        return UNKNOT_OK;
    struct job j;
    struct pile p = {0};
    bool kept;
    int status = start(&j, w, name, m);
    if (!status)
        status = meet_voice(&j, m);
    if (!status && !j.pack && !j.voice)
        status = hold_tone(&j, out, m);
    else if (!status && (status = assemble(&j, &p, &kept, m)) == UNKNOT_OK)
        status = hold(&j, &p, out, m);
    free(p.pcm);
    finish(&j);
    return status;
}

/* ---- how loud it is ---- */

static int pack_level(const struct job *j, struct uk_level *out, struct uk_message *m)
{
    const struct uk_voice_line *line = uk_voice_pack_find(j->pack, j->phrase.text);
    int16_t *pcm = NULL;
    if (!line)
        return uk_fail(m, UNKNOT_IO, "the voice pack '%s' was changed: start again", uk_voice_pack_id(j->pack));
    int status = uk_voice_pack_load(j->pack, line, &pcm, m);
    float *x = status ? NULL : malloc((size_t)line->frames * sizeof *x);
    if (!status && !x)
        status = uk_no_memory(m);
    for (int64_t i = 0; !status && i < line->frames; i++)
        x[i] = (float)pcm[i] / 32768.0f;
    if (!status)
        status = uk_chain_look(out, x, (size_t)line->frames, j->rate, m);
    free(pcm);
    free(x);
    return status;
}

int uk_speech_levels(struct uk_workshop *w, const char *name, struct uk_chain_levels *out, struct uk_message *m)
{
    struct job j;
    int status = start(&j, w, name, m);
    if (!status && (j.phrase.count != 1 || !*j.language))
        status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.200s' is not one sentence", j.phrase.text);
    if (!status && j.pack) {
        status = pack_level(&j, &out->after, m);
        out->before = out->after;
    } else if (!status) {
        status = uk_voice_levels(j.voice, j.phrase.text, out, m);
    }
    finish(&j);
    return status;
}

/* ---- into a file ---- */

static int write_file(const char *path, uint32_t rate, const char *title, const char *identity, const int16_t *pcm, int64_t frames,
                      struct uk_message *m)
{
    struct uk_cache_part part;
    struct uk_sound_file *s = NULL;
    int fd = uk_cache_begin(&part, path, m);
    if (fd < 0)
        return fd;
    int status = uk_sound_file_create(&s, fd, rate, 1, &(struct uk_sound_labels){title, identity}, m);
    if (!status)
        status = uk_sound_file_write(s, pcm, frames, m);
    int closed = uk_sound_file_close(s, status ? NULL : m);
    if (!status)
        status = closed ? closed : uk_cache_commit(&part, m);
    uk_cache_abandon(&part);
    return status;
}

int uk_speech_keep(struct uk_workshop *w, const char *name, const char *say, uint32_t rate, const char *path, int64_t *frames,
                   const char **identity, struct uk_message *m)
{
    struct job j;
    struct pile p = {0};
    int16_t *pcm = NULL;
    bool stored, kept;
    uint32_t voice_rate;
    int status = start(&j, w, name, m);
    if (!status && !j.voice)
        status = voice_for(w, j.language, &j.voice, m);
    if (!status && (j.phrase.count != 1 || !*j.language))
        status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.200s' is not one sentence", j.phrase.text);
    if (!status)
        status = uk_voice_about(j.voice, identity, &voice_rate, m);
    if (!status)
        status = uk_sentence_get(w->cache, j.voice, *say ? say : j.phrase.text, &p.pcm, &p.n, &stored, &kept, m);
    if (!status) {
        w->stored = w->stored || stored;
        *frames = uk_resampled_frames(p.n, voice_rate, rate);
        pcm = malloc((size_t)*frames * sizeof *pcm);
        status = pcm ? convert(&p, voice_rate, rate, pcm, m) : uk_no_memory(m);
    }
    if (!status)
        status = write_file(path, rate, j.phrase.text, *identity, pcm, *frames, m);
    free(pcm);
    free(p.pcm);
    finish(&j);
    return status;
}

void uk_workshop_finish(struct uk_workshop *w)
{
    for (size_t i = 0; i < w->pack_count; i++)
        uk_voice_pack_destroy(w->packs[i]);
    free(w->packs);
    for (int i = 0; i < UK_WORKSHOP_LANGUAGES; i++)
        uk_voice_destroy(w->voices[i]);
    uk_shelf_finish(&w->shelf);
    *w = (struct uk_workshop){0};
}
