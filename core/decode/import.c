#include "import.h"

#include "foreign.h"
#include "resample.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../sound/clip.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define IMPORT_VERSION 1
#define BLOCK_FRAMES 4096

/* One file on its way in. */
struct job {
    struct uk_workshop *w;
    const char *name;
    struct uk_foreign in;
    struct uk_key key;
    char *path;   /* in the cache */
    char *origin; /* what the file there must say that it was made from */
};

static int start(struct job *j, struct uk_workshop *w, const char *name, struct uk_message *m)
{
    *j = (struct job){.w = w, .name = name};
    int status = uk_foreign_find(&j->in, name, m);
    if (status != UNKNOT_OK)
        return status;
    const struct stat *s = &j->in.stat;
    j->origin = uk_text_format("file %llu:%llu, %lld bytes of %lld.%09ld; %u Hz; import %d", (unsigned long long)s->st_dev,
                               (unsigned long long)s->st_ino, (long long)s->st_size, (long long)s->st_mtim.tv_sec, s->st_mtim.tv_nsec,
                               w->rate, IMPORT_VERSION);
    if (!j->origin)
        return uk_no_memory(m);
    j->key = uk_key_start("unknot clip");
    uk_key_add_text(&j->key, j->origin);
    j->path = uk_cache_path(w->cache, "clip", &j->key, "flac");
    return j->path ? UNKNOT_OK : uk_no_memory(m);
}

static void finish(struct job *j)
{
    uk_foreign_close(&j->in);
    free(j->path);
    free(j->origin);
}

static struct uk_held *shelve(const struct job *j, struct uk_held h)
{
    h.kind = UK_CLIP_FILE;
    h.name = (char *)j->name;
    h.key = j->key;
    return uk_shelf_put(&j->w->shelf, &h);
}

/* From the cache; NULL: not there. */
static struct uk_held *open_cached(const struct job *j)
{
    struct uk_sound_file *s;
    int fd = uk_cache_open(j->path);
    if (fd < 0 || uk_sound_file_open(&s, fd, NULL) != UNKNOT_OK)
        return NULL;
    struct uk_sound_facts f = uk_sound_file_facts(s);
    if (uk_sound_file_is_whole(s) && f.rate == j->w->rate && f.channels >= 1 && f.channels <= 2 && f.frames > 0 &&
        strcmp(uk_sound_file_labels(s).origin, j->origin) == 0)
        return shelve(j, (struct uk_held){.channels = f.channels, .frames = f.frames, .file = s});
    uk_sound_file_close(s, NULL);
    return NULL;
}

/* Where the frames go: a file of the cache, or memory. */
struct store {
    struct uk_sound_file *file; /* NULL: memory */
    int16_t *pcm;
    size_t capacity; /* samples */
    int channels;
    int64_t frames;
    bool full;
    int16_t block[2 * BLOCK_FRAMES];
};

static int keep(struct store *s, const int16_t *block, size_t n)
{
    size_t samples = n * (size_t)s->channels, have = (size_t)s->frames * (size_t)s->channels;
    if (s->file)
        return uk_sound_file_write(s->file, block, (int64_t)n, NULL);
    if ((have + samples) * sizeof *s->pcm > UK_SHELF_LARGEST) {
        s->full = true;
        return UNKNOT_LIMIT;
    }
    if (have + samples > s->capacity) {
        size_t capacity = (have + samples) * 2;
        int16_t *pcm = realloc(s->pcm, capacity * sizeof *pcm);
        if (!pcm)
            return UNKNOT_NO_MEMORY;
        s->pcm = pcm;
        s->capacity = capacity;
    }
    memcpy(s->pcm + have, block, samples * sizeof *block);
    return UNKNOT_OK;
}

static int take(void *ctx, const float *x, size_t n)
{
    struct store *s = ctx;
    for (size_t k; n > 0; n -= k) {
        k = n < BLOCK_FRAMES ? n : BLOCK_FRAMES;
        uk_to_s16(s->block, x, k * (size_t)s->channels);
        int status = keep(s, s->block, k);
        if (status != UNKNOT_OK)
            return status;
        s->frames += (int64_t)k;
        x += k * (size_t)s->channels;
    }
    return UNKNOT_OK;
}

