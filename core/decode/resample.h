/* resample.h - the one door to soxr: from one rate to another, the same bits each time on one machine. */
#ifndef UK_RESAMPLE_H
#define UK_RESAMPLE_H

#include "../base/status.h"

#include <stddef.h>
#include <stdint.h>

struct uk_resampler;

/* How many frames `frames` at rate `from` are at rate `to`: rounded up, so that nothing is lost. Exact up to 30 hours. */
int64_t uk_resampled_frames(int64_t frames, uint32_t from, uint32_t to);

/* For sound that comes in blocks: `channels` interleaved. Equal rates copy. The caller owns *out. UNKNOT_NO_MEMORY. */
int uk_resampler_create(struct uk_resampler **out, uint32_t from, uint32_t to, int channels, struct uk_message *m);

/* Takes all of `count` frames and hands what is ready to `take` in blocks, which returns a status that ends it. `count` of 0 says that
 * nothing more comes. All in all exactly uk_resampled_frames() are handed on. */
int uk_resampler_put(struct uk_resampler *r, const float *in, size_t count, int (*take)(void *ctx, const float *out, size_t n),
                     void *ctx, struct uk_message *m);

/* Accepts NULL. */
void uk_resampler_destroy(struct uk_resampler *r);

/* To int16_t: scaled by 32,768, rounded to the nearest, limited. What was 16 bits once is the same bits again. */
void uk_to_s16(int16_t *out, const float *in, size_t samples);

#endif
