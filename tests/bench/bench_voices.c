/* bench_voices: what a voice sounds like, in figures. See voices.sh, which calls it.
 *
 *     bench_voices speak PLUGINS VOICE FOLDER <CUES    speaks each line, raw and through the chain: FOLDER/raw-NN.wav, FOLDER/cue-NN.wav
 *                                                      at 16 kHz, and one line of figures
 *     bench_voices cut FILE FROM TO OUT.wav            that many seconds of a file, mono, at 16 kHz
 *     bench_voices under VOICE.wav BOTH.wav FROM TO    how loud the voice is, and how many LU the rest is under it
 */
#include "base/plugin_file.h"
#include "decode/chain.h"
#include "decode/loudness.h"
#include "decode/resample.h"

#include <ctype.h>
#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RECOGNISER_RATE 16000
#define MOST_CUES 100
#define WINDOW 1024 /* of the spectrum */
#define PAUSE_S 0.1 /* what is no longer than this is no pause but a consonant */
#define PI 3.14159265358979323846

struct sound {
    float *x;
    size_t n;
    uint32_t rate;
};

struct figures {
    struct uk_chain_levels levels[MOST_CUES];
    int cues, words;
    double speech_s, whole_s;
    double spectrum[2][WINDOW / 2]; /* power, before and after */
};

static int32_t hear(void *ctx, const int16_t *frames, uint32_t count)
{
    struct sound *s = ctx;
    s->x = realloc(s->x, (s->n + count) * sizeof *s->x);
    for (uint32_t i = 0; i < count; i++)
        s->x[s->n++] = (float)frames[i] / 32768;
    return 0;
}

static void fail(void *ctx, const char *sentence)
{
    fprintf(stderr, "%s: %s\n", (const char *)ctx, sentence);
}

_Noreturn static void die(const char *what, const char *why)
{
    fprintf(stderr, "%s %s\n", what, why);
    exit(1);
}

static int take(void *ctx, const float *out, size_t n)
{
    struct sound *s = ctx;
    s->x = realloc(s->x, (s->n + n + 1) * sizeof *s->x);
    memcpy(s->x + s->n, out, n * sizeof *out);
    s->n += n;
    return 0;
}

