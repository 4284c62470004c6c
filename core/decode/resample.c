#include "resample.h"

#include <math.h>
#include <soxr.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_FRAMES 4096

struct uk_resampler {
    soxr_t soxr; /* NULL: equal rates */
    uint32_t from, to;
    int channels;
    int64_t taken, given;
    float block[];
};

int64_t uk_resampled_frames(int64_t frames, uint32_t from, uint32_t to)
{
    return (frames * (int64_t)to + from - 1) / from;
}

int uk_resampler_create(struct uk_resampler **out, uint32_t from, uint32_t to, int channels, struct uk_message *m)
{
    struct uk_resampler *r = malloc(sizeof *r + sizeof(float) * BLOCK_FRAMES * (size_t)channels);
    *out = NULL;
    if (!r)
        return uk_no_memory(m);
    *r = (struct uk_resampler){.from = from, .to = to, .channels = channels};
    if (from != to) {
        soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
        soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
        soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
        soxr_error_t error;
        r->soxr = soxr_create(from, to, (unsigned)channels, &error, &io, &quality, &runtime);
        if (!r->soxr) {
            free(r);
            return uk_fail(m, UNKNOT_FAILED, "%u Hz cannot be brought to %u Hz: %s", from, to, soxr_strerror(error));
        }
    }
    *out = r;
    return UNKNOT_OK;
}

typedef int take_fn(void *ctx, const float *out, size_t n);

/* Hands on what is not beyond the exact length of what was taken so far. */
static int give(struct uk_resampler *r, const float *out, size_t n, take_fn *take, void *ctx)
{
    int64_t left = uk_resampled_frames(r->taken, r->from, r->to) - r->given;
    if ((int64_t)n > left)
        n = (size_t)left;
    r->given += (int64_t)n;
    return n ? take(ctx, out, n) : UNKNOT_OK;
}

static int give_rest(struct uk_resampler *r, take_fn *take, void *ctx)
{
    memset(r->block, 0, sizeof(float) * BLOCK_FRAMES * (size_t)r->channels);
    int status = UNKNOT_OK;
    while (status == UNKNOT_OK && r->given < uk_resampled_frames(r->taken, r->from, r->to))
        status = give(r, r->block, BLOCK_FRAMES, take, ctx);
    return status;
}

int uk_resampler_put(struct uk_resampler *r, const float *in, size_t count, take_fn *take, void *ctx, struct uk_message *m)
{
    size_t at = 0;
    r->taken += (int64_t)count;
    if (!r->soxr)
        return give(r, in, count, take, ctx);
    for (;;) {
        size_t used = 0, made = 0;
        soxr_error_t error = soxr_process(r->soxr, count ? in + at * (size_t)r->channels : NULL, count - at, &used, r->block,
                                          BLOCK_FRAMES, &made);
        if (error)
            return uk_fail(m, UNKNOT_FAILED, "%u Hz cannot be brought to %u Hz: %s", r->from, r->to, soxr_strerror(error));
        int status = give(r, r->block, made, take, ctx);
        if (status != UNKNOT_OK)
            return status;
        at += used;
        if (made < BLOCK_FRAMES && at == count)
            return count ? UNKNOT_OK : give_rest(r, take, ctx);
        if (!made && !used)
            return uk_fail(m, UNKNOT_FAILED, "%u Hz cannot be brought to %u Hz", r->from, r->to);
    }
}

void uk_resampler_destroy(struct uk_resampler *r)
{
    if (!r)
        return;
    soxr_delete(r->soxr);
    free(r);
}

void uk_to_s16(int16_t *out, const float *in, size_t samples)
{
    for (size_t i = 0; i < samples; i++) {
        float x = in[i] * 32768.0f;
        out[i] = (int16_t)lrintf(x > 32767.0f ? 32767.0f : x < -32768.0f ? -32768.0f : x);
    }
}
