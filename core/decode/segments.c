#include "segments.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BINS 101                 /* of 1 dB, from -100 to 0 */
#define WINDOW 1500              /* levels to each side by which the noise is told */
#define FLOOR_SHARE 0.08         /* of the levels in the window are noise, even when there is little of a pause */
#define STANDS_OUT_DB 12
#define UNDER_SPEECH_DB 18 /* at least is what is noise for certain */
#define ENOUGH 500         /* levels tell of the noise */
#define SHORT 2000         /* levels of a recording of one line, */
#define LOUD_DB (-36)      /* and how loud it is where nothing else can be heard in it */
#define SEED_LEVELS 3            /* so many must be loud, or it is a click */
#define SHORTEST 5
#define SHORTEST_PAUSE 16
#define NOISE_FAR 100            /* how far from speech noise is looked for, */
#define NOISE_BEFORE 5           /* and how near: what is soft at its beginning */
#define NOISE_AFTER 20           /* and the room at its end are no noise */
#define NOISE_LEVELS 10

struct work {
    const float *db;
    size_t n;
    float *floor_db;
    float loud_db; /* of what stands out of the noise */
    struct uk_segment *list;
    size_t count, capacity;
};

static int bin_of(float db)
{
    int bin = (int)lrintf(db) + BINS - 1;
    return bin < 0 ? 0 : bin >= BINS ? BINS - 1 : bin;
}

/* The level under which a share of `total` lies. */
static float share_of(const unsigned *bins, size_t total, double share)
{
    double wanted = (double)total * share, sum = 0;
    int bin = 0;
    while (bin < BINS - 1 && (sum += bins[bin]) <= wanted)
        bin++;
    return (float)(bin - BINS + 1);
}

/* At each place: what the softest levels are from `before` it to `behind` it; nothing is said where there are fewer than `least`. */
static void find_softest(const struct work *w, size_t before, size_t behind, size_t least, float *out)
{
    unsigned bins[BINS] = {0};
    size_t total = 0;
    for (size_t i = 0; i < w->n + behind; i++) {
        if (i < w->n) {
            bins[bin_of(w->db[i])]++;
            total++;
        }
        if (i > before + behind) {
            bins[bin_of(w->db[i - before - behind - 1])]--;
            total--;
        }
        if (i >= behind)
            out[i - behind] = total < least ? 1 - BINS : share_of(bins, total, FLOOR_SHARE);
    }
}

/* A short recording that is loud throughout is speech without a pause at either end. */
static bool is_loud(const struct work *w)
{
    unsigned bins[BINS] = {0};
    for (size_t i = 0; i < w->n; i++)
        bins[bin_of(w->db[i])]++;
    return w->n > 0 && w->n < SHORT && share_of(bins, w->n, 0.5) > LOUD_DB;
}

/* How loud the speech is; false: there is none. */
static bool find_loudness(struct work *w)
{
    unsigned bins[BINS] = {0};
    size_t total = 0;
    for (size_t i = 0; i < w->n; i++)
        if (w->db[i] >= w->floor_db[i] + STANDS_OUT_DB) {
            bins[bin_of(w->db[i])]++;
            total++;
        }
    w->loud_db = share_of(bins, total, 0.5);
    return total > 0;
}

/* Where a fan is switched on there is less noise on one side than on the other: what is on the louder one counts, but for speech without a
 * pause. False: no memory. */
static bool heed_both_sides(struct work *w)
{
    float *before = malloc((w->n + 1) * sizeof *before), *behind = malloc((w->n + 1) * sizeof *behind);
    bool good = before && behind;
    if (good) {
        find_softest(w, WINDOW, 0, ENOUGH, before);
        find_softest(w, 0, WINDOW, ENOUGH, behind);
    }
    for (size_t i = 0; good && i < w->n; i++)
        w->floor_db[i] = fmaxf(w->floor_db[i], fminf(fmaxf(before[i], behind[i]), w->loud_db - UNDER_SPEECH_DB));
    free(before);
    free(behind);
    return good;
}

