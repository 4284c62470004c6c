/* clips.h - the recorded sounds of a session: measured when a routine is planned, brought into memory ahead of the listener, dropped
 * behind. */
#ifndef UK_CLIPS_H
#define UK_CLIPS_H

#include "../perform/performer.h"
#include "../perform/scene.h"
#include "../sound/clip.h"
#include "decoder.h"

struct uk_clips;

/* `decoder` stays the caller's and must outlive it. The caller owns *out. */
int uk_clips_create(struct uk_clips **out, struct uk_decoder *decoder, uint32_t rate, struct uk_message *m);
void uk_clips_destroy(struct uk_clips *c); /* no scene may use its clips any more; accepts NULL */

/* The clip of that name, measured the first time. Owned by `c`, valid until it is destroyed. [any but audio] */
int uk_clips_get(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m);

/* Brings in what sounds in [from, to). [any but audio] */
int uk_clips_prepare(struct uk_clips *c, const struct uk_scene *scene, int64_t from, int64_t to, struct uk_message *m);

/* Gives back what no cue needs within [from, to) of either position. Waits for a read under way. [any but audio] */
void uk_clips_drop(struct uk_clips *c, const struct uk_scene *scene, struct uk_performer *performer, const int64_t *positions,
                   size_t count);

#endif
