/* maths.h - sine, exponential and the raised cosine in plain IEEE arithmetic.
 *
 * The C library picks its own by processor, and they differ in the last bit. These give the same bits everywhere.
 */
#ifndef UK_MATHS_H
#define UK_MATHS_H

#include <stdint.h>

/* Frames in a quantum: all sound is computed in whole quanta, the first begins at frame 0 of the timeline. */
#define UK_QUANTUM 256

/* A phase is a fraction of a turn in units of 2^-64: it wraps by itself, and a product with a frame number is exact. */

/* Phase per frame of `hz`. Negative frequencies turn backwards; not finite gives 0. [any] */
uint64_t uk_phase_step(double hz, double rate);

/* Sine and cosine of a phase, to 1e-15. [any] */
double uk_sin(uint64_t phase);
double uk_cos(uint64_t phase);

/* e to the x, to 1e-15; 0 below -700, at most e^700. [any] */
double uk_exp(double x);

/* Linear gain of a level in dB. [any] */
double uk_gain_from_db(double db);

/* sin(pi/2 t) for t from 0 to 1, by its series: to 2e-7. Loops over it vectorise. [any] */
static inline float uk_quarter_sine(float t)
{
    float x = t * 1.57079633f, y = x * x;
    float odd = 8.33333333e-3f + y * (-1.98412698e-4f + y * (2.75573192e-6f + y * -2.50521084e-8f));
    return x * (1.0f + y * (-1.66666667e-1f + y * odd));
}

/* Raised cosine: 0 at t = 0, exactly 1 at t = 1 and beyond. `t` is not negative. [any] */
static inline float uk_raised(float t)
{
    float s = uk_quarter_sine(t), gain = s * s;
    return t < 1.0f ? gain : 1.0f;
}

/* Scrambles: every bit of the result depends on every bit of `x`. [any] */
static inline uint64_t uk_mix64(uint64_t x)
{
    x ^= x >> 32;
    x *= UINT64_C(0xd6e8feb86659fd93);
    x ^= x >> 32;
    x *= UINT64_C(0xd6e8feb86659fd93);
    x ^= x >> 32;
    return x;
}

static inline uint32_t uk_mix32(uint32_t x)
{
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    x ^= x >> 16;
    return x;
}

#endif
