/* shelf.h - sounds that are at hand: the last few used, in memory or as an open file of the cache. */
#ifndef UK_SHELF_H
#define UK_SHELF_H

#include "cache.h"
#include "sound_file.h"
#include "spoken.h"

#include <stddef.h>

#define UK_SHELF_BYTES (3u << 20)
#define UK_SHELF_LARGEST (64u << 20) /* one sound in memory, where the cache cannot be written */

/* One sound at the decoder's rate. */
struct uk_held {
    int kind;    /* enum uk_clip_kind */
    char *name;
    struct uk_key key; /* of what it was made from */
    int channels;
    int64_t frames;
    int16_t *pcm;               /* all of it, or */
    struct uk_spoken *spoken;   /* a phrase, or */
    struct uk_sound_file *file; /* where it is */
    int64_t file_at;            /* the frame that is read next */
    struct uk_held *next;
};

/* Zeroed is empty. */
struct uk_shelf {
    struct uk_held *first; /* the last used */
};

/* The sound of that kind and name, which becomes the last used; NULL: not there. Owned by the shelf, valid until the next put. */
struct uk_held *uk_shelf_find(struct uk_shelf *s, int kind, const char *name);

/* Puts a sound in place of one of the same kind and name; what was not used for longest goes, but the last two stay. Takes over what *h
 * points to, but not h->name, which is copied; on failure it is given back. NULL: no memory. */
struct uk_held *uk_shelf_put(struct uk_shelf *s, const struct uk_held *h);

void uk_shelf_drop(struct uk_shelf *s, int kind, const char *name);

/* Frames [from, from + count), silence where there is none. UNKNOT_BAD_DATA, without a sentence: its file is damaged; UNKNOT_NO_MEMORY,
 * UNKNOT_FAILED. It is to be dropped then. */
int uk_held_read(struct uk_held *h, int64_t from, size_t count, int16_t *out, struct uk_message *m);

/* Accepts a zeroed one. */
void uk_shelf_finish(struct uk_shelf *s);

#endif
