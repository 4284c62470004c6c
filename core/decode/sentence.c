#include "sentence.h"

#include "cache.h"
#include "sound_file.h"
#include "wire.h"

#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

/* One sentence of one voice. */
struct job {
    const char *text;
    uint32_t rate; /* the voice's */
    char *path;    /* in the cache */
    char *origin;  /* what the file must say that it was made from */
};

static int start(struct job *j, const char *cache, struct uk_voice *v, const char *text, struct uk_message *m)
{
    const char *identity;
    *j = (struct job){.text = text};
    int status = uk_voice_about(v, &identity, &j->rate, m);
    if (status)
        return status;
    j->origin = uk_text_format("%s; %s; chain %d", identity, uk_voice_language(v), UK_CHAIN_VERSION);
    if (!j->origin)
        return uk_no_memory(m);
    struct uk_key key = uk_key_start("unknot sentence 1");
    uk_key_add_text(&key, j->origin);
    uk_key_add_number(&key, j->rate);
    uk_key_add_text(&key, text);
    j->path = uk_cache_path(cache, "voice", &key, "flac");
    return j->path ? UNKNOT_OK : uk_no_memory(m);
}

static void finish(struct job *j)
{
    free(j->path);
    free(j->origin);
}

/* The cached file of exactly this sentence, NULL: none. */
static struct uk_sound_file *open_cached(const struct job *j)
{
    struct uk_sound_file *s;
    int fd = uk_cache_open(j->path);
    if (fd < 0 || uk_sound_file_open(&s, fd, NULL) != UNKNOT_OK)
        return NULL;
    struct uk_sound_facts f = uk_sound_file_facts(s);
    struct uk_sound_labels l = uk_sound_file_labels(s);
    if (uk_sound_file_is_whole(s) && f.rate == j->rate && f.channels == 1 && f.frames > 0 &&
        f.frames <= (int64_t)UK_SPEECH_LONGEST_S * j->rate && strcmp(l.title, j->text) == 0 && strcmp(l.origin, j->origin) == 0)
        return s;
    uk_sound_file_close(s, NULL);
    return NULL;
}

/* All of it; NULL when it is damaged or there is no memory. */
static int16_t *read_cached(const struct job *j, int64_t *frames)
{
    struct uk_sound_file *s = open_cached(j);
    if (!s)
        return NULL;
    *frames = uk_sound_file_facts(s).frames;
    int16_t *pcm = malloc((size_t)*frames * sizeof *pcm);
    if (pcm && uk_sound_file_read_s16(s, pcm, *frames) != *frames) {
        free(pcm);
        pcm = NULL;
    }
    uk_sound_file_close(s, NULL);
    return pcm;
}

/* False: the cache cannot be written. */
static bool store(const struct job *j, const int16_t *pcm, int64_t frames)
{
    struct uk_cache_part part;
    struct uk_sound_file *s = NULL;
    int fd = uk_cache_begin(&part, j->path, NULL);
    if (fd < 0)
        return false;
    int status = uk_sound_file_create(&s, fd, j->rate, 1, &(struct uk_sound_labels){j->text, j->origin}, NULL);
    if (status == UNKNOT_OK)
        status = uk_sound_file_write(s, pcm, frames, NULL);
    if (uk_sound_file_close(s, NULL) != UNKNOT_OK)
        status = UNKNOT_IO;
    if (status == UNKNOT_OK)
        status = uk_cache_commit(&part, NULL);
    uk_cache_abandon(&part);
    return status == UNKNOT_OK;
}

bool uk_sentence_find(const char *cache, struct uk_voice *v, const char *text, int64_t *frames)
{
    struct job j;
    struct uk_sound_file *s = start(&j, cache, v, text, NULL) ? NULL : open_cached(&j);
    if (s)
        *frames = uk_sound_file_facts(s).frames;
    uk_sound_file_close(s, NULL);
    finish(&j);
    return s != NULL;
}

int uk_sentence_get(const char *cache, struct uk_voice *v, const char *text, int16_t **pcm, int64_t *frames, bool *stored, bool *kept,
                    struct uk_message *m)
{
    struct job j;
    int status = start(&j, cache, v, text, m);
    *pcm = status ? NULL : read_cached(&j, frames);
    *stored = false;
    *kept = *pcm != NULL;
    if (!status && !*pcm) {
        status = uk_voice_speak(v, text, pcm, frames, m);
        *stored = *kept = !status && store(&j, *pcm, *frames);
    }
    finish(&j);
    return status;
}
