/* mix.h - foreign frames made safe: no NaN, nothing beyond full scale, one or two channels. */
#ifndef UK_MIX_H
#define UK_MIX_H

#include <stddef.h>

#define UK_MIX_MOST_CHANNELS 64

struct uk_mix {
    int channels;
    float left[UK_MIX_MOST_CHANNELS], right[UK_MIX_MOST_CHANNELS];
};

/* From `channels` (1 to UK_MIX_MOST_CHANNELS): one stays one, two stay two, more become two. */
void uk_mix_init(struct uk_mix *x, int channels);

/* In place: interleaved frames of the channels told become frames of one or two. */
void uk_mix_run(const struct uk_mix *x, float *frames, size_t n);

#endif