static void store(const char *path, const float *x, size_t n, uint32_t rate)
{
    struct sound s = {.rate = RECOGNISER_RATE};
    struct uk_resampler *r;
    if (uk_resampler_create(&r, rate, RECOGNISER_RATE, 1, NULL) || uk_resampler_put(r, x, n, take, &s, NULL) ||
        uk_resampler_put(r, NULL, 0, take, &s, NULL))
        exit(1);
    uk_resampler_destroy(r);
    SF_INFO info = {.samplerate = RECOGNISER_RATE, .channels = 1, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
    SNDFILE *out = sf_open(path, SFM_WRITE, &info);
    if (!out || sf_writef_float(out, s.x, (sf_count_t)s.n) != (sf_count_t)s.n)
        die(path, "cannot be written");
    sf_close(out);
    free(s.x);
}

/* Both channels added up and halved. */
static struct sound load(const char *path, double from_s, double to_s)
{
    SF_INFO info = {0};
    SNDFILE *in = sf_open(path, SFM_READ, &info);
    if (!in)
        die(path, "cannot be read");
    struct sound s = {.rate = (uint32_t)info.samplerate};
    size_t channels = (size_t)info.channels, most = (size_t)((to_s - from_s) * info.samplerate);
    float *all = calloc(most * channels + 1, sizeof *all);
    sf_seek(in, (sf_count_t)(from_s * info.samplerate), SEEK_SET);
    sf_count_t got = sf_readf_float(in, all, (sf_count_t)most);
    s.n = got > 0 ? (size_t)got : 0;
    s.x = calloc(s.n + 1, sizeof *s.x);
    for (size_t i = 0; i < s.n * channels; i++)
        s.x[i / channels] += all[i] / (float)channels;
    free(all);
    sf_close(in);
    return s;
}

/* Adds the power spectrum, window by window. A plain transform: slow, and short. */
static void add_spectrum(double power[WINDOW / 2], const struct sound *s)
{
    static double wave[WINDOW];
    for (int i = 0; i < WINDOW; i++)
        wave[i] = cos(2 * PI * i / WINDOW);
    for (size_t at = 0; at + WINDOW <= s->n; at += WINDOW * 2)
        for (int k = 1; k < WINDOW / 2; k++) {
            double re = 0, im = 0;
            for (int i = 0; i < WINDOW; i++) {
                double x = s->x[at + (size_t)i] * (0.5 - 0.5 * wave[i]);
                re += x * wave[k * i % WINDOW];
                im += x * wave[(k * i + WINDOW / 4) % WINDOW];
            }
            power[k] += re * re + im * im;
        }
}

/* dB an octave from 500 to 4000 Hz, by thirds of octaves. */
static double tilt(const double power[WINDOW / 2], uint32_t rate)
{
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    int bands = 0;
    for (double hz = 500; hz < 4100; hz *= pow(2, 1 / 3.0), bands++) {
        double sum = 1e-30;
        int from = (int)ceil(hz / pow(2, 1 / 6.0) * WINDOW / rate), to = (int)(hz * pow(2, 1 / 6.0) * WINDOW / rate);
        for (int k = from; k <= to && k < WINDOW / 2; k++)
            sum += power[k] / (to - from + 1);
        double x = log2(hz), y = 10 * log10(sum);
        sx += x, sy += y, sxx += x * x, sxy += x * y;
    }
    return (bands * sxy - sx * sy) / (bands * sxx - sx * sx);
}

/* Seconds of speech without the pauses in it. */
static double speech_s(const struct sound *s)
{
    size_t step = s->rate / 100, quiet = 0, speech = 0;
    float peak = 0;
    for (size_t i = 0; i < s->n; i++)
        peak = fmaxf(peak, fabsf(s->x[i]));
    for (size_t at = 0; at + step <= s->n; at += step) {
        float here = 0;
        for (size_t i = at; i < at + step; i++)
            here = fmaxf(here, fabsf(s->x[i]));
        if (here < peak * 0.01f) { /* -40 dB */
            quiet++;
            continue;
        }
        speech += 1 + (speech > 0 && quiet * 0.01 <= PAUSE_S ? quiet : 0);
        quiet = 0;
    }
    return (double)speech * 0.01;
}

static int count_words(const char *s)
{
    int words = 0;
    for (bool in = false; *s; s++) {
        bool letter = isalnum((unsigned char)*s) || *s == '\'';
        words += letter && !in;
        in = letter;
    }
    return words;
}

struct voice {
    const struct unknot_voice_ops *ops;
    void *self;
    struct unknot_voice_info info;
    double gain_db;
};

static struct sound speak(const struct voice *v, const char *text)
{
    struct sound s = {.rate = v->info.rate};
    if (v->ops->speak(v->self, text, &(struct unknot_speech){.size = sizeof(struct unknot_speech), .ctx = &s, .put = hear}) < 0)
        exit(1);
    return s;
}

/* As the decoder does it. */
static void find_gain(struct voice *v)
{
    static const char *const texts[] = {"Settle in, and let your shoulders drop.", "Press slowly, until you feel a dull ache.",
                                        "Breathe out, and let it soften under the ball."};
    struct uk_equalizer eq = uk_chain_equalizer(v->info.identity);
    struct sound all = {0};
    struct uk_loudness l;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sound s = speak(v, texts[i]);
        uk_chain_sentence(s.x, &s.n, s.rate, &eq);
        take(&all, s.x, s.n);
        free(s.x);
    }
    if (uk_loudness_measure(&l, all.x, all.n, v->info.rate, NULL))
        exit(1);
    v->gain_db = UK_SPEECH_LUFS - l.lufs;
    free(all.x);
}

