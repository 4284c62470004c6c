/* timeline.h - a planned routine as plain data: what sounds when, what is a step, what is pressed.
 *
 * The planner makes it, everything else only reads it. It is filled with the uk_timeline_add functions, then frozen: sorted, checked and
 * given absolute frames. After that it never changes, so any thread may read it.
 */
#ifndef UK_TIMELINE_H
#define UK_TIMELINE_H

#include "../base/arena.h"
#include "../base/status.h"

#include <stdbool.h>
#include <stdint.h>

enum uk_bus { UK_VOICE, UK_TONE, UK_BED, UK_BUSES };

enum uk_kind {
    UK_PHRASE,      /* `text` spoken by the voice */
    UK_CLIP,        /* the sound file `file`, once */
    UK_LOOP,        /* the sound file `file`, over and over with a cross-fade at its seam */
    UK_SINE,        /* `hz` */
    UK_BELL,        /* struck: inharmonic, bright, rings a few seconds; `hz` is the tone one hears */
    UK_BOWL,        /* struck singing bowl: few slow partials that beat, rings long */
    UK_CHIME,       /* struck bar: short and clear */
    UK_NOISE,       /* steady, of `colour` */
    UK_BREATH,      /* one breath: soft noise that rises over phases_ns[0], stays for [1], falls over [2], rests for [3] */
    UK_BINAURAL,    /* left `hz` - `beat_hz`/2, right `hz` + `beat_hz`/2 */
    UK_ISOCHRONIC,  /* `hz`, swelling and fading `beat_hz` times a second */
    UK_SOURCE,      /* what the plugin called `file` makes of `hz` and `beat_hz` */
    UK_KINDS
};

enum uk_colour { UK_WHITE, UK_PINK, UK_BROWN, UK_COLOURS };

/* Nothing in the performer looks further ahead. A routine hears of an event so much later than the event's stamp: two timelines that are
 * the same up to the moment it hears sound the same, bit for bit, up to the stamp. */
#define UK_LOOK_AHEAD_NS INT64_C(40000000)

struct uk_cue {
    int64_t at_ns, length_ns;         /* onset; from onset to silence, fade-out included */
    int64_t at_frames, length_frames; /* the same, from freezing */
    int64_t fade_in_ns, fade_out_ns;  /* the fade-out ends with the length; a fade-in may be cut short by it, then both apply */
    int64_t phases_ns[4];
    double hz, beat_hz;
    double db;  /* level of the cue, -120 to 12 */
    double pan; /* -1 left to 1 right */
    enum uk_kind kind;
    enum uk_bus bus;
    enum uk_colour colour;
    uint32_t order; /* place in the order of planning; settles ties */
    const char *text; /* never NULL */
    const char *file; /* never NULL */
};

#define UK_QUESTION_LEVEL 3 /* of a mark whose title is no words, but the event that answers */

struct uk_mark {
    int64_t at_ns, at_frames;
    int level;
    int line; /* of the routine's file, 0: none */
    const char *title;
};

struct uk_span {
    int64_t at_ns, length_ns, at_frames, length_frames;
    double level;
    const char *point, *side;
};

struct uk_note {
    int line;         /* of the routine's file, 0: none */
    const char *code; /* what kind of note: "ceiling", "cap", ... */
    const char *text;
};

struct uk_timeline {
    struct uk_arena arena;
    struct uk_cue *cues;
    struct uk_mark *marks;
    struct uk_span *spans;
    struct uk_note *notes;
    uint32_t cue_count, mark_count, span_count, note_count;
    uint32_t cue_room, mark_room, span_room, note_room;
    int64_t length_ns, length_frames; /* of the routine: the last sound, mark or wait */
    int64_t sure_ns, sure_frames;     /* nothing before this depends on a length that was only guessed; at the end of time if none was */
    uint32_t rate;                    /* 0 until frozen */
};

#define UK_MOST_CUES 20000
#define UK_MOST_AT_ONCE 256 /* sounds: what a small machine can still mix in time */
#define UK_MOST_TEXT 4000

/* An empty one; NULL when there is no memory. The caller owns it and gives it back to uk_timeline_destroy(). */
struct uk_timeline *uk_timeline_create(void);
void uk_timeline_destroy(struct uk_timeline *t); /* accepts NULL */

/* Adds a copy; its texts are copied too. UNKNOT_LIMIT: too many. UNKNOT_NO_MEMORY. */
int uk_timeline_add_cue(struct uk_timeline *t, const struct uk_cue *cue);
int uk_timeline_add_mark(struct uk_timeline *t, const struct uk_mark *mark);
int uk_timeline_add_span(struct uk_timeline *t, const struct uk_span *span);
int uk_timeline_add_note(struct uk_timeline *t, const struct uk_note *note);

/* UNKNOT_LIMIT: more than UK_MOST_AT_ONCE sounds at once; the sentence says when. UNKNOT_NO_MEMORY. */
int uk_timeline_check_crowd(const struct uk_timeline *t, struct uk_message *m);

/* Checks every value as the input of an enemy, sorts by time and planning order, rounds each absolute time once to a frame of `rate`.
 * UNKNOT_BAD_DATA: the sentence says what is out of bounds. UNKNOT_LIMIT: too many sounds at once. */
int uk_timeline_freeze(struct uk_timeline *t, uint32_t rate, struct uk_message *m);

/* Whether two frozen timelines are the same before `at_ns`: the same cues, marks and spans begin, and none that had begun ends
 * otherwise before it. If not, *where_ns is where they part. */
bool uk_timeline_same_before(const struct uk_timeline *a, const struct uk_timeline *b, int64_t at_ns, int64_t *where_ns);

const char *uk_kind_name(enum uk_kind kind);       /* "phrase", "binaural" ... */
const char *uk_bus_name(enum uk_bus bus);          /* "voice", "tone", "bed" */
const char *uk_colour_name(enum uk_colour colour); /* "white" ... */
/* The names, ending in NULL, in the order of the enums. */
extern const char *const uk_kind_names[];
extern const char *const uk_bus_names[];
extern const char *const uk_colour_names[];
/* Index of `name` in such a list, -1 when it is not there. */
int uk_name_index(const char *const *names, const char *name);

#endif
