#include "chain.h"

#include "loudness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEADROOM_DB 1.0 /* Opus at 24 kbit/s makes peaks up to 0.8 dB higher, and a true peak is an estimate */
#define HIGH_PASS_HZ 80
#define HIGHEST_BAND 0.45 /* of the rate: above, a filter is no longer what its numbers say */
#define TRIM_STEP_S 0.005
#define TRIM_DB (-45) /* under the sentence's peak */
#define KEEP_BEFORE_S 0.020
#define KEEP_AFTER_S 0.150
#define FADE_IN_S 0.005
#define FADE_OUT_S 0.040
#define LIMIT_S 0.015
#define SILENCE_DB (-60) /* a sentence whose peak is under this says nothing */

#define PI 3.14159265358979323846

struct biquad {
    double b0, b1, b2, a1, a2; /* a0 is 1 */
};

/* R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients". */
static struct biquad high_pass(double hz, uint32_t rate)
{
    double w = 2 * PI * hz / rate, alpha = sin(w) / (2 * sqrt(0.5)), a0 = 1 + alpha;
    double b = (1 + cos(w)) / 2 / a0;
    return (struct biquad){b, -2 * b, b, -2 * cos(w) / a0, (1 - alpha) / a0};
}

/* The same source, slope S = 1. `side` is 1 for a low shelf, -1 for a high shelf. */
static struct biquad shelf(double hz, double db, uint32_t rate, int side)
{
    double a = pow(10, db / 40), w = 2 * PI * hz / rate, c = side * cos(w);
    double root = 2 * sqrt(a) * sin(w) / 2 * sqrt(2);
    double a0 = (a + 1) + (a - 1) * c + root;
    return (struct biquad){
        .b0 = a * ((a + 1) - (a - 1) * c + root) / a0,
        .b1 = side * 2 * a * ((a - 1) - (a + 1) * c) / a0,
        .b2 = a * ((a + 1) - (a - 1) * c - root) / a0,
        .a1 = side * -2 * ((a - 1) + (a + 1) * c) / a0,
        .a2 = ((a + 1) + (a - 1) * c - root) / a0,
    };
}

/* The same source. */
static struct biquad peaking(double hz, double db, double q, uint32_t rate)
{
    double a = pow(10, db / 40), w = 2 * PI * hz / rate, alpha = sin(w) / (2 * q), a0 = 1 + alpha / a;
    return (struct biquad){(1 + alpha * a) / a0, -2 * cos(w) / a0, (1 - alpha * a) / a0, -2 * cos(w) / a0, (1 - alpha / a) / a0};
}

static void filter(float *x, size_t n, struct biquad q)
{
    double z1 = 0, z2 = 0;
    for (size_t i = 0; i < n; i++) {
        double in = x[i], out = q.b0 * in + z1;
        z1 = q.b1 * in - q.a1 * out + z2;
        z2 = q.b2 * in - q.a2 * out;
        x[i] = (float)out;
    }
}

/* Dull voices get presence and less boom, which is what makes them understood over a bed of noise. Bright ones are made calmer, by half of
 * what is right in silence. */
static const struct suit {
    const char *engine, *speaker; /* both must be in the identity */
    struct uk_equalizer eq;
} suits[] = {
    {"cmu_us_rms", "", {{{UK_LOW_SHELF, 200, -6, 0}, {UK_HIGH_SHELF, 2500, -4, 0}}}},
    {"cmu_us_slt_arctic_hts", "", {{{UK_LOW_SHELF, 230, -6, 0}, {UK_PEAK, 3000, 4, 0.7}, {UK_HIGH_SHELF, 4000, 4, 0}}}},
    {"RHVoice-test", "-p slt", {{{UK_LOW_SHELF, 230, -8, 0}, {UK_PEAK, 2600, 6, 0.8}, {UK_HIGH_SHELF, 6500, -4, 0}}}},
    {"RHVoice-test", "-p bdl", {{{UK_LOW_SHELF, 200, -2, 0}, {UK_HIGH_SHELF, 2800, -2.5, 0}}}},
    {"pico2wave", "", {{{UK_LOW_SHELF, 220, -5, 0}, {UK_HIGH_SHELF, 1200, 8, 0}}}},
    {"flite", "-voice slt", {{{UK_LOW_SHELF, 230, -9, 0}, {UK_PEAK, 2200, 3, 0.8}, {UK_HIGH_SHELF, 5500, -4, 0}}}},
    {"flite", "-voice kal16", {{{UK_PEAK, 4200, -1.5, 1}}}},
    {"espeak-ng", "", {{{UK_PEAK, 2800, -2.5, 1}, {UK_HIGH_SHELF, 6000, -1, 0}}}},
};

struct uk_equalizer uk_chain_equalizer(const char *identity)
{
    for (size_t i = 0; i < sizeof suits / sizeof *suits; i++)
        if (strstr(identity, suits[i].engine) && strstr(identity, suits[i].speaker))
            return suits[i].eq;
    return (struct uk_equalizer){0};
}

static void equalize(float *x, size_t n, uint32_t rate, const struct uk_equalizer *eq)
{
    for (size_t i = 0; i < UK_EQUALIZER_BANDS; i++) {
        const struct uk_band *b = &eq->bands[i];
        if (b->kind == UK_NO_BAND || b->hz >= rate * HIGHEST_BAND)
            continue;
        filter(x, n, b->kind == UK_PEAK ? peaking(b->hz, b->db, b->q, rate) : shelf(b->hz, b->db, rate, b->kind == UK_LOW_SHELF ? 1 : -1));
    }
}

