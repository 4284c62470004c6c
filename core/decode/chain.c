#include "chain.h"

#include "loudness.h"

#include <math.h>
#include <string.h>

#define HIGH_PASS_HZ 80
#define TRIM_STEP_S 0.005
#define TRIM_DB (-45) /* under the sentence's peak */
#define KEEP_BEFORE_S 0.020
#define KEEP_AFTER_S 0.150
#define FADE_IN_S 0.005
#define FADE_OUT_S 0.040
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

struct uk_equalizer uk_chain_equalizer(const char *identity)
{
    /* calmer: less boom, and half of the high shelf that is right in silence, since a bed of noise may play along */
    if (strstr(identity, "cmu_us_rms"))
        return (struct uk_equalizer){200, -6, 2500, -4};
    return (struct uk_equalizer){0};
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
    if (eq->low_db != 0)
        filter(x, *n, shelf(eq->low_hz, eq->low_db, rate, 1));
    if (eq->high_db != 0 && eq->high_hz < rate * 0.45)
        filter(x, *n, shelf(eq->high_hz, eq->high_db, rate, -1));
    *n = trim(x, *n, rate);
    fade(x, *n, rate);
}

int uk_chain_level(float *x, size_t n, uint32_t rate, double gain_db, struct uk_message *m)
{
    struct uk_loudness l;
    int status = uk_loudness_measure(&l, x, n, rate, m);
    if (status != UNKNOT_OK)
        return status;
    /* the estimate of a true peak is good to a tenth of a dB */
    double most_db = UK_SPEECH_PEAK_DBTP - 0.2 - l.peak_dbtp;
    float gain = (float)pow(10, fmin(gain_db, most_db) / 20);
    for (size_t i = 0; i < n; i++)
        x[i] *= gain;
    return UNKNOT_OK;
}
