#include "rotor.h"

#include <string.h>

#define SIDE 16
_Static_assert(SIDE *SIDE == UK_QUANTUM, "the grid is the quantum");

typedef float four __attribute__((vector_size(16)));

struct turn {
    double re, im;
};

static struct turn times(struct turn a, struct turn b)
{
    return (struct turn){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

/* The next `n` powers from the first `n`; z^n is `z`. */
static inline __attribute__((always_inline)) void spread(double *restrict re, double *restrict im, struct turn z, int n)
{
    for (int k = 0; k < n; k++) {
        re[n + k] = re[k] * z.re - im[k] * z.im;
        im[n + k] = re[k] * z.im + im[k] * z.re;
    }
}

/* first * z^k for k = 0 ... SIDE - 1; returns z^SIDE. */
static inline __attribute__((always_inline)) struct turn powers(struct turn first, struct turn z, float *restrict re,
                                                                float *restrict im)
{
    double r[SIDE], i[SIDE];
    struct turn z2 = times(z, z), z4 = times(z2, z2), z8 = times(z4, z4);
    r[0] = first.re;
    i[0] = first.im;
    spread(r, i, z, 1);
    spread(r, i, z2, 2);
    spread(r, i, z4, 4);
    spread(r, i, z8, 8);
    for (int k = 0; k < SIDE; k++) {
        re[k] = (float)r[k];
        im[k] = (float)i[k];
    }
    return times(z8, z8);
}

/* The quantum is a square of 16 rows of 16 frames: sin(a + b) = sin a cos b + cos a sin b, where a is the angle at the
 * start of the row and b the angle within it. Two short tables in double instead of a long recurrence: nothing drifts,
 * and every frame is independent. */
void uk_rotor_add(float *restrict out, uint64_t phase, uint64_t step, double decay, double gain)
{
    double shrink = decay > 0 ? uk_exp(-decay) : 1;
    float row_re[SIDE], row_im[SIDE], re[SIDE], im[SIDE];
    struct turn z = {shrink * uk_cos(step), shrink * uk_sin(step)};
    z = powers((struct turn){1, 0}, z, re, im);
    powers((struct turn){gain * uk_cos(phase), gain * uk_sin(phase)}, z, row_re, row_im);
    four c[SIDE / 4], s[SIDE / 4], row[SIDE / 4];
    memcpy(c, re, sizeof c);
    memcpy(s, im, sizeof s);
    for (int a = 0; a < SIDE; a++) {
        memcpy(row, out + a * SIDE, sizeof row);
        for (int b = 0; b < SIDE / 4; b++)
            row[b] += row_im[a] * c[b] + row_re[a] * s[b];
        memcpy(out + a * SIDE, row, sizeof row);
    }
}
