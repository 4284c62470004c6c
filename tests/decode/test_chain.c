#include "decode/chain.h"
#include "decode/loudness.h"
#include "decode/resample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RATE 16000
#define PI 3.14159265358979323846

static const struct uk_equalizer flat = {0};

/* `seconds` of a sine between silences of `edge_s`. */
static float *sine(double hz, double seconds, double edge_s, double level, size_t *n)
{
    size_t edge = (size_t)(edge_s * RATE), k = (size_t)(seconds * RATE);
    *n = k + 2 * edge;
    float *x = calloc(*n, sizeof *x);
    for (size_t i = 0; i < k; i++)
        x[edge + i] = (float)(level * sin(2 * PI * hz * (double)i / RATE));
    return x;
}

static double rms_db(const float *x, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (double)x[i] * x[i];
    return 10 * log10(sum / (double)n + 1e-30);
}

/* What the chain does to a steady sine, in dB, away from the edges. */
static double response_db(double hz, const struct uk_equalizer *eq)
{
    size_t n;
    float *x = sine(hz, 2, 0, 0.25, &n);
    double before = rms_db(x + 8000, 16000);
    uk_chain_sentence(x, &n, RATE, eq);
    double after = rms_db(x + 8000, 16000);
    free(x);
    return after - before;
}

static void close_to(double got, double wanted, double by)
{
    if (!(fabs(got - wanted) <= by))
        fail_msg("%g, not %g", got, wanted);
}

static void filters(void **state)
{
    (void)state;
    close_to(response_db(80, &flat), -3, 0.1);
    close_to(response_db(20, &flat), -24, 0.5);
    close_to(response_db(1000, &flat), 0, 0.05);
    struct uk_equalizer rms = uk_chain_equalizer("flite 2.2 cmu_us_rms stretch 1.4500");
    close_to(response_db(200, &rms) - response_db(200, &flat), -3, 0.2);
    close_to(response_db(2500, &rms), -2, 0.2);
    close_to(response_db(7000, &rms), -4, 0.2);
    close_to(response_db(800, &rms), 0, 0.4);
}

