/** @file
 * unknot_plugin.h - what a plugin for unknot is made of.
 *
 * A plugin is a shared object in a plugin folder that exports one function:
 *
 *     #include <unknot_plugin.h>
 *
 *     static const struct unknot_sink_ops ops = {
 *         .size = sizeof ops, .open = my_open, .write = my_write, .finish = my_finish, .close = my_close,
 *     };
 *     static const struct unknot_plugin plugin = {
 *         UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "mine", "Plays to my thing", &ops,
 *     };
 *     UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
 *     {
 *         return index == 0 ? &plugin : 0;
 *     }
 *
 * The file is named KIND-NAME.so (sink-mine.so), so that a plugin is found, and loaded, only when its name is first
 * needed. `plugins/README.md` leads through writing one; `plugins/skeleton` is the smallest that works.
 *
 * Rules for all kinds
 *   - A function returns 0 (or a count) when done and a negative number when it failed. Before it returns a negative
 *     number it calls host->fail() with one plain sentence that names the thing and says what to do.
 *   - Strings are UTF-8. What the host passes in is owned by the host and valid during the call, unless said otherwise.
 *   - A plugin has no mutable globals, does not call exit(), setlocale() or signal(), writes nothing to stdout unless
 *     that is its purpose, and throws no exception across this boundary.
 *   - [feeder]: called by one thread at a time, which may wait. [any]: any thread, never at the same time as another call
 *     on the same object. [audio]: the thread that reads the sound, which may be a sound card's callback: the call allocates
 *     nothing, locks nothing, opens nothing and makes no system call. Only render() of a source is called there.
 *   - Fields are only ever appended to the tables. `size` says how many a plugin was built with: an older one is taken for
 *     what it has, and of a newer one the rest is left alone.
 */
#ifndef UNKNOT_PLUGIN_H
#define UNKNOT_PLUGIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Major version in the upper, minor in the lower 16 bits. Another major version is refused. */
#define UNKNOT_PLUGIN_ABI_MAJOR 1u
#define UNKNOT_PLUGIN_ABI_MINOR 1u /* 1.1: sources */
/** What a plugin puts into its `abi`. */
#define UNKNOT_PLUGIN_ABI ((UNKNOT_PLUGIN_ABI_MAJOR << 16) | UNKNOT_PLUGIN_ABI_MINOR)

#if defined __GNUC__
#define UNKNOT_EXPORT __attribute__((visibility("default")))
#else
#define UNKNOT_EXPORT
#endif

/** Negative numbers by which a plugin's function says what kind of failure it was; any other counts as the first. */
enum unknot_plugin_failure {
    UNKNOT_PLUGIN_FAILED = -1,
    UNKNOT_PLUGIN_NO_MEMORY = -2,
    UNKNOT_PLUGIN_BAD_TARGET = -3, /**< no device, file or speaker can be called that */
    UNKNOT_PLUGIN_IO = -7,         /**< reading, writing or starting a program failed */
    UNKNOT_PLUGIN_NO_DEVICE = -8,  /**< there is no such device, or it went away */
};

/** What a plugin is for. */
enum unknot_plugin_kind {
    UNKNOT_SINK = 1,  /**< takes the finished sound: ops is struct unknot_sink_ops */
    UNKNOT_VOICE = 2, /**< turns text into speech: ops is struct unknot_voice_ops */
    UNKNOT_CONTROL = 3, /**< turns the outside world into commands: ops is struct unknot_control_ops */
    UNKNOT_SOURCE = 4,  /**< a kind of sound that a routine can name: ops is struct unknot_source_ops */
};

/** A plugin, as unknot_plugin_get() gives it. */
struct unknot_plugin {
    uint32_t abi;        /**< UNKNOT_PLUGIN_ABI */
    uint32_t kind;       /**< enum unknot_plugin_kind */
    const char *name;    /**< kebab-case, unique within its kind, the same as in the file's name */
    const char *summary; /**< one line for `unknot plugins` */
    const void *ops;     /**< the table that belongs to `kind` */
};

/** The one symbol a plugin exports. Returns plugin number `index`, NULL when there are no more.
 * The result is owned by the plugin and stays valid while it is loaded. [any] */
UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index);

/** What the host offers to a plugin. Owned by the host, valid from open() to close(). */
struct unknot_host {
    uint32_t size; /**< of the struct its maker was built with */
    void *ctx; /**< the host's own, passed back as the first argument */
    /** Says why the current call is about to fail: one sentence, no newline, at most 500 bytes. Copied. [any] */
    void (*fail)(void *ctx, const char *sentence);
    /** The folder that holds unknot's helper programs, without a slash at its end. */
    const char *helper_folder;
    /** Of a voice: the language it shall speak, a BCP 47 tag such as "en" or "de-AT"; one that cannot refuses to open. NULL for other kinds. */
    const char *language;
    /** Of a control: says what outside keeps it from its work for now, one sentence as for fail(), while it goes on trying; NULL when that
     * is over. The listener is told once. NULL for other kinds, and not there in a host whose `size` ends before it. [main] */
    void (*trouble)(void *ctx, const char *sentence);
};

