/* decoder.h - asks unknot-decode for lengths and frames of phrases and sound files, and outlives whatever happens to it.
 *
 *     struct uk_decoder *d;
 *     uk_decoder_create(&d, &places, "", 48000, m);
 *     if (uk_decoder_measure(d, UK_CLIP_PHRASE, "Breathe in.", &frames, &channels, m) == UNKNOT_OK)
 *         uk_decoder_load(d, UK_CLIP_PHRASE, "Breathe in.", channels, 0, 32768, pcm, m);
 *     uk_decoder_destroy(d);
 *
 * A file or a phrase that takes too long costs one refusal: the helper is killed, and the next request starts a new one.
 */
#ifndef UK_DECODER_H
#define UK_DECODER_H

#include "../base/path.h"
#include "../base/status.h"
#include "../sound/clip.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct uk_decoder;

/* A status: the length is about right, nobody has said the phrase yet. */
#define UK_GUESSED 1

/* `voice` is "PLUGIN", "PLUGIN:SPEAKER" or "" for the first there is; all lengths are in frames at `rate`. Starts nothing yet.
 * `places` is copied. UNKNOT_NO_MEMORY. The caller owns *out. [any but audio] */
int uk_decoder_create(struct uk_decoder **out, const struct uk_places *places, const char *voice, uint32_t rate,
                      struct uk_message *m);

/* The folders of the voice packs that are asked before the voice, in that order. Before anything else is asked; copied. UNKNOT_NO_MEMORY. */
int uk_decoder_use_packs(struct uk_decoder *d, char *const *folders, size_t count, struct uk_message *m);

/* Ends what is under way, and all that is asked from now on soon fails: before others that ask are waited for. [any] */
void uk_decoder_hurry(struct uk_decoder *d);

/* Nobody may be asking any more. Accepts NULL. [any but audio] */
void uk_decoder_destroy(struct uk_decoder *d);

/* Ends the second helper, which works while the first is busy, unless it is at work: it is started again when it is needed. [any but audio] */
void uk_decoder_rest(struct uk_decoder *d);

/* Starts the helper now, so that it gets ready while something else goes on. A failure shows at the first request. [any but audio] */
void uk_decoder_start(struct uk_decoder *d);

/* What is known of a sound. */
struct uk_measured {
    int64_t frames;
    int channels;  /* 1 or 2 */
    bool made;     /* false: `frames` is a guess, nobody has spoken the phrase yet */
    char by[64];   /* who says a phrase: a voice pack's id, a plugin's name */
    char why[256]; /* why not the voice that was wanted: one sentence; "": it is */
};

/* How long a sound is, and whether it is mono or stereo; who says it. A phrase that was never spoken is spoken now, unless only what is
 * at hand is wanted, and a file that was never decoded is decoded now: this may take seconds. UNKNOT_NO_VOICE, UNKNOT_NOT_FOUND,
 * UNKNOT_BAD_DATA, UNKNOT_LIMIT, UNKNOT_IO: the sentence names the phrase or file and says what to do. [any but audio; callers wait for
 * each other] */
int uk_decoder_ask(struct uk_decoder *d, enum uk_clip_kind kind, const char *name, bool at_hand, struct uk_measured *out,
                   struct uk_message *m);

/* The same of many phrases, of which only what is at hand is wanted, with less coming and going. What cannot be had is not `made`. */
void uk_decoder_glance(struct uk_decoder *d, const char *const *names, size_t count, struct uk_measured *out);

/* The same in short. */
int uk_decoder_measure(struct uk_decoder *d, enum uk_clip_kind kind, const char *name, int64_t *frames, int *channels,
                       struct uk_message *m);

/* Has one sentence spoken by the plugin into a FLAC file: see UK_DECODE_KEEP. `identity` is that of the voice. Failures as above.
 * [any but audio; callers wait for each other] */
int uk_decoder_keep(struct uk_decoder *d, const char *name, const char *say, uint32_t rate, const char *path, int64_t *frames,
                    char identity[128], struct uk_message *m);

/* How loud one sentence is as the voice says it and as it is heard. */
struct uk_said_level {
    double lufs, peak_dbtp; /* UK_UNKNOWN_DB (decode/wire.h): silence */
    double seconds;
};

/* [0]: before the chain, [1]: after it; of a voice pack both are the same. Failures as of uk_decoder_ask(). [any but audio; callers wait for
 * each other] */
int uk_decoder_levels(struct uk_decoder *d, const char *name, struct uk_said_level out[2], struct uk_message *m);

/* `frames` frames from `from`, interleaved; silence beyond the end. `channels` is what was measured. Failures as above.
 * [any but audio; does not wait for a measure that is under way] */
int uk_decoder_load(struct uk_decoder *d, enum uk_clip_kind kind, const char *name, int channels, int64_t from, int32_t frames,
                    int16_t *out, struct uk_message *m);

struct uk_take_piece;
struct uk_cut;

/* Where something is said in the recording of a reader: see ../decode/wire.h; *frames is its length. The caller frees *pieces; what they
 * point to is valid until the next request. Failures as above. [any but audio; callers wait for each other] */
int uk_decoder_survey(struct uk_decoder *d, const char *file, struct uk_take_piece **pieces, size_t *count, int64_t *frames,
                      struct uk_message *m);

/* Cuts sentences out of it, or only measures them: in the order of their beginnings. [any but audio; callers wait for each other] */
int uk_decoder_cut(struct uk_decoder *d, const char *file, struct uk_cut *cuts, size_t count, struct uk_message *m);

#endif
