#include "spoken.h"

#include "resample.h"
#include "sound_file.h"
#include "tone.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK_FRAMES 4096

/* A silence has neither. */
struct part {
    int64_t frames;
    int16_t *pcm;
    struct uk_voice_pack *pack; /* of `line` */
    const struct uk_voice_line *line;
};

struct uk_spoken {
    uint32_t from, to;
    struct part *parts;
    size_t count;
    int64_t frames; /* of all parts */
    /* how far it is made: */
    size_t part;
    int64_t at; /* in that part */
    struct uk_sound_file *file; /* its line's */
    struct uk_resampler *resampler;
    int16_t *pcm; /* the first `made` frames are there */
    int64_t made;
    bool failed; /* in the middle: what follows would be at a wrong place */
};

int uk_spoken_create(struct uk_spoken **out, uint32_t from, uint32_t to, struct uk_message *m)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return uk_no_memory(m);
    (*out)->from = from;
    (*out)->to = to;
    return UNKNOT_OK;
}

static int add(struct uk_spoken *s, const struct part *part, struct uk_message *m)
{
    struct part *parts = realloc(s->parts, (s->count + 1) * sizeof *parts);
    if (!parts)
        return uk_no_memory(m);
    s->parts = parts;
    s->parts[s->count++] = *part;
    s->frames += part->frames;
    return UNKNOT_OK;
}

int uk_spoken_add_silence(struct uk_spoken *s, int64_t frames, struct uk_message *m)
{
    return add(s, &(struct part){.frames = frames}, m);
}

int uk_spoken_add_sound(struct uk_spoken *s, int16_t *pcm, int64_t frames, struct uk_message *m)
{
    int status = add(s, &(struct part){.frames = frames, .pcm = pcm}, m);
    if (status)
        free(pcm);
    return status;
}

int uk_spoken_add_line(struct uk_spoken *s, struct uk_voice_pack *pack, const struct uk_voice_line *line, struct uk_message *m)
{
    return add(s, &(struct part){.frames = line->frames, .pack = pack, .line = line}, m);
}

int64_t uk_spoken_frames_from(const struct uk_spoken *s)
{
    return s->frames;
}

int64_t uk_spoken_frames(const struct uk_spoken *s)
{
    return uk_resampled_frames(s->frames, s->from, s->to);
}

static int take(void *ctx, const float *x, size_t n)
{
    struct uk_spoken *s = ctx;
    uk_to_s16(s->pcm + s->made, x, n);
    s->made += (int64_t)n;
    return UNKNOT_OK;
}

/* Makes ready for the first frame of a line. */
static int open_line(struct uk_spoken *s, struct part *p, struct uk_message *m)
{
    int status = uk_voice_pack_open(p->pack, p->line, &s->file, m);
    if (status != UNKNOT_IO && status != UNKNOT_BAD_DATA)
        return status;
    p->pcm = malloc((size_t)p->frames * sizeof *p->pcm);
    if (!p->pcm)
        return uk_no_memory(m);
    uk_tone_make(p->pcm, p->frames, s->from);
    return UNKNOT_OK;
}

static void close_part(struct uk_spoken *s, struct part *p)
{
    uk_sound_file_close(s->file, NULL);
    s->file = NULL;
    free(p->pcm);
    p->pcm = NULL;
}

/* The next frames of a part, `n` of them. */
static int read_part(struct uk_spoken *s, struct part *p, int16_t *out, int64_t n, struct uk_message *m)
{
    int status = p->line && s->at == 0 ? open_line(s, p, m) : UNKNOT_OK;
    if (status)
        return status;
    if (s->file)
        uk_voice_pack_read_sound(s->file, out, n);
    else if (p->pcm)
        memcpy(out, p->pcm + s->at, (size_t)n * sizeof *out);
    else
        memset(out, 0, (size_t)n * sizeof *out);
    s->at += n;
    if (s->at == p->frames) {
        close_part(s, p);
        s->part++;
        s->at = 0;
    }
    return UNKNOT_OK;
}

/* Makes some more of it. */
static int go_on(struct uk_spoken *s, struct uk_message *m)
{
    int16_t pcm[BLOCK_FRAMES];
    float x[BLOCK_FRAMES];
    if (s->part == s->count)
        return uk_resampler_put(s->resampler, NULL, 0, take, s, m);
    struct part *p = &s->parts[s->part];
    int64_t n = p->frames - s->at < BLOCK_FRAMES ? p->frames - s->at : BLOCK_FRAMES;
    int status = read_part(s, p, pcm, n, m);
    for (int64_t i = 0; i < n; i++)
        x[i] = (float)pcm[i] / 32768.0f;
    /* nothing at all would say that this is the end */
    return status || n == 0 ? status : uk_resampler_put(s->resampler, x, (size_t)n, take, s, m);
}

static int begin(struct uk_spoken *s, struct uk_message *m)
{
    int status = uk_resampler_create(&s->resampler, s->from, s->to, 1, m);
    if (status)
        return status;
    s->pcm = malloc((size_t)uk_spoken_frames(s) * sizeof *s->pcm);
    return s->pcm ? UNKNOT_OK : uk_no_memory(m);
}

static void give_back_makers(struct uk_spoken *s)
{
    for (size_t i = 0; i < s->count; i++)
        close_part(s, &s->parts[i]);
    free(s->parts);
    s->parts = NULL;
    s->count = 0;
    uk_resampler_destroy(s->resampler);
    s->resampler = NULL;
}

int uk_spoken_read(struct uk_spoken *s, int64_t from, size_t count, int16_t *out, struct uk_message *m)
{
    if (s->failed)
        return uk_no_memory(m);
    int status = s->pcm ? UNKNOT_OK : begin(s, m);
    while (!status && s->made < from + (int64_t)count)
        status = go_on(s, m);
    s->failed = status != UNKNOT_OK;
    if (status)
        return status;
    memcpy(out, s->pcm + from, count * sizeof *out);
    if (s->made == uk_spoken_frames(s))
        give_back_makers(s);
    return UNKNOT_OK;
}

void uk_spoken_destroy(struct uk_spoken *s)
{
    if (!s)
        return;
    give_back_makers(s);
    free(s->pcm);
    free(s);
}
