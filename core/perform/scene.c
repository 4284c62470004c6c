#include "scene.h"

#include "../sound/duck.h"
#include "../sound/source.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The quanta a cue sounds in: first to last. */
struct reach {
    int64_t first, last;
};

struct uk_scene {
    struct uk_timeline *timeline;
    struct uk_clip **clips;
    struct uk_source *sources;
    struct reach *reaches;
    struct uk_duck duck;
    uint64_t generation;
    uint32_t count;
    /* All below belongs to the thread that mixes. */
    uint32_t *active; /* the cues that sound in quantum `at`, in order; room for all */
    uint32_t active_count;
    uint32_t next; /* the first cue that begins after quantum `at` */
    int64_t at;    /* -1: nothing was mixed yet */
};

int uk_scene_create(struct uk_scene **out, struct uk_timeline *timeline, struct uk_clip *const *clips,
                    const double *bus_db, struct uk_message *m)
{
    uint32_t count = timeline->cue_count;
    size_t room = count ? count : 1;
    *out = NULL;
    struct uk_scene *s = calloc(1, sizeof *s);
    if (!s)
        return uk_no_memory(m);
    s->count = count;
    s->at = -1;
    s->clips = calloc(room, sizeof *s->clips);
    s->sources = calloc(room, sizeof *s->sources);
    s->reaches = calloc(room, sizeof *s->reaches);
    s->active = calloc(room, sizeof *s->active);
    if (!s->clips || !s->sources || !s->reaches || !s->active || uk_duck_init(&s->duck, timeline) != UNKNOT_OK) {
        uk_scene_destroy(s);
        return uk_no_memory(m);
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct uk_cue *cue = &timeline->cues[i];
        s->clips[i] = clips ? clips[i] : NULL;
        uk_source_init(&s->sources[i], cue, s->clips[i], uk_gain_from_db(bus_db[cue->bus]), timeline->rate);
        s->reaches[i].first = cue->at_frames / UK_QUANTUM;
        s->reaches[i].last = cue->length_frames > 0 ? (cue->at_frames + cue->length_frames - 1) / UK_QUANTUM : -1;
    }
    s->timeline = timeline;
    *out = s;
    return UNKNOT_OK;
}

void uk_scene_destroy(struct uk_scene *s)
{
    if (!s)
        return;
    uk_timeline_destroy(s->timeline);
    uk_duck_finish(&s->duck);
    free(s->clips);
    free(s->sources);
    free(s->reaches);
    free(s->active);
    free(s);
}

const struct uk_timeline *uk_scene_timeline(const struct uk_scene *s)
{
    return s->timeline;
}

struct uk_clip *uk_scene_clip(const struct uk_scene *s, uint32_t cue)
{
    return cue < s->count ? s->clips[cue] : NULL;
}

void uk_scene_set_generation(struct uk_scene *s, uint64_t generation)
{
    s->generation = generation;
}

uint64_t uk_scene_generation(const struct uk_scene *s)
{
    return s->generation;
}

/* Brings the list of sounding cues to `quantum`. */
static void move_to(struct uk_scene *s, int64_t quantum)
{
    if (s->at < 0 || quantum != s->at + 1) {
        s->active_count = 0;
        s->next = 0;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < s->active_count; i++)
        if (s->reaches[s->active[i]].last >= quantum)
            s->active[kept++] = s->active[i];
    for (; s->next < s->count && s->reaches[s->next].first <= quantum; s->next++)
        if (s->reaches[s->next].last >= quantum)
            s->active[kept++] = s->next;
    s->active_count = kept;
    s->at = quantum;
}

static void add_whole(float *restrict bus, const float *restrict in, float gain)
{
    for (int i = 0; i < UK_QUANTUM; i++)
        bus[i] += in[i] * gain;
}

static void add_part(float *restrict bus, const float *restrict in, float gain, const float *restrict fades, int from,
                     int to)
{
    for (int i = from; i < to; i++)
        bus[i] += in[i] * gain * fades[i];
}

static void scrub(float *v)
{
    for (int i = 0; i < UK_QUANTUM; i++)
        if (!isfinite(v[i]))
            v[i] = 0;
}

/* Adds what one cue sounds in a quantum to `bus`. Returns whether it was late. */
static bool add_cue(const struct uk_source *s, int64_t quantum, struct uk_quantum *bus)
{
    alignas(16) float left[UK_QUANTUM], right[UK_QUANTUM], fades[UK_QUANTUM];
    const float *other = right;
    bool late = false, faded;
    if (uk_source_render(s, quantum, left, right, &late) == 1)
        other = left;
    int64_t start = quantum * UK_QUANTUM;
    int from = s->at > start ? (int)(s->at - start) : 0,
        to = s->end < start + UK_QUANTUM ? (int)(s->end - start) : UK_QUANTUM;
    faded = uk_source_fades(s, quantum, fades);
    if (!faded && from == 0 && to == UK_QUANTUM) {
        add_whole(bus->left, left, s->left);
        add_whole(bus->right, other, s->right);
        return late;
    }
    if (!faded)
        for (int i = 0; i < UK_QUANTUM; i++)
            fades[i] = 1;
    add_part(bus->left, left, s->left, fades, from, to);
    add_part(bus->right, other, s->right, fades, from, to);
    return late;
}

static void add_ducked(struct uk_quantum *restrict out, const struct uk_quantum *restrict bed,
                       const float *restrict gain)
{
    for (int i = 0; i < UK_QUANTUM; i++) {
        out->left[i] += bed->left[i] * gain[i];
        out->right[i] += bed->right[i] * gain[i];
    }
}

static uint32_t mix(const struct uk_scene *s, int64_t quantum, struct uk_quantum *out)
{
    struct uk_quantum bed;
    bool any_bed = false;
    uint32_t late = 0;
    memset(out->left, 0, sizeof out->left);
    memset(out->right, 0, sizeof out->right);
    for (uint32_t i = 0; i < s->active_count; i++) {
        uint32_t cue = s->active[i];
        struct uk_quantum *bus = out;
        if (s->timeline->cues[cue].bus == UK_BED) {
            bus = &bed;
            if (!any_bed) {
                memset(bed.left, 0, sizeof bed.left);
                memset(bed.right, 0, sizeof bed.right);
            }
            any_bed = true;
        }
        late += add_cue(&s->sources[cue], quantum, bus);
    }
    if (any_bed) {
        alignas(16) float duck[UK_QUANTUM];
        if (uk_duck_gains(&s->duck, quantum, duck)) {
            add_ducked(out, &bed, duck);
        } else {
            add_whole(out->left, bed.left, 1);
            add_whole(out->right, bed.right, 1);
        }
    }
    return late;
}

uint32_t uk_scene_mix(struct uk_scene *s, int64_t quantum, struct uk_quantum *out)
{
    move_to(s, quantum);
    uint32_t late = mix(s, quantum, out);
    uk_quantum_measure(out);
    if (!isfinite(out->peak)) { /* no source gives that, but a sum of many that are far too loud may */
        scrub(out->left);
        scrub(out->right);
        uk_quantum_measure(out);
    }
    return late;
}
