/* clip.h - a recorded sound in memory, piece by piece; or one that a plugin makes, which needs none.
 *
 * A clip knows its length before any of it is there. Its pieces are brought in ahead of the listener and dropped
 * behind, so the memory it takes does not grow with its length. The performer only looks at pieces that are there; a
 * missing one is silence, and counted.
 */
#ifndef UK_CLIP_H
#define UK_CLIP_H

#include <unknot_plugin.h>

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define UK_PIECE_FRAMES 32768

enum uk_clip_kind {
    UK_CLIP_PHRASE,
    UK_CLIP_FILE,
    UK_CLIP_SOURCE, /* no recording: a plugin makes the sound, which has no length of its own */
};

/* What makes a sound that is no recording: an open source plugin, which outlives the clip. */
struct uk_maker {
    const struct unknot_source_ops *ops; /* NULL: nothing */
    void *self;
};

struct uk_clip {
    enum uk_clip_kind kind;
    char *name;     /* the phrase, the path of the file, or the plugin */
    int channels;   /* 1 or 2 */
    int64_t frames; /* at the engine's rate */
    struct uk_maker maker; /* of UK_CLIP_SOURCE */
    int32_t piece_count;
    _Atomic(int16_t *) pieces[]; /* interleaved; the last one is shorter. NULL: not there */
};

/* All but the pieces. Copies `name`. NULL: no memory. */
struct uk_clip *uk_clip_create(enum uk_clip_kind kind, const char *name, int channels, int64_t frames);
/* Gives back the clip and its pieces; nobody may be reading. Accepts NULL. */
void uk_clip_destroy(struct uk_clip *c);
/* Frames in piece `index`. */
int32_t uk_clip_piece_frames(const struct uk_clip *c, int32_t index);
/* Frames [from, from + count), full scale 1; what lies outside the clip is silence. A clip of one channel fills only
 * `left`; `right` may then be NULL. False when a piece was missing: silence in its place. [audio] */
bool uk_clip_read(const struct uk_clip *c, int64_t from, int32_t count, float *left, float *right);

#endif
