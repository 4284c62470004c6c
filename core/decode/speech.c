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
    int64_t pack_frames; /* of the pack's sound, at its rate */
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

static int64_t silence_frames(const struct uk_phrase_part *part, uint32_t rate)
{
    return (int64_t)(part->silence_s * rate + 0.5);
}

/* Whether the job's pack has its phrase: as one line, or each sentence of it. */
static bool pack_has(struct job *j)
{
    const struct uk_voice_line *line = uk_voice_pack_find(j->pack, j->phrase.text);
    j->rate = uk_voice_pack_rate(j->pack);
    j->whole = line != NULL;
    j->pack_frames = line ? line->frames : 0;
    for (size_t i = 0; !j->whole && i < j->phrase.count; i++) {
        const char *sentence = j->phrase.parts[i].sentence;
        line = sentence ? uk_voice_pack_find(j->pack, sentence) : NULL;
        if (sentence && !line)
            return false;
        j->pack_frames += line ? line->frames : silence_frames(&j->phrase.parts[i], j->rate);
    }
    return true;
}

/* A pack says all of a phrase or nothing of it: no two voices share one. */
static bool find_pack(struct job *j)
{
    for (size_t i = 0; i < j->w->pack_count; i++) {
        j->pack = j->w->packs[i];
        if (!uk_voice_pack_speaks(j->pack, j->language))
            continue;
        if (pack_has(j))
            return true;
        if (!j->why.text[0])
            uk_fail(&j->why, UNKNOT_NOT_FOUND, "the voice pack '%s' does not have it", uk_voice_pack_id(j->pack));
    }
    j->pack = NULL;
    j->whole = false;
    j->rate = j->w->rate;
    return false;
}

