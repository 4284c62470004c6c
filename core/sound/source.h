/* source.h - one cue made ready to sound: any quantum of it, directly.
 *
 * A source keeps nothing between two calls, so after a seek it gives what it would have given had it played from the
 * start.
 */
#ifndef UK_SOURCE_H
#define UK_SOURCE_H

#include "../score/timeline.h"
#include "clip.h"
#include "maths.h"

/* Made sounds rise and end within at least this, so that none clicks; so does a recorded one that is cut before its
 * end. */
#define UK_EDGE_NS INT64_C(3000000)

struct uk_source {
    int64_t at, end;           /* frames of the timeline: the first, and the one after the last */
    int64_t fade_in, fade_out; /* frames; 0: none */
    int64_t phases[3];         /* breath: frames from the onset to the end of in, hold and out */
    double rate, hz, beat_hz;
    float left, right;          /* linear gain of each side: of cue, bus and pan */
    uint64_t step, beat;        /* phase per frame of hz and beat_hz */
    uint64_t seed;              /* noise */
    const struct uk_clip *clip; /* recorded sounds; may be NULL: silence, and late. Also what a plugin makes */
    enum uk_kind kind;
    enum uk_colour colour;
};

/* `cue` is of a frozen timeline at `rate`; `bus_gain` is linear. The clip must outlive the source. [any but audio] */
void uk_source_init(struct uk_source *s, const struct uk_cue *cue, const struct uk_clip *clip, double bus_gain,
                    uint32_t rate);

/* Fills one quantum at full level, without fades, gain and pan, whether the source sounds in it or not. Returns 1 when
 * only `left` was filled and is for both sides, else 2. Sets *late when a piece of a clip was missing. [audio] */
int uk_source_render(const struct uk_source *s, int64_t quantum, float *left, float *right, bool *late);

/* Fills `gain` with the fades over a quantum. False, and nothing filled, when they are 1 all through. [audio] */
bool uk_source_fades(const struct uk_source *s, int64_t quantum, float *gain);

/* Frames after which a loop of this clip begins again: its length less the cross-fade at its seam. [any] */
int64_t uk_loop_round(const struct uk_clip *clip, uint32_t rate);

#endif
