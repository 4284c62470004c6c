#include "staging.h"

#include <pthread.h>
#include <stdatomic.h>

#define SECONDS 12
#define FRAMES (SECONDS * RATE)

static struct stage stage;
static float whole[2 * FRAMES], again[2 * FRAMES];

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

static struct uk_performer *with_everything(void)
{
    struct uk_cue cues[40];
    uint32_t count = everything(cues, SECONDS * S);
    return performer_with(scene_of(cues, count, SECONDS * S, &stage));
}

static struct uk_performer *with_a_tone(double hz, double db)
{
    struct uk_cue c = cue_of(UK_SINE, UK_TONE, 0, SECONDS * S, db);
    c.hz = hz;
    return performer_with(scene_of(&c, 1, SECONDS * S, &stage));
}

static size_t read_all(struct uk_performer *p, float *out, size_t block)
{
    size_t done = 0, n;
    while (done < FRAMES &&
           (n = uk_performer_read(p, out + 2 * done, block < FRAMES - done ? block : FRAMES - done)) > 0)
        done += n;
    return done;
}

static void test_blocks_do_not_matter(void **state)
{
    (void)state;
    struct uk_performer *p = with_everything();
    assert_int_equal(read_all(p, whole, FRAMES), FRAMES);
    assert_int_equal(uk_performer_read(p, again, 100), 0);
    assert_int_equal(uk_performer_tell(p), FRAMES);
    size_t blocks[] = {1, 7, 64, 480, 4096};
    float most = 0;
    for (size_t i = 0; i < 2 * FRAMES; i++)
        most = fmaxf(most, fabsf(whole[i]));
    assert_true((double)most > 0.85 && (double)most <= 0.8912509); /* it is loud enough to need the limiter */
    for (int i = 0; i < 5; i++) {
        uk_performer_seek(p, 0, false);
        assert_int_equal(read_all(p, again, blocks[i]), FRAMES);
        assert_memory_equal(whole, again, sizeof whole);
    }
    assert_int_equal(uk_performer_late(p), 0);
    performer_end(p);
}

/* The same on every machine: checked with gcc and clang, with and without optimization and wider vectors, on x86-64 and
 * aarch64. Whoever changes a sound on purpose puts the new number here. */
static void test_the_bits_are_these(void **state)
{
    (void)state;
    struct uk_performer *p = with_everything();
    uint64_t hash = 0;
    assert_int_equal(read_all(p, whole, 4096), FRAMES);
    for (size_t i = 0; i < 2 * FRAMES; i++) {
        uint32_t bits;
        memcpy(&bits, &whole[i], sizeof bits);
        hash = uk_mix64(hash ^ bits) + i;
    }
    assert_int_equal(hash, UINT64_C(0xebf9ea2c6d646b69));
    performer_end(p);
}

static void test_seeks_do_not_matter(void **state)
{
    (void)state;
    struct uk_performer *p = with_everything();
    read_all(p, whole, 480);
    uint64_t random = 3;
    for (int i = 0; i < 3000; i++) {
        int64_t at = (int64_t)(random_next(&random) % FRAMES);
        size_t n = (size_t)(random_next(&random) % 1000), left = (size_t)(FRAMES - at);
        uk_performer_seek(p, at, false);
        assert_int_equal(uk_performer_tell(p), at);
        assert_int_equal(uk_performer_read(p, again, n), n < left ? n : left);
        assert_memory_equal(again, whole + 2 * at, (n < left ? n : left) * 2 * sizeof *again);
    }
    uk_performer_seek(p, -5, false);
    assert_int_equal(uk_performer_tell(p), 0);
    uk_performer_seek(p, INT64_MAX, false);
    assert_int_equal(uk_performer_tell(p), FRAMES);
    assert_int_equal(uk_performer_read(p, again, 10), 0);
    performer_end(p);
}

