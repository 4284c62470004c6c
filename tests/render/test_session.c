/* A whole session through the public interface: planned, read in any way, pressed, replayed. */
#include "studio.h"

static struct studio s;

static const char everything[] = "return { title = 'Everything', play = function()\n"
                                 "  bed { kind = 'noise', colour = 'pink', db = -40 }\n"
                                 "  mark 'One'\n"
                                 "  say 'Let the shoulder drop.'\n"
                                 "  tone { kind = 'sine', hz = 440, seconds = 0.3, db = -12, pan = -0.5 }\n"
                                 "  bell { hz = 330, seconds = 3 }\n"
                                 "  clip { file = 'click.wav' }\n"
                                 "  wait(0.5)\n"
                                 "  mark 'Two'\n"
                                 "  local event = listen { seconds = 4, 'next', 'longer' }\n"
                                 "  if event == 'longer' then wait(3) say 'A little longer.' end\n"
                                 "  say 'Ease off slowly.'\n"
                                 "  wait(1)\n"
                                 "end }\n";

static int set_up(void **state)
{
    (void)state;
    int16_t click[480] = {20000, -20000, 10000};
    studio_init(&s);
    studio_wav(&s, "click.wav", click, 480);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    studio_finish(&s);
    return 0;
}

static void test_same_bits_however_read(void **state)
{
    (void)state;
    static const size_t blocks[] = {1, 7, 64, 480, 4096};
    assert_loads(&s, "everything", everything);
    int64_t n = unknot_length_frames(s.u);
    assert_in_range(n, 48000 * 5, 48000 * 30);
    float *reference = studio_read(s.u, 0, n, 1000);
    float more[2];
    assert_int_equal(unknot_read(s.u, more, 1), 0); /* the end is the end */
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        float *again = studio_read(s.u, 0, n, blocks[i]);
        assert_int_equal(studio_difference(reference, again, n), -1);
        free(again);
    }
    srand(1);
    for (int i = 0; i < 100; i++) {
        int64_t from = (int64_t)((double)rand() / RAND_MAX * (double)(n - 5000)), length = 1 + rand() % 5000;
        float *part = studio_read(s.u, from, from + length, 1 + (size_t)(rand() % 700));
        int64_t where = studio_difference(reference + from * UNKNOT_CHANNELS, part, length);
        if (where >= 0)
            fail_msg("after a seek to %lld frame %lld differs", (long long)from, (long long)(from + where));
        free(part);
    }
    free(reference);
}

static void test_cue_sounds_at_its_frame(void **state)
{
    (void)state;
    assert_loads(&s, "click", "return { title = 'Click', play = function()\n"
                              "  for i = 1, 20 do wait(1/7) clip { file = 'click.wav' } end wait(1) end }");
    int64_t n = unknot_length_frames(s.u);
    float *sound = studio_read(s.u, 0, n, 333);
    struct unknot_cue cue;
    assert_int_equal(unknot_cue_count(s.u), 20);
    for (size_t i = 0; i < 20; i++) {
        assert_int_equal(unknot_cue(s.u, i, &cue), UNKNOT_OK);
        assert_int_equal(cue.at_frames, llround((double)(i + 1) * 142857143 * 48000 / 1e9));
        const float *at = sound + cue.at_frames * UNKNOT_CHANNELS;
        assert_true(at[-2] == 0 && at[-1] == 0);
        assert_true(at[0] == 20000 / 32768.0f && at[1] == at[0] && at[2] == -at[0]);
    }
    assert_int_equal(unknot_cue(s.u, 20, &cue), UNKNOT_BAD_ARGUMENT);
    free(sound);
}

/* Press while it plays; then play the journal in another engine: the same bits as were heard. */
static void test_press_and_replay(void **state)
{
    (void)state;
    assert_loads(&s, "everything", everything);
    int64_t planned = unknot_length_frames(s.u);
    float *untouched = studio_read(s.u, 0, planned, 4096);
    unknot_seek(s.u, 0, UNKNOT_EXACT);
    int64_t room = planned + 48000 * 20, at = 0, pressed_at = -1;
    float *heard = calloc((size_t)room * UNKNOT_CHANNELS, sizeof *heard);
    for (size_t got = 1; got > 0; at += (int64_t)got) {
        if (pressed_at < 0 && at >= 48000 * 4) {
            assert_int_equal(unknot_press(s.u, "longer", 0), UNKNOT_OK);
            pressed_at = at;
        }
        assert_int_equal(unknot_prepare(s.u, at, 480), UNKNOT_OK);
        got = unknot_read(s.u, heard + at * UNKNOT_CHANNELS, 480);
    }
    int64_t longer = unknot_length_frames(s.u);
    assert_int_equal(at, longer);
    assert_true(longer > planned + 48000);
    /* nothing that was heard before the press was changed by it */
    assert_int_equal(studio_difference(untouched, heard, pressed_at), -1);
    assert_true(studio_difference(untouched, heard, planned) > pressed_at);

    char path[256];
    const char *journal = unknot_journal(s.u);
    studio_write(&s, "a.journal", journal, strlen(journal));
    studio_path(&s, "a.journal", path, sizeof path);
    struct unknot *other;
    char script[256];
    studio_path(&s, "everything.lua", script, sizeof script);
    assert_int_equal(unknot_open(&other, NULL), UNKNOT_OK);
    assert_int_equal(unknot_load(other, script, NULL, 0), UNKNOT_OK);
    assert_int_equal(unknot_load_journal(other, path), UNKNOT_OK);
    assert_int_equal(unknot_length_frames(other), longer);
    float *replayed = studio_read(other, 0, longer, 777);
    assert_int_equal(studio_difference(heard, replayed, longer), -1);
    assert_string_equal(unknot_journal(other), unknot_journal(s.u));
    unknot_close(other);
    free(untouched);
    free(heard);
    free(replayed);
}

