/* loudness.h - the one door to libebur128: how loud a voice is (ITU-R BS.1770-4, EBU R128). */
#ifndef UK_LOUDNESS_H
#define UK_LOUDNESS_H

#include "../base/status.h"

#include <stddef.h>
#include <stdint.h>

struct uk_loudness {
    double lufs;      /* integrated, what is under 0.4 s with silence behind it; -INFINITY: silence */
    double peak_dbtp; /* true peak; -INFINITY: silence */
};

/* Of `frames` mono frames. UNKNOT_NO_MEMORY. */
int uk_loudness_measure(struct uk_loudness *out, const float *mono, size_t frames, uint32_t rate, struct uk_message *m);

#endif