static float peak_of(const float *x, size_t n)
{
    float peak = 0;
    for (size_t i = 0; i < n; i++)
        peak = fmaxf(peak, fabsf(x[i]));
    return peak;
}

static size_t frames_of(double seconds, uint32_t rate)
{
    return (size_t)(seconds * rate + 0.5);
}

static size_t trim(float *x, size_t n, uint32_t rate)
{
    float peak = peak_of(x, n), least = peak * (float)pow(10, TRIM_DB / 20.0);
    size_t step = frames_of(TRIM_STEP_S, rate), first = n, last = 0;
    if (peak < (float)pow(10, SILENCE_DB / 20.0))
        return 0;
    for (size_t at = 0; at < n; at += step) {
        size_t end = at + step < n ? at + step : n;
        if (peak_of(x + at, end - at) < least)
            continue;
        first = first < at ? first : at;
        last = end;
    }
    size_t before = frames_of(KEEP_BEFORE_S, rate), after = frames_of(KEEP_AFTER_S, rate);
    first = first > before ? first - before : 0;
    last = n - last > after ? last + after : n;
    memmove(x, x + first, (last - first) * sizeof *x);
    return last - first;
}

/* Raised cosine; the outermost frame is nearly nothing, the innermost nearly whole. */
static void fade(float *x, size_t n, uint32_t rate)
{
    size_t in = frames_of(FADE_IN_S, rate), out = frames_of(FADE_OUT_S, rate);
    in = in < n ? in : n;
    out = out < n ? out : n;
    for (size_t i = 0; i < in; i++)
        x[i] *= (float)(0.5 - 0.5 * cos(PI * (double)i / (double)in));
    for (size_t i = 0; i < out; i++)
        x[n - 1 - i] *= (float)(0.5 - 0.5 * cos(PI * (double)i / (double)out));
}

void uk_chain_sentence(float *x, size_t *n, uint32_t rate, const struct uk_equalizer *eq)
{
    filter(x, *n, high_pass(HIGH_PASS_HZ, rate));
    equalize(x, *n, rate, eq);
    *n = trim(x, *n, rate);
    fade(x, *n, rate);
}

/* Bends peaks down to `most`. The gain falls and rises within LIMIT_S, and is the same everywhere in between: slower than a pitch. */
static int limit(float *x, size_t n, uint32_t rate, float most, struct uk_message *m)
{
    size_t reach = frames_of(LIMIT_S, rate) + 1, width = 2 * reach + 1;
    float *least = malloc((n + 2 * reach) * sizeof *least); /* the gain needed within `reach`; starts that much before the sound */
    if (!least)
        return uk_no_memory(m);
    for (size_t i = 0; i < n + 2 * reach; i++)
        least[i] = 1;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; fabsf(x[i]) > most && k < width; k++)
            least[i + k] = fminf(least[i + k], most / fabsf(x[i]));
    double sum = 0;
    for (size_t i = 0; i < width - 1 && i < n + 2 * reach; i++)
        sum += least[i];
    for (size_t i = 0; i < n; i++) {
        sum += least[i + width - 1];
        x[i] *= (float)(sum / (double)width);
        sum -= least[i];
    }
    free(least);
    return UNKNOT_OK;
}

int uk_chain_level(float *x, size_t n, uint32_t rate, double gain_db, struct uk_message *m)
{
    struct uk_loudness l;
    int status = uk_loudness_measure(&l, x, n, rate, m);
    float gain = (float)pow(10, gain_db / 20), peak = peak_of(x, n);
    if (status != UNKNOT_OK || peak == 0)
        return status;
    for (size_t i = 0; i < n; i++)
        x[i] *= gain;
    /* the estimate of a true peak is good to a tenth of a dB; what lies between the frames is over them by as much as before */
    double most_db = UK_SPEECH_PEAK_DBTP - HEADROOM_DB, between_db = l.peak_dbtp - 20 * log10(peak);
    if (l.peak_dbtp + gain_db > most_db)
        status = limit(x, n, rate, (float)pow(10, (most_db - between_db) / 20), m);
    if (status == UNKNOT_OK)
        status = uk_loudness_measure(&l, x, n, rate, m);
    float rest = (float)pow(10, fmin(0, most_db - l.peak_dbtp) / 20);
    for (size_t i = 0; i < n && rest < 1; i++)
        x[i] *= rest;
    return status;
}

int uk_chain_look(struct uk_level *out, const float *x, size_t n, uint32_t rate, struct uk_message *m)
{
    struct uk_loudness l;
    int status = uk_loudness_measure(&l, x, n, rate, m);
    if (status == UNKNOT_OK)
        *out = (struct uk_level){l.lufs, l.peak_dbtp, (double)n / rate};
    return status;
}

int uk_chain_levels(struct uk_chain_levels *out, const float *raw, size_t n, uint32_t rate, const char *identity, double gain_db,
                    struct uk_message *m)
{
    struct uk_equalizer eq = uk_chain_equalizer(identity);
    float *x = malloc((n + 1) * sizeof *x);
    if (!x)
        return uk_no_memory(m);
    memcpy(x, raw, n * sizeof *x);
    int status = uk_chain_look(&out->before, x, n, rate, m);
    if (status == UNKNOT_OK) {
        uk_chain_sentence(x, &n, rate, &eq);
        status = uk_chain_level(x, n, rate, gain_db, m);
    }
    if (status == UNKNOT_OK)
        status = uk_chain_look(&out->after, x, n, rate, m);
    free(x);
    return status;
}