/* Many at once, as by somebody who is impatient: each is kept, in order. */
static void test_presses_in_a_row(void **state)
{
    (void)state;
    assert_loads(&s, "everything", everything);
    float block[2 * 64];
    for (int i = 0; i < 50; i++) {
        assert_int_equal(unknot_press(s.u, i % 2 ? "harder" : "easier", 0), UNKNOT_OK);
        if (i % 5 == 0)
            assert_int_equal(unknot_read(s.u, block, 64), 64);
    }
    const char *journal = unknot_journal(s.u);
    int lines = 0;
    for (const char *p = journal; (p = strchr(p, '\n')); p++)
        lines++;
    assert_int_equal(lines, 50);
    assert_contains(journal, "easier\"}\n");
}

static void test_presses_that_cannot_be(void **state)
{
    (void)state;
    assert_loads(&s, "everything", everything);
    assert_int_equal(unknot_press(s.u, "jump", 0), UNKNOT_BAD_ARGUMENT);
    assert_contains(unknot_message(s.u), "jump");
    assert_int_equal(unknot_press(s.u, "rate", 11), UNKNOT_BAD_ARGUMENT);
    unknot_seek(s.u, unknot_length_frames(s.u), UNKNOT_EXACT);
    float frame[2];
    assert_int_equal(unknot_read(s.u, frame, 1), 0);
    assert_int_equal(unknot_press(s.u, "next", 0), UNKNOT_BAD_ARGUMENT);
    assert_string_equal(unknot_journal(s.u), "");
}

/* What goes wrong leaves what plays alone. */
static void test_failures_change_nothing(void **state)
{
    (void)state;
    assert_loads(&s, "everything", everything);
    int64_t n = unknot_length_frames(s.u);
    assert_int_equal(unknot_load(s.u, "everythin", NULL, 0), UNKNOT_NOT_FOUND);
    assert_int_equal(studio_load(&s, "bad", "return {"), UNKNOT_BAD_SCRIPT);
    assert_contains(unknot_message(s.u), "bad.lua:1:");
    assert_int_equal(studio_load(&s, "bad", "return { title = 'x', play = function()\n wait(1)\n clip { file = 'clack.wav' } end }"),
                     UNKNOT_NOT_FOUND);
    assert_contains(unknot_message(s.u), "bad.lua:3:");
    assert_contains(unknot_message(s.u), "did you mean 'click.wav'?");
    assert_int_equal(studio_load(&s, "bad", "return { title = 'x', play = function() clip { file = '../click.wav' } end }"),
                     UNKNOT_NOT_FOUND);
    assert_int_equal(unknot_load_journal(s.u, "/nowhere"), UNKNOT_NOT_FOUND);
    const struct unknot_param wrong[] = {{"minutes", "soon"}, {"minutes", "0"}, {"seed", "-1"}, {"side", "upper"}};
    char script[256];
    studio_path(&s, "everything.lua", script, sizeof script);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_not_equal(unknot_load(s.u, script, &wrong[i], 1), UNKNOT_OK);
    assert_int_equal(unknot_length_frames(s.u), n);
    assert_string_equal(unknot_loaded(s.u)->title, "Everything");
    free(studio_read(s.u, 0, n, 4096));
}

static void test_options(void **state)
{
    (void)state;
    struct unknot *u;
    struct unknot_options o;
    unknot_options_init(&o);
    o.rate = 7999;
    assert_int_equal(unknot_open(&u, &o), UNKNOT_BAD_ARGUMENT);
    assert_contains(unknot_message(u), "7999");
    unknot_close(u);
    unknot_options_init(&o);
    o.bed_db = 7;
    assert_int_equal(unknot_open(&u, &o), UNKNOT_BAD_ARGUMENT);
    unknot_close(u);
    unknot_options_init(&o);
    o.voice = "flight";
    assert_int_equal(unknot_open(&u, &o), UNKNOT_NOT_FOUND);
    assert_contains(unknot_message(u), "there is no voice 'flight'");
    unknot_close(u);
    unknot_options_init(&o);
    o.rate = 44100;
    assert_int_equal(unknot_open(&u, &o), UNKNOT_OK);
    assert_int_equal(unknot_rate(u), 44100);
    unknot_close(u);
    unknot_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bits_however_read),  cmocka_unit_test(test_cue_sounds_at_its_frame),
        cmocka_unit_test(test_press_and_replay),        cmocka_unit_test(test_presses_in_a_row),
        cmocka_unit_test(test_presses_that_cannot_be),
        cmocka_unit_test(test_failures_change_nothing), cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
