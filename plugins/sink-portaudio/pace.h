/* pace.h - a clock that takes the place of a device: which frame would be heard now.
 *
 *     struct pace c;
 *     pace_start(&c, 48000, now_ns, 1000, now_ns, 1000);
 *     int64_t heard = pace_heard(&c, shared_now_ns(), written);
 *
 * Times are CLOCK_MONOTONIC. All of this is [feeder].
 */
#ifndef PACE_H
#define PACE_H

#include <stdbool.h>
#include <stdint.h>

struct pace {
    uint32_t rate;
    int64_t at_ns, at_frame;     /* what was told last */
    int64_t true_ns, true_frame; /* what is true */
};

/* Frame `frame` is told at `now_ns`; but the device stood still unnoticed, and the truth is that frame `true_frame` was heard at `true_ns`.
 * The difference is caught up with soon, but not at once. */
void pace_start(struct pace *c, uint32_t rate, int64_t now_ns, int64_t frame, int64_t true_ns, int64_t true_frame);

/* The frame heard at `now_ns`, never more than `written`: when there is nothing to hear the clock stands, and the time that it stands is not
 * caught up with. */
int64_t pace_heard(struct pace *c, int64_t now_ns, int64_t written);

/* Whether there is nothing left to catch up with. */
bool pace_is_true(const struct pace *c, int64_t now_ns);

#endif
