#include "duck.h"

#include "../base/time.h"

#include <stdlib.h>

int uk_duck_init(struct uk_duck *d, const struct uk_timeline *t)
{
    *d = (struct uk_duck){
        .attack = uk_frames_from_ns(UK_DUCK_ATTACK_NS - UK_NS_PER_S / t->rate, t->rate),
        .release = uk_frames_from_ns(UK_DUCK_RELEASE_NS, t->rate),
    };
    uint32_t voices = 0;
    for (uint32_t i = 0; i < t->cue_count; i++)
        voices += t->cues[i].bus == UK_VOICE;
    if (!voices)
        return UNKNOT_OK;
    d->spans = calloc(voices, sizeof *d->spans);
    if (!d->spans)
        return UNKNOT_NO_MEMORY;
    for (uint32_t i = 0; i < t->cue_count; i++) {
        const struct uk_cue *c = &t->cues[i];
        struct uk_duck_span *last = d->count ? &d->spans[d->count - 1] : NULL;
        int64_t to = c->at_frames + c->length_frames;
        if (c->bus != UK_VOICE || c->length_frames < 1)
            continue;
        if (last && c->at_frames <= last->to)
            last->to = to > last->to ? to : last->to;
        else
            d->spans[d->count++] = (struct uk_duck_span){c->at_frames, to};
    }
    return UNKNOT_OK;
}

void uk_duck_finish(struct uk_duck *d)
{
    free(d->spans);
    *d = (struct uk_duck){0};
}

/* The first span whose release ends after `frame`. */
static uint32_t first_near(const struct uk_duck *d, int64_t frame)
{
    uint32_t low = 0, high = d->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (d->spans[middle].to + d->release > frame)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static int inside(int64_t frame)
{
    return frame < 0 ? 0 : frame > UK_QUANTUM ? UK_QUANTUM : (int)frame;
}

/* A slope of `length` frames: frame i of the quantum is (first + step * i) of length + 1 down, if nothing is deeper. */
static void slope(float *depth, int from, int to, int64_t first, int32_t step, int64_t length)
{
    int32_t begin = (int32_t)first;
    for (int32_t i = from; i < to; i++) {
        float e = uk_raised((float)(begin + step * i) / (float)(length + 1));
        depth[i] = e > depth[i] ? e : depth[i];
    }
}

/* How far down one span brings the bed in the quantum that begins at frame `first`: 0 to 1. */
static void deepen(const struct uk_duck *d, const struct uk_duck_span *span, int64_t first, float *depth)
{
    int64_t from = span->from - first, to = span->to - first;
    slope(depth, inside(from - d->attack), inside(from), d->attack + 1 - from, 1, d->attack);
    for (int i = inside(from); i < inside(to); i++)
        depth[i] = 1;
    slope(depth, inside(to), inside(to + d->release), d->release + to, -1, d->release);
}

bool uk_duck_gains(const struct uk_duck *d, int64_t quantum, float *gain)
{
    int64_t first = quantum * UK_QUANTUM;
    uint32_t near = first_near(d, first);
    if (near == d->count || d->spans[near].from - d->attack >= first + UK_QUANTUM)
        return false;
    float down = (float)(1 - uk_gain_from_db(-UK_DUCK_DB));
    if (d->spans[near].from <= first && d->spans[near].to >= first + UK_QUANTUM) {
        for (int i = 0; i < UK_QUANTUM; i++)
            gain[i] = 1 - down;
        return true;
    }
    float depth[UK_QUANTUM] = {0};
    for (; near < d->count && d->spans[near].from - d->attack < first + UK_QUANTUM; near++)
        deepen(d, &d->spans[near], first, depth);
    for (int i = 0; i < UK_QUANTUM; i++)
        gain[i] = 1 - down * depth[i];
    return true;
}