static void one_cue(struct figures *f, const struct voice *v, const char *text, const char *folder)
{
    char path[512];
    struct sound s = speak(v, text);
    struct uk_equalizer eq = uk_chain_equalizer(v->info.identity);
    if (uk_chain_levels(&f->levels[f->cues], s.x, s.n, s.rate, v->info.identity, v->gain_db, NULL))
        exit(1);
    snprintf(path, sizeof path, "%s/raw-%02d.wav", folder, f->cues);
    store(path, s.x, s.n, s.rate);
    add_spectrum(f->spectrum[0], &s);
    uk_chain_sentence(s.x, &s.n, s.rate, &eq);
    uk_chain_level(s.x, s.n, s.rate, v->gain_db, NULL);
    snprintf(path, sizeof path, "%s/cue-%02d.wav", folder, f->cues);
    store(path, s.x, s.n, s.rate);
    add_spectrum(f->spectrum[1], &s);
    f->speech_s += speech_s(&s);
    f->whole_s += (double)s.n / s.rate;
    f->words += count_words(text);
    f->cues++;
    free(s.x);
}

/* Mean, standard deviation and peak of one end of the chain. */
static void print_level(const struct figures *f, bool after)
{
    double sum = 0, squares = 0, peak = -INFINITY;
    for (int i = 0; i < f->cues; i++) {
        const struct uk_level *l = after ? &f->levels[i].after : &f->levels[i].before;
        sum += l->lufs;
        squares += l->lufs * l->lufs;
        peak = fmax(peak, l->peak_dbtp);
    }
    double mean = sum / f->cues;
    printf(" %6.1f %5.2f %6.1f", mean, sqrt(fmax(0, squares / f->cues - mean * mean)), peak);
}

/* words a minute while speaking, pauses left out, and of the sentence as it is played; LUFS, spread, peak, tilt before; the same after */
static int speak_all(const char *plugins, const char *voice, const char *folder)
{
    static struct figures f;
    struct uk_plugin_file file = {0};
    struct uk_message m = {""};
    struct voice v = {.info = {.size = sizeof v.info}};
    struct unknot_host host = {.size = sizeof host, .ctx = (void *)voice, .fail = fail, .helper_folder = "", .language = "en"};
    char name[64], line[1000];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(voice, ":"), voice);
    if (uk_plugin_open(&file, plugins, UNKNOT_VOICE, name, &m)) {
        fprintf(stderr, "%s\n", m.text);
        return 1;
    }
    v.ops = file.plugin->ops;
    if (v.ops->open(&v.self, &host, strchr(voice, ':') ? strchr(voice, ':') + 1 : "", 1, &v.info) < 0)
        return 1;
    find_gain(&v);
    while (f.cues < MOST_CUES && fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        one_cue(&f, &v, line, folder);
    }
    printf("%4.0f %4.0f", f.words * 60 / f.speech_s, f.words * 60 / f.whole_s);
    for (int after = 0; after < 2; after++) {
        print_level(&f, after);
        printf(" %6.1f", tilt(f.spectrum[after], v.info.rate));
    }
    printf("\n");
    v.ops->close(v.self);
    uk_plugin_close(&file);
    return 0;
}

static int under(const char *voice, const char *both, double from_s, double to_s)
{
    struct sound a = load(voice, from_s, to_s), b = load(both, from_s, to_s);
    struct uk_loudness spoken, rest;
    if (a.n != b.n || a.rate != b.rate)
        return 1;
    for (size_t i = 0; i < a.n; i++)
        b.x[i] -= a.x[i];
    if (uk_loudness_measure(&spoken, a.x, a.n, a.rate, NULL) || uk_loudness_measure(&rest, b.x, b.n, b.rate, NULL))
        return 1;
    printf("%.1f %.1f\n", spoken.lufs, spoken.lufs - rest.lufs);
    free(a.x);
    free(b.x);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "speak") == 0)
        return speak_all(argv[2], argv[3], argv[4]);
    if (argc == 6 && strcmp(argv[1], "under") == 0)
        return under(argv[2], argv[3], atof(argv[4]), atof(argv[5]));
    if (argc != 6 || strcmp(argv[1], "cut") != 0)
        return 2;
    struct sound s = load(argv[2], atof(argv[3]), atof(argv[4]));
    store(argv[5], s.x, s.n, s.rate);
    free(s.x);
    return 0;
}
