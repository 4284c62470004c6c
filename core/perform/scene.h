/* scene.h - a frozen timeline made ready to sound: every cue's source, the ducking curve, and what sounds just now. */
#ifndef UK_SCENE_H
#define UK_SCENE_H

#include "../score/timeline.h"
#include "../sound/clip.h"
#include "../sound/limiter.h"

struct uk_scene;

/* Takes over `timeline` when it succeeds. clips[i] belongs to cue i (NULL when it needs none); the array is copied, the
 * clips are the caller's and must outlive the scene. bus_db: UK_BUSES levels. The caller owns *out and gives it back to
 * uk_scene_destroy(). [any but audio] UNKNOT_NO_MEMORY. */
int uk_scene_create(struct uk_scene **out, struct uk_timeline *timeline, struct uk_clip *const *clips,
                    const double *bus_db, struct uk_message *m);

/* Accepts NULL. No performer may have it. [any but audio] */
void uk_scene_destroy(struct uk_scene *s);

const struct uk_timeline *uk_scene_timeline(const struct uk_scene *s); /* owned by `s` [any] */
struct uk_clip *uk_scene_clip(const struct uk_scene *s, uint32_t cue); /* NULL when it needs none [any] */

/* Which publication it is of its performer, so that a new scene is never taken for an old one at the same address. */
void uk_scene_set_generation(struct uk_scene *s, uint64_t generation); /* [any but audio], before it is published */
uint64_t uk_scene_generation(const struct uk_scene *s);                /* [any] */

/* Mixes quantum number `quantum`, before the limiter; its peak is finite. Quanta in order are cheapest, any order gives
 * the same bits. Returns how many cues were late in it. One thread at a time. [audio] */
uint32_t uk_scene_mix(struct uk_scene *s, int64_t quantum, struct uk_quantum *out);

#endif
