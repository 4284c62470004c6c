#include "sounding.h"

#include "sound/duck.h"
#include "sound/limiter.h"

#define S UK_NS_PER_S

/* The curve over `frames` from frame 0. */
static void curve(const struct uk_duck *d, float *out, int64_t frames)
{
    for (int64_t q = 0; q * UK_QUANTUM < frames; q++) {
        float gain[UK_QUANTUM];
        bool moved = uk_duck_gains(d, q, gain);
        for (int i = 0; i < UK_QUANTUM && q * UK_QUANTUM + i < frames; i++)
            out[q * UK_QUANTUM + i] = moved ? gain[i] : 1;
    }
}

static struct uk_cue voice(int64_t at_ns, int64_t length_ns)
{
    return cue_of(UK_PHRASE, UK_VOICE, at_ns, length_ns, 0);
}

static const double down = 0.35481338923357547; /* -9 dB */
static float gain[12 * RATE];

static void check_one(uint32_t rate)
{
    struct uk_cue cues[] = {voice(2 * S + 333333, S), cue_of(UK_BELL, UK_TONE, 0, 9 * S, 0)};
    struct uk_timeline *t = timeline_at(rate, cues, 2, 9 * S);
    struct uk_duck d;
    assert_int_equal(uk_duck_init(&d, t), UNKNOT_OK);
    int64_t on = uk_frames_from_ns(2 * S + 333333, rate), off = uk_frames_from_ns(3 * S + 333333, rate),
            frames = 5 * (int64_t)rate;
    int64_t look = uk_frames_from_ns(UK_LOOK_AHEAD_NS - UK_LIMITER_NS, rate),
            release = uk_frames_from_ns(UK_DUCK_RELEASE_NS, rate);
    curve(&d, gain, frames);
    for (int64_t i = 0; i < frames; i++) {
        if (i < on - look || i >= off + release)
            assert_true(gain[i] == 1);
        else if (i >= on && i < off)
            assert_true(fabs((double)gain[i] - down) < 1e-6);
        else if (i < on)
            assert_true(gain[i] <= gain[i - 1] + 1e-6f);
        else
            assert_true(gain[i] >= gain[i - 1] - 1e-6f);
    }
    assert_true((double)gain[on - 1] > down && (double)gain[on - 1] < down + 0.01);
    assert_true(gain[on - look / 2] < 0.75f && gain[on - look / 2] > 0.6f);
    /* raised-cosine: no bend that one could hear */
    assert_true(greatest_bend(gain, (size_t)frames, 1) < 10.0 / (double)(look * look));
    uk_duck_finish(&d);
    uk_timeline_destroy(t);
}

static void test_is_down_exactly_at_the_onset(void **state)
{
    (void)state;
    check_one(48000);
    check_one(44100);
    check_one(8000);
}

static void test_several_voices_give_the_lowest_curve(void **state)
{
    (void)state;
    /* overlapping, touching, near, and far ones; the whole is the least of each alone */
    struct uk_cue cues[] = {voice(S, S), voice(S + 500 * MS, 200 * MS), voice(2 * S, S), voice(3 * S + 300 * MS, S),
                            voice(8 * S, S)};
    struct uk_timeline *t = timeline_at(RATE, cues, 5, 12 * S);
    struct uk_duck d;
    static float least[12 * RATE], one[12 * RATE];
    assert_int_equal(uk_duck_init(&d, t), UNKNOT_OK);
    curve(&d, gain, 12 * RATE);
    for (int i = 0; i < 12 * RATE; i++)
        least[i] = 1;
    for (int k = 0; k < 5; k++) {
        struct uk_timeline *alone = timeline_at(RATE, &cues[k], 1, 12 * S);
        struct uk_duck a;
        assert_int_equal(uk_duck_init(&a, alone), UNKNOT_OK);
        curve(&a, one, 12 * RATE);
        for (int i = 0; i < 12 * RATE; i++)
            least[i] = fminf(least[i], one[i]);
        uk_duck_finish(&a);
        uk_timeline_destroy(alone);
    }
    assert_memory_equal(gain, least, sizeof gain);
    uk_duck_finish(&d);
    uk_timeline_destroy(t);
}

static void test_only_the_voice_bus_counts(void **state)
{
    (void)state;
    struct uk_cue cues[] = {cue_of(UK_BELL, UK_TONE, S, S, 0), cue_of(UK_NOISE, UK_BED, S, S, 0), voice(2 * S, 0)};
    struct uk_timeline *t = timeline_at(RATE, cues, 3, 4 * S);
    struct uk_duck d;
    assert_int_equal(uk_duck_init(&d, t), UNKNOT_OK);
    for (int64_t q = 0; q < 1000; q++)
        assert_false(uk_duck_gains(&d, q, gain));
    uk_duck_finish(&d);
    uk_timeline_destroy(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_down_exactly_at_the_onset),
        cmocka_unit_test(test_several_voices_give_the_lowest_curve),
        cmocka_unit_test(test_only_the_voice_bus_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