/* Every voice that has an equaliser is known by what its plugin says of itself. */
static void suits_the_voice(void **state)
{
    (void)state;
    static const struct {
        const char *identity;
        double hz, db;
    } cases[] = {
        {"command text2wave -eval (voice_cmu_us_slt_arctic_hts) -eval (set! h 0123456789abcdef stretch 1.50, 32000 Hz", 3000, 4.7},
        {"command RHVoice-test -p slt -r 65 -o {out} 0123456789abcdef stretch 1.50, 24000 Hz", 2600, 5.7},
        {"command RHVoice-test -p bdl -r 65 -o {out} 0123456789abcdef stretch 1.50, 24000 Hz", 7000, -2.5},
        {"command RHVoice-test -p clb -r 65 -o {out} 0123456789abcdef stretch 1.50, 24000 Hz", 7000, 0},
        {"command pico2wave -l en-US -w {out} -- <speed 0123456789abcdef stretch 1.50, 16000 Hz", 6000, 8},
        {"command flite -voice slt -o {out} 0123456789abcdef stretch 1.50, 16000 Hz", 2200, 2.9},
        {"command flite -voice kal16 -o {out} 0123456789abcdef stretch 1.50, 16000 Hz", 4200, -1.5},
        {"command espeak-ng -v de -s 112 --stdin -w {out} 0123456789abcdef stretch 1.50, 22050 Hz", 2800, -2.5},
        {"command /home/me/mine 0123456789abcdef stretch 1.50, 22050 Hz", 2800, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_equalizer eq = uk_chain_equalizer(cases[i].identity);
        close_to(response_db(cases[i].hz, &eq), cases[i].db, 0.3);
    }
    /* a band that is above what the rate can hold is left out: no filter that rings or explodes */
    struct uk_equalizer high = {{{UK_PEAK, 7900, 12, 1}, {UK_HIGH_SHELF, 9000, 12, 0}}};
    close_to(response_db(3000, &high), 0, 0.05);
}

static void trims_and_fades(void **state)
{
    (void)state;
    size_t n;
    float *x = sine(440, 1, 0.5, 0.5, &n);
    uk_chain_sentence(x, &n, RATE, &flat);
    /* two steps of 5 ms, and what the high-pass rings on */
    close_to((double)n / RATE, 1 + 0.020 + 0.150, 0.020);
    assert_true(rms_db(x, 8) < -50);
    close_to(x[n - 1], 0, 1e-4);
    free(x);
    /* nothing to trim: the edges are faded all the same */
    x = sine(440, 1, 0, 0.5, &n);
    uk_chain_sentence(x, &n, RATE, &flat);
    close_to((double)n / RATE, 1, 0.001);
    close_to(x[0], 0, 1e-6);
    close_to(x[n - 1], 0, 1e-6);
    for (size_t i = 1; i < n; i++)
        assert_true(fabsf(x[i] - x[i - 1]) < 0.12f);
    free(x);
}

static void hears_silence(void **state)
{
    (void)state;
    size_t n;
    float *x = sine(440, 1, 0.1, 0.0005, &n);
    uk_chain_sentence(x, &n, RATE, &flat);
    assert_int_equal(n, 0);
    free(x);
    float one = 0.5f;
    n = 1;
    uk_chain_sentence(&one, &n, RATE, &flat);
    assert_true(n <= 1);
}

static void keeps_the_peak_down(void **state)
{
    (void)state;
    size_t n;
    struct uk_loudness l;
    float *x = sine(997, 1, 0, 0.1, &n);
    assert_int_equal(uk_chain_level(x, n, RATE, 6, NULL), 0);
    assert_int_equal(uk_loudness_measure(&l, x, n, RATE, NULL), 0);
    close_to(l.peak_dbtp, -14, 0.2);
    assert_int_equal(uk_chain_level(x, n, RATE, 30, NULL), 0);
    assert_int_equal(uk_loudness_measure(&l, x, n, RATE, NULL), 0);
    assert_true(l.peak_dbtp <= UK_SPEECH_PEAK_DBTP);
    close_to(l.peak_dbtp, UK_SPEECH_PEAK_DBTP - 1, 0.3);
    /* a mono sine of -4 dB: -3 dB for its RMS, -0.69 of the standard, and about +0.7 of its filter at 1 kHz */
    close_to(l.lufs, -7, 0.2);
    memset(x, 0, n * sizeof *x);
    assert_int_equal(uk_chain_level(x, n, RATE, 30, NULL), 0);
    assert_true(x[0] == 0 && x[n - 1] == 0);
    free(x);
}

/* A loud moment in a soft sentence: it alone is bent, and the gain is the voice's own again where it is far away. */
static void bends_only_the_peak(void **state)
{
    (void)state;
    size_t n;
    struct uk_loudness l;
    float *x = sine(997, 2, 0, 0.1, &n);
    for (size_t i = n / 2; i < n / 2 + 800; i++)
        x[i] *= 8;
    assert_int_equal(uk_chain_level(x, n, RATE, 12, NULL), 0);
    assert_int_equal(uk_loudness_measure(&l, x, n, RATE, NULL), 0);
    assert_true(l.peak_dbtp <= UK_SPEECH_PEAK_DBTP);
    close_to(l.peak_dbtp, UK_SPEECH_PEAK_DBTP - 1, 0.7);
    close_to(rms_db(x, n / 2 - 1000), -20 - 3 + 12, 0.05);
    close_to(rms_db(x + n - 12000, 12000), -20 - 3 + 12, 0.05);
    free(x);
}

/* "In." is shorter than a block of the standard, and as loud as the same sound in a long one. */
static void measures_short_sounds(void **state)
{
    (void)state;
    size_t n;
    struct uk_loudness l;
    for (double seconds = 0.05; seconds < 0.5; seconds += 0.05) {
        float *x = sine(997, seconds, 0, 0.1, &n);
        assert_int_equal(uk_loudness_measure(&l, x, n, RATE, NULL), 0);
        close_to(l.lufs, -23 + 10 * log10(fmin(1, seconds / 0.4)), 0.3);
        close_to(l.peak_dbtp, -20, 1); /* its cut ends ring */
        free(x);
    }
    assert_int_equal(uk_loudness_measure(&l, NULL, 0, RATE, NULL), 0);
    assert_true(isinf(l.lufs) && l.lufs < 0);
}

static void tells_levels(void **state)
{
    (void)state;
    struct uk_chain_levels levels;
    size_t n;
    float *x = sine(997, 1, 0.5, 0.1, &n), first = x[n / 2];
    assert_int_equal(uk_chain_levels(&levels, x, n, RATE, "nobody", 6, NULL), 0);
    close_to(levels.before.lufs, -24, 0.5); /* the blocks at its edges are half silent */
    close_to(levels.before.peak_dbtp, -20, 0.2);
    close_to(levels.before.seconds, 2, 1e-9);
    close_to(levels.after.lufs, -17, 0.5);
    close_to(levels.after.peak_dbtp, -14, 1); /* the high-pass makes its start higher */
    close_to(levels.after.seconds, 1.17, 0.02);
    assert_true(x[n / 2] == first);
    assert_int_equal(uk_chain_levels(&levels, x, n, RATE, "nobody", 40, NULL), 0);
    assert_true(levels.after.peak_dbtp <= UK_SPEECH_PEAK_DBTP);
    memset(x, 0, n * sizeof *x);
    assert_int_equal(uk_chain_levels(&levels, x, n, RATE, "nobody", 6, NULL), 0);
    assert_true(isinf(levels.before.lufs) && isinf(levels.after.lufs) && levels.after.seconds == 0);
    free(x);
}

static float collected[100000];
static size_t collected_n;

static int collect(void *ctx, const float *x, size_t n)
{
    (void)ctx;
    memcpy(collected + collected_n, x, n * sizeof *x);
    collected_n += n;
    return UNKNOT_OK;
}

static void resample(uint32_t from, uint32_t to, const float *x, size_t n, size_t block)
{
    struct uk_resampler *r;
    collected_n = 0;
    assert_int_equal(uk_resampler_create(&r, from, to, 1, NULL), 0);
    for (size_t at = 0; at < n; at += block)
        assert_int_equal(uk_resampler_put(r, x + at, n - at < block ? n - at : block, collect, NULL, NULL), 0);
    assert_int_equal(uk_resampler_put(r, NULL, 0, collect, NULL, NULL), 0);
    assert_int_equal(collected_n, uk_resampled_frames((int64_t)n, from, to));
    uk_resampler_destroy(r);
}

static void resamples_to_the_exact_length(void **state)
{
    (void)state;
    static const uint32_t rates[] = {4000, 8000, 11025, 16000, 22050, 44100, 48000, 96000};
    static const size_t lengths[] = {1, 2, 3, 100, 777, 4096, 7999};
    size_t n;
    float *x = sine(440, 1, 0, 0.5, &n);
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++)
        for (size_t j = 0; j < sizeof rates / sizeof *rates; j++)
            for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++)
                if (lengths[k] * rates[j] / rates[i] < 90000)
                    resample(rates[i], rates[j], x, lengths[k], 1000);
    free(x);
}