/* Says once a second that it goes on. */
static void say_busy(const struct job *j, int64_t *said_ns)
{
    int64_t now_ns = uk_clock_ns();
    if (j->w->busy && now_ns - *said_ns >= UK_NS_PER_S) {
        *said_ns = now_ns;
        j->w->busy(j->w->busy_ctx);
    }
}

/* Decodes all of the file into the store. UNKNOT_IO without a sentence: the store cannot be written. */
static int decode(struct job *j, struct store *to, struct uk_message *m)
{
    struct uk_resampler *r = NULL;
    int64_t said_ns = uk_clock_ns();
    int status = uk_resampler_create(&r, j->in.rate, j->w->rate, to->channels, m);
    for (size_t n = 1; status == UNKNOT_OK && n > 0;) {
        status = uk_foreign_read(&j->in, &n, m);
        say_busy(j, &said_ns);
        if (status == UNKNOT_OK)
            status = uk_resampler_put(r, n > 0 ? j->in.block : NULL, n, take, to, m);
    }
    uk_resampler_destroy(r);
    return status;
}

/* Into the cache. *written is false when the cache, and not the file, was the trouble. */
static int import_to_cache(struct job *j, bool *written, struct uk_message *m)
{
    struct uk_cache_part part = {0};
    struct store *to = calloc(1, sizeof *to);
    *written = true;
    int status = to ? uk_foreign_start(&j->in, m) : uk_no_memory(m);
    if (status == UNKNOT_OK) {
        to->channels = j->in.channels;
        int fd = uk_cache_begin(&part, j->path, NULL);
        struct uk_sound_labels labels = {j->name, j->origin};
        *written = fd >= 0 && uk_sound_file_create(&to->file, fd, j->w->rate, to->channels, &labels, NULL) == UNKNOT_OK;
    }
    if (status == UNKNOT_OK && *written) {
        status = decode(j, to, m);
        if (status == UNKNOT_IO)
            *written = false;
        if (uk_sound_file_close(to->file, NULL) != UNKNOT_OK)
            *written = false;
        if (status == UNKNOT_OK && *written)
            *written = uk_cache_commit(&part, NULL) == UNKNOT_OK;
        j->w->stored = j->w->stored || (status == UNKNOT_OK && *written);
    }
    uk_cache_abandon(&part);
    free(to);
    return status;
}

static int import_to_memory(struct job *j, struct uk_held **out, struct uk_message *m)
{
    struct store *to = calloc(1, sizeof *to);
    int status = to ? uk_foreign_start(&j->in, m) : uk_no_memory(m);
    if (status == UNKNOT_OK) {
        to->channels = j->in.channels;
        status = decode(j, to, m);
        if (status == UNKNOT_LIMIT && to->full)
            uk_fail(m, status, "'%s' is too long to be kept in memory, and the cache '%s' cannot be written: make room there", j->name,
                    j->w->cache);
    }
    if (status == UNKNOT_OK) {
        *out = shelve(j, (struct uk_held){.channels = to->channels, .frames = to->frames, .pcm = to->pcm});
        status = *out ? UNKNOT_OK : uk_no_memory(m);
    } else if (to) {
        free(to->pcm);
    }
    free(to);
    return status;
}

static int import(struct job *j, struct uk_held **out, struct uk_message *m)
{
    bool written;
    int status = import_to_cache(j, &written, m);
    if (written && status != UNKNOT_OK)
        return status;
    *out = written ? open_cached(j) : NULL;
    return *out ? UNKNOT_OK : import_to_memory(j, out, m);
}

int uk_import_get(struct uk_workshop *w, const char *name, bool check, struct uk_held **out, struct uk_message *m)
{
    struct job j;
    *out = uk_shelf_find(&w->shelf, UK_CLIP_FILE, name);
    if (*out && !check)
        return UNKNOT_OK;
    int status = start(&j, w, name, m);
    if (status == UNKNOT_OK && (!*out || (*out)->key.a != j.key.a || (*out)->key.b != j.key.b)) {
        *out = open_cached(&j);
        if (!*out)
            status = import(&j, out, m);
    }
    finish(&j);
    return status;
}

void uk_import_forget(struct uk_workshop *w, const char *name)
{
    struct job j;
    uk_shelf_drop(&w->shelf, UK_CLIP_FILE, name);
    if (start(&j, w, name, NULL) == UNKNOT_OK)
        unlink(j.path);
    finish(&j);
}
