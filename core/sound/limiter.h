/* limiter.h - keeps the sum under -1 dBFS. What does not need it passes untouched, bit for bit. */
#ifndef UK_LIMITER_H
#define UK_LIMITER_H

#include "maths.h"

#include <stdalign.h>

#define UK_CEILING 0.89125f /* -1 dBFS */
/* A frame that is too loud is heard in the gain at most this far around it. */
#define UK_LIMITER_NS INT64_C(5000000)

/* One quantum of the mix. */
struct uk_quantum {
    alignas(16) float left[UK_QUANTUM];
    alignas(16) float right[UK_QUANTUM];
    float peak; /* the greatest absolute value in it; infinite when something is not a number */
};

/* Sets the peak. [any] */
void uk_quantum_measure(struct uk_quantum *q);

/* Writes `now` to `out`, interleaved and limited; `before` and `after` are its neighbours. Both sides get the same
 * gain. The gain is the least that is needed nearby, smoothed, and depends on nothing but these three. [audio] */
void uk_limit(const struct uk_quantum *before, const struct uk_quantum *now, const struct uk_quantum *after,
              uint32_t rate, float *out);

#endif