static void test_a_cue_sounds_at_its_frame(void **state)
{
    (void)state;
    /* 26 hours, with cues about 2^31 and 2^32 frames and at the end */
    int64_t hours = 26 * 3600, last = hours * RATE, at[64];
    struct stage click = {NULL, clip_of(1, RATE / 10, impulse_sample)};
    struct uk_cue cues[64];
    uint32_t count = 0;
    uint64_t random = 11;
    for (int i = 0; i < 20; i++)
        at[count++] = (int64_t)(random_next(&random) % (uint64_t)last);
    for (int64_t i = -3; i <= 3; i++) {
        at[count++] = (INT64_C(1) << 31) + i * 4001;
        at[count++] = (INT64_C(1) << 32) + i * 4001;
        at[count++] = last - RATE + i * 4001;
    }
    at[count++] = 0;
    for (uint32_t i = 0; i < count; i++)
        cues[i] = cue_of(UK_CLIP, UK_TONE, uk_ns_from_frames(at[i], RATE), 100 * MS, 0);
    struct uk_performer *p = performer_with(scene_of(cues, count, hours * S, &click));
    float block[2 * 600];
    for (uint32_t i = 0; i < count; i++) {
        int64_t from = at[i] > 300 ? at[i] - 300 : 0;
        uk_performer_seek(p, from, false);
        assert_int_equal(uk_performer_read(p, block, 600), 600);
        for (int k = 0; k < 600; k++)
            assert_true(block[2 * k] == (from + k == at[i] ? 0.5f : 0));
    }
    performer_end(p);
    uk_clip_destroy(click.file);
}

static void test_hostile_sums_stay_under_the_ceiling(void **state)
{
    (void)state;
    struct uk_cue cues[60];
    for (int i = 0; i < 60; i++) {
        cues[i] = cue_of((enum uk_kind)(i % UK_KINDS), UK_TONE, i * 100 * MS, 5 * S, 12);
        cues[i].phases_ns[1] = 5 * S;
        cues[i].hz = 100 + 37 * i;
    }
    struct uk_performer *p = performer_with(scene_of(cues, 60, SECONDS * S, &stage));
    read_all(p, whole, 4096);
    for (size_t i = 0; i < 2 * FRAMES; i++)
        assert_true(fabs((double)whole[i]) <= 0.8912509);
    performer_end(p);
}

/* Two plans that part at `at`: what was read before what the performer may look ahead has the same bits. */
static void test_the_past_stays(void **state)
{
    (void)state;
    uint64_t random = 5;
    for (int round = 0; round < 12; round++) {
        uint32_t rate = round % 3 == 2 ? 8000 : round % 3 ? 44100 : RATE;
        struct uk_cue a[80], b[80];
        uint32_t count = everything(a, 6 * S), before = 0;
        int64_t at = 2 * S + (int64_t)(random_next(&random) % (uint64_t)(2 * S));
        for (uint32_t i = 0; i < count; i++) {
            if (a[i].at_ns >= at)
                continue;
            a[before] = a[i];
            b[before] = a[i];
            int64_t fade = 200 * MS, end = a[i].at_ns + a[i].length_ns;
            if (end - a[i].fade_out_ns > at && end > at + fade) { /* one plan cuts it */
                b[before].length_ns = at + fade - a[i].at_ns;
                b[before].fade_out_ns = fade < b[before].length_ns ? fade : b[before].length_ns;
                if (b[before].fade_in_ns > b[before].length_ns)
                    b[before].length_ns = a[i].length_ns;
            }
            before++;
        }
        uint32_t others = before;
        b[others++] = cue_of(UK_PHRASE, UK_VOICE, at, S, 12); /* ducks, and needs the limiter */
        b[others++] = cue_of(UK_SINE, UK_TONE, at, S, 12);
        b[others++] = cue_of(UK_NOISE, UK_BED, at, S, 12);
        struct uk_scene *s[2] = {scene_with(timeline_at(rate, a, before, 6 * S), &stage, (double[]){0, 0, 0}),
                                 scene_with(timeline_at(rate, b, others, 6 * S), &stage, (double[]){0, 0, 0})};
        int64_t where;
        assert_true(uk_timeline_same_before(uk_scene_timeline(s[0]), uk_scene_timeline(s[1]), at, &where));
        struct uk_performer *p;
        struct uk_message m;
        assert_int_equal(uk_performer_create(&p, rate, &m), UNKNOT_OK);
        size_t same = (size_t)uk_frames_from_ns(at - UK_LOOK_AHEAD_NS, rate), all = (size_t)rate * 6;
        uk_performer_publish(p, s[0]);
        assert_int_equal(uk_performer_read(p, whole, all), all);
        assert_ptr_equal(uk_performer_publish(p, s[1]), s[0]);
        uk_performer_seek(p, 0, false);
        assert_int_equal(uk_performer_read(p, again, all), all);
        assert_memory_equal(whole, again, same * 2 * sizeof *whole);
        assert_memory_not_equal(whole, again, all * 2 * sizeof *whole);
        uk_scene_destroy(s[0]);
        performer_end(p);
    }
}

