/* stage.h - what is on: the scene that plays, its sounds brought in ahead, and the moves between positions.
 *
 * It joins the performer, which may not wait, with the clips, which must. Every function but uk_stage_read() may wait.
 */
#ifndef UK_STAGE_H
#define UK_STAGE_H

#include "clips.h"
#include "language.h"

struct uk_stage;

/* Takes nothing over: `clips` and `performer` stay the caller's and must outlive it. The caller owns *out. */
int uk_stage_create(struct uk_stage **out, struct uk_clips *clips, struct uk_performer *performer, uint32_t rate,
                    struct uk_message *m);
void uk_stage_destroy(struct uk_stage *s); /* no reader may be in; accepts NULL */

/* The clip of a text of a routine, spoken in a language. As uk_clips_find(). */
int uk_stage_phrase(struct uk_clips *clips, const struct uk_language *language, const char *text, struct uk_clip **clip,
                    struct uk_message *m);

/* A scene of `timeline`, which it takes over when it succeeds. `folder` is where the routine's own sound files are, `shared` the second place.
 * UNKNOT_NOT_FOUND: no such sound. */
int uk_stage_scene(struct uk_stage *s, struct uk_timeline *timeline, const struct uk_language *language, const char *folder,
                   const char *shared, const double *bus_db, struct uk_scene **out, struct uk_message *m);

/* Brings in what a scene that is not on yet will need in [at, at + frames), and keeps all there is until one is published or this one is
 * dismissed. */
int uk_stage_rehearse(struct uk_stage *s, const struct uk_scene *scene, int64_t at, int64_t frames, struct uk_message *m);

/* What was rehearsed does not come on. */
void uk_stage_dismiss(struct uk_stage *s);

/* Puts a scene on and, when it succeeds, takes it over; the one before is given back when nobody uses it any more. UNKNOT_NO_MEMORY. */
int uk_stage_publish(struct uk_stage *s, struct uk_scene *scene, struct uk_message *m);

/* Gives back every sound, and forgets those that what is on has not; what is to be read must be prepared again. Nobody may be planning or
 * asking. */
void uk_stage_forget(struct uk_stage *s);

/* As unknot_prepare(). [any but audio] */
int uk_stage_prepare(struct uk_stage *s, int64_t at, int64_t frames);
/* The sentence of the last uk_stage_prepare() that failed. [any] */
void uk_stage_message(struct uk_stage *s, char *out, size_t size);

/* Prepares the new position, then goes there. [any but audio] */
void uk_stage_seek(struct uk_stage *s, int64_t frame, bool smooth);

/* The full path of a routine's sound file, found in `folder` or `shared`. `name` may not lead out of them. The caller frees *path.
 * UNKNOT_NOT_FOUND: the sentence has the nearest name. */
int uk_stage_find_file(const char *folder, const char *shared, const char *name, char **path, struct uk_message *m);

#endif
