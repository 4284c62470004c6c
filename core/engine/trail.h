/* trail.h - which position of the routine is heard, while a sink holds more than it has played: what was handed to it goes on in one
 * line, whatever jumps and pauses the position makes. */
#ifndef UK_TRAIL_H
#define UK_TRAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UK_TRAIL_MAX 32

/* Zeroed is empty. */
struct uk_trail {
    int64_t handed; /* frames, in all */
    struct {
        int64_t from; /* of what was handed */
        int64_t at;   /* position in the routine */
        bool stays;   /* in a pause, silence is handed over */
    } parts[UK_TRAIL_MAX]; /* the oldest first; what is older than the oldest is forgotten */
    size_t count;
};

/* `frames` frames were handed over, of position `at`; `stays`: the position did not move with them. */
void uk_trail_add(struct uk_trail *t, int64_t at, int64_t frames, bool stays);

/* The position of the frame that was handed over `ago` frames before the newest one's end. */
int64_t uk_trail_at(const struct uk_trail *t, int64_t ago);

#endif
