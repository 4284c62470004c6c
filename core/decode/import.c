#include "import.h"

#include "inspect.h"
#include "mix.h"
#include "resample.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../sound/clip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define IMPORT_VERSION 1
#define BLOCK_FRAMES 4096

/* One file on its way in. */
struct job {
    struct uk_workshop *w;
    const char *name;
    int fd;
    int64_t size;
    struct uk_key key;
    char *path;   /* in the cache */
    char *origin; /* what the file there must say that it was made from */
};

static int start(struct job *j, struct uk_workshop *w, const char *name, struct uk_message *m)
{
    struct stat s;
    *j = (struct job){.w = w, .name = name};
    j->fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (j->fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return uk_fail(m, UNKNOT_NOT_FOUND, "there is no file '%s': look for a slip in its name", name);
    if (j->fd < 0 && errno == EACCES)
        return uk_fail(m, UNKNOT_IO, "'%s' may not be read by you: 'chmod u+r' it or ask its owner", name);
    if (j->fd < 0 || fstat(j->fd, &s))
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be opened: %s", name, strerror(errno));
    if (S_ISDIR(s.st_mode))
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is a folder: name a sound file in it", name);
    if (!S_ISREG(s.st_mode))
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is a pipe or a device, not a file: name a sound file", name);
    j->size = s.st_size;
    j->origin = uk_text_format("file %llu:%llu, %lld bytes of %lld.%09ld; %u Hz; import %d", (unsigned long long)s.st_dev,
                               (unsigned long long)s.st_ino, (long long)s.st_size, (long long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec,
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
    if (j->fd >= 0)
        close(j->fd);
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

/* Decodes all of `in` into the store. UNKNOT_IO without a sentence: the store cannot be written. */
static int decode(const struct job *j, struct uk_sound_file *in, struct store *to, struct uk_message *m)
{
    struct uk_sound_facts f = uk_sound_file_facts(in);
    struct uk_mix mix;
    struct uk_resampler *r = NULL;
    float *block = malloc(sizeof *block * BLOCK_FRAMES * (size_t)f.channels);
    int64_t decoded = 0, said_ns = uk_clock_ns();
    int status = block ? uk_resampler_create(&r, f.rate, j->w->rate, to->channels, m) : uk_no_memory(m);
    uk_mix_init(&mix, f.channels);
    for (int64_t n = 1; status == UNKNOT_OK && n > 0;) {
        n = uk_sound_file_read(in, block, BLOCK_FRAMES);
        if (n < 0)
            n = 0;
        decoded += n;
        if (decoded > UK_LAST_NS / UK_NS_PER_S * (int64_t)f.rate) {
            status = uk_fail(m, UNKNOT_LIMIT, "'%s' is longer than 30 hours: cut it", j->name);
            break;
        }
        uk_mix_run(&mix, block, (size_t)n);
        say_busy(j, &said_ns);
        if (n > 0)
            status = uk_resampler_put(r, block, (size_t)n, take, to, m);
    }
    if (status == UNKNOT_OK && decoded == 0)
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' has no sound in it: record it again", j->name);
    else if (status == UNKNOT_OK && f.frames >= 0 && decoded + f.rate / 10 < f.frames)
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' is cut or damaged: only %d %% of its sound can be read; copy or download it again",
                         j->name, (int)((double)decoded / (double)f.frames * 100));
    else if (status == UNKNOT_OK)
        status = uk_resampler_put(r, NULL, 0, take, to, m);
    uk_resampler_destroy(r);
    free(block);
    return status;
}

static int open_source(const struct job *j, struct uk_sound_file **in, struct uk_message *m)
{
    struct uk_message why = {""};
    int fd = fcntl(j->fd, F_DUPFD_CLOEXEC, 3);
    if (fd < 0 || lseek(fd, 0, SEEK_SET) != 0) {
        if (fd >= 0)
            close(fd);
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be read: %s", j->name, strerror(errno));
    }
    if (uk_sound_file_open(in, fd, &why) != UNKNOT_OK)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' cannot be decoded (%s): save it again as WAV or FLAC", j->name, why.text);
    struct uk_sound_facts f = uk_sound_file_facts(*in);
    int status = UNKNOT_OK;
    if (f.rate < 4000 || f.rate > 384000)
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' claims a rate of %u Hz: save it again with 4,000 to 384,000", j->name, f.rate);
    else if (f.channels < 1 || f.channels > UK_MIX_MOST_CHANNELS)
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' claims %d channels: save it again with at most %d", j->name, f.channels,
                         UK_MIX_MOST_CHANNELS);
    if (status != UNKNOT_OK) {
        uk_sound_file_close(*in, NULL);
        *in = NULL;
    }
    return status;
}

/* Into the cache. *written is false when the cache, and not the file, was the trouble. */
static int import_to_cache(const struct job *j, bool *written, struct uk_message *m)
{
    struct uk_cache_part part = {0};
    struct uk_sound_file *in = NULL;
    struct store *to = calloc(1, sizeof *to);
    *written = true;
    int status = to ? open_source(j, &in, m) : uk_no_memory(m);
    if (status == UNKNOT_OK) {
        to->channels = uk_sound_file_facts(in).channels > 1 ? 2 : 1;
        int fd = uk_cache_begin(&part, j->path, NULL);
        struct uk_sound_labels labels = {j->name, j->origin};
        *written = fd >= 0 && uk_sound_file_create(&to->file, fd, j->w->rate, to->channels, &labels, NULL) == UNKNOT_OK;
    }
    if (status == UNKNOT_OK && *written) {
        status = decode(j, in, to, m);
        if (status == UNKNOT_IO)
            *written = false;
        if (uk_sound_file_close(to->file, NULL) != UNKNOT_OK)
            *written = false;
        if (status == UNKNOT_OK && *written)
            *written = uk_cache_commit(&part, NULL) == UNKNOT_OK;
        j->w->stored = j->w->stored || (status == UNKNOT_OK && *written);
    }
    uk_cache_abandon(&part);
    uk_sound_file_close(in, NULL);
    free(to);
    return status;
}

static int import_to_memory(const struct job *j, struct uk_held **out, struct uk_message *m)
{
    struct uk_sound_file *in = NULL;
    struct store *to = calloc(1, sizeof *to);
    int status = to ? open_source(j, &in, m) : uk_no_memory(m);
    if (status == UNKNOT_OK) {
        to->channels = uk_sound_file_facts(in).channels > 1 ? 2 : 1;
        status = decode(j, in, to, m);
        if (status == UNKNOT_LIMIT && to->full)
            uk_fail(m, status, "'%s' is too long to be kept in memory, and the cache '%s' cannot be written: make room there", j->name,
                    j->w->cache);
    }
    uk_sound_file_close(in, NULL);
    if (status == UNKNOT_OK) {
        *out = shelve(j, (struct uk_held){.channels = to->channels, .frames = to->frames, .pcm = to->pcm});
        status = *out ? UNKNOT_OK : uk_no_memory(m);
    } else if (to) {
        free(to->pcm);
    }
    free(to);
    return status;
}

static int import(const struct job *j, struct uk_held **out, struct uk_message *m)
{
    bool written;
    int status = uk_inspect_file(j->fd, j->size, j->name, m);
    if (status != UNKNOT_OK)
        return status;
    status = import_to_cache(j, &written, m);
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
