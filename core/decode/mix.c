#include "mix.h"

#include <math.h>

#define SIDE 0.70710678f /* -3 dB, for what is not left or right front */

/* In the order of WAVE_FORMAT_EXTENSIBLE: left, right, centre, bass, then pairs. Normalised, so that nothing goes beyond full scale. */
void uk_mix_init(struct uk_mix *x, int channels)
{
    float sum[2] = {0, 0};
    *x = (struct uk_mix){.channels = channels};
    for (int i = 0; i < channels; i++) {
        int centre = (i == 2 && (channels == 3 || channels >= 5)), bass = i == 3 && channels >= 6;
        float gain = i < 2 ? 1 : bass ? 0 : SIDE;
        x->left[i] = centre || i % 2 == 0 ? gain : 0;
        x->right[i] = centre || i % 2 == 1 ? gain : 0;
        /* behind a centre and without bass, the pairs begin at an odd place */
        if (!centre && channels == 5 && i > 2) {
            x->left[i] = i == 3 ? gain : 0;
            x->right[i] = i == 4 ? gain : 0;
        }
        sum[0] += x->left[i];
        sum[1] += x->right[i];
    }
    for (int i = 0; i < channels && channels > 2; i++) {
        x->left[i] /= sum[0];
        x->right[i] /= sum[1];
    }
}

static float safe(float v)
{
    if (!isfinite(v))
        return 0;
    return v > 1 ? 1 : v < -1 ? -1 : v;
}

void uk_mix_run(const struct uk_mix *x, float *frames, size_t n)
{
    size_t channels = (size_t)x->channels;
    if (channels <= 2) {
        for (size_t i = 0; i < n * channels; i++)
            frames[i] = safe(frames[i]);
        return;
    }
    for (size_t f = 0; f < n; f++) {
        const float *in = frames + f * channels;
        float left = 0, right = 0;
        for (size_t c = 0; c < channels; c++) {
            float v = safe(in[c]);
            left += v * x->left[c];
            right += v * x->right[c];
        }
        frames[2 * f] = left;
        frames[2 * f + 1] = right;
    }
}
