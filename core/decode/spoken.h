/* spoken.h - a phrase as it is spoken: sounds, recorded lines and silences after each other, brought to another rate only as far as they
 * are wanted, so that its first words need not wait for its last.
 *
 *     struct uk_spoken *s;
 *     if (uk_spoken_create(&s, 24000, 48000, m) == UNKNOT_OK && uk_spoken_add_line(s, pack, line, m) == UNKNOT_OK)
 *         uk_spoken_read(s, 0, n, out, m);
 *     uk_spoken_destroy(s);
 */
#ifndef UK_SPOKEN_H
#define UK_SPOKEN_H

#include "voice_pack.h"

struct uk_spoken;

/* Mono, from one rate to another. UNKNOT_NO_MEMORY. The caller owns *out. */
int uk_spoken_create(struct uk_spoken **out, uint32_t from, uint32_t to, struct uk_message *m);

/* Each adds something to its end, until it is read: frames at the rate it comes from. UNKNOT_NO_MEMORY. */
int uk_spoken_add_silence(struct uk_spoken *s, int64_t frames, struct uk_message *m);
/* `pcm` is its own from now on, also on failure. */
int uk_spoken_add_sound(struct uk_spoken *s, int16_t *pcm, int64_t frames, struct uk_message *m);
/* A line of a pack that lives longer. When its file is not what the pack says, a tone stands for it: the plan counts on its length, and the
 * caption has the words. */
int uk_spoken_add_line(struct uk_spoken *s, struct uk_voice_pack *pack, const struct uk_voice_line *line, struct uk_message *m);

/* Its length, at the rate it comes from and at the other. */
int64_t uk_spoken_frames_from(const struct uk_spoken *s);
int64_t uk_spoken_frames(const struct uk_spoken *s);

/* Frames [from, from + count), which it must have. UNKNOT_NO_MEMORY, UNKNOT_FAILED: it is of no more use. */
int uk_spoken_read(struct uk_spoken *s, int64_t from, size_t count, int16_t *out, struct uk_message *m);

/* Accepts NULL. */
void uk_spoken_destroy(struct uk_spoken *s);

#endif
