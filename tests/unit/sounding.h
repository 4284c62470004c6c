/* sounding.h - what the tests of sound share: timelines in a line, clips in memory, a spectrum. */
#ifndef SOUNDING_H
#define SOUNDING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/time.h"
#include "score/timeline.h"
#include "sound/clip.h"
#include "sound/maths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define RATE 48000
#define MS INT64_C(1000000)
#define PI 3.14159265358979323846

static inline struct uk_cue cue_of(enum uk_kind kind, enum uk_bus bus, int64_t at_ns, int64_t length_ns, double db)
{
    return (struct uk_cue){.kind = kind,
                           .bus = bus,
                           .at_ns = at_ns,
                           .length_ns = length_ns,
                           .db = db,
                           .text = kind == UK_PHRASE ? "x" : "",
                           .file = kind == UK_CLIP || kind == UK_LOOP || kind == UK_SOURCE ? "x" : "",
                           .hz = 440,
                           .beat_hz = 6,
                           .colour = UK_PINK};
}

/* Frozen; the cues get their place in the list as order. */
static inline struct uk_timeline *timeline_at(uint32_t rate, const struct uk_cue *cues, uint32_t count,
                                              int64_t length_ns)
{
    struct uk_message m = {""};
    struct uk_timeline *t = uk_timeline_create();
    assert_non_null(t);
    for (uint32_t i = 0; i < count; i++) {
        struct uk_cue c = cues[i];
        c.order = i;
        assert_int_equal(uk_timeline_add_cue(t, &c), UNKNOT_OK);
    }
    t->length_ns = length_ns;
    if (uk_timeline_freeze(t, rate, &m) != UNKNOT_OK)
        fail_msg("%s", m.text);
    return t;
}

/* A clip all of whose pieces are there; sample(frame, channel). */
static inline struct uk_clip *clip_of(int channels, int64_t frames, int16_t (*sample)(int64_t, int))
{
    struct uk_clip *c = uk_clip_create(UK_CLIP_FILE, "test", channels, frames);
    assert_non_null(c);
    for (int32_t i = 0; i < c->piece_count; i++) {
        int32_t n = uk_clip_piece_frames(c, i);
        int16_t *piece = malloc((size_t)n * (size_t)channels * sizeof *piece);
        assert_non_null(piece);
        for (int32_t k = 0; k < n; k++)
            for (int ch = 0; ch < channels; ch++)
                piece[k * channels + ch] = sample((int64_t)i * UK_PIECE_FRAMES + k, ch);
        atomic_store(&c->pieces[i], piece);
    }
    return c;
}

static inline int16_t tone_sample(int64_t frame, int channel)
{
    return (int16_t)floor(12000 * uk_sin(uk_phase_step(channel ? 330 : 220, RATE) * (uint64_t)frame) + 0.5);
}

static inline int16_t impulse_sample(int64_t frame, int channel)
{
    (void)channel;
    return frame == 0 ? 16384 : 0;
}

static inline uint64_t random_next(uint64_t *state)
{
    *state += UINT64_C(0x9e3779b97f4a7c15);
    return uk_mix64(*state);
}

/* Adds the power spectrum of `n` (a power of two) Hann-windowed values to power[0 ... n/2]. */
static inline void add_spectrum(const float *in, int n, double *power)
{
    double *re = calloc((size_t)n, sizeof *re), *im = calloc((size_t)n, sizeof *im);
    assert_true(re && im);
    for (int i = 0, j = 0; i < n; i++) {
        re[j] = (double)in[i] * (0.5 - 0.5 * cos(2 * PI * i / n));
        int bit = n >> 1;
        for (; bit && (j & bit); bit >>= 1)
            j ^= bit;
        j |= bit;
    }
    for (int half = 1; half < n; half *= 2)
        for (int k = 0; k < half; k++) {
            double c = cos(PI * k / half), s = -sin(PI * k / half);
            for (int i = k; i < n; i += 2 * half) {
                double a = re[i + half] * c - im[i + half] * s, b = re[i + half] * s + im[i + half] * c;
                re[i + half] = re[i] - a;
                im[i + half] = im[i] - b;
                re[i] += a;
                im[i] += b;
            }
        }
    for (int i = 0; i <= n / 2; i++)
        power[i] += re[i] * re[i] + im[i] * im[i];
    free(re);
    free(im);
}

static inline double db_of(double gain)
{
    return 20 * log10(gain);
}

/* The greatest bend of a line: |x[i-1] - 2 x[i] + x[i+1]|. A click is a bend that the sound itself does not have. */
static inline double greatest_bend(const float *x, size_t count, size_t stride)
{
    double most = 0;
    for (size_t i = 1; i + 1 < count; i++) {
        double bend = fabs((double)x[(i - 1) * stride] - 2 * (double)x[i * stride] + (double)x[(i + 1) * stride]);
        most = bend > most ? bend : most;
    }
    return most;
}

#endif
