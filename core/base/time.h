/* time.h - points in time: nanoseconds from the start of a routine, absolute frames, and text.
 *
 * Only absolute times are ever rounded, each once: a length in frames is the difference of two rounded points, so nothing adds up.
 */
#ifndef UK_TIME_H
#define UK_TIME_H

#include <stddef.h>
#include <stdint.h>

#define UK_NS_PER_S INT64_C(1000000000)
/* No time in a routine is beyond 30 hours; wide enough for a night, far from every overflow. */
#define UK_LAST_NS (30 * 3600 * UK_NS_PER_S)

/* The frame nearest to `ns` (halves go up). Exact for 0 <= ns <= UK_LAST_NS and rates up to 384,000. [any] */
int64_t uk_frames_from_ns(int64_t ns, uint32_t rate);

/* The smallest time that is not before frame `frames`. [any] */
int64_t uk_ns_from_frames(int64_t frames, uint32_t rate);

/* Seconds to the nearest nanosecond. NaN, negative and beyond UK_LAST_NS give -1. [any] */
int64_t uk_ns_from_seconds(double seconds);

/* "4:05", "1:02:03"; whole seconds, cut. `size` of 16 is enough. Returns `out`. [any] */
char *uk_time_text(char *out, size_t size, int64_t ns);

/* CLOCK_MONOTONIC in nanoseconds. Never used for what is heard, only for deadlines and pace. [any] */
int64_t uk_clock_ns(void);

#endif
