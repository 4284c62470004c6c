/* Outputs that sleep swallow what comes first: it is silence, by the kind of device, and then comes frame 0. */
#include "session_by_clock.h"

#include <signal.h>

/* PortAudio's own silence at the start: the device's half of the latency and a period. */
#define OWN_FRAMES 6000

/* Frames of silence from `at` on. */
static size_t silence_at(const int16_t *frames, size_t count, size_t at)
{
    size_t i = at;
    while (i < count && frames[2 * i] == 0 && frames[2 * i + 1] == 0)
        i++;
    return i - at;
}

static void test_the_first_word_is_whole(void **state)
{
    static const struct {
        const char *device;
        double lead_s;
    } cases[] = {{"default", 0}, {"usb-headphones", 0.3}, {"vc4hdmi", 1}, {"bluez-speaker", 1.5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session s;
        size_t bytes;
        use_device(*state, "sleepers");
        unlink(in_room(*state, "out.raw"));
        session_open(&s, cases[i].device);
        int64_t start = uk_clock_ns();
        while (s.written < 12000)
            step(&s);
        session_finish(&s);
        assert_true(seconds_since(start) > cases[i].lead_s + 0.25);
        int16_t *frames = (int16_t *)(void *)read_whole(in_room(*state, "out.raw"), &bytes);
        size_t first = silence_at(frames, bytes / 4, 0);
        assert_int_equal(first, OWN_FRAMES + (size_t)(cases[i].lead_s * 48000));
        for (int64_t n = 0; n < s.written; n++) {
            int16_t want[2];
            known_frame(n, want);
            assert_memory_equal(frames + 2 * (first + (size_t)n), want, sizeof want);
        }
        free(frames);
    }
}

/* What it sleeps through then is the time that passes anyway: the session does not wait. */
static void test_a_sleeper_that_comes_back_is_woken_again(void **state)
{
    struct session s;
    size_t bytes;
    use_device(*state, "sleepers");
    session_open(&s, "vc4hdmi");
    go_on(&s, 1.5);
    assert_int_equal(kill(child_of(getpid()), SIGKILL), 0);
    until_away(&s, true, 1);
    int64_t start = uk_clock_ns(), written = s.written;
    double back = until_away(&s, false, 4);
    assert_true(back > 1);
    assert_true(fabs((double)(s.written - written) / 48000 - seconds_since(start)) < 0.3);
    go_on(&s, 0.3);
    session_finish(&s);
    int16_t *frames = (int16_t *)(void *)read_whole(in_room(*state, "out.raw"), &bytes);
    size_t sound = silence_at(frames, bytes / 4, 0);
    while (sound < bytes / 4 && frames[2 * sound + 1] != 0)
        sound++;
    size_t silence = silence_at(frames, bytes / 4, sound);
    assert_true(sound + silence < bytes / 4);
    assert_in_range(silence, 48000 + OWN_FRAMES, 48000 + 6 * OWN_FRAMES);
    free(frames);
}

/* A pause is silence that is handed over: the device is kept awake by it, and nothing takes it for a loss. */
static void test_silence_flows_on_in_a_pause(void **state)
{
    static const int16_t silence[2 * 480];
    struct session s;
    use_device(*state, "sleepers");
    session_open(&s, "");
    go_on(&s, 0.2);
    pid_t helper = child_of(getpid());
    int64_t start = uk_clock_ns();
    for (int64_t handed = 0; handed < 4 * 48000;) {
        int32_t n = uk_sink_write(s.sink, silence, 480, &s.message);
        assert_true(n >= 0);
        handed += n;
    }
    assert_true(seconds_since(start) > 3.5);
    uk_sink_health(s.sink, &s.health);
    assert_int_equal(s.health.away, 0);
    assert_int_equal(s.health.dropouts, 0);
    assert_int_equal(child_of(getpid()), helper);
    assert_in_range(uk_sink_latency(s.sink), 1, 48000 / 3);
    assert_int_equal(uk_sink_finish(s.sink, &s.message), UNKNOT_OK);
    uk_sink_close(s.sink);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_the_first_word_is_whole),
        TEST(test_a_sleeper_that_comes_back_is_woken_again),
        TEST(test_silence_flows_on_in_a_pause),
    };
    return cmocka_run_group_tests_name("device_lead", tests, NULL, NULL);
}
