#include "takes.h"

#include "chain.h"
#include "foreign.h"
#include "loudness.h"
#include "resample.h"
#include "segments.h"

#include "../base/path.h"
#include "../base/time.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL_FRAMES (UK_TAKE_RATE / UK_LEVELS_A_SECOND)
#define FULL_SCALE 0.9995f
#define ALIKE (1.5f / 32768)  /* samples that were cut off are the same, those of a crest are not */
#define RUMBLE_HZ 80
#define HISS_HZ 3500
#define HISS_SHARE 0.2 /* of the energy is above that where it hisses */
#define HISS_DB 30     /* and it is not so far under the loudest */
#define SILENCE_DB (-100.0f)
#define BAND_Q 1.2
#define LEVELS_A_PRINT (UK_LEVELS_A_SECOND / UK_PRINTS_A_SECOND)

#define PI 3.14159265358979323846

/* ---- reading a recording as mono at our rate ---- */

/* Gets the frames of a file as they are, or when they are mono at our rate; a status ends it. */
struct listener {
    int (*raw)(void *ctx, const struct uk_foreign *f, size_t n); /* NULL: not wanted */
    int (*mono)(void *ctx, const float *x, size_t n);
    void *ctx;
};

static void make_mono(float *x, size_t n, int channels)
{
    for (size_t i = 0; i < n && channels == 2; i++)
        x[i] = (x[2 * i] + x[2 * i + 1]) / 2;
}

#define ENOUGH 1 /* what a listener ends it with when all is well */

static int listen(struct uk_workshop *w, const char *name, const struct listener *l, struct uk_message *m)
{
    struct uk_foreign f;
    struct uk_resampler *r = NULL;
    int64_t said_ns = uk_clock_ns(), now_ns;
    int status = uk_foreign_open(&f, name, m);
    if (status == UNKNOT_OK)
        status = uk_resampler_create(&r, f.rate, UK_TAKE_RATE, 1, m);
    for (size_t n = 1; status == UNKNOT_OK && n > 0;) {
        status = uk_foreign_read(&f, &n, m);
        if (status == UNKNOT_OK && f.decoded > (int64_t)UK_TAKE_LONGEST_S * f.rate)
            status = uk_fail(m, UNKNOT_LIMIT, "'%s' is longer than %d hours: cut it in parts", name, UK_TAKE_LONGEST_S / 3600);
        if (status == UNKNOT_OK && l->raw)
            status = l->raw(l->ctx, &f, n);
        make_mono(f.block, n, f.channels);
        if (status == UNKNOT_OK)
            status = uk_resampler_put(r, n > 0 ? f.block : NULL, n, l->mono, l->ctx, m);
        now_ns = uk_clock_ns();
        if (w->busy && now_ns - said_ns >= UK_NS_PER_S) {
            said_ns = now_ns;
            w->busy(w->busy_ctx);
        }
    }
    uk_resampler_destroy(r);
    uk_foreign_close(&f);
    return status == ENOUGH ? UNKNOT_OK : status;
}

/* ---- the survey ---- */

/* A high-pass of the first order, twice. */
struct high_pass {
    double x[2], y[2], pole;
};

/* What is heard around a tone: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients". */
struct band {
    double b0, a1, a2, z1, z2, energy;
};

struct surveyor {
    float *level_db;
    unsigned char *hiss; /* 1 where high tones are strong */
    uint16_t *clipped; /* samples in each hundredth of a second */
    unsigned char *prints; /* of each LEVELS_A_PRINT levels */
    size_t levels, levels_room, hiss_room, clipped_room, prints_room;
    struct band bands[UK_PRINT_BANDS];
    struct high_pass rumble, high;
    double energy, high_energy;
    size_t in_level;
    int64_t frames, raw_frames;
    float last[2];
    uint32_t run[2];
};

/* Makes room for item `n` - 1; what is new is zero. */
static void *grow(void *list, size_t *room, size_t n, size_t size)
{
    if (n <= *room)
        return list;
    size_t more = *room ? *room * 2 : 4096;
    while (more < n)
        more *= 2;
    char *grown = realloc(list, more * size);
    if (grown) {
        memset(grown + *room * size, 0, (more - *room) * size);
        *room = more;
    }
    return grown;
}

static int note_clipped(struct surveyor *s, size_t at, uint32_t samples)
{
    uint16_t *grown = grow(s->clipped, &s->clipped_room, at + 1, sizeof *grown);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    s->clipped = grown;
    uint32_t sum = grown[at] + samples;
    grown[at] = (uint16_t)(sum > UINT16_MAX ? UINT16_MAX : sum);
    return UNKNOT_OK;
}

