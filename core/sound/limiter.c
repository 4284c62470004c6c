#include "limiter.h"

#include <string.h>

#define SPAN (3 * UK_QUANTUM)

void uk_quantum_measure(struct uk_quantum *q)
{
    /* the bits of a float without its sign are in the order of its value, not-a-number last */
    int32_t most = 0;
    for (int i = 0; i < UK_QUANTUM; i++) {
        int32_t l, r;
        memcpy(&l, &q->left[i], sizeof l);
        memcpy(&r, &q->right[i], sizeof r);
        l &= 0x7fffffff;
        r &= 0x7fffffff;
        most = l > most ? l : most;
        most = r > most ? r : most;
    }
    if (most > 0x7f800000)
        most = 0x7f800000;
    memcpy(&q->peak, &most, sizeof q->peak);
}

static void needed(const struct uk_quantum *q, float *restrict gain)
{
    for (int i = 0; i < UK_QUANTUM; i++) {
        float l = q->left[i] < 0 ? -q->left[i] : q->left[i], r = q->right[i] < 0 ? -q->right[i] : q->right[i];
        float most = l > r ? l : r;
        gain[i] = most > UK_CEILING ? UK_CEILING / most : 1;
    }
}

/* Each value becomes the least of itself and the `length` - 1 behind it. */
static void least(float *v, int count, int length)
{
    int done = 1;
    while (done < length) {
        int step = length - done < done ? length - done : done;
        for (int i = 0; i + step < count; i++)
            v[i] = v[i] < v[i + step] ? v[i] : v[i + step];
        done += step;
    }
}

/* Each value becomes the mean of itself and the `length` - 1 behind it. Sums of ones stay exact. */
static void mean(double *v, int count, int length)
{
    double sum = 0;
    for (int i = 0; i < length - 1; i++)
        sum += v[i];
    for (int i = 0; i + length <= count; i++) {
        sum += v[i + length - 1];
        double first = v[i];
        v[i] = sum / length;
        sum -= first;
    }
}

void uk_limit(const struct uk_quantum *before, const struct uk_quantum *now, const struct uk_quantum *after,
              uint32_t rate, float *out)
{
    if (before->peak <= UK_CEILING && now->peak <= UK_CEILING && after->peak <= UK_CEILING) {
        for (int i = 0; i < UK_QUANTUM; i++) {
            out[2 * i] = now->left[i];
            out[2 * i + 1] = now->right[i];
        }
        return;
    }
    /* A window of 2 * wide + 1 for the least, then two means of 2 * half + 1 with 2 * half <= wide: the smoothed gain
     * is a mean of values none of which is above what this frame needs. All three reach 2 * wide < UK_QUANTUM frames to
     * either side. */
    int wide = (int)(rate / 400), half;
    wide = wide < 2 ? 2 : wide > UK_QUANTUM / 2 - 1 ? UK_QUANTUM / 2 - 1 : wide;
    half = wide / 2;
    float need[SPAN], low[SPAN];
    needed(before, need);
    needed(now, need + UK_QUANTUM);
    needed(after, need + 2 * UK_QUANTUM);
    memcpy(low, need, sizeof low);
    least(low, SPAN, 2 * wide + 1);
    /* low[i] is now centred on i + wide; the means move it by `half` each */
    double smooth[SPAN];
    int from = UK_QUANTUM - wide - 2 * half, count = UK_QUANTUM + 4 * half;
    for (int i = 0; i < count; i++)
        smooth[i] = (double)low[from + i];
    mean(smooth, count, 2 * half + 1);
    mean(smooth, count - 2 * half, 2 * half + 1);
    for (int i = 0; i < UK_QUANTUM; i++) {
        float gain = (float)smooth[i], most = need[UK_QUANTUM + i];
        gain = gain < most ? gain : most;
        out[2 * i] = now->left[i] * gain;
        out[2 * i + 1] = now->right[i] * gain;
    }
}