static void test_a_new_plan_in_mid_quantum(void **state)
{
    (void)state;
    struct uk_cue a = cue_of(UK_SINE, UK_TONE, 0, SECONDS * S, -10), b[2] = {a, cue_of(UK_SINE, UK_TONE, S, S, -10)};
    size_t before = RATE - 100; /* in the quantum in which the new cue begins, mixed already without it */
    assert_int_equal(before / UK_QUANTUM, RATE / UK_QUANTUM);
    struct uk_performer *p = performer_with(scene_of(b, 2, SECONDS * S, &stage));
    read_all(p, whole, 480);
    uk_performer_seek(p, 0, false);
    struct uk_scene *other = uk_performer_publish(p, scene_of(&a, 1, SECONDS * S, &stage));
    assert_int_equal(uk_performer_read(p, again, before), before);
    uk_scene_destroy(uk_performer_publish(p, other));
    assert_int_equal(uk_performer_tell(p), before);
    read_all(p, again + 2 * before, 480);
    assert_memory_equal(whole, again, 4 * RATE * 2 * sizeof *whole);
    performer_end(p);
}

static void test_without_a_scene(void **state)
{
    (void)state;
    struct uk_performer *p = performer_with(NULL);
    assert_int_equal(uk_performer_read(p, again, 100), 0);
    assert_int_equal(uk_performer_tell(p), 0);
    uk_performer_quiesce(p);
    performer_end(p);
    uk_performer_destroy(NULL);
}

static void test_pause_fades_stays_and_goes_on(void **state)
{
    (void)state;
    struct uk_performer *p = with_a_tone(300, -6);
    read_all(p, whole, 4096);
    uk_performer_seek(p, RATE, false);
    float *out = again;
    assert_int_equal(uk_performer_read(p, out, 1000), 1000);
    uk_performer_pause(p, true);
    assert_true(uk_performer_paused(p));
    for (int i = 0; i < 10; i++) /* 2,400 frames of fade, then silence */
        assert_int_equal(uk_performer_read(p, out + 2 * (1000 + 500 * i), 500), 500);
    assert_int_equal(uk_performer_tell(p), RATE + 1000 + 2400);
    for (int i = 2 * 3400; i < 2 * 6000; i++)
        assert_true(out[i] == 0);
    uk_performer_pause(p, false);
    assert_int_equal(uk_performer_read(p, out + 2 * 6000, 6000), 6000);
    assert_int_equal(uk_performer_tell(p), RATE + 3400 + 6000);
    assert_memory_equal(out, whole + 2 * RATE, 1000 * 2 * sizeof *out);
    assert_memory_equal(out + 2 * 8400, whole + 2 * (RATE + 3400 + 2400), 3600 * 2 * sizeof *out);
    double own = 0.5012 * 4 * pow(sin(PI * 300 / RATE), 2);
    assert_true(greatest_bend(out, 12000, 2) < own * 1.1);
    /* a second thought in the middle of the fade turns it round */
    uk_performer_pause(p, true);
    assert_int_equal(uk_performer_read(p, out, 1200), 1200);
    uk_performer_pause(p, false);
    assert_int_equal(uk_performer_read(p, out + 2 * 1200, 4000), 4000);
    assert_true(greatest_bend(out, 5200, 2) < own * 1.1);
    for (int i = 0; i < 2 * 2000; i++)
        assert_true(fabsf(out[i]) <= fabsf(whole[2 * (RATE + 9400) + i]));
    performer_end(p);
}

