/** @file
 * unknot.h - the engine that plans a routine to the exact frame, plays it, and changes its mind when the listener asks.
 *
 *     struct unknot *u;
 *     struct unknot_param six = {"minutes", "6"};
 *     float block[2 * 480];
 *     if (unknot_open(&u, NULL) == UNKNOT_OK && unknot_load(u, "upper-trapezius", &six, 1) == UNKNOT_OK)
 *         while (unknot_prepare(u, unknot_tell(u), 480) == UNKNOT_OK && unknot_read(u, block, 480) > 0)
 *             hand_on(block);
 *     unknot_close(u);
 *
 * Threads. Every function says who may call it:
 *   [main]  one thread at a time for each engine: the one that owns it. It may wait for files and helper programs.
 *   [any]   any thread, at any time.
 *   [audio] one thread at a time: the one that takes the sound. It may be a sound card's callback: the call
 *           allocates nothing, locks nothing, opens nothing and makes no system call.
 *
 * Errors. 0 is success, failures are negative and named; unknot_message() then has one sentence with the facts. The
 * library writes nothing to stdout or stderr, installs no signal handler, never exits, and has no globals: any number of
 * engines live side by side.
 *
 * Time. A frame is one value for each of the two channels; frame 0 is the first of the routine.
 */
#ifndef UNKNOT_H
#define UNKNOT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What leaves the library. */
#if defined __GNUC__
#define UNKNOT_API __attribute__((visibility("default")))
#else
#define UNKNOT_API
#endif

#define UNKNOT_CHANNELS 2 /**< every frame is left, right */

/** How a call ended. */
enum unknot_status {
    UNKNOT_OK = 0,
    UNKNOT_FAILED = -1,       /**< anything without a name of its own; the message says what */
    UNKNOT_NO_MEMORY = -2,    /**< the machine has no memory left */
    UNKNOT_BAD_ARGUMENT = -3, /**< the caller asked for something that cannot be */
    UNKNOT_NOT_FOUND = -4,    /**< no routine, clip, plugin or device of that name */
    UNKNOT_BAD_SCRIPT = -5,   /**< the routine's script has an error; the message names file and line */
    UNKNOT_BAD_DATA = -6,     /**< a file or a helper program's answer is not what it should be */
    UNKNOT_IO = -7,           /**< reading, writing or starting a helper program failed */
    UNKNOT_NO_DEVICE = -8,    /**< there is no sound device, or it went away */
    UNKNOT_NO_VOICE = -9,     /**< nothing can say the phrase */
    UNKNOT_LIMIT = -10,       /**< a script or file asked for more than the limits allow */
};

struct unknot; /**< one engine: what is loaded, where it is, what plays it */

/** The status in words: "no such routine, clip, plugin or device". Static, never NULL. [any] */
UNKNOT_API const char *unknot_status_text(int status);

/** "0.1.0". Static. [any] */
UNKNOT_API const char *unknot_version(void);

/* ---- opening ----------------------------------------------------------------------------------------------------- */

/** What an engine is opened with. */
struct unknot_options {
    size_t size;             /**< set by unknot_options_init() */
    uint32_t rate;           /**< frames a second, 8,000 to 192,000; 48,000 by default */
    const char *voice;       /**< "PLUGIN" or "PLUGIN:SPEAKER"; NULL: the first that is there */
    double voice_db;         /**< level of each bus, dB; 0 by default, -60 to +6, or -INFINITY: silent */
    double tone_db;            /**< as voice_db */
    double bed_db;             /**< as voice_db */
    const char *data_folder;  /**< holds scripts/ and audio/; NULL: where unknot was installed or built */
    const char *cache_folder; /**< NULL: $XDG_CACHE_HOME/unknot or ~/.cache/unknot */
    const char *language;     /**< that is spoken and shown, as "de" or "de-AT"; NULL: "en", as routines are written */
};

/** Fills *options with the defaults. [any] */
UNKNOT_API void unknot_options_init(struct unknot_options *options);

/** Opens an engine. `options` may be NULL. The caller owns *out and gives it back to unknot_close(). On failure *out is an
 * engine that has only a message, or NULL when there was no memory even for that; unknot_close() takes both. [any]
 *   UNKNOT_BAD_ARGUMENT: a value outside its range. UNKNOT_NOT_FOUND: no data or helper program where it should be, or nothing is
 *   translated into the language. UNKNOT_BAD_DATA: a catalogue of translations has an error; the message names file and line. */
