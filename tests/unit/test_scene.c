#include "staging.h"

static struct stage stage;

static int open_stage(void **state)
{
    (void)state;
    stage = stage_open();
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void test_any_order_same_bits(void **state)
{
    (void)state;
    struct uk_cue cues[40];
    uint32_t count = everything(cues, 10 * S);
    struct uk_scene *a = scene_of(cues, count, 10 * S, &stage), *b = scene_of(cues, count, 10 * S, &stage);
    int64_t quanta = 10 * RATE / UK_QUANTUM;
    struct uk_quantum *all = calloc((size_t)quanta, sizeof *all), q;
    assert_non_null(all);
    for (int64_t i = 0; i < quanta; i++)
        uk_scene_mix(a, i, &all[i]);
    uint64_t random = 7;
    for (int i = 0; i < 4000; i++) {
        int64_t n = (int64_t)(random_next(&random) % (uint64_t)quanta);
        for (int run = 0; run < 3 && n < quanta; run++, n++) {
            uk_scene_mix(b, n, &q);
            assert_memory_equal(q.left, all[n].left, sizeof q.left);
            assert_memory_equal(q.right, all[n].right, sizeof q.right);
            assert_true(q.peak == all[n].peak);
        }
    }
    free(all);
    uk_scene_destroy(a);
    uk_scene_destroy(b);
}

static void test_buses_have_levels(void **state)
{
    (void)state;
    for (int bus = 0; bus < UK_BUSES; bus++) {
        struct uk_cue c = cue_of(UK_SINE, (enum uk_bus)bus, 0, S, -10);
        double db[] = {0, 0, 0};
        db[bus] = -20;
        struct uk_scene *s = scene_with(timeline_at(RATE, &c, 1, S), &stage, db);
        struct uk_quantum q;
        uk_scene_mix(s, 20, &q);
        assert_true(fabs(db_of((double)q.peak) + 30) < 0.1);
        uk_scene_destroy(s);
    }
}

static void test_the_bed_is_ducked_and_nothing_else(void **state)
{
    (void)state;
    struct uk_cue cues[] = {cue_of(UK_SINE, UK_BED, 0, 4 * S, -10), cue_of(UK_PHRASE, UK_VOICE, S, S, -120)};
    struct uk_quantum q;
    for (int bus = UK_TONE; bus <= UK_BED; bus++) {
        cues[0].bus = (enum uk_bus)bus;
        struct uk_scene *s = scene_of(cues, 2, 4 * S, &stage);
        uk_scene_mix(s, RATE * 3 / 2 / UK_QUANTUM, &q);
        assert_true(fabs(db_of((double)q.peak) + (bus == UK_BED ? 19 : 10)) < 0.1);
        uk_scene_destroy(s);
    }
}

static void test_missing_sounds_are_counted(void **state)
{
    (void)state;
    struct uk_clip *clip = uk_clip_create(UK_CLIP_PHRASE, "x", 1, RATE);
    struct stage missing = {clip, clip};
    struct uk_cue cues[] = {cue_of(UK_PHRASE, UK_VOICE, 0, S, 0), cue_of(UK_CLIP, UK_TONE, 0, S, 0)};
    struct uk_scene *s = scene_of(cues, 2, 2 * S, &missing);
    struct uk_quantum q;
    for (int64_t i = 0; i < 10; i++)
        assert_int_equal(uk_scene_mix(s, i, &q), 2);
    assert_true(q.peak == 0);
    assert_int_equal(uk_scene_mix(s, 300, &q), 0);
    uk_scene_destroy(s);
    uk_clip_destroy(clip);
}

/* No frozen timeline has such levels; should one slip through, the rest still sounds. */
static void test_what_is_no_number_is_silence_alone(void **state)
{
    (void)state;
    struct uk_cue cues[] = {cue_of(UK_SINE, UK_TONE, 0, S, -10), cue_of(UK_BELL, UK_BED, 0, S, -10),
                            cue_of(UK_NOISE, UK_BED, 0, S, -20)};
    struct uk_quantum with, without;
    double bad[] = {NAN, INFINITY, -INFINITY};
    for (int i = 0; i < 3; i++) {
        struct uk_timeline *t = timeline_at(RATE, cues, 3, S);
        t->cues[1].db = bad[i];
        t->cues[2].pan = NAN;
        struct uk_scene *s = scene_with(t, &stage, (double[]){0, 0, 0});
        uk_scene_mix(s, 3, &with);
        assert_true(isfinite(with.peak));
        uk_scene_destroy(s);
        cues[1] = cue_of(UK_CLIP, UK_BED, 0, 1 * MS, 0); /* silence too: it is over */
        s = scene_of(cues, 3, S, &stage);
        uk_scene_mix(s, 3, &without);
        assert_memory_equal(with.left, without.left, sizeof with.left);
        uk_scene_destroy(s);
        cues[1] = cue_of(UK_BELL, UK_BED, 0, S, -10);
    }
    struct uk_timeline *t = timeline_at(RATE, cues, 3, S);
    t->cues[0].db = t->cues[1].db = t->cues[2].db = 770; /* just within a float, the sum is not */
    struct uk_scene *s = scene_with(t, &stage, (double[]){0, 0, 0});
    for (int64_t q = 0; q < 100; q++) {
        uk_scene_mix(s, q, &with);
        assert_true(isfinite(with.peak));
    }
    uk_scene_destroy(s);
}

static void test_many_cues_are_cheap_to_enter(void **state)
{
    (void)state;
    struct uk_timeline *t = uk_timeline_create();
    struct uk_message m = {""};
    for (uint32_t i = 0; i < UK_MOST_CUES; i++) {
        struct uk_cue c = cue_of(UK_SINE, UK_TONE, i * 200 * MS, 100 * MS, -40);
        c.order = i;
        assert_int_equal(uk_timeline_add_cue(t, &c), UNKNOT_OK);
    }
    t->length_ns = UK_MOST_CUES * 200 * MS;
    assert_int_equal(uk_timeline_freeze(t, RATE, &m), UNKNOT_OK);
    struct uk_scene *s = scene_with(t, &stage, (double[]){0, 0, 0});
    struct uk_quantum q;
    int64_t last = (UK_MOST_CUES - 1) * INT64_C(9600) / UK_QUANTUM + 1, begin = uk_clock_ns();
    for (int i = 0; i < 100; i++) {
        uk_scene_mix(s, last, &q);
        assert_true(q.peak > 0);
        uk_scene_mix(s, 1, &q);
    }
    int64_t each = (uk_clock_ns() - begin) / 100;
    print_message("a jump among %d cues and back: %.3f ms\n", UK_MOST_CUES, (double)each / 1e6);
    assert_true(each < 100 * MS);
    uk_scene_destroy(s);
}

static void test_gives_what_it_was_given(void **state)
{
    (void)state;
    struct uk_cue cues[] = {cue_of(UK_PHRASE, UK_VOICE, 0, S, 0), cue_of(UK_SINE, UK_TONE, S, S, 0)};
    struct uk_timeline *t = timeline_at(RATE, cues, 2, 2 * S);
    struct uk_scene *s = scene_with(t, &stage, (double[]){0, 0, 0});
    assert_ptr_equal(uk_scene_timeline(s), t);
    assert_ptr_equal(uk_scene_clip(s, 0), stage.voice);
    assert_null(uk_scene_clip(s, 1));
    assert_null(uk_scene_clip(s, 2));
    uk_scene_destroy(s);
    uk_scene_destroy(NULL);
    s = scene_of(NULL, 0, S, &stage);
    struct uk_quantum q;
    assert_int_equal(uk_scene_mix(s, 0, &q), 0);
    assert_true(q.peak == 0);
    uk_scene_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_order_same_bits),
        cmocka_unit_test(test_buses_have_levels),
        cmocka_unit_test(test_the_bed_is_ducked_and_nothing_else),
        cmocka_unit_test(test_missing_sounds_are_counted),
        cmocka_unit_test(test_what_is_no_number_is_silence_alone),
        cmocka_unit_test(test_many_cues_are_cheap_to_enter),
        cmocka_unit_test(test_gives_what_it_was_given),
    };
    return cmocka_run_group_tests(tests, open_stage, close_stage);
}