/* ---- sinks ------------------------------------------------------------------------------------------------------- */

/** How one value of a frame is stored. */
enum unknot_sample_format {
    UNKNOT_S16 = 1, /**< int16_t, dithered by the host: the same position gives the same bits in every sink */
    UNKNOT_F32 = 2, /**< float, full scale is 1.0, never beyond -1 dBFS */
};

/** What a sink is asked for and what it will be given. Frames are interleaved, always stereo. */
struct unknot_sink_format {
    uint32_t size; /**< of the struct its maker was built with */
    uint32_t rate;          /**< frames a second; a sink that cannot take it fails and says what it can */
    uint32_t sample_format; /**< set by open(): what write() shall be given */
    double latency_s;       /**< wanted time from write() to the ear; 0: the sink's own choice */
};

/** A step of the routine. */
struct unknot_sink_chapter {
    int64_t at_frames; /**< where it begins */
    const char *title; /**< UTF-8 */
};

/** What is played, for a sink that can store it. Owned by the host, valid during open(). */
struct unknot_sink_about {
    uint32_t size; /**< of the struct its maker was built with */
    const char *title;
    int64_t length_frames; /**< planned; a listener's press may change it. -1: unknown */
    const struct unknot_sink_chapter *chapters;
    uint32_t chapter_count;
};

/** A device that a sink can play to. */
struct unknot_device {
    uint32_t size; /**< of the struct its maker was built with */
    char name[128];   /**< what `target` takes to choose it; stable over restarts */
    char detail[256]; /**< for a person: what it is, its rate, why it is preferred */
    int32_t is_default;
};

/** How a sink is doing. */
struct unknot_sink_health {
    uint32_t size;     /**< of the struct its maker was built with */
    uint32_t away;     /**< nonzero: nothing is heard at the moment; the sink keeps time by itself and tries to come back */
    uint64_t dropouts; /**< how often the sound stopped because frames came too late */
    char why[400];     /**< one sentence that names the device: while away, or why none that is better is played to; else "" */
};

/** open, write, finish and close are mandatory; latency_frames, device and health may be NULL.
 * The host has checked the rate (4,000 to 384,000) and calls open once for each object. */
struct unknot_sink_ops {
    uint32_t size; /**< of the struct its maker was built with */
    /** Opens the sink. `target` is a device, a file name or "" for the sink's own choice; `about` may be NULL. Sets *out and
     * the fields of *format that it decides. The host owns *out and gives it back to close(). [feeder] */
    int32_t (*open)(void **out, const struct unknot_host *host, const char *target, struct unknot_sink_format *format,
                    const struct unknot_sink_about *about);
    /** Takes up to `count` frames in the format agreed. May wait for room, at most about 100 ms at a time.
     * Returns how many frames were taken (0: try again), negative: the sink is lost. [feeder] */
    int32_t (*write)(void *self, const void *frames, uint32_t count);
    /** Lets all that was written be heard, or stores it for good (a file gets its name here). [feeder] */
    int32_t (*finish)(void *self);
    /** Gives the object back. Without finish() before: drops what was not heard or stored. Accepts NULL. [feeder] */
    void (*close)(void *self);
    /** Frames written and not yet heard. [feeder] */
    int64_t (*latency_frames)(void *self);
    /** Device number `index`. Returns 1 when *out was filled, 0 when there are no more, negative on failure. [any] */
    int32_t (*device)(const struct unknot_host *host, uint32_t index, struct unknot_device *out);
    /** Fills *out. Also while another call on the same object is under way, from any thread: it may only look at atomics. [any] */
    void (*health)(void *self, struct unknot_sink_health *out);
};

/* ---- voices ------------------------------------------------------------------------------------------------------ */

/** Takes speech as it is made: mono, int16_t, at the rate the voice said. A negative result means: stop speaking. */
struct unknot_speech {
    uint32_t size; /**< of the struct its maker was built with */
    void *ctx;
    int32_t (*put)(void *ctx, const int16_t *frames, uint32_t count);
};

/** What a voice says of itself when it is opened. */
struct unknot_voice_info {
    uint32_t size; /**< of the struct its maker was built with */
    uint32_t rate;      /**< frames a second of what speak() puts */
    char identity[128]; /**< engine, version, speaker and settings: another identity, another entry in the cache */
    char language[16];  /**< BCP 47, "en-US" */
};

