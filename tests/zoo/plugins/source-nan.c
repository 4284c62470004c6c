/* Gives what are no numbers, in the left ear from the second second on, and far too much in the right. */
#include "hum.h"

#include <math.h>

static void mad(const void *self, const struct unknot_source_cue *cue, int64_t at, uint32_t count, float *left, float *right)
{
    hum_render(self, cue, at, count, left, right);
    for (uint32_t i = 0; i < count; i++)
        if (at + i >= cue->rate) {
            left[i] = i % 2 ? NAN : INFINITY;
            right[i] = i % 2 ? 1e30f : -1e30f;
        }
}

HUM("nan", hum_open, mad)