static void resampling_does_not_depend_on_blocks(void **state)
{
    (void)state;
    static float whole[100000];
    size_t n;
    float *x = sine(440, 1, 0, 0.5, &n);
    resample(RATE, 48000, x, n, n);
    memcpy(whole, collected, collected_n * sizeof *whole);
    for (size_t block = 1; block < n; block = block * 5 + 2) {
        resample(RATE, 48000, x, n, block);
        assert_memory_equal(whole, collected, collected_n * sizeof *whole);
    }
    /* the sine is where it was, at the level it had: no delay */
    for (size_t i = 3000; i < 40000; i++)
        close_to(whole[i], 0.5 * sin(2 * PI * 440 * (double)i / 48000), 1e-4);
    free(x);
}

static void sixteen_bits_stay_the_same(void **state)
{
    (void)state;
    for (int v = -32768; v <= 32767; v++) {
        int16_t out;
        float x = (float)v / 32768.0f;
        uk_to_s16(&out, &x, 1);
        assert_int_equal(out, v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters),
        cmocka_unit_test(suits_the_voice),
        cmocka_unit_test(trims_and_fades),
        cmocka_unit_test(hears_silence),
        cmocka_unit_test(keeps_the_peak_down),
        cmocka_unit_test(bends_only_the_peak),
        cmocka_unit_test(measures_short_sounds),
        cmocka_unit_test(tells_levels),
        cmocka_unit_test(resamples_to_the_exact_length),
        cmocka_unit_test(resampling_does_not_depend_on_blocks),
        cmocka_unit_test(sixteen_bits_stay_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
