/* segments.h - where something is said in a recording, by how loud it is from one hundredth of a second to the next. */
#ifndef UK_SEGMENTS_H
#define UK_SEGMENTS_H

#include "wire.h"

#include "../base/status.h"

#include <stddef.h>
#include <stdint.h>

#define UK_LEVELS_A_SECOND 100

struct uk_segment {
    size_t from, to; /* levels [from, to) */
    double noise_db; /* around it; UK_UNKNOWN_DB: there is no pause to tell it by */
};

/* Finds what stands out of the noise, which may change from minute to minute: nothing shorter than 0.05 s, no pause shorter than 0.16 s.
 * `level_db` are the levels of the recording, none under -100. The caller frees *out. UNKNOT_NO_MEMORY. */
int uk_segments_find(struct uk_segment **out, size_t *count, const float *level_db, size_t n, struct uk_message *m);

#endif