static int start(struct job *j, struct uk_workshop *w, const char *name, struct uk_message *m)
{
    const char *tab = strchr(name, '\t');
    size_t n = tab ? (size_t)(tab - name) : strlen(OUR_LANGUAGE);
    *j = (struct job){.w = w, .name = name, .rate = w->rate};
    if (n >= sizeof j->language)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.40s' is no language", name);
    memcpy(j->language, tab ? name : OUR_LANGUAGE, n);
    int status = uk_phrase_init(&j->phrase, tab ? tab + 1 : name, UK_SPEECH_BREAK_S, m);
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

/* Whether every sentence is there already; *frames are those at the rate of who says it. */
static bool at_hand(const struct job *j, int64_t *frames)
{
    *frames = j->pack_frames;
    for (size_t i = 0; !j->pack && i < j->phrase.count; i++) {
        const char *sentence = j->phrase.parts[i].sentence;
        int64_t n = sentence ? 0 : silence_frames(&j->phrase.parts[i], j->rate);
        if (sentence && !uk_sentence_find(j->w->cache, j->voice, sentence, &n))
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

static int add_sentence(const struct job *j, const char *text, struct uk_spoken *s, bool *kept, struct uk_message *m)
{
    bool stored = false;
    int64_t frames;
    int16_t *pcm;
    if (!j->pack) {
        int status = uk_sentence_get(j->w->cache, j->voice, text, &pcm, &frames, &stored, kept, m);
        j->w->stored = j->w->stored || stored;
        return status ? status : uk_spoken_add_sound(s, pcm, frames, m);
    }
    const struct uk_voice_line *line = uk_voice_pack_find(j->pack, text);
    if (!line) /* it went away since we began */
        return uk_fail(m, UNKNOT_IO, "the voice pack '%s' was changed while it spoke: start again", uk_voice_pack_id(j->pack));
    return uk_spoken_add_line(s, j->pack, line, m);
}

/* All of a phrase. *kept: it need not be kept in memory. */
static int assemble(const struct job *j, struct uk_spoken **out, bool *kept, struct uk_message *m)
{
    int status = uk_spoken_create(out, j->rate, j->w->rate, m);
    *kept = true;
    for (size_t i = 0; i < (j->whole ? 1 : j->phrase.count) && !status; i++) {
        const char *sentence = j->whole ? j->phrase.text : j->phrase.parts[i].sentence;
        bool is_kept = true;
        status = sentence ? add_sentence(j, sentence, *out, &is_kept, m) : uk_spoken_add_silence(*out, silence_frames(&j->phrase.parts[i], j->rate), m);
        *kept = *kept && is_kept;
        if (!status && uk_spoken_frames_from(*out) > (int64_t)UK_SPEECH_LONGEST_S * j->rate)
            status = uk_fail(m, UNKNOT_LIMIT, "the phrase '%.60s...' is longer than %d minutes: cut it in two", j->phrase.text,
                             UK_SPEECH_LONGEST_S / 60);
    }
    return status;
}

static int assemble_tone(const struct job *j, struct uk_spoken **out, struct uk_message *m)
{
    int64_t n = tone_frames(j);
    int status = uk_spoken_create(out, j->w->rate, j->w->rate, m);
    int16_t *pcm = status ? NULL : malloc((size_t)n * sizeof *pcm);
    if (!status && !pcm)
        status = uk_no_memory(m);
    if (status)
        return status;
    uk_tone_make(pcm, n, j->w->rate);
    return uk_spoken_add_sound(*out, pcm, n, m);
}

/* Puts a phrase on the shelf, which owns it from now on. */
static int hold(const struct job *j, struct uk_spoken *s, struct uk_held **out, struct uk_message *m)
{
    struct uk_held h = {.kind = UK_CLIP_PHRASE, .name = (char *)j->name, .channels = 1, .frames = uk_spoken_frames(s), .spoken = s};
    *out = uk_shelf_put(&j->w->shelf, &h);
    return *out ? UNKNOT_OK : uk_no_memory(m);
}

/* ---- what is asked ---- */

static int measure(struct job *j, bool only_at_hand, struct uk_speech_facts *out, struct uk_message *m)
{
    int64_t frames;
    struct uk_spoken *spoken = NULL;
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
        status = assemble(j, &spoken, &kept, m);
        out->frames = status ? 0 : uk_spoken_frames(spoken);
        if (!status && !kept)
            return hold(j, spoken, &held, m);
        uk_spoken_destroy(spoken);
    }
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
    struct uk_spoken *spoken = NULL;
    bool kept;
    int status = start(&j, w, name, m);
    if (!status)
        status = meet_voice(&j, m);
    if (!status)
        status = j.pack || j.voice ? assemble(&j, &spoken, &kept, m) : assemble_tone(&j, &spoken, m);
    if (!status)
        status = hold(&j, spoken, out, m);
    else
        uk_spoken_destroy(spoken);
    finish(&j);
    return status;
}

/* ---- how loud it is ---- */

static int pack_level(const struct job *j, struct uk_level *out, struct uk_message *m)
{
    const struct uk_voice_line *line = uk_voice_pack_find(j->pack, j->phrase.text);
    struct uk_sound_file *file = NULL;
    if (!line)
        return uk_fail(m, UNKNOT_IO, "the voice pack '%s' was changed: start again", uk_voice_pack_id(j->pack));
    int status = uk_voice_pack_open(j->pack, line, &file, m);
    if (status)
        return status;
    int16_t *pcm = malloc((size_t)line->frames * sizeof *pcm);
    float *x = malloc((size_t)line->frames * sizeof *x);
    if (!pcm || !x)
        status = uk_no_memory(m);
    else
        uk_voice_pack_read_sound(file, pcm, line->frames);
    uk_sound_file_close(file, NULL);
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
    struct uk_spoken *spoken = NULL;
    int16_t *said = NULL, *pcm = NULL;
    int64_t said_frames;
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
        status = uk_sentence_get(w->cache, j.voice, *say ? say : j.phrase.text, &said, &said_frames, &stored, &kept, m);
    if (!status) {
        w->stored = w->stored || stored;
        status = uk_spoken_create(&spoken, voice_rate, rate, m);
        if (!status)
            status = uk_spoken_add_sound(spoken, said, said_frames, m);
        else
            free(said);
    }
    if (!status) {
        *frames = uk_spoken_frames(spoken);
        pcm = malloc((size_t)*frames * sizeof *pcm);
        status = pcm ? uk_spoken_read(spoken, 0, (size_t)*frames, pcm, m) : uk_no_memory(m);
    }
    if (!status)
        status = write_file(path, rate, j.phrase.text, *identity, pcm, *frames, m);
    free(pcm);
    uk_spoken_destroy(spoken);
    finish(&j);
    return status;
}

void uk_workshop_finish(struct uk_workshop *w)
{
    uk_shelf_finish(&w->shelf); /* what it holds may be of a pack */
    for (size_t i = 0; i < w->pack_count; i++)
        uk_voice_pack_destroy(w->packs[i]);
    free(w->packs);
    for (int i = 0; i < UK_WORKSHOP_LANGUAGES; i++)
        uk_voice_destroy(w->voices[i]);
    *w = (struct uk_workshop){0};
}
