#include "shelf.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define IDLE_MS 60000
#define OPENING_MOST 4 /* at once: a planner has only so much time */
#define BLOCK_FRAMES 2048
#define HASH_START 0xcbf29ce484222325ull

long long uk_shelf_now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

void uk_shelf_init(struct uk_shelf *s, const struct unknot_options *options, const char *data_folder)
{
    *s = (struct uk_shelf){.options = *options};
    snprintf(s->library, sizeof s->library, "%s/scripts/unknot", data_folder);
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->opened, NULL);
}

static void destroy(struct uk_volume *v)
{
    if (!v)
        return;
    unknot_close(v->u);
    pthread_mutex_destroy(&v->lock);
    free(v->address);
    free(v);
}

void uk_shelf_finish(struct uk_shelf *s)
{
    for (size_t i = 0; i < UK_SHELF_ENGINES; i++)
        destroy(s->volumes[i]);
    pthread_cond_destroy(&s->opened);
    pthread_mutex_destroy(&s->lock);
}

/* ---- what is in an engine ---- */

static uint64_t hash(uint64_t sum, const void *bytes, size_t n)
{
    for (const unsigned char *at = bytes; n > 0; n--)
        sum = (sum ^ *at++) * 0x100000001b3ull;
    return sum;
}

static uint64_t hash_text(uint64_t sum, const char *text)
{
    return hash(sum, text, strlen(text) + 1);
}

/* Everything that is known of what is heard, and of what is shown meanwhile. What it is made from counts, too: a cue does not tell how it sounds. */
static uint64_t hash_facts(const struct unknot *u, const struct uk_volume *v, const struct unknot_options *options)
{
    int64_t frames = unknot_length_frames(u);
    uint64_t sum = hash_text(hash_text(HASH_START, unknot_version()), v->address);
    sum = hash(sum, &v->files, sizeof v->files);
    sum = hash_text(hash_text(sum, options->voice ? options->voice : ""), options->language ? options->language : "");
    sum = hash_text(hash(sum, &frames, sizeof frames), unknot_loaded(u)->title);
    struct unknot_cue cue;
    for (size_t i = 0; unknot_cue(u, i, &cue) == UNKNOT_OK; i++) {
        sum = hash(hash(sum, &cue.at_frames, sizeof cue.at_frames), &cue.length_frames, sizeof cue.length_frames);
        sum = hash_text(hash_text(hash_text(sum, cue.kind), cue.bus), cue.text);
        sum = hash(sum, cue.phases_frames, sizeof cue.phases_frames);
    }
    struct unknot_mark mark;
    for (size_t i = 0; unknot_mark(u, i, &mark) == UNKNOT_OK; i++)
        sum = hash_text(hash(sum, &mark.at_frames, sizeof mark.at_frames), mark.title);
    return sum;
}

/* The files of a folder, in whatever order they come: a script, and the sounds beside it. */
static uint64_t hash_folder(const char *folder)
{
    uint64_t sum = 0;
    struct stat s;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (fstatat(dirfd(d), e->d_name, &s, 0) || !S_ISREG(s.st_mode))
            continue;
        int64_t is[] = {s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec, (int64_t)s.st_ino};
        sum += hash(hash_text(HASH_START, e->d_name), is, sizeof is);
    }
    if (d)
        closedir(d);
    return sum;
}

static uint64_t hash_files(const struct uk_shelf *s, const struct uk_volume *v)
{
    return hash_folder(v->folder) * 3 + hash_folder(s->library);
}

/* Plans it. Takes some ten milliseconds, or longer when something is to be said for the first time. */
static int open_volume(const struct uk_shelf *s, struct uk_volume *v, struct unknot **out, struct uk_trouble *trouble)
{
    char uri[4200];
    snprintf(uri, sizeof uri, "unknot://%s", v->address);
    int status = unknot_open_uri(out, uri, &s->options);
    if (status) {
        const char *why = unknot_message(*out);
        snprintf(trouble->text, sizeof trouble->text, "%s", *why ? why : unknot_status_text(status));
        unknot_close(*out);
        *out = NULL;
        return status;
    }
    v->frames = unknot_length_frames(*out);
    snprintf(v->folder, sizeof v->folder, "%s", unknot_loaded(*out)->path);
    char *slash = strrchr(v->folder, '/');
    if (slash)
        *slash = '\0';
    v->files = hash_files(s, v);
    v->facts = hash_facts(*out, v, &s->options);
    return UNKNOT_OK;
}

/* ---- the shelf; what follows is under its lock ---- */

static struct uk_volume **find(struct uk_shelf *s, const char *address)
{
    for (size_t i = 0; i < UK_SHELF_ENGINES; i++) {
        struct uk_volume *v = s->volumes[i];
        if (v && !v->old && strcmp(v->address, address) == 0)
            return &s->volumes[i];
    }
    return NULL;
}

/* Takes one off, and leaves the lock while it is closed. */
static void drop(struct uk_shelf *s, struct uk_volume **place)
{
    struct uk_volume *v = *place;
    *place = NULL;
    pthread_mutex_unlock(&s->lock);
    destroy(v);
    pthread_mutex_lock(&s->lock);
}

