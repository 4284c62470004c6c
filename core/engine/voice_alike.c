#include "voice_alike.h"

#include "../decode/wire.h"

#include <math.h>
#include <stdlib.h>

#define DIMENSIONS (UK_PRINT_BANDS + 1)
#define LONGEST 1000      /* prints */
#define STRETCH 1.4       /* nobody says the same so much more slowly */
#define STRETCH_PRINTS 4  /* or this much */
#define LOUDNESS 0.7f     /* how much it counts beside the colour of the sound */
#define SOFTEST_DB (-35)  /* under the loudest: the noise of the room is no part of it */

/* The colour of each print without its loudness, and its loudness under the loudest. */
static float *shape(const unsigned char *prints, size_t n)
{
    float *out = malloc(n * DIMENSIONS * sizeof *out), loudest = 0;
    for (size_t i = 0; out && i < n; i++) {
        float *x = out + i * DIMENSIONS, mean = 0;
        for (int k = 0; k < UK_PRINT_BANDS; k++)
            mean += (float)prints[i * UK_PRINT_BANDS + (size_t)k] / 2 / UK_PRINT_BANDS;
        for (int k = 0; k < UK_PRINT_BANDS; k++)
            x[k] = (float)prints[i * UK_PRINT_BANDS + (size_t)k] / 2 - mean;
        x[UK_PRINT_BANDS] = mean;
        loudest = fmaxf(loudest, mean);
    }
    for (size_t i = 0; out && i < n; i++) {
        float *x = &out[i * DIMENSIONS + UK_PRINT_BANDS];
        *x = LOUDNESS * fmaxf(*x - loudest, SOFTEST_DB);
    }
    return out;
}

static float apart(const float *a, const float *b)
{
    float sum = 0;
    for (int k = 0; k < DIMENSIONS; k++)
        sum += (a[k] - b[k]) * (a[k] - b[k]);
    return sqrtf(sum / UK_PRINT_BANDS);
}

/* The cheapest way through both, near the straight one; `rows` has room for two rows of nb + 1. */
static double lay(const float *a, size_t na, const float *b, size_t nb, float *rows)
{
    double slope = (double)nb / (double)na, width = (double)(na > nb ? na : nb) / 5 + STRETCH_PRINTS;
    float *last = rows, *now = rows + nb + 1;
    for (size_t j = 0; j <= nb; j++)
        last[j] = j ? INFINITY : 0;
    for (size_t i = 1; i <= na; i++) {
        for (size_t j = 0; j <= nb; j++) {
            now[j] = INFINITY;
            if (j == 0 || fabs((double)i * slope - (double)j) > width)
                continue;
            float cost = apart(a + (i - 1) * DIMENSIONS, b + (j - 1) * DIMENSIONS);
            now[j] = fminf(last[j - 1] + 2 * cost, fminf(last[j], now[j - 1]) + cost);
        }
        float *swap = last;
        last = now;
        now = swap;
    }
    return (double)last[nb] / (double)(na + nb);
}

double uk_voice_alike(const unsigned char *a, size_t na, const unsigned char *b, size_t nb)
{
    double longer = (double)(na > nb ? na : nb), shorter = (double)(na > nb ? nb : na);
    if (shorter < 1 || longer > LONGEST || longer > shorter * STRETCH + STRETCH_PRINTS)
        return INFINITY;
    float *x = shape(a, na), *y = shape(b, nb), *rows = malloc(2 * (nb + 1) * sizeof *rows);
    double result = x && y && rows ? lay(x, na, y, nb, rows) : INFINITY;
    free(x);
    free(y);
    free(rows);
    return result;
}
