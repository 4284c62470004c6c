/* bench_sounds: how every sound that a routine makes besides speech is heard, in figures: the table of audio/README.md.
 *
 *     build/tests/bench_sounds upper-trapezius coherent-breathing
 *
 *     loud    LUFS over the loudest 0.4 s
 *     under   LU under a voice of -19 LUFS
 *     rise    ms from a tenth to nine tenths of its loudest, by 5 ms: what takes under 5 ms is sudden
 *     rings   s from its loudest until it is 20 dB less
 *     centre  Hz: half of its power lies below
 */
#include "decode/loudness.h"
#include "engine/engine.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RATE 48000
#define STEP (RATE / 200) /* 5 ms */
#define MOST_S 20
#define VOICE_LUFS (-19.0)
#define WINDOW 4096
#define LOWEST 5 /* 59 Hz: what a small loudspeaker may still give */

static const char *const kinds[UK_KINDS] = {[UK_SINE] = "sine", [UK_BELL] = "bell", [UK_BOWL] = "bowl", [UK_CHIME] = "chime",
                                            [UK_NOISE] = "noise", [UK_BREATH] = "breath", [UK_BINAURAL] = "binaural", [UK_ISOCHRONIC] = "isochronic"};
static const char *const colours[] = {"white", "pink", "brown"};

_Noreturn static void die(const char *why)
{
    fprintf(stderr, "bench_sounds: %s\n", why);
    exit(1);
}

static bool same_sound(const struct uk_cue *a, const struct uk_cue *b)
{
    bool same = a->kind == b->kind && fabs(a->db - b->db) < 1e-9 && fabs(a->hz - b->hz) < 1e-9 && a->colour == b->colour;
    return same && (a->kind == UK_NOISE || a->kind == UK_BREATH || a->length_ns == b->length_ns);
}

/* The cue alone, as a routine. */
static void write_routine(const char *path, const struct uk_cue *c)
{
    FILE *out = fopen(path, "w");
    if (!out)
        die("cannot write beside the others in /tmp");
    fprintf(out, "return { title = \"One\", play = function() tone { kind = \"%s\", db = %g, ", kinds[c->kind], c->db);
    if (c->kind == UK_NOISE)
        fprintf(out, "colour = \"%s\", seconds = 12, fade_in = 1 ", colours[c->colour]);
    else if (c->kind == UK_BREATH)
        fputs("phases = { 4, 0, 6, 0 } ", out);
    else
        fprintf(out, "hz = %g, seconds = %.6f, fade_in = %.6f, fade_out = %.6f ", c->hz, (double)c->length_ns / 1e9,
                (double)c->fade_in_ns / 1e9, (double)c->fade_out_ns / 1e9);
    fputs("} wait(10) end }\n", out);
    if (fclose(out))
        die("cannot write beside the others in /tmp");
}

/* Mono, at most MOST_S. */
static size_t hear(struct unknot *u, const char *path, float *mono)
{
    static float block[2 * 4096];
    size_t n = 0;
    if (unknot_load(u, path, NULL, 0))
        die(unknot_message(u));
    for (int32_t got; n + 4096 <= (size_t)MOST_S * RATE && (got = (int32_t)unknot_read(u, block, 4096)) > 0; n += (size_t)got)
        for (int32_t i = 0; i < got; i++)
            mono[n + (size_t)i] = (block[2 * i] + block[2 * i + 1]) / 2;
    return n;
}

static double level(const float *x)
{
    double sum = 0;
    for (int i = 0; i < STEP; i++)
        sum += (double)x[i] * (double)x[i];
    return sqrt(sum / STEP);
}

static double loudest(const float *x, size_t n)
{
    double most = -INFINITY;
    size_t width = RATE * 4 / 10;
    for (size_t at = 0; at == 0 || at + width <= n; at += RATE / 10) {
        struct uk_loudness l;
        if (uk_loudness_measure(&l, x + at, n - at < width ? n - at : width, RATE, NULL))
            die("no memory");
        most = l.lufs > most ? l.lufs : most;
    }
    return most;
}

static void add_spectrum(double power[WINDOW / 2], const float *x)
{
    for (int k = LOWEST; k < WINDOW / 2; k++) {
        double re = 0, im = 0, turn = 2 * 3.14159265358979323846 * k / WINDOW;
        for (int i = 0; i < WINDOW; i++) {
            re += (double)x[i] * cos(turn * i);
            im += (double)x[i] * sin(turn * i);
        }
        power[k] += re * re + im * im;
    }
}

/* Half of the power over some windows from the loudest on lies below it. */
static double centre(const float *x, size_t n)
{
    double power[WINDOW / 2] = {0}, whole = 0, part = 0;
    for (size_t at = 0; at == 0 || (at + WINDOW <= n && at < 8 * WINDOW); at += WINDOW)
        add_spectrum(power, x + at);
    for (int k = LOWEST; k < WINDOW / 2; k++)
        whole += power[k];
    int k = LOWEST;
    for (; k < WINDOW / 2 && part < whole / 2; k++)
        part += power[k];
    return (double)k * RATE / WINDOW;
}

static void measure(struct unknot *u, const struct uk_cue *c, const char *path)
{
    static float mono[MOST_S * RATE + WINDOW];
    memset(mono, 0, sizeof mono);
    write_routine(path, c);
    size_t n = hear(u, path, mono), steps = n / STEP, top = 0, low = 0, high = 0;
    double most = 0;
    for (size_t i = 0; i < steps; i++)
        if (level(mono + i * STEP) > most)
            most = level(mono + i * STEP), top = i;
    while (low < top && level(mono + low * STEP) < 0.1 * most)
        low++;
    high = low;
    while (high < top && level(mono + high * STEP) < 0.9 * most)
        high++;
    size_t end = top;
    while (end < steps && level(mono + end * STEP) > 0.1 * most)
        end++;
    double lufs = loudest(mono, n);
    printf("%-9s %5s %6.1f %6.0f %7.1f %6.1f %6.0f %7.2f %8.0f\n", kinds[c->kind], c->kind == UK_NOISE ? colours[c->colour] : "", c->hz, c->db, lufs,
           VOICE_LUFS - lufs, (double)(high - low) * 5, (double)(end - top) * 0.005, centre(mono + top * STEP, n - top * STEP));
}

static size_t add_new(struct uk_cue *list, size_t count, size_t most, const struct uk_timeline *t)
{
    for (uint32_t i = 0; i < t->cue_count; i++) {
        bool known = !kinds[t->cues[i].kind] || count == most;
        for (size_t k = 0; k < count; k++)
            known |= same_sound(&list[k], &t->cues[i]);
        if (!known)
            list[count++] = t->cues[i];
    }
    return count;
}

int main(int argc, char **argv)
{
    struct unknot *u;
    struct uk_cue list[64];
    size_t count = 0;
    char path[] = "/tmp/unknot-sound-XXXXXX.lua";
    int file = mkstemps(path, 4);
    if (argc < 2 || file < 0 || unknot_open(&u, NULL))
        die("give it the names of routines");
    close(file);
    for (int i = 1; i < argc; i++) {
        if (unknot_load(u, argv[i], NULL, 0))
            die(unknot_message(u));
        count = add_new(list, count, sizeof list / sizeof *list, u->timeline);
    }
    puts("kind      colour   hz     db    loud  under   rise   rings   centre");
    for (size_t i = 0; i < count; i++)
        measure(u, &list[i], path);
    unlink(path);
    unknot_close(u);
    return 0;
}
