/* Voices that misbehave, in the real helper program. */
#include "fixture.h"

#define RATE 48000

static struct uk_decoder *odd(struct fixture *f, const char *voice)
{
    struct uk_decoder *d;
    f->places.plugins = (char *)BUILD_DIR "/tests/zoo/plugins";
    assert_int_equal(uk_decoder_create(&d, &f->places, voice, RATE, &f->m), 0);
    return d;
}

static int measure(struct fixture *f, struct uk_decoder *d, const char *text, int64_t *frames)
{
    int channels;
    return uk_decoder_measure(d, UK_CLIP_PHRASE, text, frames, &channels, &f->m);
}

static void names_what_a_voice_does_wrong(void **state)
{
    struct fixture *f = *state;
    struct uk_decoder *d = odd(f, "odd");
    static const struct {
        const char *text;
        int status;
        const char *sentence;
    } cases[] = {
        {"Be silent.", UNKNOT_NO_VOICE, "the voice 'odd' made no sound for 'Be silent.'"},
        {"Be quiet.", UNKNOT_NO_VOICE, "the voice 'odd' made no sound for 'Be quiet.'"},
        {"Do fail.", UNKNOT_NO_VOICE, "the voice 'odd' cannot say 'Do fail.': it has a cold: wait a week"},
        {"Be mute.", UNKNOT_NO_VOICE, "the voice 'odd' cannot say 'Be mute.'"},
        {"Be endless.", UNKNOT_NO_VOICE, "it is too long"},
        {"Do crash.", UNKNOT_NO_VOICE, "crashed while saying 'Do crash.' (signal 6)"},
    };
    int64_t frames;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(measure(f, d, cases[i].text, &frames), cases[i].status);
        if (!strstr(f->m.text, cases[i].sentence))
            fail_msg("%s", f->m.text);
        assert_int_equal(measure(f, d, "All is well.", &frames), UNKNOT_OK);
        assert_int_equal(frames, RATE);
    }
    uk_decoder_destroy(d);
}

static void a_voice_may_print(void **state)
{
    struct fixture *f = *state;
    struct uk_decoder *d = odd(f, "odd");
    int64_t frames;
    int16_t piece[1000];
    assert_int_equal(measure(f, d, "Do babble.", &frames), UNKNOT_OK);
    assert_int_equal(frames, RATE);
    assert_int_equal(uk_decoder_load(d, UK_CLIP_PHRASE, "Do babble.", 1, 20000, 1000, piece, &f->m), 0);
    assert_true(piece[0] != 0);
    uk_decoder_destroy(d);
}

static void a_rate_that_cannot_be_is_refused(void **state)
{
    struct fixture *f = *state;
    struct uk_decoder *d = odd(f, "odd:slow");
    int64_t frames;
    for (int i = 0; i < 2; i++) {
        assert_int_equal(measure(f, d, "Rest.", &frames), UNKNOT_NO_VOICE);
        assert_non_null(strstr(f->m.text, "rate of 1 Hz"));
    }
    uk_decoder_destroy(d);
}

/* "[0.6]" is that, to the frame of the voice, and nothing is heard in it. */
static void a_pause_is_as_long_as_it_says(void **state)
{
    struct fixture *f = *state;
    struct uk_decoder *d = odd(f, "odd");
    static const struct {
        const char *text;
        int pause;
    } cases[] = {
        {"All is well. [0.6] All is well.", RATE * 6 / 10},
        {"All is well.[0.1]All is well.", RATE / 10},
        {"All is well. [1.2] All is well.", RATE * 6 / 5},
        {"All is well. [.5] [0.5] All is well.", RATE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static int16_t pause[2 * RATE];
        int64_t frames;
        assert_int_equal(measure(f, d, cases[i].text, &frames), UNKNOT_OK);
        assert_int_equal(frames, 2 * RATE + cases[i].pause);
        assert_int_equal(uk_decoder_load(d, UK_CLIP_PHRASE, cases[i].text, 1, RATE, (size_t)cases[i].pause, pause, &f->m), 0);
        for (int k = 0; k < cases[i].pause; k++)
            assert_in_range(abs(pause[k]), 0, 8); /* -72 dB: the voice was at another rate */
    }
    uk_decoder_destroy(d);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(names_what_a_voice_does_wrong),
        TEST(a_voice_may_print),
        TEST(a_pause_is_as_long_as_it_says),
        TEST(a_rate_that_cannot_be_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