static int look_for_clipping(void *ctx, const struct uk_foreign *f, size_t n)
{
    struct surveyor *s = ctx;
    uint32_t least = f->rate / 16000 > 3 ? f->rate / 16000 : 3;
    for (size_t i = 0; i < n; i++)
        for (int c = 0; c < f->channels; c++) {
            float x = f->block[i * (size_t)f->channels + (size_t)c];
            bool full = fabsf(x) >= FULL_SCALE, same = full && s->run[c] > 0 && fabsf(x - s->last[c]) <= ALIKE;
            s->run[c] = same ? s->run[c] + 1 : full;
            s->last[c] = x;
            size_t at = (size_t)((s->raw_frames + (int64_t)i) * UK_LEVELS_A_SECOND / f->rate);
            if (s->run[c] >= least && note_clipped(s, at, s->run[c] == least ? least : 1))
                return UNKNOT_NO_MEMORY;
        }
    s->raw_frames += (int64_t)n;
    return UNKNOT_OK;
}

static struct high_pass high_pass(double hz)
{
    double t = tan(PI * hz / UK_TAKE_RATE);
    return (struct high_pass){.pole = (1 - t) / (1 + t)};
}

static double pass(struct high_pass *h, double v)
{
    for (int k = 0; k < 2; k++) {
        double y = (1 + h->pole) / 2 * (v - h->x[k]) + h->pole * h->y[k];
        h->x[k] = v;
        h->y[k] = v = y;
    }
    return v;
}

static void set_bands(struct surveyor *s)
{
    static const double hz[UK_PRINT_BANDS] = {350, 700, 1300, 2200, 3600, 6000};
    for (int k = 0; k < UK_PRINT_BANDS; k++) {
        double w = 2 * PI * hz[k] / UK_TAKE_RATE, alpha = sin(w) / (2 * BAND_Q), a0 = 1 + alpha;
        s->bands[k] = (struct band){.b0 = alpha / a0, .a1 = -2 * cos(w) / a0, .a2 = (1 - alpha) / a0};
    }
}

static void hear_band(struct band *b, double in)
{
    double out = b->b0 * in + b->z1;
    b->z1 = b->z2 - b->a1 * out;
    b->z2 = -b->b0 * in - b->a2 * out;
    b->energy += out * out;
}

/* Behind each LEVELS_A_PRINT levels. */
static int put_print(struct surveyor *s)
{
    size_t at = (s->levels - 1) / LEVELS_A_PRINT * UK_PRINT_BANDS;
    unsigned char *prints = grow(s->prints, &s->prints_room, at + UK_PRINT_BANDS, 1);
    if (!prints)
        return UNKNOT_NO_MEMORY;
    s->prints = prints;
    for (int k = 0; k < UK_PRINT_BANDS && s->levels % LEVELS_A_PRINT == 0; k++) {
        double db = 10 * log10(s->bands[k].energy / (LEVELS_A_PRINT * LEVEL_FRAMES) + 1e-10);
        prints[at + (size_t)k] = (unsigned char)fmax(0, fmin(255, 2 * (db + 100)));
        s->bands[k].energy = 0;
    }
    return UNKNOT_OK;
}

static int put_level(struct surveyor *s)
{
    float *level_db = grow(s->level_db, &s->levels_room, s->levels + 1, sizeof *level_db);
    unsigned char *hiss = level_db ? grow(s->hiss, &s->hiss_room, s->levels + 1, 1) : NULL;
    if (level_db)
        s->level_db = level_db;
    if (!hiss)
        return UNKNOT_NO_MEMORY;
    s->hiss = hiss;
    float db = (float)(10 * log10(s->energy / (double)s->in_level + 1e-12));
    hiss[s->levels] = s->high_energy > HISS_SHARE * s->energy;
    level_db[s->levels++] = db < SILENCE_DB ? SILENCE_DB : db;
    s->energy = s->high_energy = 0;
    s->in_level = 0;
    return put_print(s);
}

static int look_at_levels(void *ctx, const float *x, size_t n)
{
    struct surveyor *s = ctx;
    for (size_t i = 0; i < n; i++) {
        double v = pass(&s->rumble, x[i]), high = pass(&s->high, v);
        s->energy += v * v;
        s->high_energy += high * high;
        for (int k = 0; k < UK_PRINT_BANDS; k++)
            hear_band(&s->bands[k], x[i]);
        if (++s->in_level == LEVEL_FRAMES && put_level(s))
            return UNKNOT_NO_MEMORY;
    }
    s->frames += (int64_t)n;
    return UNKNOT_OK;
}

