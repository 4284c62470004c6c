/** @file
 * unknot_voice.h - what a routine says, who says it, and how somebody becomes a voice. A part of unknot.h, which has the rules for all of it.
 */
#ifndef UNKNOT_VOICE_H
#define UNKNOT_VOICE_H

#include <unknot.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- phrases ----------------------------------------------------------------------------------------------------- */

/** A phrase that the loaded routine says, or may have to say when something is pressed. */
struct unknot_phrase {
    const char *text;     /**< as it is shown, in `language` */
    const char *source;   /**< as the routine has it; the same as `text` where there is no translation */
    const char *language; /**< of `text` */
    const char *by;       /**< who says it: a pack's id, a plugin's name; "": nobody, a tone stands for it; NULL: not made yet */
    const char *why;      /**< why not who was wanted: one sentence; "": it is who was wanted */
    double seconds;       /**< how long it takes; a guess as long as it is not made */
    double room_s;        /**< the least time it has before something else is said; INFINITY: only an answer to a press, or the last; after
                             unknot_phrases_everywhere() also where all that follows waits for its end */
    int64_t at_frames;    /**< when it is first said in the plan; -1: only if something is pressed or asked for otherwise */
    int is_answer;        /**< not 0: it is said only after a press */
    const char *const *sentences; /**< that are spoken and kept one by one, ends in NULL */
    const char *const *lines;     /**< of each of them the id, the same in every voice pack: "breathe-out-5e1f04" */
};

/** Plans the loaded routine in many more ways, with its settings, for other lengths and with presses at many moments, so that all it may
 * ever say is among its phrases. They are so until it is planned again. Takes seconds. [main]   UNKNOT_BAD_ARGUMENT: nothing is loaded. */
UNKNOT_API int unknot_phrases_everywhere(struct unknot *u);

/** Loads a routine without a word being spoken: what nobody said so far is as long as it may take. To be looked at, not to be read.
 * Failures as unknot_load(). [main] */
UNKNOT_API int unknot_load_draft(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count);

/** How loud a sentence is; levels under -150 are silence. */
struct unknot_loudness {
    double lufs, peak_dbtp, seconds;
};

/** How loud sentence `sentence` of phrase `index` is as who says it gave it, and as it is heard; of a voice pack both are the same. It is spoken
 * for this. [main]   UNKNOT_BAD_ARGUMENT: no such sentence. UNKNOT_NO_VOICE, UNKNOT_IO: it cannot be. */
UNKNOT_API int unknot_phrase_loudness(struct unknot *u, size_t index, size_t sentence, struct unknot_loudness *before,
                                      struct unknot_loudness *after);

/** How many phrases there are: those of the plan in the order they are said, those of other plans, then answers to presses. [main] */
UNKNOT_API size_t unknot_phrase_count(struct unknot *u);
/** Fills *out with phrase `index`; what it points to is owned by `u`, valid until its next call about phrases. [main]
 *   UNKNOT_BAD_ARGUMENT: no such phrase. */
UNKNOT_API int unknot_phrase(struct unknot *u, size_t index, struct unknot_phrase *out);
/** The same, and has it spoken first, if that was not done yet. Takes seconds. [main]   UNKNOT_NO_VOICE, UNKNOT_IO: it cannot be. */
UNKNOT_API int unknot_phrase_make(struct unknot *u, size_t index, struct unknot_phrase *out);

/* ---- voices ------------------------------------------------------------------------------------------------------ */

/** A voice: a voice pack, which is a folder of recorded sentences, or a speech plugin. Texts are "" where it does not say. */
struct unknot_voice {
    const char *id;       /**< what chooses it: "en-US-slt", "flite" */
    const char *name;     /**< for a person */
    const char *language; /**< of a pack, as "en-US"; "" of a plugin, which may speak several */
    const char *speaker, *licence;
    const char *engine, *settings; /**< what it was made with */
    const char *folder;   /**< of a pack; of a plugin its file */
    const char *trouble;  /**< what is wrong with it, "" when nothing is */
    int is_pack;
    int shipped;          /**< it came with unknot */
    int chosen;           /**< by unknot_voice_use() */
    uint32_t rate;        /**< of a pack: frames a second */
    size_t lines;         /**< of a pack: sentences */
    size_t stale, missing; /**< of these: made otherwise than they would be now, or of other words; without a file */
    double seconds;       /**< of all of them */
    int64_t bytes;        /**< of all of its files */
};

/** How many voices there are: the user's packs, those that came with unknot, then speech plugins. Negative on failure. [main] */
UNKNOT_API int unknot_voice_count(struct unknot *u);

/** Fills *out with voice `index`; what it points to is valid until the next unknot_voice_count(). UNKNOT_BAD_ARGUMENT: no such voice.
 * [main] */
UNKNOT_API int unknot_voice(const struct unknot *u, size_t index, struct unknot_voice *out);

/** A line of a voice pack: one sentence. */
struct unknot_voice_line {
    const char *id;    /**< "breathe-out-5e1f04" */
    const char *text, *say; /**< say: how it is spoken, the same where that is as it is written */
    const char *file;  /**< in the folder of the pack */
    double seconds;
    int stale, missing; /**< as in struct unknot_voice */
};

/** Fills *out with line `line` of voice `index`; what it points to is valid until the next unknot_voice_count(). UNKNOT_BAD_ARGUMENT: no
 * such line. [main] */
UNKNOT_API int unknot_voice_line(const struct unknot *u, size_t index, size_t line, struct unknot_voice_line *out);