UNKNOT_API int unknot_open(struct unknot **out, const struct unknot_options *options);

/** Opens an engine with the routine of an address in it, as players take one: "unknot://low-back?minutes=10&mode=gentle". What stands behind
 * the '?' are the wishes of unknot_load(), percent-encoded; "voice" and "language" go before those of the options. As unknot_open() and
 * then unknot_load(), with their failures. [any]
 *   UNKNOT_BAD_ARGUMENT: it is no address, or names a file rather than a routine, or a voice that is a program: an address may come from
 *   anywhere. */
UNKNOT_API int unknot_open_uri(struct unknot **out, const char *address, const struct unknot_options *options);

/** Ends the engine and all its helper programs. Accepts NULL. No other call may be under way. [main] */
UNKNOT_API void unknot_close(struct unknot *u);

/** Why the last [main] call failed: one sentence, "" if none did. Owned by `u`, valid until its next [main] call. [main] */
UNKNOT_API const char *unknot_message(const struct unknot *u);

/** The folder with what comes with unknot: scripts/routines, scripts/unknot, and the drawings of scripts/body. Owned by `u`. [any] */
UNKNOT_API const char *unknot_data_folder(const struct unknot *u);

/** The folder in which what happens is kept, such as past sessions; made when it is first written to. Owned by `u`. [any] */
UNKNOT_API const char *unknot_state_folder(const struct unknot *u);

UNKNOT_API uint32_t unknot_rate(const struct unknot *u); /**< [any] */

/* ---- the catalogue ----------------------------------------------------------------------------------------------- */

/** What a routine says of itself. All strings and lists are owned by the engine; lists end in NULL. */
struct unknot_routine {
    const char *name;    /**< "upper-trapezius" */
    const char *path;    /**< the file */
    const char *title;   /**< "Upper trapezius" */
    const char *summary; /**< one sentence */
    const char *region;  /**< "neck-shoulder", may be "" */
    const char *const *tools;
    const char *const *points;
    const double *minutes; /**< lengths it can be asked to fit */
    size_t minutes_count;
    size_t param_count;
    const struct unknot_routine_param {
        const char *name;
        const char *const *values; /**< the first is the default */
    } *params;
    const char *const *position; /**< what one needs to be at, as "chair", "wall", "floor"; the first is where it begins */
    const char *written_title;   /**< as the script has it, whatever the language: what another script can say */
};

/** How many routines there are by name: the user's own (data folder of the user) and the shipped ones. Negative on failure.
 * [main] */
UNKNOT_API int unknot_routine_count(struct unknot *u);

/** Name of routine `index`, in alphabetical order. Owned by `u`, valid until the next unknot_routine_count(). [main] */
UNKNOT_API const char *unknot_routine_name(const struct unknot *u, int index);

/** Reads what a routine says of itself, without running it. `routine` is a name or a path with a slash or ".lua" in it.
 * *out is owned by `u`, valid until its next unknot_describe() or unknot_close(). [main]
 *   UNKNOT_NOT_FOUND: no such routine (the message has the nearest name). UNKNOT_BAD_SCRIPT: file, line and why. */
UNKNOT_API int unknot_describe(struct unknot *u, const char *routine, const struct unknot_routine **out);

/* ---- planning ---------------------------------------------------------------------------------------------------- */

/** A wish: {"minutes", "6"}, {"side", "left"}, {"mode", "gentle"}, {"seed", "7"}, or any parameter of the routine. */
struct unknot_param {
    const char *name;
    const char *value;
};

/** Plans a routine and makes it the one that unknot_read() plays, from frame 0, with an empty journal. All lengths are known
 * afterwards. `params` may be NULL when `count` is 0. What was loaded before goes on playing until then. [main]
 *   UNKNOT_NOT_FOUND, UNKNOT_BAD_SCRIPT, UNKNOT_LIMIT, UNKNOT_NO_VOICE: nothing has changed. */
UNKNOT_API int unknot_load(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count);

/** The same without waiting for phrases that nobody has said before. What comes before the first of them is ready; the others are said in the
 * background, and unknot_player_work() goes on planning as they come. Until unknot_phrases_left() is 0 the length and whatever lies ahead are about
 * right. For a player only: reading beyond what is ready gives silence, and the position waits. Failures as above. [main] */
