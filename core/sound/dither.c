#include "dither.h"

#include "maths.h"

static void dither(const float *restrict in, int16_t *restrict out, uint32_t key, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t hash = uk_mix32(key + (uint32_t)i);
        float noise = (float)((int32_t)(hash & 0xffff) - (int32_t)(hash >> 16)) * (1.0f / 65536);
        float v = in[i] * 32768.0f + noise + 0.5f, least = -32768.0f, most = 32767.0f;
        v = v > least ? v : least;
        v = v < most ? v : most;
        int32_t whole = (int32_t)v, below = (float)whole > v, sound = in[i] != 0.0f;
        out[i] = (int16_t)((whole - below) & -sound);
    }
}

void uk_dither(const float *in, int16_t *out, int64_t at_frames, size_t frames)
{
    uint64_t place = (uint64_t)at_frames * 2;
    size_t count = frames * 2;
    while (count > 0) {
        /* one key for each 2^32 values, so that nothing repeats */
        uint64_t there = (UINT64_C(1) << 32) - (uint32_t)place;
        size_t n = count < there ? count : (size_t)there;
        dither(in, out, (uint32_t)uk_mix64(place >> 32) + (uint32_t)place, n);
        place += n;
        in += n;
        out += n;
        count -= n;
    }
}
