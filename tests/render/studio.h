/* studio.h - for tests that play whole routines through the public interface: a folder of scripts, an engine, and what it reads. */
#ifndef STUDIO_H
#define STUDIO_H

#include "check.h"

#include <unknot.h>

#include <dirent.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct studio {
    char folder[64];
    struct unknot *u;
};

/* A folder of its own with a cache in it; the voice is made once for a test program. */
static inline void studio_init(struct studio *s)
{
    snprintf(s->folder, sizeof s->folder, "/tmp/unknot-studio-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    setenv("XDG_CACHE_HOME", s->folder, 1);
    setenv("XDG_DATA_HOME", s->folder, 1);
    setenv("XDG_STATE_HOME", s->folder, 1);
    setenv("XDG_CONFIG_HOME", s->folder, 1);
    assert_int_equal(unknot_open(&s->u, NULL), UNKNOT_OK);
}

/* Another engine in its place, in which a voice that is named says everything. */
static inline void studio_speak(struct studio *s, const char *voice)
{
    struct unknot_options options;
    unknot_options_init(&options);
    options.voice = voice;
    unknot_close(s->u);
    if (unknot_open(&s->u, &options))
        fail_msg("%s", unknot_message(s->u));
}

/* The same engine, opened anew: it knows only what is in the cache. */
static inline void studio_begin_anew(struct studio *s)
{
    unknot_close(s->u);
    assert_int_equal(unknot_open(&s->u, NULL), UNKNOT_OK);
}

static inline void studio_finish(struct studio *s)
{
    char command[128];
    unknot_close(s->u);
    snprintf(command, sizeof command, "rm -rf '%s'", s->folder);
    if (system(command))
        fprintf(stderr, "'%s' was left behind\n", s->folder);
}

static inline int studio_leave(struct studio *s, int result)
{
    if (s->u)
        studio_finish(s);
    return result;
}

/* Runs every test of the array, as one group named after the file, in one studio, from its beginning to its end. */
#define RUN_IN(studio, tests) \
    (studio_init(&(studio)), studio_leave(&(studio), cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL)))

static inline void studio_path(const struct studio *s, const char *name, char *out, size_t size)
{
    snprintf(out, size, "%s/%s", s->folder, name);
}

static inline void studio_write(const struct studio *s, const char *name, const void *bytes, size_t n)
{
    char path[256];
    studio_path(s, name, path, sizeof path);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

/* The file that is kept on a shelf of the cache; there is one. */
static inline void studio_kept(const struct studio *s, const char *shelf, char path[600])
{
    char folder[300];
    size_t n = 0;
    snprintf(folder, sizeof folder, "%s/unknot/%s", s->folder, shelf);
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));)
        if (e->d_name[0] != '.' && ++n)
            snprintf(path, 600, "%s/%s", folder, e->d_name);
    closedir(d);
    assert_int_equal(n, 1);
}

/* Length and cues of the plan, in one number. */
static inline uint64_t studio_plan_sum(const struct studio *s)
{
    uint64_t sum = (uint64_t)unknot_length_frames(s->u);
    struct unknot_cue cue;
    for (size_t i = 0; unknot_cue(s->u, i, &cue) == UNKNOT_OK; i++) {
        sum = sum * 1000003 + (uint64_t)cue.at_frames;
        sum = sum * 1000003 + (uint64_t)cue.length_frames;
    }
    return sum;
}

/* Writes `script` as NAME.lua and loads it. */
static inline int studio_load(struct studio *s, const char *name, const char *script)
{
    char file[80], path[256];
    snprintf(file, sizeof file, "%s.lua", name);
    studio_write(s, file, script, strlen(script));
    studio_path(s, file, path, sizeof path);
    return unknot_load(s->u, path, NULL, 0);
}

#define assert_loads(s, name, script)                                                                                            \
    do {                                                                                                                         \
        if (studio_load(s, name, script) != UNKNOT_OK)                                                                           \
            fail_msg("%s", unknot_message((s)->u));                                                                              \
    } while (0)

/* Reads [from, to) in blocks of `block`. The caller frees it. Fewer frames than asked for fail the test. */
static inline float *studio_read(struct unknot *u, int64_t from, int64_t to, size_t block)
{
    float *out = malloc((size_t)(to - from + 1) * UNKNOT_CHANNELS * sizeof *out);
    assert_non_null(out);
    unknot_seek(u, from, UNKNOT_EXACT);
    for (int64_t at = from; at < to;) {
        size_t want = (int64_t)block < to - at ? block : (size_t)(to - at);
        assert_int_equal(unknot_prepare(u, at, (int64_t)want), UNKNOT_OK);
        assert_int_equal(unknot_read(u, out + (at - from) * UNKNOT_CHANNELS, want), want);
        at += (int64_t)want;
    }
    assert_int_equal(unknot_late_sounds(u), 0);
    return out;
}

/* The first frame at which two stretches of sound differ, -1 when they are the same bits. */
static inline int64_t studio_difference(const float *a, const float *b, int64_t frames)
{
    for (int64_t i = 0; i < frames; i++)
        if (memcmp(a + i * UNKNOT_CHANNELS, b + i * UNKNOT_CHANNELS, UNKNOT_CHANNELS * sizeof *a))
            return i;
    return -1;
}

/* A mono 16-bit WAV at 48 kHz. */
static inline void studio_wav(const struct studio *s, const char *name, const int16_t *frames, uint32_t n)
{
    unsigned char *wav = calloc(1, 44 + n * 2);
    uint32_t riff = 36 + n * 2, format = 16, rate = 48000, bytes_s = 96000, data = n * 2;
    uint16_t pcm = 1, mono = 1, align = 2, bits = 16;
    memcpy(wav, "RIFF", 4);
    memcpy(wav + 4, &riff, 4);
    memcpy(wav + 8, "WAVEfmt ", 8);
    memcpy(wav + 16, &format, 4);
    memcpy(wav + 20, &pcm, 2);
    memcpy(wav + 22, &mono, 2);
    memcpy(wav + 24, &rate, 4);
    memcpy(wav + 28, &bytes_s, 4);
    memcpy(wav + 32, &align, 2);
    memcpy(wav + 34, &bits, 2);
    memcpy(wav + 36, "data", 4);
    memcpy(wav + 40, &data, 4);
    memcpy(wav + 44, frames, n * 2);
    studio_write(s, name, wav, 44 + n * 2);
    free(wav);
}

#endif