UNKNOT_API int unknot_load_soon(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count);

/** Why the phrases of the plan are not said by the voice that was wanted: one sentence, "" when they are. Owned by `u`, valid until the
 * next call. [main] */
UNKNOT_API const char *unknot_voice_trouble(struct unknot *u);

/** How many phrases are still to be said for the first time. [main] */
UNKNOT_API int unknot_phrases_left(const struct unknot *u);

/** Gives the loaded routine a journal of an earlier session and plans it again; the position stays. [main]
 *   UNKNOT_IO: cannot be read. UNKNOT_BAD_DATA: the message names the line. */
UNKNOT_API int unknot_load_journal(struct unknot *u, const char *path);

/** The facts of the plan. Owned by `u`, valid until its next [main] call that plans (load, load_journal, press). */
struct unknot_cue {
    int64_t at_frames;
    int64_t length_frames;
    const char *kind; /**< "phrase", "clip", "sine", "bell", ...; the name of a source plugin where that makes it */
    const char *bus;  /**< "voice", "tone", "bed" */
    const char *text; /**< what is said, or what a caption would say of the sound; may be "" */
    int64_t phases_frames[4]; /**< of a "breath": in, hold, out, rest; else 0 */
};

struct unknot_mark {
    int64_t at_frames;
    int level; /**< 1: part of the routine, 2: step within it, 3: a question, whose title is the event that answers it */
    const char *title;
};

/** One stretch of time in which a place is pressed. */
struct unknot_span {
    int64_t at_frames;
    int64_t length_frames;
    const char *point;
    const char *side; /**< "left", "right", "mid" */
    double level;     /**< 0 to 10 */
};

/** What the plan changed of what the script asked for ("7 is over the ceiling of 6 for upper-trapezius: 6 is used"). */
struct unknot_note {
    int line;         /**< of the routine's file, 0 when it has none */
    const char *text;
    const char *code; /**< what kind: "ceiling", "hold-cap", ...; "note" when nothing is wrong */
};

UNKNOT_API const struct unknot_routine *unknot_loaded(const struct unknot *u); /**< NULL before a load [main] */
UNKNOT_API int64_t unknot_length_frames(const struct unknot *u);               /**< [any] */
UNKNOT_API size_t unknot_cue_count(const struct unknot *u);                    /**< [main] */
UNKNOT_API size_t unknot_mark_count(const struct unknot *u);                   /**< [main] */
UNKNOT_API size_t unknot_span_count(const struct unknot *u);                   /**< [main] */
UNKNOT_API size_t unknot_note_count(const struct unknot *u);                   /**< [main] */
/** Each fills *out with item `index`, in order of time. UNKNOT_BAD_ARGUMENT: no such item. [main] */
UNKNOT_API int unknot_cue(const struct unknot *u, size_t index, struct unknot_cue *out);
UNKNOT_API int unknot_mark(const struct unknot *u, size_t index, struct unknot_mark *out);
UNKNOT_API int unknot_span(const struct unknot *u, size_t index, struct unknot_span *out);
UNKNOT_API int unknot_note(const struct unknot *u, size_t index, struct unknot_note *out);

/* ---- checking ---------------------------------------------------------------------------------------------------- */

/** Something that a routine cannot do, or should not: what is wrong, why, and what to write instead. */
struct unknot_finding {
    int line;         /**< of the routine's file, 0 when it has none */
    int error;        /**< not 0: no plan can be made */
    const char *code; /**< what kind: "error", "words", "hold-cap", ... */
    const char *text; /**< one or two sentences */
};

/** Checks a routine without loading it: planned as written, and when `deep` is not 0 also with each of its settings, for each length it
 * promises, and with every event at many moments. Afterwards the findings can be asked for, in order of their lines. [main]
 *   UNKNOT_NOT_FOUND, UNKNOT_IO: there is no such script. That it has errors is a finding, not a failure. */
UNKNOT_API int unknot_check(struct unknot *u, const char *routine, int deep);

UNKNOT_API size_t unknot_finding_count(const struct unknot *u); /**< [main] */
/** Fills *out with finding `index`; its texts are owned by `u`, valid until its next unknot_check(). UNKNOT_BAD_ARGUMENT: no such finding. [main] */
UNKNOT_API int unknot_finding(const struct unknot *u, size_t index, struct unknot_finding *out);