static uint32_t clipped_within(const struct surveyor *s, const struct uk_segment *g)
{
    uint32_t sum = 0;
    for (size_t i = g->from; i < g->to && i < s->clipped_room; i++)
        sum += s->clipped[i];
    return sum;
}

/* Between sounds the noise of the room hisses, too. */
static void forget_soft_hiss(struct surveyor *s, const struct uk_segment *g)
{
    float most = SILENCE_DB;
    for (size_t i = g->from; i < g->to; i++)
        most = fmaxf(most, s->level_db[i]);
    for (size_t i = g->from; i < g->to; i++)
        s->hiss[i] &= s->level_db[i] > most - HISS_DB;
}

static int take_pieces(struct surveyor *s, const char *name, struct uk_survey *out, struct uk_message *m)
{
    struct uk_segment *segments;
    int status = uk_segments_find(&segments, &out->count, s->level_db, s->levels, m);
    if (status == UNKNOT_OK && out->count > UK_TAKE_MOST_PIECES)
        status = uk_fail(m, UNKNOT_LIMIT, "'%s' has more than %d pieces of sound in it: cut it in parts", name, UK_TAKE_MOST_PIECES);
    if (status == UNKNOT_OK) {
        out->pieces = calloc(out->count + 1, sizeof *out->pieces);
        status = out->pieces ? UNKNOT_OK : uk_no_memory(m);
    }
    for (size_t i = 0; status == UNKNOT_OK && i < out->count; i++) {
        const struct uk_segment *g = &segments[i];
        int64_t to = (int64_t)g->to * LEVEL_FRAMES;
        forget_soft_hiss(s, g);
        size_t print = g->from / LEVELS_A_PRINT, print_end = g->to / LEVELS_A_PRINT;
        out->pieces[i] = (struct uk_take_piece){
            .from = (int64_t)g->from * LEVEL_FRAMES,
            .to = to < s->frames ? to : s->frames,
            .noise_db = g->noise_db,
            .clipped = clipped_within(s, g),
            .hiss = s->hiss + g->from,
            .hiss_count = g->to - g->from,
            .print = s->prints + print * UK_PRINT_BANDS,
            .print_count = (print_end - print) * UK_PRINT_BANDS,
        };
    }
    free(segments);
    return status;
}

int uk_take_survey(struct uk_workshop *w, const char *name, struct uk_survey *out, struct uk_message *m)
{
    struct surveyor s = {.rumble = high_pass(RUMBLE_HZ), .high = high_pass(HISS_HZ)};
    struct listener l = {look_for_clipping, look_at_levels, &s};
    *out = (struct uk_survey){0};
    set_bands(&s);
    int status = listen(w, name, &l, m);
    if (status == UNKNOT_OK && s.in_level > 0)
        status = put_level(&s);
    if (status == UNKNOT_NO_MEMORY)
        uk_no_memory(m);
    if (status == UNKNOT_OK)
        status = take_pieces(&s, name, out, m);
    out->frames = s.frames;
    out->hiss = s.hiss;
    out->prints = s.prints;
    free(s.level_db);
    free(s.clipped);
    return status;
}

void uk_survey_finish(struct uk_survey *s)
{
    free(s->pieces);
    free(s->hiss);
    free(s->prints);
    *s = (struct uk_survey){0};
}

/* ---- cutting ---- */

struct cutter {
    struct uk_cut *cuts;
    size_t count, first; /* those before are done */
    float **x;           /* of each: what is there of it so far */
    int64_t at;          /* frames heard */
    struct uk_message *m;
};

static int write_cut(const struct uk_cut *c, float *x, size_t n, struct uk_message *m)
{
    struct uk_sound_file *out = NULL;
    struct uk_cache_part part;
    int16_t *pcm = malloc((n + 1) * sizeof *pcm);
    int fd = pcm ? uk_cache_begin(&part, c->path, m) : uk_no_memory(m), status = fd;
    if (fd >= 0) {
        struct uk_sound_labels labels = {uk_path_name(c->path), "recorded"};
        status = uk_sound_file_create(&out, fd, UK_TAKE_RATE, 1, &labels, m);
        uk_to_s16(pcm, x, n);
        if (status == UNKNOT_OK)
            status = uk_sound_file_write(out, pcm, (int64_t)n, m);
        int closed = uk_sound_file_close(out, status == UNKNOT_OK ? m : NULL);
        status = status == UNKNOT_OK ? closed : status;
        if (status == UNKNOT_OK)
            status = uk_cache_commit(&part, m);
        else
            uk_cache_abandon(&part);
    }
    free(pcm);
    return status;
}

