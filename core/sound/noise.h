/* noise.h - noise that can be entered anywhere.
 *
 * A pyramid: level k has a random value every 2^k frames of the timeline, hashed from its place, and straight lines
 * between them. The colour is how loud each level is. Left and right are independent.
 */
#ifndef UK_NOISE_H
#define UK_NOISE_H

#include "../score/timeline.h"
#include "maths.h"

#define UK_NOISE_LEVELS 12

/* Amplitude of each level; the sum has an RMS of 1. */
struct uk_noise_weights {
    float level[UK_NOISE_LEVELS];
};

/* Within 0.1 dB of 0, -3 and -6 dB an octave from 28 Hz to 17.5 kHz at 48,000 frames a second; in proportion at other
 * rates. */
extern const struct uk_noise_weights uk_noise_colours[UK_COLOURS];

/* From brown (`bright` 0) to pink (1), in between with an RMS of 1 too. [any] */
void uk_noise_blend(struct uk_noise_weights *out, float bright);

/* Fills quantum number `quantum`, counted from frame 0. The weights move from `begin` to `end`, or are one. [any] */
void uk_noise(uint64_t seed, int64_t quantum, const struct uk_noise_weights *begin, const struct uk_noise_weights *end,
              float *left, float *right);

#endif