/** Asks the library of routines something: `question` is the name of the file of scripts/unknot that answers it, `params` are what it is
 * told. *out is owned by `u`, valid until its next unknot_ask(). [main]
 *   UNKNOT_BAD_SCRIPT: the message is what the library has to say against it. */
UNKNOT_API int unknot_ask(struct unknot *u, const char *question, const struct unknot_param *params, size_t count, const char **out);

/* ---- reading ----------------------------------------------------------------------------------------------------- */

/** Brings every sound of [at, at + frames) into memory, so that unknot_read() is complete there. Returns at once when all
 * is there already, which it is when it is called well ahead. A renderer calls it before each read, a player from a
 * thread of its own, some seconds ahead. Of more than 40 s only those are brought in: no more is kept. [any but audio; several threads may]
 *   UNKNOT_BAD_DATA, UNKNOT_IO: a sound cannot be had; the rest is there. unknot_prepare_message() has the sentence. */
UNKNOT_API int unknot_prepare(struct unknot *u, int64_t at_frames, int64_t frames);

/** Copies the sentence of the last unknot_prepare() that failed into `out`, at most `size` bytes with the end. [any] */
UNKNOT_API void unknot_prepare_message(struct unknot *u, char *out, size_t size);

/** The next frames: interleaved stereo, full scale 1.0, never beyond -1 dBFS. Returns how many; fewer than asked only at the
 * end. The same position gives the same bits in whatever block sizes. While paused it gives silence and stays. [audio] */
UNKNOT_API size_t unknot_read(struct unknot *u, float *out, size_t frames);

/** Turns what unknot_read() gave into 16 bits with dither. `at_frames` is the position of the first frame: the same position
 * gives the same bits; silence stays silence. [audio] */
UNKNOT_API void unknot_quantize(const float *in, int16_t *out, int64_t at_frames, size_t frames);

/** Position of the next frame that unknot_read() gives. [any] */
UNKNOT_API int64_t unknot_tell(const struct unknot *u);

/** How a seek is heard. */
enum unknot_seek_how {
    UNKNOT_EXACT = 0,  /**< the next read starts there */
    UNKNOT_SMOOTH = 1, /**< fades out and in over 10 ms each: for a listener who hears the jump */
};

/** Moves the position; beyond an end it becomes that end. Brings in what sounds there, then takes effect in the next read. The journal
 * stays. [any but audio] */
UNKNOT_API void unknot_seek(struct unknot *u, int64_t frame, enum unknot_seek_how how);

/** Pauses (fading over 50 ms) or goes on. [any] */
UNKNOT_API void unknot_pause(struct unknot *u, int on);
UNKNOT_API int unknot_paused(const struct unknot *u); /**< [any] */

/** The listener's volume: linear gain 0 to 1, reached within 50 ms. Not part of the plan. [any] */
UNKNOT_API void unknot_set_volume(struct unknot *u, double gain);

/** Sounds that were due in a read and not in memory: 0 when unknot_prepare() was called in time. [any] */
UNKNOT_API uint64_t unknot_late_sounds(const struct unknot *u);

/* ---- the listener ------------------------------------------------------------------------------------------------ */

/** A press: written into the journal a little after the current position, planned again, and heard from there on. The old
 * plan plays on meanwhile. Events: next again longer easier harder switch ready rate stop resumed. `value` is for "rate" (0
 * to 10), else 0. Entries later than this one are dropped. [main]
 *   UNKNOT_BAD_ARGUMENT: no such event. UNKNOT_BAD_SCRIPT: the routine failed on it; the old plan stays. */
UNKNOT_API int unknot_press(struct unknot *u, const char *event, double value);

/** A press for whoever reads far ahead of what is heard, such as a player that fills a buffer: the entry is at `at_frames`, which is what will be
 * heard in about 0.2 s, when the new plan can be there. Up to then nothing changes; what was read from beyond it is out of date and is
 * to be read again, after an unknot_seek(). Otherwise as unknot_press(). [main] */
UNKNOT_API int unknot_press_at(struct unknot *u, int64_t at_frames, const char *event, double value);

/** The journal of this session as text, one JSON object a line, what `unknot render --journal` takes. Owned by `u`, valid
 * until its next [main] call. [main] */
UNKNOT_API const char *unknot_journal(struct unknot *u);

