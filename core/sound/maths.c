#include "maths.h"

#include <math.h>
#include <string.h>

#define TWO_TO_64 18446744073709551616.0

uint64_t uk_phase_step(double hz, double rate)
{
    double turns = hz / rate;
    if (!isfinite(turns))
        return 0;
    turns -= floor(turns + 0.5);
    if (turns >= 0.5)
        return UINT64_C(1) << 63;
    return (uint64_t)(int64_t)(turns * TWO_TO_64);
}

double uk_sin(uint64_t phase)
{
    double t = (double)(int64_t)phase / TWO_TO_64; /* -0.5 to 0.5 */
    if (t > 0.25)
        t = 0.5 - t;
    else if (t < -0.25)
        t = -0.5 - t;
    static const double ratio[] = {
        1.0 / 6,   1.0 / 20,  1.0 / 42,  1.0 / 72,  1.0 / 110, 1.0 / 156,
        1.0 / 210, 1.0 / 272, 1.0 / 342, 1.0 / 420, 1.0 / 506}; /* of each term of the series to the last */
    double x = t * 6.283185307179586477, y = x * x, sum = 1;
    for (int n = 10; n >= 0; n--)
        sum = 1 - sum * (y * ratio[n]);
    return x * sum;
}

double uk_cos(uint64_t phase)
{
    return uk_sin(phase + (UINT64_C(1) << 62));
}

double uk_exp(double x)
{
    if (x < -700)
        return 0;
    if (x > 700)
        x = 700;
    if (x != x)
        return x;
    int64_t n = (int64_t)floor(x * 1.4426950408889634 + 0.5);
    double r =
        (x - (double)n * 0.693147180369123816490) - (double)n * 1.90821492927058770002e-10; /* ln 2 in two parts */
    double sum = 1;
    static const double ratio[] = {1,       1.0 / 2, 1.0 / 3,  1.0 / 4,  1.0 / 5,  1.0 / 6,  1.0 / 7,
                                   1.0 / 8, 1.0 / 9, 1.0 / 10, 1.0 / 11, 1.0 / 12, 1.0 / 13, 1.0 / 14};
    for (int k = 13; k >= 0; k--)
        sum = 1 + sum * (r * ratio[k]);
    uint64_t bits = (uint64_t)(n + 1023) << 52;
    double power;
    memcpy(&power, &bits, sizeof power);
    return sum * power;
}

double uk_gain_from_db(double db)
{
    return uk_exp(db * 0.11512925464970228420);
}
