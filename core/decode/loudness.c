#include "loudness.h"

#include <ebur128.h>
#include <math.h>

#define SHORTEST_S 0.4 /* one block of the standard */

int uk_loudness_measure(struct uk_loudness *out, const float *mono, size_t frames, uint32_t rate, struct uk_message *m)
{
    static const float silence[64];
    ebur128_state *state = ebur128_init(1, rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
    double peak = 0;
    if (!state)
        return uk_no_memory(m);
    int error = ebur128_add_frames_float(state, mono, frames);
    for (size_t n = frames, most = sizeof silence / sizeof *silence; !error && n < rate * SHORTEST_S; n += most)
        error = ebur128_add_frames_float(state, silence, most);
    if (!error)
        error = ebur128_loudness_global(state, &out->lufs);
    if (!error)
        error = ebur128_true_peak(state, 0, &peak);
    out->peak_dbtp = peak > 0 ? 20 * log10(peak) : -INFINITY;
    ebur128_destroy(&state);
    return error ? uk_no_memory(m) : UNKNOT_OK;
}