/** What an event tells of. */
enum unknot_event_kind {
    UNKNOT_EVENT_NONE = 0,
    UNKNOT_EVENT_MARK,    /**< text: the title; value: the level */
    UNKNOT_EVENT_CAPTION, /**< text: what is being said */
    UNKNOT_EVENT_END,     /**< the last frame was passed */
};

/** Something that began to sound. */
struct unknot_event {
    enum unknot_event_kind kind; /**< says which of the others count */
    int64_t at_frames;           /**< when it began */
    double value;                /**< level of a mark */
    const char *text; /**< owned by `u`, valid until its next [main] call */
};

/** Plans the loaded routine again from its script as it is now, with the same wishes and journal, and goes on at the same step: as far
 * into it as before, or at its end if it is shorter. [main]
 *   UNKNOT_BAD_SCRIPT and the like: the old plan plays on. */
UNKNOT_API int unknot_reload(struct unknot *u);

/** Loads a past session from the file that a player kept of it: its script, wishes and journal as they were then, position 0. [main]
 *   UNKNOT_IO, UNKNOT_BAD_DATA: the message names file and line. */
UNKNOT_API int unknot_replay(struct unknot *u, const char *path);

/** Loads the newest session that did not end, seeks to where it was, and tells the routine that it goes on after a pause. The player
 * then goes on in the same file. [main]   UNKNOT_NOT_FOUND: there is none. */
UNKNOT_API int unknot_resume(struct unknot *u);

/** How many past sessions are kept, the newest hundred at most; 0: nobody has listened yet. [main] */
UNKNOT_API int unknot_past_sessions(const struct unknot *u);

/** What began since the last call, up to position `heard_frame` (unknot_tell() less what the sink has not played). Returns 1
 * with *out filled, 0 when there is nothing (more). After a seek it first says where one is now. [main] */
UNKNOT_API int unknot_next_event(struct unknot *u, int64_t heard_frame, struct unknot_event *out);

/* ---- sinks and the player ---------------------------------------------------------------------------------------- */

struct unknot_player; /**< what plays an engine through a sink */
struct unknot_desk;   /**< controls that stay while players come and go */

/** A thread that reads the engine and feeds a sink, and one that prepares ahead of it. */
struct unknot_player_options {
    size_t size;         /**< set by unknot_player_options_init() */
    const char *sink;    /**< name of a sink plugin; NULL: "portaudio" */
    const char *target;  /**< device or file name; NULL: the sink's own choice */
    double latency_s;    /**< from write to ear, 0: the sink's own choice */
    int realtime;        /**< nonzero: prepare in the background; 0: as fast as the sink takes it (rendering) */
    int keep;            /**< nonzero: keep the session in a file of the state folder, for resume and replay */
    const char *one_switch; /**< times of a single button: "long=600,gap=350,rate=1200,bounce=15" in ms; NULL: these */
    struct unknot_desk *desk; /**< whose controls steer it, until it is closed; NULL: only those of unknot_player_control() */
};

UNKNOT_API void unknot_player_options_init(struct unknot_player_options *options); /**< [any] */

/** Opens the sink. After a load, so that the sink learns title, length and chapters. The caller owns *out and gives it
 * back to unknot_player_close(), before the engine is closed. The message is in `u`. [main]
 *   UNKNOT_NOT_FOUND: no such plugin. UNKNOT_NO_DEVICE, UNKNOT_IO: what the sink said. */
UNKNOT_API int unknot_player_open(struct unknot_player **out, struct unknot *u,
                                  const struct unknot_player_options *options);

/** Starts both threads. [main] */
UNKNOT_API int unknot_player_start(struct unknot_player *p);

/** How far a player is. */
enum unknot_player_state {
    UNKNOT_PLAYER_PLAYING = 0,
    UNKNOT_PLAYER_ENDED = 1,  /**< all was handed over and finished: heard to the end, or the file is complete */
    UNKNOT_PLAYER_FAILED = 2, /**< unknot_player_message() says why */
};

UNKNOT_API enum unknot_player_state unknot_player_state(const struct unknot_player *p); /**< [any] */

/** Waits until the state is no longer playing, at most `seconds`. Returns the state. [any] */
UNKNOT_API enum unknot_player_state unknot_player_wait(struct unknot_player *p, double seconds);

/** Why it failed. Owned by `p`, valid once the state is UNKNOT_PLAYER_FAILED, "" otherwise. [any] */
UNKNOT_API const char *unknot_player_message(const struct unknot_player *p);

