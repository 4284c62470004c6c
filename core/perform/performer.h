/* performer.h - read(): sound as a pure function of timeline and position, and around it what is the listener's and not
 * the plan's: pause, seek, volume.
 *
 *     uk_performer_create(&p, 48000, m);
 *     uk_scene_destroy(uk_performer_publish(p, scene));
 *     while ((n = uk_performer_read(p, block, 480)) > 0)
 *         hand_on(block, n);
 *     uk_scene_destroy(uk_performer_publish(p, NULL));
 *     uk_performer_destroy(p);
 */
#ifndef UK_PERFORMER_H
#define UK_PERFORMER_H

#include "scene.h"

#include <stddef.h>

/* To give frames [a, b) a read may look at the clips of [a - this, b + this): whole quanta are mixed, and a neighbour
 * on each side is looked at by the limiter. What is to be complete must be in memory so far around. */
#define UK_READ_AROUND_FRAMES (2 * UK_QUANTUM)

struct uk_performer;

/* The caller owns *out and gives it back to uk_performer_destroy(). UNKNOT_NO_MEMORY. [any but audio] */
int uk_performer_create(struct uk_performer **out, uint32_t rate, struct uk_message *m);

/* Accepts NULL. The scene it has is not destroyed: publish NULL before. No call may be under way. [any but audio] */
void uk_performer_destroy(struct uk_performer *p);

/* The next frames: interleaved stereo, never beyond -1 dBFS. Fewer than asked only at the end of the timeline, or when
 * there is no scene. The same position gives the same bits in whatever block sizes. While paused it gives silence and
 * stays. [audio] */
size_t uk_performer_read(struct uk_performer *p, float *out, size_t frames);

/* Swaps the scene; the position stays. `scene` must be of the performer's rate; it may be NULL. Returns the one before
 * (NULL at first) once no read uses it; the caller owns it again. Waits for a read under way, at most the time of one
 * block. [any but audio] */
struct uk_scene *uk_performer_publish(struct uk_performer *p, struct uk_scene *scene);

/* Returns when every read that was under way at the call has ended: what it saw may be freed. [any but audio] */
void uk_performer_quiesce(struct uk_performer *p);

/* Position of the next frame; the target while a seek is pending. [any] */
int64_t uk_performer_tell(const struct uk_performer *p);

/* Moves the position; beyond an end it becomes that end. Takes effect in the next read. `smooth`: fades 10 ms out,
 * jumps, and 10 ms in. The last of several wins. [any] */
void uk_performer_seek(struct uk_performer *p, int64_t frame, bool smooth);

/* Fades out over 50 ms, in which the position goes on, then stays there in silence; or fades in and goes on. [any] */
void uk_performer_pause(struct uk_performer *p, bool on);
bool uk_performer_paused(const struct uk_performer *p); /* [any] */

/* What comes from `frame` on is not known yet: before it the performer pauses by itself, and goes on when the limit is lifted. INT64_MAX: no
 * limit, as at first. [any] */
void uk_performer_set_limit(struct uk_performer *p, int64_t frame);
bool uk_performer_waits(const struct uk_performer *p); /* at the limit [any] */

/* 0 to 1, reached within 50 ms. What is no number in that range is brought into it. [any] */
void uk_performer_set_volume(struct uk_performer *p, double gain);

/* Cues that were due and not in memory, one for each quantum of UK_QUANTUM frames. [any] */
uint64_t uk_performer_late(const struct uk_performer *p);

#endif
