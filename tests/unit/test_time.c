#include "check.h"

#include "base/time.h"

#include <math.h>

static const uint32_t rates[] = {8000, 22050, 44100, 48000, 96000, 192000, 384000};

static void test_frames(void **state)
{
    (void)state;
    assert_int_equal(uk_frames_from_ns(0, 48000), 0);
    assert_int_equal(uk_frames_from_ns(UK_NS_PER_S, 48000), 48000);
    assert_int_equal(uk_frames_from_ns(10416, 48000), 0); /* just under half a frame */
    assert_int_equal(uk_frames_from_ns(10417, 48000), 1);
    assert_int_equal(uk_frames_from_ns(26 * 3600 * UK_NS_PER_S + 1, 48000), INT64_C(26) * 3600 * 48000);
    assert_int_equal(uk_frames_from_ns(UK_LAST_NS, 384000), INT64_C(30) * 3600 * 384000);
}

/* A frame's own time leads back to it, at every rate, up to the end of all time. */
static void test_round_trip(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rates / sizeof *rates; r++) {
        int64_t last = (int64_t)30 * 3600 * rates[r], step = last / 9973;
        for (int64_t frame = 0; frame < last; frame += step) {
            int64_t ns = uk_ns_from_frames(frame, rates[r]);
            if (uk_frames_from_ns(ns, rates[r]) != frame)
                fail_msg("frame %lld at %u", (long long)frame, rates[r]);
            assert_true(ns * (double)rates[r] >= (double)frame * 1e9 - 1e6);
        }
    }
}

/* Rests of 1/7 s: rounding each would be wrong by many frames, rounding the points is never off. */
static void test_nothing_adds_up(void **state)
{
    (void)state;
    int64_t ns = 0, step = uk_ns_from_seconds(1.0 / 7);
    for (int i = 1; i <= 600000; i++) {
        ns += step;
        double exact = (double)ns * 48000 / 1e9;
        assert_true(fabs((double)uk_frames_from_ns(ns, 48000) - exact) <= 0.5 + 1e-6);
    }
}

static void test_seconds(void **state)
{
    (void)state;
    assert_int_equal(uk_ns_from_seconds(0.1), 100000000);
    assert_int_equal(uk_ns_from_seconds(5.5), 5500000000);
    assert_int_equal(uk_ns_from_seconds(-1), -1);
    assert_int_equal(uk_ns_from_seconds(NAN), -1);
    assert_int_equal(uk_ns_from_seconds(INFINITY), -1);
    assert_int_equal(uk_ns_from_seconds(1e9), -1);
}

static void test_text(void **state)
{
    (void)state;
    char out[16];
    assert_string_equal(uk_time_text(out, sizeof out, 0), "0:00");
    assert_string_equal(uk_time_text(out, sizeof out, 65999999999), "1:05");
    assert_string_equal(uk_time_text(out, sizeof out, 3723 * UK_NS_PER_S), "1:02:03");
    assert_string_equal(uk_time_text(out, sizeof out, UK_LAST_NS), "30:00:00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frames),          cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_nothing_adds_up), cmocka_unit_test(test_seconds),
        cmocka_unit_test(test_text),
    };
    return RUN(tests);
}