/** Position that is being heard now. [any] */
UNKNOT_API int64_t unknot_player_heard(const struct unknot_player *p);

/** Opens a control plugin and lets it steer this player; it is closed with the player. `target` may be NULL. [main]
 *   UNKNOT_NOT_FOUND: no such plugin. Others: what the control said. */
UNKNOT_API int unknot_player_control(struct unknot_player *p, const char *name, const char *target);

/** Waits up to `seconds` for the controls and does what they ask; tells them what goes on; keeps the session's file. To be called
 * again and again as long as it plays, instead of unknot_player_wait(). Returns the state. [main] */
UNKNOT_API enum unknot_player_state unknot_player_work(struct unknot_player *p, double seconds);

/** Grows whenever the sink takes something, also in a pause: one that stands still plays nothing any more. [any] */
UNKNOT_API uint64_t unknot_player_beats(const struct unknot_player *p);

/** Carries out one command, in the words that struct unknot_control_command documents. *data becomes a JSON value or "", owned by `p`,
 * valid until its next [main] call; it may be NULL. A resume after more than some seconds tells the routine, so that it helps the
 * listener back into place. [main]   UNKNOT_BAD_ARGUMENT: no such command. */
UNKNOT_API int unknot_player_command(struct unknot_player *p, const char *const *words, size_t count, const char **data);

/** Why nothing is heard at the moment although it plays, "" when all is well: the device is away. Owned by `p`, valid until its next
 * [main] call. [main] */
UNKNOT_API const char *unknot_player_trouble(struct unknot_player *p);

/** The same of its controls: what keeps one from its work for now, or why one was closed. What can be heard goes on. [main] */
UNKNOT_API const char *unknot_player_control_trouble(const struct unknot_player *p);

/** Why it plays to this output and to none that is better, such as one that another program has; "" when there is none. Owned by `p`,
 * valid until its next [main] call. [main] */
UNKNOT_API const char *unknot_player_instead(struct unknot_player *p);

/** How often the sound stopped because frames came too late. [any] */
UNKNOT_API uint64_t unknot_player_dropouts(struct unknot_player *p);

/** Fades out within 200 ms, lets that be heard and finishes. A file keeps what it has. [main] */
UNKNOT_API void unknot_player_stop(struct unknot_player *p);

/** Ends both threads and gives the sink back; without an end or a stop before, a file is not kept. Accepts NULL. [main] */
UNKNOT_API void unknot_player_close(struct unknot_player *p);

/** A plugin or device for a person to choose from. Strings are owned by `u`, valid until the next call of the same
 * function. */
struct unknot_plugin_info {
    const char *kind; /**< "sink", "voice", "control", "source" */
    const char *name;    /**< what chooses it */
    const char *summary; /**< one line; "" when it is refused */
    const char *path;    /**< its file */
    const char *trouble; /**< why it is refused, "" when it is usable */
};

/** Returns 1 when *out was filled, 0 when there are no more. [main] */
UNKNOT_API int unknot_next_plugin(struct unknot *u, size_t index, struct unknot_plugin_info *out);

/** A device of a sink. Strings as in unknot_plugin_info. */
struct unknot_device_info {
    const char *name;   /**< what chooses it; stable over restarts */
    const char *detail; /**< for a person */
    int is_default;     /**< what "" would choose */
};

/** Device `index` of a sink. Returns 1 when *out was filled, 0 when there are no more, negative on failure. [main] */
UNKNOT_API int unknot_next_device(struct unknot *u, const char *sink, size_t index, struct unknot_device_info *out);

/* ---- a desk ------------------------------------------------------------------------------------------------------ */

/** Asked about each command before a player carries it out. Returns 1 when it has dealt with it: *error is "success" or one sentence, *data
 * a JSON value or "", both valid until the next call. 0: the player shall. `plays`: there is one. [main] */
typedef int unknot_desk_fn(void *ctx, int plays, const char *const *words, size_t count, const char **error, const char **data);

/** Opens a desk: where commands come in also when nothing plays. `one_switch` as in struct unknot_player_options. The caller owns *out and
 * gives it back to unknot_desk_close(), after the players. On failure *out is a desk that has only a message, or NULL. [main]
 *   UNKNOT_BAD_ARGUMENT: no such times. */
UNKNOT_API int unknot_desk_open(struct unknot_desk **out, const char *one_switch, unknot_desk_fn *take, void *ctx);

