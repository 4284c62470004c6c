#include "source.h"

#include "../base/time.h"
#include "noise.h"
#include "rotor.h"

#include <math.h>
#include <string.h>

#define LEAST_AMPLITUDE 1e-5 /* -100 dB */
#define SEAM_NS INT64_C(50000000)

struct partial {
    double ratio, gain, ring_s; /* to the tone one hears; linear; seconds to fall by 60 dB */
};

struct struck {
    /* Makes the peak of the whole 1: measured, the middle of what it is from 80 to 1,200 Hz (chime: 220 to 3,000); at
     * most 0.9 dB off. */
    double scale;
    int64_t attack_ns;
    const struct partial *partials;
    int count;
};

/* The partials of a church bell tuned in the usual way (hum, prime, tierce, quint, nominal and the upper ones, as in
 * Fletcher and Rossing, The Physics of Musical Instruments); low ones ring longest. */
static const struct partial bell_partials[] = {
    {0.5, 0.35, 9.0}, {1.0, 0.60, 5.5},   {1.2, 0.50, 4.5}, {1.5, 0.20, 2.8}, {2.0, 0.70, 3.0},
    {2.5, 0.22, 1.5}, {2.667, 0.20, 1.4}, {3.0, 0.30, 1.2}, {4.0, 0.20, 0.7}, {5.333, 0.10, 0.4},
};

/* A thin ring bends in its n-th way at n (n^2 - 1) / sqrt(n^2 + 1) (Rayleigh, The Theory of Sound):
 * 1, 2.83, 5.42, 8.77. No bowl is quite round, so each is a pair a little apart, which beats. */
static const struct partial bowl_partials[] = {
    {0.9990, 0.50, 22.0}, {1.0010, 0.45, 22.0}, {2.8262, 0.26, 12.0}, {2.8306, 0.22, 12.0},
    {5.4200, 0.10, 5.0},  {5.4280, 0.08, 5.0},  {8.7710, 0.03, 2.0},
};

/* A bar with free ends: 1, 2.756, 5.404, 8.933 (Euler and Bernoulli's beam). */
static const struct partial chime_partials[] = {
    {1.0, 1.00, 3.0},
    {2.756, 0.32, 1.1},
    {5.404, 0.12, 0.45},
    {8.933, 0.05, 0.22},
};

#define STRUCK(scale, attack_ns, partials)                                                                             \
    {                                                                                                                  \
        scale, attack_ns, partials, sizeof(partials) / sizeof(partials)[0]                                             \
    }
static const struct struck bell = STRUCK(0.4392, 2000000, bell_partials);
static const struct struck bowl = STRUCK(0.6394, 12000000, bowl_partials);
static const struct struck chime = STRUCK(0.7054, 1500000, chime_partials);

static const struct struck *struck_of(enum uk_kind kind)
{
    return kind == UK_BELL ? &bell : kind == UK_BOWL ? &bowl : kind == UK_CHIME ? &chime : NULL;
}

