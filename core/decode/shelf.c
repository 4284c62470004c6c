#include "shelf.h"

#include <stdlib.h>
#include <string.h>

#define OPEN_FILE_COUNTS_AS (2u << 20) /* a decoder's buffers, and one of the file descriptors */

static size_t weight(const struct uk_held *h)
{
    return h->file ? OPEN_FILE_COUNTS_AS : (size_t)h->frames * (size_t)h->channels * sizeof *h->pcm;
}

static void give_back_sound(const struct uk_held *h)
{
    uk_sound_file_close(h->file, NULL);
    uk_spoken_destroy(h->spoken);
    free(h->pcm);
}

static void give_back(struct uk_held *h)
{
    give_back_sound(h);
    free(h->name);
    free(h);
}

/* The link that leads to it, or to the end. */
static struct uk_held **place(struct uk_shelf *s, int kind, const char *name)
{
    struct uk_held **p = &s->first;
    while (*p && ((*p)->kind != kind || strcmp((*p)->name, name) != 0))
        p = &(*p)->next;
    return p;
}

struct uk_held *uk_shelf_find(struct uk_shelf *s, int kind, const char *name)
{
    struct uk_held **p = place(s, kind, name), *h = *p;
    if (h) {
        *p = h->next;
        h->next = s->first;
        s->first = h;
    }
    return h;
}

void uk_shelf_drop(struct uk_shelf *s, int kind, const char *name)
{
    struct uk_held **p = place(s, kind, name), *h = *p;
    if (h) {
        *p = h->next;
        give_back(h);
    }
}

struct uk_held *uk_shelf_put(struct uk_shelf *s, const struct uk_held *from)
{
    struct uk_held *h = malloc(sizeof *h);
    char *name = strdup(from->name);
    if (!h || !name) {
        free(h);
        free(name);
        give_back_sound(from);
        return NULL;
    }
    *h = *from;
    h->name = name;
    uk_shelf_drop(s, h->kind, h->name);
    h->next = s->first;
    s->first = h;
    size_t sum = 0;
    for (struct uk_held **p = &s->first; *p;) {
        sum += weight(*p);
        if (*p == h || *p == h->next || sum <= UK_SHELF_BYTES) { /* a long bed stays beside what is said over it */
            p = &(*p)->next;
            continue;
        }
        struct uk_held *old = *p;
        *p = old->next;
        give_back(old);
    }
    return h;
}

static int read_file(struct uk_held *h, int64_t from, size_t n, int16_t *out)
{
    bool good = (h->file_at == from || uk_sound_file_seek(h->file, from) == UNKNOT_OK) &&
                uk_sound_file_read_s16(h->file, out, (int64_t)n) == (int64_t)n;
    h->file_at = good ? from + (int64_t)n : -1;
    return good ? UNKNOT_OK : UNKNOT_BAD_DATA;
}

int uk_held_read(struct uk_held *h, int64_t from, size_t count, int16_t *out, struct uk_message *m)
{
    size_t frame = (size_t)h->channels * sizeof *out;
    size_t n = from >= h->frames ? 0 : h->frames - from < (int64_t)count ? (size_t)(h->frames - from) : count;
    memset((char *)out + n * frame, 0, (count - n) * frame);
    if (n == 0)
        return UNKNOT_OK;
    if (h->file)
        return read_file(h, from, n, out);
    if (h->spoken)
        return uk_spoken_read(h->spoken, from, n, out, m);
    memcpy(out, h->pcm + from * h->channels, n * frame);
    return UNKNOT_OK;
}

void uk_shelf_finish(struct uk_shelf *s)
{
    while (s->first) {
        struct uk_held *h = s->first;
        s->first = h->next;
        give_back(h);
    }
}
