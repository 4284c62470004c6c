#include "rotor.h"

#define SIDE 16
_Static_assert(SIDE * SIDE == UK_QUANTUM, "the grid is the quantum");

struct turn {
    double re, im;
};

static struct turn times(struct turn a, struct turn b)
{
    return (struct turn){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

/* first * z^k for k = 0 ... SIDE - 1, by doubling; returns z^SIDE. */
static struct turn powers(struct turn first, struct turn z, float *re, float *im)
{
    double r[SIDE], i[SIDE];
    r[0] = first.re;
    i[0] = first.im;
    for (int n = 1; n < SIDE; n *= 2) {
        for (int k = 0; k < n; k++) {
            r[n + k] = r[k] * z.re - i[k] * z.im;
            i[n + k] = r[k] * z.im + i[k] * z.re;
        }
        z = times(z, z);
    }
    for (int k = 0; k < SIDE; k++) {
        re[k] = (float)r[k];
        im[k] = (float)i[k];
    }
    return z;
}

/* The quantum is a square of 16 rows of 16 frames: sin(a + b) = sin a cos b + cos a sin b, where a is the angle at the start of the row and b
 * the angle within it. Two short tables in double instead of a long recurrence: nothing drifts, and every frame is independent. */
void uk_rotor_add(float *restrict out, uint64_t phase, uint64_t step, double decay, double gain)
{
    double shrink = decay > 0 ? uk_exp(-decay) : 1;
    float row_re[SIDE], row_im[SIDE], re[SIDE], im[SIDE];
    struct turn z = {shrink * uk_cos(step), shrink * uk_sin(step)};
    z = powers((struct turn){1, 0}, z, re, im);
    powers((struct turn){gain * uk_cos(phase), gain * uk_sin(phase)}, z, row_re, row_im);
    for (int a = 0; a < SIDE; a++) {
        float c = row_re[a], s = row_im[a];
        for (int b = 0; b < SIDE; b++)
            out[a * SIDE + b] += s * re[b] + c * im[b];
    }
}