/* A place for one more: an empty one, else that of the one nobody has read for the longest. NULL: all are being read. */
static struct uk_volume **make_place(struct uk_shelf *s)
{
    struct uk_volume **oldest = NULL;
    for (size_t i = 0; i < UK_SHELF_ENGINES; i++) {
        struct uk_volume **place = &s->volumes[i];
        if (!*place)
            return place;
        if ((*place)->users == 0 && (!oldest || (*place)->used_ms < (*oldest)->used_ms))
            oldest = place;
    }
    return oldest;
}

static int put_new(struct uk_shelf *s, const char *address, struct uk_volume **out, struct uk_trouble *trouble)
{
    struct uk_volume **place = make_place(s), *v = place ? calloc(1, sizeof *v) : NULL;
    if (!place) {
        s->refused_ms = uk_shelf_now_ms();
        snprintf(trouble->text, sizeof trouble->text, "%d routines are being listened to, which is as many as there can be: try again later",
                 UK_SHELF_ENGINES);
        return UK_SHELF_FULL;
    }
    if (v)
        v->address = strdup(address);
    if (!v || !v->address) {
        free(v);
        snprintf(trouble->text, sizeof trouble->text, "%s", unknot_status_text(UNKNOT_NO_MEMORY));
        return UNKNOT_NO_MEMORY;
    }
    pthread_mutex_init(&v->lock, NULL);
    v->users = 1;
    struct uk_volume *before = *place;
    *place = *out = v;
    struct unknot *u = NULL;
    while (s->opening == OPENING_MOST)
        pthread_cond_wait(&s->opened, &s->lock);
    s->opening++;
    pthread_mutex_unlock(&s->lock);
    destroy(before);
    int status = open_volume(s, v, &u, trouble);
    pthread_mutex_lock(&s->lock);
    s->opening--;
    v->u = u;
    v->old = status != UNKNOT_OK;
    pthread_cond_broadcast(&s->opened);
    return status;
}

/* The last who leaves one that is out of date takes it away. */
static void leave(struct uk_shelf *s, struct uk_volume *v)
{
    v->used_ms = uk_shelf_now_ms();
    if (--v->users > 0 || !v->old)
        return;
    for (size_t i = 0; i < UK_SHELF_ENGINES; i++)
        if (s->volumes[i] == v) {
            drop(s, &s->volumes[i]);
            return;
        }
}

static int take(struct uk_shelf *s, const char *address, struct uk_volume **out, struct uk_trouble *trouble)
{
    struct uk_volume **place = find(s, address);
    if (place && (*place)->u && hash_files(s, *place) != (*place)->files) {
        (*place)->old = true;
        if ((*place)->users == 0)
            drop(s, place);
        place = find(s, address);
    }
    if (!place) {
        int status = put_new(s, address, out, trouble);
        if (status && *out) {
            leave(s, *out);
            *out = NULL;
        }
        return status;
    }
    struct uk_volume *v = *place;
    v->users++;
    while (!v->u && !v->old)
        pthread_cond_wait(&s->opened, &s->lock);
    if (v->u) {
        *out = v;
        return UNKNOT_OK;
    }
    leave(s, v); /* who opened it was told why; now it is our turn */
    return take(s, address, out, trouble);
}

int uk_shelf_take(struct uk_shelf *s, const char *address, struct uk_volume **out, struct uk_trouble *trouble)
{
    *out = NULL;
    pthread_mutex_lock(&s->lock);
    int status = take(s, address, out, trouble);
    pthread_mutex_unlock(&s->lock);
    return status;
}

void uk_shelf_give(struct uk_shelf *s, struct uk_volume *v)
{
    if (!v)
        return;
    pthread_mutex_lock(&s->lock);
    leave(s, v);
    pthread_mutex_unlock(&s->lock);
}

void uk_shelf_tidy(struct uk_shelf *s)
{
    long long now = uk_shelf_now_ms();
    pthread_mutex_lock(&s->lock);
    for (size_t i = 0; i < UK_SHELF_ENGINES; i++) {
        struct uk_volume *v = s->volumes[i];
        if (v && v->users == 0 && now - v->used_ms > IDLE_MS)
            drop(s, &s->volumes[i]);
    }
    pthread_mutex_unlock(&s->lock);
}

/* ---- reading ---- */

bool uk_volume_read(struct uk_volume *v, int64_t at, int16_t *out, size_t frames)
{
    float block[2 * BLOCK_FRAMES];
    bool good = true;
    pthread_mutex_lock(&v->lock);
    if (v->at != at)
        unknot_seek(v->u, at, UNKNOT_EXACT);
    v->at = at;
    while (good && frames > 0) {
        size_t n = frames < BLOCK_FRAMES ? frames : BLOCK_FRAMES;
        good = unknot_prepare(v->u, v->at, (int64_t)n) == UNKNOT_OK && unknot_read(v->u, block, n) == n;
        if (good)
            unknot_quantize(block, out, v->at, n);
        v->at += (int64_t)n;
        out += 2 * n;
        frames -= n;
    }
    if (!good)
        v->at = -1;
    pthread_mutex_unlock(&v->lock);
    return good;
}