/** Opens a control plugin, as unknot_player_control() does. No player has the desk. [main] */
UNKNOT_API int unknot_desk_control(struct unknot_desk *d, const char *name, const char *target);

/** Waits up to `seconds` for a command and has it dealt with. While a player has the desk, unknot_player_work() does so. [main] */
UNKNOT_API void unknot_desk_work(struct unknot_desk *d, double seconds);

/** Tells whoever watches: {"event": EVENT, "at": 0, KEY: TEXT}; without KEY when it is NULL. [main] */
UNKNOT_API void unknot_desk_tell(struct unknot_desk *d, const char *event, const char *key, const char *text);

/** What keeps a control from its work for now, or why one was closed; "" when all is well. Owned by `d`, valid until its next [main]
 * call. [main] */
UNKNOT_API const char *unknot_desk_trouble(const struct unknot_desk *d);

/** Why the last call failed: one sentence. Owned by `d`. [main] */
UNKNOT_API const char *unknot_desk_message(const struct unknot_desk *d);

/** Closes the controls. Accepts NULL. [main] */
UNKNOT_API void unknot_desk_close(struct unknot_desk *d);

/* ---- packs ------------------------------------------------------------------------------------------------------- */

/** A pack of routines made by somebody else: a folder with pack.lua, which says what it is, and routines/. Texts are "" where it does not
 * say; lists end in NULL. */
struct unknot_pack {
    const char *id;      /**< "neck-care"; its routines are called "neck-care/NAME" */
    const char *title;
    const char *summary; /**< may be "" */
    const char *author;
    const char *licence;
    const char *version; /**< "1.2.0" */
    const char *unknot;  /**< the least version of unknot that it works with */
    const char *folder;  /**< where it is; "" once it is gone */
    const char *trouble; /**< of an installed one: why it cannot be used, "" when it can */
    const char *replaced; /**< after an installation: the older version whose place it took, or "" */
    const char *const *languages;
    const char *const *routines; /**< by their whole names */
};

/** Looks at a pack without installing it: `where` is a folder, an archive (.tar.gz, .tar.xz or .zip), or the id of an installed one. Every
 * routine is planned, every sound file read. *out is what it says of itself, also when there are problems; owned by `u`, valid until its
 * next call about packs. The findings of unknot_check() are lost. [main]
 *   UNKNOT_BAD_DATA: it cannot be installed; unknot_pack_problem() says why. UNKNOT_NOT_FOUND: there is no such folder, archive or pack,
 *   or archives cannot be read. UNKNOT_LIMIT, UNKNOT_IO: the archive could not be unpacked. */
UNKNOT_API int unknot_pack_check(struct unknot *u, const char *where, const struct unknot_pack **out);

/** How many problems the last check or installation found, and each as a sentence; "" beyond the last. Valid as *out above. [main] */
UNKNOT_API size_t unknot_pack_problem_count(const struct unknot *u);
UNKNOT_API const char *unknot_pack_problem(const struct unknot *u, size_t index);

/** What its author could do better, in the words of unknot_check(), when the last check found no problems. Valid as *out above. [main] */
UNKNOT_API size_t unknot_pack_advice_count(const struct unknot *u);
UNKNOT_API const char *unknot_pack_advice(const struct unknot *u, size_t index);

/** Checks a pack as unknot_pack_check() does, and installs it for this user: whole, or not at all. A newer version of the same pack, by the
 * same author, takes the place of the older one. [main]
 *   UNKNOT_BAD_ARGUMENT: one with its id is installed already, and this is no newer version of it. Others as above. */
UNKNOT_API int unknot_pack_install(struct unknot *u, const char *where, const struct unknot_pack **out);

/** Removes an installed pack. A session that plays one of its routines goes on. [main]   UNKNOT_NOT_FOUND: there is none of that id. */
UNKNOT_API int unknot_pack_remove(struct unknot *u, const char *id);

/** How many packs are installed; negative on failure. [main] */
UNKNOT_API int unknot_pack_count(struct unknot *u);

/** Fills *out with pack `index`, in the order of ids; what it points to is valid until the next call about packs. UNKNOT_BAD_ARGUMENT: no
 * such item. [main] */
UNKNOT_API int unknot_pack(const struct unknot *u, size_t index, struct unknot_pack *out);

#ifdef __cplusplus
}
#endif

#include <unknot_voice.h>

#endif
