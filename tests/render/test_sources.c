/* Sounds that a plugin makes, in whole routines: the same wherever one begins to read, through presses, and gone when nothing needs them. */
#include "studio.h"

#define SKELETON BUILD_DIR "/tests/skeleton"
#define S INT64_C(48000)

static struct studio studio;

static const char hum[] = "return { title = 'Hum', summary = 'Hums.', play = function()\n"
                          "  bed { kind = 'skeleton', hz = 110, beat = 0.7, db = -12 }\n"
                          "  tone { kind = 'skeleton', hz = 331, seconds = 4, pan = -0.5, db = -12 }\n"
                          "  listen { seconds = 5, 'next' }\n"
                          "  tone { kind = 'skeleton', hz = 223, seconds = 3, db = -12 }\n"
                          "  wait(4)\n"
                          "end }\n";

static int setup(void **state)
{
    (void)state;
    setenv("UNKNOT_PLUGINS", SKELETON, 1);
    studio_init(&studio);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    studio_finish(&studio);
    return 0;
}

static bool is_loaded(void)
{
    char line[512];
    bool found = false;
    FILE *f = fopen("/proc/self/maps", "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f))
        found |= strstr(line, "source-skeleton.so") != NULL;
    fclose(f);
    return found;
}

static void test_any_place_gives_the_same_bits(void **state)
{
    (void)state;
    assert_loads(&studio, "hum", hum);
    int64_t length = unknot_length_frames(studio.u);
    assert_true(length > 9 * S);
    float *whole = studio_read(studio.u, 0, length, 480);
    double power = 0;
    for (int64_t i = 0; i < 2 * S; i++)
        power += (double)whole[i] * (double)whole[i];
    assert_true(power / (double)(2 * S) > 1e-4);
    uint32_t random = 7;
    for (int i = 0; i < 100; i++) {
        random = random * 1664525 + 1013904223;
        int64_t from = (int64_t)(random % (uint32_t)(length - 2000));
        float *again = studio_read(studio.u, from, from + 2000, 1 + random % 700);
        assert_int_equal(studio_difference(whole + 2 * from, again, 2000), -1);
        free(again);
    }
    free(whole);
}

static void test_a_press_does_not_interrupt_it(void **state)
{
    (void)state;
    assert_loads(&studio, "hum", hum);
    float *before = studio_read(studio.u, 0, 6 * S, 480);
    if (unknot_press_at(studio.u, 2 * S, "next", 0))
        fail_msg("%s", unknot_message(studio.u));
    float *after = studio_read(studio.u, 0, 6 * S, 480);
    int64_t where = studio_difference(before, after, 6 * S);
    assert_true(where >= 2 * S && where < 2 * S + S / 2); /* the third sound begins there; the others go on under it */
    free(before);
    free(after);
}

static void test_it_is_there_as_long_as_it_is_needed(void **state)
{
    struct unknot_cue cue;
    (void)state;
    assert_loads(&studio, "hum", hum);
    assert_int_equal(unknot_cue(studio.u, 0, &cue), UNKNOT_OK);
    assert_string_equal(cue.kind, "skeleton");
    assert_string_equal(cue.text, "");
    assert_true(is_loaded());
    unknot_close(studio.u);
    assert_false(is_loaded());
    assert_int_equal(unknot_open(&studio.u, NULL), UNKNOT_OK);
    assert_loads(&studio, "plain", "return { title = 'Plain', summary = 'One tone.', play = function() tone { seconds = 2 } wait(3) end }");
    assert_false(is_loaded());
}

static void test_mistakes_are_told_at_their_line(void **state)
{
    (void)state;
    static const struct {
        const char *sound, *says;
    } cases[] = {
        {"tone { kind = 'skeletn' }", "mine.lua:2: there is no sound of kind 'skeletn' (did you mean 'skeleton'?)"},
        {"bed { kind = 'chim' }", "mine.lua:2: there is no sound of kind 'chim' (did you mean 'chime'?)"},
        {"bed { kind = 'bell' }", "mine.lua:2: bed: 'kind' must be noise, loop, binaural, isochronic, not 'bell'"},
        {"tone { kind = 'clip' }", "mine.lua:2: tone: 'kind' must be sine, bell, bowl, chime, binaural, isochronic, noise, breath, not 'clip'"},
        {"tone { kind = 'skeleton', colour = 'pink' }", "mine.lua:2: tone: no field 'colour'"},
        {"tone { kind = 'skeleton', hz = 5 }", "mine.lua:2: 'hz' is 5, it may be 10 to 20000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char script[300];
        snprintf(script, sizeof script, "return { title = 'Mine', summary = 'A sound.', play = function()\n%s end }", cases[i].sound);
        assert_true(studio_load(&studio, "mine", script) < 0);
        assert_contains(unknot_message(studio.u), cases[i].says);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_place_gives_the_same_bits),
        cmocka_unit_test(test_a_press_does_not_interrupt_it),
        cmocka_unit_test(test_it_is_there_as_long_as_it_is_needed),
        cmocka_unit_test(test_mistakes_are_told_at_their_line),
    };
    return cmocka_run_group_tests_name("sources", tests, setup, teardown);
}
