#include "noise.h"

#include <math.h>

/* Levels finer than a quantum; the others are one straight line in it. */
#define FINE 8
_Static_assert(1 << FINE == UK_QUANTUM, "level FINE has one value a quantum");

/* Level k of variance p alone has the spectrum p / S^3 * (sin(pi f S) / sin(pi f))^4, S = 2^k, f in turns a frame. Pink
 * and brown: the p that bring the sum nearest to 1/f and 1/f^2 over 240 frequencies evenly spaced in pitch from 28 to
 * 17,500 Hz, by random descent on the eighth power of the error in dB; worst error 0.08 and 0.05 dB. */
const struct uk_noise_weights uk_noise_colours[UK_COLOURS] = {
    [UK_WHITE] = {{1.732051f}},
    [UK_PINK] = {{0.625388f, 0.651556f, 0.538203f, 0.585467f, 0.544042f, 0.569887f, 0.554688f, 0.561055f, 0.560796f,
                  0.550582f, 0.602495f, 0.752958f}},
    [UK_BROWN] = {{0.025299f, 0.049092f, 0.066648f, 0.096215f, 0.135333f, 0.190601f, 0.269972f, 0.382993f, 0.539686f,
                   0.768834f, 1.109667f, 1.447206f}},
};

void uk_noise_blend(struct uk_noise_weights *out, float bright)
{
    const float *brown = uk_noise_colours[UK_BROWN].level, *pink = uk_noise_colours[UK_PINK].level;
    double power = 0;
    for (int k = 0; k < UK_NOISE_LEVELS; k++) {
        double w = brown[k] + (pink[k] - brown[k]) * bright, frames = 1 << k;
        /* a value is spread evenly over -1 to 1; the lines between values have two thirds of its power */
        power += w * w / 3 * (k ? 2.0 / 3 + 1 / (3 * frames * frames) : 1);
        out->level[k] = (float)w;
    }
    float scale = (float)(1 / sqrt(power));
    for (int k = 0; k < UK_NOISE_LEVELS; k++)
        out->level[k] *= scale;
}

/* What the values of one level within one quantum are hashed from. */
static uint32_t key_of(uint64_t seed, int level, int64_t place)
{
    return (uint32_t)uk_mix64((seed + (uint64_t)level * UINT64_C(0x9e3779b97f4a7c15)) ^ (uint64_t)place);
}

/* One hash gives both sides: its halves, -32768 to 32768. */
static inline float left_of(uint32_t hash)
{
    return (float)((int32_t)(hash << 16) >> 16) + 0.5f;
}

static inline float right_of(uint32_t hash)
{
    return (float)((int32_t)hash >> 16) + 0.5f;
}

#define UNIT (1.0f / 32768)

#define WEYL 0x9e3779b9u

/* Halves the spacing of the points in `from` (half of `count`, and one) into `to` and adds a level of random values to
 * them. */
static inline __attribute__((always_inline)) void refine(const float *restrict from_left,
                                                         const float *restrict from_right, float *restrict left,
                                                         float *restrict right, int count, uint32_t key, float begin,
                                                         float end, bool steady)
{
    uint32_t even = uk_mix32(key), odd = ~even;
    float slope = steady ? 0 : (end - begin) * UNIT / (float)count;
    begin *= UNIT;
    for (int i = 0; i < count / 2; i++) {
        uint32_t h = uk_mix32(even + (uint32_t)i * WEYL);
        float w = steady ? begin : begin + slope * (float)(2 * i);
        left[2 * i] = from_left[i] + w * left_of(h);
        right[2 * i] = from_right[i] + w * right_of(h);
        h = uk_mix32(odd + (uint32_t)i * WEYL);
        w = steady ? begin : w + slope;
        left[2 * i + 1] = 0.5f * (from_left[i] + from_left[i + 1]) + w * left_of(h);
        right[2 * i + 1] = 0.5f * (from_right[i] + from_right[i + 1]) + w * right_of(h);
    }
}

/* The first value of a level in a quantum, as refine() makes it. */
static uint32_t first_hash(uint32_t key)
{
    return uk_mix32(uk_mix32(key));
}

static inline __attribute__((always_inline)) void noise(uint64_t seed, int64_t quantum,
                                                        const struct uk_noise_weights *begin,
                                                        const struct uk_noise_weights *end, float *left, float *right,
                                                        bool steady)
{
    float a[2][UK_QUANTUM + 1], b[2][UK_QUANTUM + 1];
    float first[2] = {0, 0}, last[2] = {0, 0};
    for (int k = FINE; k < UK_NOISE_LEVELS; k++) {
        if (begin->level[k] == 0 && end->level[k] == 0)
            continue;
        int64_t span = INT64_C(1) << (k - FINE), place = quantum >> (k - FINE);
        float t = (float)(quantum & (span - 1)) / (float)span, u = t + 1.0f / (float)span;
        uint32_t h = first_hash(key_of(seed, k, place)), g = first_hash(key_of(seed, k, place + 1));
        float hl = left_of(h), hr = right_of(h), dl = left_of(g) - hl, dr = right_of(g) - hr;
        first[0] += begin->level[k] * UNIT * (hl + dl * t);
        first[1] += begin->level[k] * UNIT * (hr + dr * t);
        last[0] += end->level[k] * UNIT * (hl + dl * u);
        last[1] += end->level[k] * UNIT * (hr + dr * u);
    }
    a[0][0] = first[0];
    a[1][0] = first[1];
    a[0][1] = last[0];
    a[1][1] = last[1];

#define LEVEL(k, from, to)                                                                                             \
    do {                                                                                                               \
        enum { COUNT = UK_QUANTUM >> (k) };                                                                            \
        uint32_t end_hash = first_hash(key_of(seed, k, quantum + 1));                                                  \
        (to)[0][COUNT] = (from)[0][COUNT / 2] + end->level[k] * UNIT * left_of(end_hash);                              \
        (to)[1][COUNT] = (from)[1][COUNT / 2] + end->level[k] * UNIT * right_of(end_hash);                             \
        refine((from)[0], (from)[1], (to)[0], (to)[1], COUNT, key_of(seed, k, quantum), begin->level[k],               \
               end->level[k], steady);                                                                                 \
    } while (0)
    LEVEL(7, a, b);
    LEVEL(6, b, a);
    LEVEL(5, a, b);
    LEVEL(4, b, a);
    LEVEL(3, a, b);
    LEVEL(2, b, a);
    LEVEL(1, a, b);
#undef LEVEL
    refine(b[0], b[1], left, right, UK_QUANTUM, key_of(seed, 0, quantum), begin->level[0], end->level[0], steady);
}

void uk_noise(uint64_t seed, int64_t quantum, const struct uk_noise_weights *begin, const struct uk_noise_weights *end,
              float *left, float *right)
{
    if (begin == end)
        noise(seed, quantum, begin, end, left, right, true);
    else
        noise(seed, quantum, begin, end, left, right, false);
}