/** All are mandatory. Voices run in a process of their own, one call at a time, with a deadline; they may be slow. */
struct unknot_voice_ops {
    uint32_t size; /**< of the struct its maker was built with */
    /** Opens the voice. `speaker` is a name of the engine's own, "" for its best; `speed` is 1 for the pace meant for calm
     * guidance (130 to 150 words a minute inside a phrase). Fills *info. The host owns *out. [any] */
    int32_t (*open)(void **out, const struct unknot_host *host, const char *speaker, double speed,
                    struct unknot_voice_info *info);
    /** Speaks one sentence. The same text gives the same frames. [any] */
    int32_t (*speak)(void *self, const char *text, const struct unknot_speech *speech);
    /** Gives the object back. Accepts NULL. [any] */
    void (*close)(void *self);
};

/* ---- controls ---------------------------------------------------------------------------------------------------- */

/** Words in a command, at most. */
#define UNKNOT_COMMAND_WORDS 8

/** What somebody wants done, in words that are the same for every control:
 *
 *     press EVENT [VALUE]           next again longer easier harder switch ready rate stop; VALUE 0 to 10 for rate
 *     pause | resume | toggle
 *     seek SECONDS | +S | -S        from the start, or from here
 *     step next | previous | TITLE  to another step of the routine
 *     volume PERCENT | +P | -P
 *     button down | up              one switch: the host tells short, long, double and triple presses apart
 *     status                        replies with the state as a JSON object
 *     quit                          fades out and ends
 *
 * The words are owned by the control, valid until the next call on the same object. */
struct unknot_control_command {
    uint32_t size;                           /**< of the struct its maker was built with */
    uint32_t count;                          /**< how many words */
    const char *words[UNKNOT_COMMAND_WORDS]; /**< UTF-8 */
    uint64_t token;                          /**< the control's own, given back with the reply */
    int64_t at_ns;                           /**< when it happened, CLOCK_MONOTONIC; 0: now */
};

/** open, fd, next and close are mandatory, reply and event may be NULL. No call may wait. [main]: one thread for all calls on an
 * object. */
struct unknot_control_ops {
    uint32_t size; /**< of the struct its maker was built with */
    /** Opens the control on `target` ("": its own choice). The host owns *out. [main] */
    int32_t (*open)(void **out, const struct unknot_host *host, const char *target);
    /** A file descriptor that becomes readable when next() has something to do. The same as long as it is open. [main] */
    int32_t (*fd)(void *self);
    /** The next command: 1 when *out was filled, 0 when there is none now, negative when the control is lost. [main] */
    int32_t (*next)(void *self, struct unknot_control_command *out);
    /** What became of the command with that token: `error` is "success" or one sentence, `data` a JSON value or "". [main] */
    void (*reply)(void *self, uint64_t token, const char *error, const char *data);
    /** Something happened: `name` is caption, step, question, length, seek, pause, volume, device, control, journal or end, and more may
     * come; `json` is an object with "event" in it and "at", the position in seconds. [main] */
    void (*event)(void *self, const char *name, const char *json);
    /** Gives the object back and puts right what was changed (a terminal's mode, a grabbed device). Accepts NULL. [main] */
    void (*close)(void *self);
};

/* ---- sources ----------------------------------------------------------------------------------------------------- */

/** What is asked of a source by one sound of a routine: `tone { kind = "mine", hz = 200, seconds = 8 }`. How long it lasts is not told,
 * since a press may change that; fades, level and pan are the host's. */
struct unknot_source_cue {
    uint32_t size;  /**< of the struct its maker was built with */
    uint32_t rate;  /**< frames a second */
    uint64_t seed;  /**< of what shall look like chance: another for each sound, and the same in each plan */
    double hz;      /**< how high, 10 to 20,000; 440 when the routine does not say */
    double beat_hz; /**< how often a second, 0.1 to 100; 6 when the routine does not say */
};

/** All are mandatory. A source is opened once, when a routine first names it, and makes all sounds of its kind. */
struct unknot_source_ops {
    uint32_t size; /**< of the struct its maker was built with */
    /** Opens the source for a rate. What it looks up while it sounds is made here. The host owns *out. [any] */
    int32_t (*open)(void **out, const struct unknot_host *host, uint32_t rate);
    /** Fills frames [at, at + count) of the sound, full scale 1.0: at 0 it begins, `count` is at most 256. The same position gives the same
     * frames, in whatever order they are asked for: nothing in *self changes. What is beyond full scale is cut off, what is no number
     * becomes silence. It must be done in a tenth of the time that the frames last, else it is refused when it is opened. [audio] */
    void (*render)(const void *self, const struct unknot_source_cue *cue, int64_t at_frames, uint32_t count, float *left, float *right);
    /** Gives the object back. Accepts NULL. [any] */
    void (*close)(void *self);
};

#ifdef __cplusplus
}
#endif

#endif