static float clamp(float x, float least, float most)
{
    return x < least ? least : x > most ? most : x;
}

/* What is certainly said is above *high, and reaches as far as it stays above *low. */
static void thresholds(const struct work *w, size_t i, float *high, float *low)
{
    float above = w->loud_db - w->floor_db[i];
    *high = fmaxf(w->floor_db[i] + clamp(0.45f * above, 6, 30), w->loud_db - 30);
    *low = *high - clamp(0.15f * above, 3, 8);
}

static bool put(struct work *w, size_t from, size_t to)
{
    if (w->count > 0 && from < w->list[w->count - 1].to + SHORTEST_PAUSE) {
        w->list[w->count - 1].to = to;
        return true;
    }
    if (w->count == w->capacity) {
        size_t capacity = w->capacity ? w->capacity * 2 : 64;
        struct uk_segment *grown = realloc(w->list, capacity * sizeof *grown);
        if (!grown)
            return false;
        w->list = grown;
        w->capacity = capacity;
    }
    w->list[w->count++] = (struct uk_segment){from, to, UK_UNKNOWN_DB};
    return true;
}

static bool find_runs(struct work *w)
{
    size_t from = 0, seeds = 0;
    bool in = false;
    for (size_t i = 0; i <= w->n; i++) {
        float high = 0, low = 0;
        if (i < w->n)
            thresholds(w, i, &high, &low);
        bool above = i < w->n && w->db[i] > low;
        if (above && !in) {
            from = i;
            seeds = 0;
        }
        if (!above && in && seeds >= SEED_LEVELS && !put(w, from, i))
            return false;
        seeds += above && w->db[i] > high;
        in = above;
    }
    return true;
}

static void drop_short(struct work *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->count; i++)
        if (w->list[i].to - w->list[i].from >= SHORTEST)
            w->list[kept++] = w->list[i];
    w->count = kept;
}

/* The middle of the levels in the pauses beside it. */
static double noise_beside(const struct work *w, size_t i)
{
    unsigned bins[BINS] = {0};
    const struct uk_segment *s = &w->list[i];
    size_t before = i > 0 ? s[-1].to + NOISE_AFTER : 0, after = i + 1 < w->count ? s[1].from : w->n, total = 0;
    size_t from = s->from > before + NOISE_FAR ? s->from - NOISE_FAR : before;
    for (size_t k = from; k + NOISE_BEFORE < s->from; k++, total++)
        bins[bin_of(w->db[k])]++;
    size_t to = s->to + NOISE_FAR < after ? s->to + NOISE_FAR : after;
    for (size_t k = s->to + NOISE_AFTER; k + NOISE_BEFORE < to; k++, total++)
        bins[bin_of(w->db[k])]++;
    return total < NOISE_LEVELS ? UK_UNKNOWN_DB : share_of(bins, total, 0.5);
}

int uk_segments_find(struct uk_segment **out, size_t *count, const float *level_db, size_t n, struct uk_message *m)
{
    struct work w = {.db = level_db, .n = n, .floor_db = malloc((n + 1) * sizeof(float))};
    bool good = w.floor_db != NULL;
    if (good) {
        find_softest(&w, WINDOW, WINDOW, 1, w.floor_db);
        if (find_loudness(&w))
            good = heed_both_sides(&w) && find_runs(&w);
        else if (is_loud(&w))
            good = put(&w, 0, n);
    }
    drop_short(&w);
    for (size_t i = 0; i < w.count; i++)
        w.list[i].noise_db = noise_beside(&w, i);
    free(w.floor_db);
    *out = w.list;
    *count = w.count;
    if (good)
        return UNKNOT_OK;
    free(w.list);
    *out = NULL;
    *count = 0;
    return uk_no_memory(m);
}