static void test_a_limit_is_faded_into_and_waited_at(void **state)
{
    (void)state;
    struct uk_performer *p = with_a_tone(300, -6);
    read_all(p, whole, 4096);
    for (int block = 7; block <= 1000; block += 331) {
        float *out = again;
        uk_performer_seek(p, RATE, false);
        uk_performer_set_limit(p, RATE + 5000);
        assert_false(uk_performer_waits(p));
        for (int at = 0; at < 8000; at += block)
            assert_int_equal(uk_performer_read(p, out + 2 * at, (size_t)block), block);
        assert_int_equal(uk_performer_tell(p), RATE + 5000);
        assert_true(uk_performer_waits(p) && !uk_performer_paused(p));
        assert_memory_equal(out, whole + 2 * RATE, 2600 * 2 * sizeof *out);
        for (int i = 2 * 5000; i < 2 * 8000; i++)
            assert_true(out[i] == 0);
        uk_performer_set_limit(p, INT64_MAX);
        assert_false(uk_performer_waits(p));
        assert_int_equal(uk_performer_read(p, out, 6000), 6000);
        assert_memory_equal(out + 2 * 2400, whole + 2 * (RATE + 5000 + 2400), 3600 * 2 * sizeof *out);
    }
    /* a seek beyond it is silent at once, and stays there */
    uk_performer_set_limit(p, RATE);
    uk_performer_seek(p, 2 * RATE, false);
    assert_int_equal(uk_performer_read(p, again, 1000), 1000);
    for (int i = 0; i < 2000; i++)
        assert_true(again[i] == 0);
    assert_int_equal(uk_performer_tell(p), 2 * RATE);
    performer_end(p);
}

static void test_a_limit_at_the_start(void **state)
{
    (void)state;
    struct uk_performer *p = with_a_tone(300, -6);
    uk_performer_set_limit(p, 0);
    assert_int_equal(uk_performer_read(p, again, 1000), 1000);
    for (int i = 0; i < 2000; i++)
        assert_true(again[i] == 0);
    assert_int_equal(uk_performer_tell(p), 0);
    performer_end(p);
}

static void test_paused_before_the_first_read(void **state)
{
    (void)state;
    struct uk_performer *p = with_a_tone(300, -6);
    uk_performer_pause(p, true);
    assert_int_equal(uk_performer_read(p, again, 1000), 1000);
    for (int i = 0; i < 2000; i++)
        assert_true(again[i] == 0);
    assert_int_equal(uk_performer_tell(p), 0);
    uk_performer_seek(p, 5000, true);
    assert_int_equal(uk_performer_read(p, again, 10), 10);
    assert_int_equal(uk_performer_tell(p), 5000);
    uk_performer_seek(p, INT64_MAX, false);
    assert_int_equal(uk_performer_read(p, again, 10), 10);
    assert_int_equal(uk_performer_tell(p), FRAMES);
    performer_end(p);
}

static void test_smooth_seek_fades_out_jumps_and_fades_in(void **state)
{
    (void)state;
    struct uk_performer *p = with_a_tone(300, -6);
    read_all(p, whole, 4096);
    uk_performer_seek(p, 777, false);
    assert_int_equal(uk_performer_read(p, again, 1000), 1000);
    uk_performer_seek(p, 5 * RATE + 13, true);
    assert_int_equal(uk_performer_tell(p), 5 * RATE + 13);
    for (int i = 0; i < 30; i++)
        assert_int_equal(uk_performer_read(p, again + 2 * (1000 + 100 * i), 100), 100);
    /* 480 frames out, then the new place */
    assert_int_equal(uk_performer_tell(p), 5 * RATE + 13 + 3000 - 480);
    assert_memory_equal(again + 2 * 2000, whole + 2 * (5 * RATE + 13 + 1000 - 480), 2000 * 2 * sizeof *again);
    double own = 0.5012 * 4 * pow(sin(PI * 300 / RATE), 2);
    assert_true(greatest_bend(again, 4000, 2) < own * 1.2);
    /* one after another in mid-fade: the last wins, and nothing clicks: a fade that turns round has at most twice its
     * steepest slope as bend */
    double turn = 2 * 0.5012 * PI / 2 / 480;
    uk_performer_seek(p, 2 * RATE, true);
    uk_performer_read(p, again, 100);
    uk_performer_seek(p, 3 * RATE, true);
    uk_performer_read(p, again + 200, 500);
    uk_performer_seek(p, 4 * RATE, true);
    uk_performer_read(p, again + 1200, 3000);
    assert_int_equal(uk_performer_tell(p), 4 * RATE + 3000 - 120);
    assert_true(greatest_bend(again, 3600, 2) < own * 1.2 + turn);
    performer_end(p);
}

