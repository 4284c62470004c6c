/* Recorded sounds longer than what is kept in memory: whole, exact, and of bounded size; loops over their seam. */
#include "studio.h"

#include <malloc.h>
#include <math.h>

#define RATE 48000
#define LONG_S 400

static struct studio s;

static int16_t value(uint32_t frame)
{
    return (int16_t)((frame * 2654435761u >> 18) - 8192);
}

static int set_up(void **state)
{
    (void)state;
    studio_init(&s);
    int16_t *frames = malloc(LONG_S * RATE * sizeof *frames);
    for (uint32_t i = 0; i < LONG_S * RATE; i++)
        frames[i] = value(i);
    studio_wav(&s, "long.wav", frames, LONG_S * RATE);
    for (uint32_t i = 0; i < RATE; i++)
        frames[i] = (int16_t)lround(8000 * sin(6.283185307179586 * 10.25 * i / RATE)); /* does not meet itself at its ends */
    studio_wav(&s, "short.wav", frames, RATE);
    free(frames);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    studio_finish(&s);
    return 0;
}

static void test_whole_and_bounded(void **state)
{
    (void)state;
    assert_loads(&s, "long", "return { title = 'Long', play = function()\n"
                             "  wait(1) local c = clip { file = 'long.wav' } wait(c.seconds + 1) end }");
    int64_t n = unknot_length_frames(s.u);
    assert_int_equal(n, (LONG_S + 2) * RATE);
    float block[2 * 4096];
    size_t most = 0;
    for (int64_t at = 0; at < n;) {
        assert_int_equal(unknot_prepare(s.u, at, 4096), UNKNOT_OK);
        size_t got = unknot_read(s.u, block, 4096);
        for (size_t i = 0; i < got; i++) {
            int64_t frame = at + (int64_t)i - RATE;
            float expected = frame >= 0 && frame < LONG_S * RATE ? (float)value((uint32_t)frame) / 32768 : 0;
            if (block[2 * i] != expected || block[2 * i + 1] != expected)
                fail_msg("frame %lld is %g, not %g", (long long)frame, (double)block[2 * i], (double)expected);
        }
        at += (int64_t)got;
        size_t used = mallinfo2().uordblks + mallinfo2().hblkhd;
        most = used > most ? used : most;
    }
    assert_int_equal(unknot_late_sounds(s.u), 0);
    assert_true(most < 12u << 20); /* all of it would be 38 MB */
}

/* Not so much is kept: what is said to be there is there all the same. */
static void test_asked_for_far_ahead(void **state)
{
    (void)state;
    static const int asked[][2] = {{0, 60}, {30, 45}, {100, 30}, {10, 1}};
    unknot_seek(s.u, 0, UNKNOT_EXACT);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        assert_int_equal(unknot_prepare(s.u, asked[i][0] * RATE, asked[i][1] * RATE), UNKNOT_OK);
        for (int64_t at = 2 * RATE; at < 130 * RATE; at += 3 * RATE) {
            float block[2 * 480];
            assert_int_equal(unknot_prepare(s.u, asked[i][0] * RATE, asked[i][1] * RATE), UNKNOT_OK);
            unknot_seek(s.u, at, UNKNOT_EXACT);
            assert_int_equal(unknot_read(s.u, block, 480), 480);
            for (int k = 0; k < 480; k++)
                if (block[2 * k] != (float)value((uint32_t)(at - RATE + k)) / 32768)
                    fail_msg("%d s of %d s: frame %lld is %g", asked[i][1], asked[i][0], (long long)(at + k), (double)block[2 * k]);
            unknot_seek(s.u, 0, UNKNOT_EXACT);
            unknot_read(s.u, block, 480);
        }
    }
    assert_int_equal(unknot_late_sounds(s.u), 0);
}

static void test_seeks(void **state)
{
    (void)state;
    srand(2);
    for (int i = 0; i < 30; i++) {
        int64_t at = RATE + (int64_t)((double)rand() / RAND_MAX * (LONG_S - 1) * RATE);
        float *part = studio_read(s.u, at, at + 1000, 100);
        for (int k = 0; k < 1000; k++)
            assert_true(part[2 * k] == (float)value((uint32_t)(at - RATE + k)) / 32768);
        free(part);
    }
}

static void test_loop(void **state)
{
    (void)state;
    assert_loads(&s, "loop", "return { title = 'Loop', play = function()\n"
                             "  bed { kind = 'loop', file = 'short.wav', db = 0, fade_in = 0 } wait(20) end }");
    float *sound = studio_read(s.u, 0, 18 * RATE, 4096);
    /* no seam is a step: the second difference stays that of a 10 Hz sine at equal power, far below a click's */
    double most = 0;
    for (int64_t i = 2; i < 18 * RATE; i++)
        most = fmax(most, fabs((double)sound[2 * i] - 2 * (double)sound[2 * i - 2] + (double)sound[2 * i - 4]));
    assert_true(most < 2e-4);
    float *late = studio_read(s.u, 17 * RATE, 18 * RATE, 4096);
    assert_int_equal(studio_difference(sound + 17 * RATE * 2, late, RATE), -1);
    free(sound);
    free(late);
    /* and one longer than what is kept: over its seam */
    assert_loads(&s, "loop", "return { title = 'Loop', play = function()\n"
                             "  bed { kind = 'loop', file = 'long.wav', db = 0, fade_in = 0 } wait(900) end }");
    free(studio_read(s.u, (LONG_S - 5) * RATE, (LONG_S + 60) * RATE, 4096));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_and_bounded),
        cmocka_unit_test(test_asked_for_far_ahead),
        cmocka_unit_test(test_seeks),
        cmocka_unit_test(test_loop),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
