/* staging.h - what the tests of the performer share: a scene of everything at once, and reading it. */
#ifndef STAGING_H
#define STAGING_H

#include "sounding.h"

#include "perform/performer.h"

#define S UK_NS_PER_S

/* Clips by kind of cue: phrases speak `voice`, clips and loops are `file`. */
struct stage {
    struct uk_clip *voice, *file;
};

static inline struct stage stage_open(void)
{
    return (struct stage){clip_of(1, 2 * RATE + 77, tone_sample), clip_of(2, 3 * RATE + 5, tone_sample)};
}

static inline void stage_close(struct stage *s)
{
    uk_clip_destroy(s->voice);
    uk_clip_destroy(s->file);
}

static inline struct uk_scene *scene_with(struct uk_timeline *t, const struct stage *stage, const double *bus_db)
{
    struct uk_message m = {""};
    struct uk_scene *s;
    struct uk_clip **clips = calloc(t->cue_count + 1, sizeof *clips);
    assert_non_null(clips);
    for (uint32_t i = 0; i < t->cue_count; i++)
        clips[i] = t->cues[i].kind == UK_PHRASE ? stage->voice : t->cues[i].kind <= UK_LOOP ? stage->file : NULL;
    assert_int_equal(uk_scene_create(&s, t, clips, bus_db, &m), UNKNOT_OK);
    free(clips);
    return s;
}

static inline struct uk_scene *scene_of(const struct uk_cue *cues, uint32_t count, int64_t length_ns,
                                        const struct stage *stage)
{
    return scene_with(timeline_at(RATE, cues, count, length_ns), stage, (double[]){0, 0, 0});
}

/* Every kind of source but those that plugins make, overlapping, panned, faded, ducked, and now and then too loud.
 * Returns how many cues (at most 40). */
static inline uint32_t everything(struct uk_cue *cues, int64_t length_ns)
{
    uint32_t n = 0;
    uint64_t random = 42;
    for (int kind = 0; kind < UK_SOURCE; kind++)
        for (int i = 0; i < 3; i++) {
            enum uk_bus bus = kind == UK_PHRASE                                          ? UK_VOICE
                              : kind == UK_NOISE || kind == UK_LOOP || kind >= UK_BREATH ? UK_BED
                                                                                         : UK_TONE;
            int64_t length = S + (int64_t)(random_next(&random) % (uint64_t)(4 * S));
            int64_t at = (int64_t)(random_next(&random) % (uint64_t)(length_ns - length));
            struct uk_cue c = cue_of((enum uk_kind)kind, bus, at, length, -18 + (double)(random_next(&random) % 16));
            c.pan = (double)(random_next(&random) % 2001) / 1000 - 1;
            c.hz = 60 + (double)(random_next(&random) % 2000);
            c.colour = (enum uk_colour)i;
            c.fade_in_ns = i == 1 ? 300 * MS : 0;
            c.fade_out_ns = i == 2 ? 700 * MS : 0;
            c.phases_ns[0] = c.phases_ns[2] = length / 3;
            c.phases_ns[1] = length / 4;
            cues[n++] = c;
        }
    cues[n] = cue_of(UK_NOISE, UK_BED, 0, length_ns, -24);
    cues[n++].colour = UK_BROWN;
    return n;
}

static inline struct uk_performer *performer_with(struct uk_scene *s)
{
    struct uk_message m;
    struct uk_performer *p;
    assert_int_equal(uk_performer_create(&p, RATE, &m), UNKNOT_OK);
    assert_null(uk_performer_publish(p, s));
    return p;
}

static inline void performer_end(struct uk_performer *p)
{
    uk_scene_destroy(uk_performer_publish(p, NULL));
    uk_performer_destroy(p);
}

#endif
