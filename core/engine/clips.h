/* clips.h - the recorded sounds of a session: measured when a routine is planned, brought into memory ahead of the listener, dropped
 * behind. And the plugins that make others, which stay open as long as something that is planned needs them. */
#ifndef UK_CLIPS_H
#define UK_CLIPS_H

#include "../perform/performer.h"
#include "../perform/scene.h"
#include "../sound/clip.h"
#include "decoder.h"

#include <stdbool.h>

struct uk_clips;

/* `decoder` and `places` stay the caller's and must outlive it. The caller owns *out. */
int uk_clips_create(struct uk_clips **out, struct uk_decoder *decoder, const struct uk_places *places, uint32_t rate, struct uk_message *m);
void uk_clips_destroy(struct uk_clips *c); /* no scene may use its clips any more; accepts NULL */

/* The clip of that name, measured the first time, which may take as long as a voice needs to say it. A phrase that no voice can say is a
 * tone. Owned by `c`, valid until it is forgotten. [any but audio] */
int uk_clips_get(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m);

/* The same without waiting for a voice. UK_GUESSED: nobody has said the phrase yet; *out is a tone about as long. It is on the list of what is to
 * be made. [any but audio] */
int uk_clips_glance(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m);

/* One of the two above, whichever was set: at first it waits. [any but audio] */
int uk_clips_find(struct uk_clips *c, enum uk_clip_kind kind, const char *name, struct uk_clip **out, struct uk_message *m);
void uk_clips_only_glance(struct uk_clips *c, bool on);

/* Measures phrases ahead of a plan that may ask for them, all in one go. Those that nobody has said yet are left out. [any but audio] */
void uk_clips_foresee(struct uk_clips *c, const char *const *names, size_t count);

/* A phrase that was only glanced at remains a tone, for the reason given. [any but audio] */
void uk_clips_give_up(struct uk_clips *c, const char *name, const char *why);

/* Whether a phrase was only glanced at so far. [any but audio] */
bool uk_clips_is_guess(struct uk_clips *c, const char *name);

/* The name of a phrase that was only glanced at, and how many there are. NULL: none. Owned by `c`. [any but audio] */
const char *uk_clips_guess(struct uk_clips *c, size_t *count);

/* Who says a phrase, as in struct uk_measured. False: that is not known yet. Owned by `c`, valid until it is forgotten. [any but audio] */
bool uk_clips_said(struct uk_clips *c, const char *name, const char **by, const char **why);

/* Brings in what sounds in [from, to). [any but audio] */
int uk_clips_prepare(struct uk_clips *c, const struct uk_scene *scene, int64_t from, int64_t to, struct uk_message *m);

#define UK_KEEP_BEFORE_S 2
#define UK_KEEP_AFTER_S 40

/* Gives back what no cue needs from UK_KEEP_BEFORE_S before to UK_KEEP_AFTER_S after one of the positions, or where the performer is; without
 * positions, everything. Not all at a time: returns how much it was. Waits for a read under way. [any but audio] */
size_t uk_clips_drop(struct uk_clips *c, const struct uk_scene *scene, struct uk_performer *performer, const int64_t *positions,
                   size_t count);

/* Forgets every sound that `scene` has not, and what is known of it. No other scene may be in use, and nobody may be asking. [any but audio] */
void uk_clips_forget(struct uk_clips *c, const struct uk_scene *scene);

#endif