/** Reads the file of a line. [main]   UNKNOT_BAD_ARGUMENT: no such line. UNKNOT_IO, UNKNOT_BAD_DATA: it cannot be heard, or is not as long
 * as the pack says. */
UNKNOT_API int unknot_voice_read(struct unknot *u, size_t index, size_t line);

/** What unknot_voice_use() was told last, "" when it was nothing; it may be gone since. Owned by `u`, valid until the next
 * unknot_voice_count(), which reads it. [main] */
UNKNOT_API const char *unknot_voice_chosen(const struct unknot *u);

/** Lets a voice speak from now on, in every engine of this user that is opened without one: the id of a voice pack, "PLUGIN" or
 * "PLUGIN:SPEAKER"; "": whichever there is. [main]   UNKNOT_NOT_FOUND: there is none of that id (the message has the nearest). */
UNKNOT_API int unknot_voice_use(struct unknot *u, const char *id);

/** What a speech plugin is to say into a voice pack. */
struct unknot_building {
    size_t size;                   /**< sizeof(struct unknot_building) */
    const char *folder;            /**< of the pack, whose name is its id: "voices/en-US-mine" */
    const char *const *sentences;  /**< in the language of the pack, ends in NULL */
    const char *name, *speaker, *licence; /**< for pack.lua, when it is made; NULL: not said */
    int (*progress)(void *ctx, size_t done, size_t count, const char *text); /**< not 0: no further; may be NULL */
    void *ctx;
};

/** What became of it. */
struct unknot_built {
    size_t kept, made; /**< sentences that were there already, of the same words by the same voice; others */
    size_t failed;     /**< that the voice cannot say; unknot_message() has why the first cannot */
    size_t removed;    /**< that nobody says any more */
};

/** Makes a voice pack, or brings it up to date: whole, or not at all. How a line is spoken, where its lines.tsv says so, stays. [main]
 *   UNKNOT_BAD_ARGUMENT: the folder has no such name, or is a pack of another voice. UNKNOT_NO_VOICE: no plugin speaks its language.
 *   UNKNOT_IO: it cannot be written. UNKNOT_FAILED: progress() said so. */
UNKNOT_API int unknot_voice_build(struct unknot *u, const struct unknot_building *asked, struct unknot_built *out);

/* ---- a voice of one's own ---------------------------------------------------------------------------------------- */

/** What a person has read aloud, to become a voice pack. NULL where nothing is said. */
struct unknot_recordings {
    size_t size;          /**< sizeof(struct unknot_recordings) */
    const char *path;     /**< a folder with a file for each line, or one recording of many lines */
    const char *voice;    /**< the id of the pack that is made, or completed: "de-anna" */
    const char *script;   /**< CSV: what was read; NULL: the files are named by the ids of lines that other packs have */
    const char *match;    /**< CSV: where in the recording each line is; NULL: it is found out, */
    const char *match_to; /**< and written there, to be put right by hand; a file that is there is not touched */
    const char *again_to; /**< CSV: a script of the lines to be read again is written there, if there are any */
    const char *name, *speaker, *licence; /**< for pack.lua, when it is made */
    void (*progress)(void *ctx, const char *file, int done, int of); /**< which file is listened to now */
    void *ctx;
};

/** What is wrong with a line: the pack has none; it was found by a guess, and not taken; it is longer than its room; cut off at full scale; the
 * room is above -60 dB; it stays much softer or louder than the others; it is much shorter or longer than its words. */
enum unknot_take_flaw {
    UNKNOT_TAKE_MISSING = 1, UNKNOT_TAKE_UNSURE = 2, UNKNOT_TAKE_LONG = 4, UNKNOT_TAKE_CLIPPED = 8,
    UNKNOT_TAKE_NOISY = 16, UNKNOT_TAKE_SOFT = 32, UNKNOT_TAKE_LOUD = 64, UNKNOT_TAKE_ODD = 128,
};

/** One line of the script. */
struct unknot_take {
    const char *id, *text, *file; /**< file: "" when it is in none */
    double from_s, to_s;          /**< where in the file */
    double seconds, room_s;       /**< of what was cut out; that the script gives it, or INFINITY */
    double noise_db, lufs;        /**< of the room, under -150: unknown; of the line: both as they are in the pack */
    double sure;                  /**< 0 to 1 */
    unsigned flaws;
    int taken;                    /**< it is in the pack now; else what was there before stays */
};

struct unknot_imported {
    const char *folder;         /**< of the pack */
    const struct unknot_take *takes; /**< in the order of the script */
    size_t take_count, taken_count, line_count; /**< line_count: of the pack, with those it had before */
    const char *const *remarks; /**< one sentence each: files that could not be used */
    size_t remark_count;
    int again;                  /**< there are lines to be read again */
};

/** Cuts what was read out of its recordings, brings it to one level and puts it into a voice pack of the user: all of it, or nothing when it is
 * interrupted. Of a line that was read more than once the last counts. Takes seconds. *out is for unknot_imported_free(). [main]
 *   UNKNOT_NOT_FOUND, UNKNOT_BAD_DATA, UNKNOT_BAD_ARGUMENT, UNKNOT_LIMIT, UNKNOT_IO: what was given cannot be used; nothing has changed. */
UNKNOT_API int unknot_voice_import(struct unknot *u, const struct unknot_recordings *recordings, struct unknot_imported **out);
UNKNOT_API void unknot_imported_free(struct unknot_imported *imported); /**< accepts NULL [any] */

#ifdef __cplusplus
}
#endif

#endif
