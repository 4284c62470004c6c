/* fixture.h - a folder that goes away again, files with any bytes in it, and a decoder that uses it. */
#ifndef FIXTURE_H
#define FIXTURE_H

#include "engine/decoder.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    char folder[64], cache[80];
    struct uk_places places;
    struct uk_decoder *decoder;
    struct uk_message m;
};

static inline int remove_one(const char *path, const struct stat *s, int type, struct FTW *f)
{
    (void)s, (void)type, (void)f;
    return remove(path);
}

static inline void fixture_restart(struct fixture *f, const char *cache, uint32_t rate)
{
    uk_decoder_destroy(f->decoder);
    f->places.cache = (char *)cache;
    assert_int_equal(uk_decoder_create(&f->decoder, &f->places, "", rate, &f->m), 0);
}

static inline int fixture_init(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    strcpy(f->folder, "/tmp/unknot-test-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->cache, sizeof f->cache, "%s/cache", f->folder);
    f->places.helpers = (char *)BUILD_DIR "/libexec/unknot";
    f->places.plugins = (char *)BUILD_DIR "/lib/unknot/plugins";
    fixture_restart(f, f->cache, 48000);
    *state = f;
    return 0;
}

static inline int fixture_finish(void **state)
{
    struct fixture *f = *state;
    uk_decoder_destroy(f->decoder);
    nftw(f->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(f);
    return 0;
}

/* FOLDER/name, in one of a few buffers that are used in turn. */
static inline const char *fixture_path(struct fixture *f, const char *name)
{
    static char paths[4][256];
    static int turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", f->folder, name);
    return path;
}

static inline const char *fixture_file(struct fixture *f, const char *name, const void *bytes, size_t n)
{
    const char *path = fixture_path(f, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, n, out), n);
    assert_int_equal(fclose(out), 0);
    return path;
}

/* All of a sound, loaded in pieces. The caller frees it. */
static inline int16_t *fixture_load(struct fixture *f, enum uk_clip_kind kind, const char *name, int32_t piece, int64_t *frames,
                                    int *channels)
{
    int status = uk_decoder_measure(f->decoder, kind, name, frames, channels, &f->m);
    if (status)
        fail_msg("%d %s", status, f->m.text);
    int16_t *pcm = calloc((size_t)(*frames + 1) * (size_t)*channels, sizeof *pcm);
    for (int64_t at = 0; at < *frames; at += piece) {
        int32_t n = *frames - at < piece ? (int32_t)(*frames - at) : piece;
        status = uk_decoder_load(f->decoder, kind, name, *channels, at, n, pcm + at * *channels, &f->m);
        if (status)
            fail_msg("%d %s", status, f->m.text);
    }
    return pcm;
}

#endif
