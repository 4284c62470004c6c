/* The reference hour without any file or process around it: 120 phrases of 3 s, 60 bells of 6 s, a pink bed and a
 * binaural pair all through, the bed ducking. Then each part of it alone. Figures in nanoseconds of one processor for
 * each stereo frame. */
#include "base/time.h"
#include "perform/performer.h"
#include "sound/dither.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RATE 48000
#define BLOCK 1024

enum part { VOICES = 1, BELLS = 2, BED = 4, PAIR = 8, BREATHS = 16, BOWLS = 32 };

static int64_t cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * UK_NS_PER_S + t.tv_nsec;
}

static void must(int status)
{
    if (status != UNKNOT_OK) {
        fprintf(stderr, "bench_perform: %s\n", unknot_status_text(status));
        exit(1);
    }
}

static struct uk_cue cue(enum uk_kind kind, enum uk_bus bus, double at_s, double length_s, double db)
{
    return (struct uk_cue){.kind = kind,
                           .bus = bus,
                           .db = db,
                           .text = "",
                           .file = "",
                           .at_ns = (int64_t)(at_s * 1e9),
                           .length_ns = (int64_t)(length_s * 1e9)};
}

static struct uk_scene *scene_of(int parts, double seconds, struct uk_clip *voice)
{
    struct uk_message m = {""};
    struct uk_timeline *t = uk_timeline_create();
    struct uk_cue c;
    for (int i = 0; (parts & VOICES) && i < 120; i++) {
        c = cue(UK_PHRASE, UK_VOICE, 3 + i * seconds / 120, 3, 0);
        c.text = "one of a hundred and twenty";
        must(uk_timeline_add_cue(t, &c));
    }
    for (int i = 0; (parts & BELLS) && i < 60; i++) {
        c = cue(UK_BELL, UK_TONE, 10 + i * seconds / 60, 6, -20);
        c.hz = 440;
        must(uk_timeline_add_cue(t, &c));
    }
    if (parts & BED) {
        c = cue(UK_NOISE, UK_BED, 0, seconds, -40);
        c.colour = UK_PINK;
        c.fade_in_ns = c.fade_out_ns = 5 * UK_NS_PER_S;
        must(uk_timeline_add_cue(t, &c));
    }
    if (parts & PAIR) {
        c = cue(UK_BINAURAL, UK_BED, 0, seconds, -36);
        c.hz = 200;
        c.beat_hz = 6;
        must(uk_timeline_add_cue(t, &c));
    }
    for (int i = 0; (parts & BREATHS) && i < seconds / 10; i++) {
        c = cue(UK_BREATH, UK_BED, i * 10.0, 10, -30);
        c.phases_ns[0] = c.phases_ns[2] = 5 * UK_NS_PER_S;
        must(uk_timeline_add_cue(t, &c));
    }
    for (int i = 0; (parts & BOWLS) && i < seconds / 20; i++) {
        c = cue(UK_BOWL, UK_TONE, i * 20.0, 20, -20);
        c.hz = 220;
        must(uk_timeline_add_cue(t, &c));
    }
    c = cue(UK_SINE, UK_TONE, seconds - 0.1, 0.1, -40);
    c.hz = 440;
    must(uk_timeline_add_cue(t, &c));
    t->length_ns = (int64_t)(seconds * 1e9);
    int status = uk_timeline_freeze(t, RATE, &m);
    if (status != UNKNOT_OK) {
        fprintf(stderr, "bench_perform: %s\n", m.text);
        exit(1);
    }
    struct uk_clip **clips = calloc(t->cue_count, sizeof *clips);
    if (!clips)
        must(UNKNOT_NO_MEMORY);
    for (uint32_t i = 0; i < t->cue_count; i++)
        clips[i] = t->cues[i].kind == UK_PHRASE ? voice : NULL;
    struct uk_scene *scene;
    must(uk_scene_create(&scene, t, clips, (double[]){0, 0, 0}, &m));
    free(clips);
    return scene;
}

static struct uk_clip *voice_clip(void)
{
    struct uk_clip *c = uk_clip_create(UK_CLIP_PHRASE, "one of a hundred and twenty", 1, 3 * RATE);
    for (int32_t i = 0; c && i < c->piece_count; i++) {
        int16_t *piece = malloc(UK_PIECE_FRAMES * sizeof *piece);
        for (int k = 0; piece && k < UK_PIECE_FRAMES; k++)
            piece[k] = (int16_t)(uk_sin(uk_phase_step(180, RATE) * (uint64_t)k) * 8000);
        atomic_store(&c->pieces[i], piece);
    }
    return c;
}

static void measure(const char *name, int parts, double seconds, struct uk_clip *voice, bool dithered)
{
    struct uk_message m;
    struct uk_performer *p;
    must(uk_performer_create(&p, RATE, &m));
    uk_performer_publish(p, scene_of(parts, seconds, voice));
    static float block[2 * BLOCK];
    static int16_t whole[2 * BLOCK];
    int64_t frames = 0, begin = cpu_ns();
    size_t n;
    while ((n = uk_performer_read(p, block, BLOCK)) > 0) {
        if (dithered)
            uk_dither(block, whole, frames, n);
        frames += (int64_t)n;
    }
    int64_t took = cpu_ns() - begin;
    printf("%-28s %8.3f s of processor for %7.0f s: %6.2f ns a frame, %6.0f times real time\n", name,
           (double)took / 1e9, (double)frames / RATE, (double)took / (double)frames,
           (double)frames / RATE / ((double)took / 1e9));
    uk_scene_destroy(uk_performer_publish(p, NULL));
    uk_performer_destroy(p);
}

int main(void)
{
    struct uk_clip *voice = voice_clip();
    if (!voice)
        must(UNKNOT_NO_MEMORY);
    measure("reference hour", VOICES | BELLS | BED | PAIR, 3600, voice, false);
    measure("reference hour, 16 bits", VOICES | BELLS | BED | PAIR, 3600, voice, true);
    measure("silence", 0, 600, voice, false);
    measure("voice", VOICES, 600, voice, false);
    measure("bells", BELLS, 600, voice, false);
    measure("pink bed", BED, 600, voice, false);
    measure("binaural pair", PAIR, 600, voice, false);
    measure("breaths", BREATHS, 600, voice, false);
    measure("bowls", BOWLS, 600, voice, false);
    uk_clip_destroy(voice);
    return 0;
}
