/* Sleeps a second in each call. */
#include "hum.h"

#include <unistd.h>

static void sleepy(const void *self, const struct unknot_source_cue *cue, int64_t at, uint32_t count, float *left, float *right)
{
    sleep(1);
    hum_render(self, cue, at, count, left, right);
}

HUM("sleeps", hum_open, sleepy)