/* All of it was heard. */
static int finish_cut(struct uk_cut *c, float *x, struct uk_message *m)
{
    struct uk_equalizer flat = {0};
    struct uk_loudness l = {UK_UNKNOWN_DB, UK_UNKNOWN_DB};
    size_t n = (size_t)(c->to - c->from);
    int status = UNKNOT_OK;
    uk_chain_sentence(x, &n, UK_TAKE_RATE, &flat);
    if (n > 0 && *c->path)
        status = uk_chain_level(x, n, UK_TAKE_RATE, c->gain_db, m);
    if (n > 0 && status == UNKNOT_OK)
        status = uk_loudness_measure(&l, x, n, UK_TAKE_RATE, m);
    if (n > 0 && status == UNKNOT_OK && *c->path)
        status = write_cut(c, x, n, m);
    c->frames = (int64_t)n;
    c->lufs = fmax(l.lufs, UK_UNKNOWN_DB);
    c->peak_dbtp = fmax(l.peak_dbtp, UK_UNKNOWN_DB);
    return status;
}

static int hear(void *ctx, const float *x, size_t n)
{
    struct cutter *k = ctx;
    int64_t end = k->at + (int64_t)n;
    for (size_t i = k->first; i < k->count && k->cuts[i].from < end; i++) {
        struct uk_cut *c = &k->cuts[i];
        int64_t from = c->from > k->at ? c->from : k->at, to = c->to < end ? c->to : end;
        if (to <= from)
            continue;
        if (!k->x[i])
            k->x[i] = calloc((size_t)(c->to - c->from), sizeof **k->x);
        if (!k->x[i])
            return uk_no_memory(k->m);
        memcpy(k->x[i] + (from - c->from), x + (from - k->at), (size_t)(to - from) * sizeof *x);
        int status = to == c->to ? finish_cut(c, k->x[i], k->m) : UNKNOT_OK;
        if (to == c->to) {
            free(k->x[i]);
            k->x[i] = NULL;
        }
        if (status != UNKNOT_OK)
            return status;
    }
    k->at = end;
    while (k->first < k->count && k->cuts[k->first].to <= end)
        k->first++;
    return k->first == k->count ? ENOUGH : UNKNOT_OK;
}

static int check_cuts(const char *name, const struct uk_cut *cuts, size_t count, struct uk_message *m)
{
    for (size_t i = 0; i < count; i++) {
        const struct uk_cut *c = &cuts[i];
        if (c->from < 0 || c->to <= c->from || (i > 0 && c->from < cuts[i - 1].from) || !isfinite(c->gain_db))
            return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%s' was to be cut where it cannot be", name);
        if (c->to - c->from > (int64_t)UK_CUT_LONGEST_S * UK_TAKE_RATE)
            return uk_fail(m, UNKNOT_LIMIT, "what is to be cut out of '%s' at %lld s is longer than %d s: a sentence is shorter", name,
                           (long long)(c->from / UK_TAKE_RATE), UK_CUT_LONGEST_S);
    }
    return UNKNOT_OK;
}

int uk_take_cut(struct uk_workshop *w, const char *name, struct uk_cut *cuts, size_t count, struct uk_message *m)
{
    struct cutter k = {.cuts = cuts, .count = count, .x = calloc(count + 1, sizeof *k.x), .m = m};
    struct listener l = {NULL, hear, &k};
    int status = k.x ? check_cuts(name, cuts, count, m) : uk_no_memory(m);
    if (status == UNKNOT_OK && count > 0)
        status = listen(w, name, &l, m);
    for (size_t i = 0; status == UNKNOT_OK && i < count; i++) {
        if (cuts[i].from >= k.at)
            status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%s' is over at %.1f s, before what was to be cut out of it", name,
                             (double)k.at / UK_TAKE_RATE);
        else if (k.x[i])
            status = finish_cut(&cuts[i], k.x[i], m); /* it goes on to the end of the recording */
    }
    for (size_t i = 0; k.x && i < count; i++)
        free(k.x[i]);
    free(k.x);
    return status;
}
