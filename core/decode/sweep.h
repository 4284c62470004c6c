/* sweep.h - the cache does not grow without end: what was not used for longest goes.
 *
 *     uk_sweep_start(cache);    after something was stored; comes back at once
 */
#ifndef UK_SWEEP_H
#define UK_SWEEP_H

#include <stdbool.h>
#include <stdint.h>

#define UK_SWEEP_MOST_BYTES (INT64_C(200) << 20) /* two and a half hours of speech */

/* Sweeps in a thread of its own, which only runs when nothing else wants to. */
void uk_sweep_start(const char *cache);

/* Removes the sounds of `cache` that were not used for longest, until at most `most_bytes` are left, and what writers who died have
 * left behind. What was used or written within the last hour stays in any case. False: another process sweeps now, or one did within the
 * last hour, or the cache cannot be read. */
bool uk_sweep(const char *cache, int64_t most_bytes);

#endif