static void test_volume_ramps_and_1_is_untouched(void **state)
{
    (void)state;
    struct uk_performer *p = with_a_tone(300, -6);
    read_all(p, whole, 4096);
    uk_performer_seek(p, 0, false);
    uk_performer_read(p, again, 1000);
    uk_performer_set_volume(p, 0.25);
    uk_performer_read(p, again + 2000, 5000);
    uk_performer_set_volume(p, 7);
    uk_performer_read(p, again + 12000, 5000);
    double own = 0.5012 * 4 * pow(sin(PI * 300 / RATE), 2);
    assert_true(greatest_bend(again + 2 * 200, 10800, 2) < own * 1.1);
    for (int i = 2 * 3400; i < 2 * 6000; i++)
        assert_true(again[i] == whole[i] * 0.25f);
    assert_memory_equal(again + 2 * 8400, whole + 2 * 8400, 2600 * 2 * sizeof *whole);
    uk_performer_set_volume(p, (double)NAN);
    uk_performer_read(p, again, 5000);
    for (int i = 2 * 2400; i < 2 * 5000; i++)
        assert_true(again[i] == 0);
    performer_end(p);
}

static void test_late_sounds_are_counted_once(void **state)
{
    (void)state;
    struct uk_clip *clip = uk_clip_create(UK_CLIP_PHRASE, "x", 1, RATE);
    struct stage missing = {clip, clip};
    struct uk_cue c = cue_of(UK_PHRASE, UK_VOICE, 0, S, 0);
    struct uk_performer *p = performer_with(scene_of(&c, 1, 2 * S, &missing));
    while (uk_performer_read(p, again, 100) > 0)
        ;
    assert_int_equal(uk_performer_late(p), (RATE + UK_QUANTUM - 1) / UK_QUANTUM);
    performer_end(p);
    uk_clip_destroy(clip);
}

/* One thread reads all the time while another publishes, seeks, pauses and frees what it gets back. For the thread and
 * address sanitizers. */
static atomic_bool enough;

static void *reader(void *context)
{
    struct uk_performer *p = context;
    float block[2 * 256];
    uint64_t random = 1;
    while (!atomic_load(&enough)) {
        size_t n = uk_performer_read(p, block, 1 + (size_t)(random_next(&random) % 256));
        for (size_t i = 0; i < 2 * n; i++)
            if (!(fabsf(block[i]) <= 0.8912509f))
                return p;
    }
    return NULL;
}

static void test_publishing_under_a_reader(void **state)
{
    (void)state;
    struct uk_cue cues[40];
    uint32_t count = everything(cues, SECONDS * S);
    struct uk_performer *p = performer_with(scene_of(cues, count, SECONDS * S, &stage));
    pthread_t thread;
    void *bad;
    atomic_store(&enough, false);
    assert_int_equal(pthread_create(&thread, NULL, reader, p), 0);
    for (int i = 0; i < 300; i++) {
        uk_scene_destroy(uk_performer_publish(
            p, i % 50 == 49 ? NULL : scene_of(cues, count - (uint32_t)(i % 5), (SECONDS - i % 3) * S, &stage)));
        uk_performer_seek(p, (i * 7919) % FRAMES, i % 2);
        uk_performer_pause(p, i % 7 == 0);
        uk_performer_set_volume(p, (double)(i % 10) / 10);
        assert_true(uk_performer_tell(p) >= 0 && uk_performer_tell(p) <= FRAMES);
        struct uk_clip *gone = clip_of(1, 100, impulse_sample);
        uk_performer_quiesce(p);
        uk_clip_destroy(gone);
    }
    atomic_store(&enough, true);
    pthread_join(thread, &bad);
    assert_null(bad);
    performer_end(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks_do_not_matter),
        cmocka_unit_test(test_the_bits_are_these),
        cmocka_unit_test(test_seeks_do_not_matter),
        cmocka_unit_test(test_a_cue_sounds_at_its_frame),
        cmocka_unit_test(test_hostile_sums_stay_under_the_ceiling),
        cmocka_unit_test(test_the_past_stays),
        cmocka_unit_test(test_a_new_plan_in_mid_quantum),
        cmocka_unit_test(test_without_a_scene),
        cmocka_unit_test(test_pause_fades_stays_and_goes_on),
        cmocka_unit_test(test_a_limit_is_faded_into_and_waited_at),
        cmocka_unit_test(test_a_limit_at_the_start),
        cmocka_unit_test(test_paused_before_the_first_read),
        cmocka_unit_test(test_smooth_seek_fades_out_jumps_and_fades_in),
        cmocka_unit_test(test_volume_ramps_and_1_is_untouched),
        cmocka_unit_test(test_late_sounds_are_counted_once),
        cmocka_unit_test(test_publishing_under_a_reader),
    };
    return cmocka_run_group_tests(tests, open_stage, close_stage);
}