static int64_t longer(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* The least fades a cue has besides those it asks for. */
static void least_fades(const struct uk_cue *cue, const struct uk_clip *clip, int64_t *in_ns, int64_t *out_ns)
{
    const struct struck *struck = struck_of(cue->kind);
    *in_ns = struck ? struck->attack_ns : UK_EDGE_NS;
    *out_ns = UK_EDGE_NS;
    if (cue->kind == UK_PHRASE || cue->kind == UK_CLIP || cue->kind == UK_LOOP) {
        *in_ns = 0;
        if (cue->kind != UK_LOOP && clip && cue->length_frames >= clip->frames)
            *out_ns = 0;
    }
}

void uk_source_init(struct uk_source *s, const struct uk_cue *cue, const struct uk_clip *clip, double bus_gain,
                    uint32_t rate)
{
    int64_t in_ns, out_ns, ns = cue->at_ns;
    float gain = (float)(uk_gain_from_db(cue->db) * bus_gain);
    if (!isfinite(gain))
        gain = 0;
    least_fades(cue, clip, &in_ns, &out_ns);
    *s = (struct uk_source){
        .at = cue->at_frames,
        .end = cue->at_frames + cue->length_frames,
        .fade_in = uk_frames_from_ns(longer(cue->fade_in_ns, in_ns), rate),
        .fade_out = uk_frames_from_ns(longer(cue->fade_out_ns, out_ns), rate),
        .rate = rate,
        .hz = cue->hz,
        .beat_hz = cue->beat_hz,
        .left = gain,
        .right = gain,
        .step = uk_phase_step(cue->hz, rate),
        .beat = uk_phase_step(cue->kind == UK_BINAURAL ? cue->beat_hz / 2 : cue->beat_hz, rate),
        .seed = uk_mix64(((uint64_t)cue->order << 40) ^ (uint64_t)cue->at_frames),
        .clip = clip,
        .kind = cue->kind,
        .colour = cue->colour,
    };
    /* balance: the side one turns away from gets softer, the other stays */
    float away = (float)uk_cos(uk_phase_step(cue->pan, 4));
    if (cue->pan > 0)
        s->left = gain * away;
    else if (cue->pan < 0)
        s->right = gain * away;
    for (int i = 0; i < 3; i++) {
        ns += cue->phases_ns[i];
        s->phases[i] = uk_frames_from_ns(ns, rate) - cue->at_frames;
    }
}

/* Each frame is its middle: half a step in, so that the first is not 0. */
static uint64_t phase_at(uint64_t step, int64_t frame)
{
    return step * (uint64_t)frame + (uint64_t)((int64_t)step / 2);
}

static void add_sine(float *out, uint64_t step, int64_t frame, double gain)
{
    uk_rotor_add(out, phase_at(step, frame), step, 0, gain);
}

static void render_struck(const struct uk_source *s, const struct struck *struck, int64_t frame, float *out)
{
    double loudest = (double)(s->left > s->right ? s->left : s->right);
    for (int i = 0; i < struck->count; i++) {
        const struct partial *p = &struck->partials[i];
        double decay = 6.907755278982137 / (p->ring_s * s->rate); /* ln 1000 */
        double amplitude = struck->scale * p->gain * uk_exp(-decay * ((double)frame + 0.5));
        if (amplitude * loudest < LEAST_AMPLITUDE || s->hz * p->ratio > s->rate * 0.45)
            continue;
        uint64_t step = uk_phase_step(s->hz * p->ratio, s->rate);
        uk_rotor_add(out, phase_at(step, frame), step, decay, amplitude);
    }
}

static float swell(const struct uk_source *s, int64_t frame)
{
    if (frame < s->phases[0])
        return frame < 0 ? 0 : uk_raised((float)(frame + 1) / (float)(s->phases[0] + 1));
    if (frame < s->phases[1])
        return 1;
    if (frame < s->phases[2])
        return uk_raised((float)(s->phases[2] - frame) / (float)(s->phases[2] - s->phases[1] + 1));
    return 0;
}

static int inside(int64_t frame)
{
    return frame < 0 ? 0 : frame > UK_QUANTUM ? UK_QUANTUM : (int)frame;
}

/* swell() of a whole quantum, phase by phase: loops that vectorise. */
static void swells(const struct uk_source *s, int64_t frame, float *gain)
{
    int32_t i = 0, rise = (int32_t)(frame + 1), fall = (int32_t)(s->phases[2] - frame);
    float in = (float)(s->phases[0] + 1), out = (float)(s->phases[2] - s->phases[1] + 1);
    for (; i < inside(-frame); i++)
        gain[i] = 0;
    for (int to = inside(s->phases[0] - frame); i < to; i++)
        gain[i] = uk_raised((float)(rise + i) / in);
    for (int to = inside(s->phases[1] - frame); i < to; i++)
        gain[i] = 1;
    for (int to = inside(s->phases[2] - frame); i < to; i++)
        gain[i] = uk_raised((float)(fall - i) / out);
    for (; i < UK_QUANTUM; i++)
        gain[i] = 0;
}

/* Soft air: darker when quiet, brighter when full. */
static void render_breath(const struct uk_source *s, int64_t quantum, float *left, float *right)
{
    int64_t frame = quantum * UK_QUANTUM - s->at;
    struct uk_noise_weights begin, end;
    float gain[UK_QUANTUM];
    if (frame >= s->phases[2]) { /* the rest */
        memset(left, 0, UK_QUANTUM * sizeof *left);
        memset(right, 0, UK_QUANTUM * sizeof *right);
        return;
    }
    uk_noise_blend(&begin, 0.1f + 0.5f * swell(s, frame));
    uk_noise_blend(&end, 0.1f + 0.5f * swell(s, frame + UK_QUANTUM));
    uk_noise(s->seed, quantum, &begin, &end, left, right);
    swells(s, frame, gain);
    for (int i = 0; i < UK_QUANTUM; i++) {
        left[i] *= gain[i];
        right[i] *= gain[i];
    }
}

/* Over and over: the last `seam` frames of each round are heard together with the first of the next, at equal power. */
static bool read_loop(const struct uk_clip *c, int64_t seam, int64_t frame, float *left, float *right)
{
    int64_t round = c->frames - seam;
    bool whole = true;
    for (int i = 0; i < UK_QUANTUM;) {
        int64_t k = frame + i, place = k < 0 ? k : k % round;
        bool cross = k >= round && place < seam;
        int64_t until = k < 0 ? 0 : cross ? seam : round;
        int n = until - place < UK_QUANTUM - i ? (int)(until - place) : UK_QUANTUM - i;
        whole &= uk_clip_read(c, place, n, left + i, right + i);
        if (cross) {
            float last_left[UK_QUANTUM], last_right[UK_QUANTUM];
            whole &= uk_clip_read(c, place + round, n, last_left, last_right);
            for (int j = 0; j < n; j++) {
                float t = (float)(place + j + 1) / (float)(seam + 1), in = uk_quarter_sine(t),
                      out = uk_quarter_sine(1 - t);
                left[i + j] = left[i + j] * in + last_left[j] * out;
                if (c->channels == 2)
                    right[i + j] = right[i + j] * in + last_right[j] * out;
            }
        }
        i += n;
    }
    return whole;
}

int64_t uk_loop_round(const struct uk_clip *clip, uint32_t rate)
{
    int64_t seam = uk_frames_from_ns(SEAM_NS, rate), quarter = clip->frames / 4;
    return clip->frames - (seam < quarter ? seam : quarter);
}

static int render_recorded(const struct uk_source *s, int64_t frame, float *left, float *right, bool *late)
{
    if (!s->clip || s->clip->frames < 1) {
        memset(left, 0, UK_QUANTUM * sizeof *left);
        *late |= !s->clip;
        return 1;
    }
    if (s->kind == UK_LOOP) {
        int64_t seam = s->clip->frames - uk_loop_round(s->clip, (uint32_t)s->rate);
        *late |= !read_loop(s->clip, seam, frame, left, right);
    } else {
        *late |= !uk_clip_read(s->clip, frame, UK_QUANTUM, left, right);
    }
    return s->clip->channels;
}

static void tame(float *v)
{
    for (int i = 0; i < UK_QUANTUM; i++)
        v[i] = isfinite(v[i]) ? v[i] > 1 ? 1 : v[i] < -1 ? -1 : v[i] : 0;
}

/* What a plugin makes. It is asked for nothing before its beginning, and whatever it gives is sound. */
static void render_made(const struct uk_source *s, int64_t frame, float *left, float *right)
{
    const struct unknot_source_cue cue = {sizeof cue, (uint32_t)s->rate, s->seed, s->hz, s->beat_hz};
    int before = inside(-frame);
    memset(left, 0, UK_QUANTUM * sizeof *left);
    memset(right, 0, UK_QUANTUM * sizeof *right);
    if (!s->clip || !s->clip->maker.ops || before == UK_QUANTUM)
        return;
    s->clip->maker.ops->render(s->clip->maker.self, &cue, frame + before, (uint32_t)(UK_QUANTUM - before), left + before,
                               right + before);
    tame(left);
    tame(right);
}

int uk_source_render(const struct uk_source *s, int64_t quantum, float *left, float *right, bool *late)
{
    int64_t frame = quantum * UK_QUANTUM - s->at;
    const struct struck *struck = struck_of(s->kind);
    switch (s->kind) {
    case UK_PHRASE:
    case UK_CLIP:
    case UK_LOOP:
        return render_recorded(s, frame, left, right, late);
    case UK_SOURCE:
        render_made(s, frame, left, right);
        return 2;
    case UK_NOISE:
        uk_noise(s->seed, quantum, &uk_noise_colours[s->colour], &uk_noise_colours[s->colour], left, right);
        return 2;
    case UK_BREATH:
        render_breath(s, quantum, left, right);
        return 2;
    case UK_BINAURAL:
        memset(left, 0, UK_QUANTUM * sizeof *left);
        memset(right, 0, UK_QUANTUM * sizeof *right);
        add_sine(left, s->step - s->beat, frame, 1);
        add_sine(right, s->step + s->beat, frame, 1);
        return 2;
    case UK_ISOCHRONIC: /* sin a (1 - cos b) / 2 as the three sines that it is */
        memset(left, 0, UK_QUANTUM * sizeof *left);
        add_sine(left, s->step, frame, 0.5);
        add_sine(left, s->step + s->beat, frame, -0.25);
        add_sine(left, s->step - s->beat, frame, -0.25);
        return 1;
    case UK_BELL:
    case UK_BOWL:
    case UK_CHIME:
        memset(left, 0, UK_QUANTUM * sizeof *left);
        render_struck(s, struck, frame, left);
        return 1;
    case UK_SINE:
    case UK_KINDS:
        break;
    }
    memset(left, 0, UK_QUANTUM * sizeof *left);
    add_sine(left, s->step, frame, 1);
    return 1;
}

bool uk_source_fades(const struct uk_source *s, int64_t quantum, float *gain)
{
    int64_t first = quantum * UK_QUANTUM - s->at, last = first + UK_QUANTUM - 1, left = s->end - s->at - last;
    bool in = first < s->fade_in, out = left <= s->fade_out;
    if (!in && !out)
        return false;
    for (int i = 0; i < UK_QUANTUM; i++)
        gain[i] = 1;
    /* frame k of a fade over F frames is at (k + 1) / (F + 1): never quite 0, never quite 1 */
    if (in) {
        float begin = (float)((double)(first + 1) / (double)(s->fade_in + 1)),
              slope = (float)(1.0 / (double)(s->fade_in + 1));
        for (int i = 0; i < UK_QUANTUM; i++) {
            float t = begin + slope * (float)i;
            gain[i] *= uk_raised(t > 0 ? t : 0);
        }
    }
    if (out) {
        float begin = (float)((double)left / (double)(s->fade_out + 1)),
              slope = (float)(1.0 / (double)(s->fade_out + 1));
        for (int i = 0; i < UK_QUANTUM; i++) {
            float t = begin + slope * (float)(UK_QUANTUM - 1 - i);
            gain[i] *= uk_raised(t > 0 ? t : 0);
        }
    }
    return true;
}
