#include "clip.h"

#include <stdlib.h>
#include <string.h>

struct uk_clip *uk_clip_create(enum uk_clip_kind kind, const char *name, int channels, int64_t frames)
{
    int64_t count = frames / UK_PIECE_FRAMES + (frames % UK_PIECE_FRAMES != 0);
    if ((channels != 1 && channels != 2) || frames < 0 || count > INT32_MAX)
        return NULL;
    struct uk_clip *c = calloc(1, sizeof *c + (size_t)count * sizeof c->pieces[0]);
    if (!c)
        return NULL;
    c->kind = kind;
    c->channels = channels;
    c->frames = frames;
    c->piece_count = (int32_t)count;
    c->name = strdup(name);
    if (!c->name) {
        free(c);
        return NULL;
    }
    return c;
}

void uk_clip_destroy(struct uk_clip *c)
{
    if (!c)
        return;
    for (int32_t i = 0; i < c->piece_count; i++)
        free(atomic_load_explicit(&c->pieces[i], memory_order_relaxed));
    free(c->name);
    free(c);
}

int32_t uk_clip_piece_frames(const struct uk_clip *c, int32_t index)
{
    if (index < 0 || index >= c->piece_count)
        return 0;
    int64_t left = c->frames - (int64_t)index * UK_PIECE_FRAMES;
    return left < UK_PIECE_FRAMES ? (int32_t)left : UK_PIECE_FRAMES;
}

static void convert(const int16_t *restrict in, int channels, float *restrict left, float *restrict right,
                    int32_t count)
{
    if (channels == 1)
        for (int32_t i = 0; i < count; i++)
            left[i] = (float)in[i] * (1.0f / 32768);
    else
        for (int32_t i = 0; i < count; i++) {
            left[i] = (float)in[2 * i] * (1.0f / 32768);
            right[i] = (float)in[2 * i + 1] * (1.0f / 32768);
        }
}

static void silence(int channels, float *left, float *right, int32_t count)
{
    memset(left, 0, (size_t)count * sizeof *left);
    if (channels == 2)
        memset(right, 0, (size_t)count * sizeof *right);
}

bool uk_clip_read(const struct uk_clip *c, int64_t from, int32_t count, float *left, float *right)
{
    bool whole = true;
    while (count > 0) {
        int32_t n = count;
        if (from < 0 || from >= c->frames) {
            if (from < 0 && -from < n)
                n = (int32_t)-from;
            silence(c->channels, left, right, n);
        } else {
            int32_t index = (int32_t)(from / UK_PIECE_FRAMES), offset = (int32_t)(from % UK_PIECE_FRAMES);
            int32_t there = uk_clip_piece_frames(c, index) - offset;
            n = n < there ? n : there;
            const int16_t *piece = atomic_load_explicit(&c->pieces[index], memory_order_acquire);
            if (piece) {
                convert(piece + (size_t)offset * (size_t)c->channels, c->channels, left, right, n);
            } else {
                silence(c->channels, left, right, n);
                whole = false;
            }
        }
        from += n;
        left += n;
        if (c->channels == 2)
            right += n;
        count -= n;
    }
    return whole;
}
