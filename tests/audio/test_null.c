/* sink-null: its pace, and that it misbehaves exactly as told. */
#include "sinks.h"

static int open_null(struct uk_sink **s, const char *target, struct uk_message *m)
{
    struct unknot_sink_format format = {.size = sizeof format, .rate = 48000};
    return uk_sink_open(s, &places, "null", target, &format, NULL, m);
}

static void must_open(struct uk_sink **s, const char *target)
{
    struct uk_message m = {""};
    if (open_null(s, target, &m))
        fail_msg("%s", m.text);
}

static void test_real_time(void **state)
{
    static const char *const targets[] = {"", "realtime"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        must_open(&s, targets[i]);
        int64_t start = uk_clock_ns();
        for (int k = 0; k < 10; k++) {
            assert_int_equal(write_known(s, 0, 1440, &m), UNKNOT_OK);
            assert_in_range(uk_sink_latency(s), 0, 480);
        }
        assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
        /* 0.3 s of sound: never early; how late is the machine's affair */
        assert_true(seconds_since(start) >= 0.3);
        assert_int_equal(uk_sink_latency(s), 0);
        uk_sink_close(s);
    }
}

static void test_fast(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    (void)state;
    must_open(&s, "fast");
    int64_t start = uk_clock_ns();
    for (int i = 0; i < 1000; i++)
        assert_int_equal(uk_sink_write(s, "", 480000, &m), 480000); /* 10,000 s */
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
    assert_true(seconds_since(start) < 5);
    uk_sink_close(s);
}

static void test_late(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    (void)state;
    must_open(&s, "fast,late");
    int64_t start = uk_clock_ns();
    assert_int_equal(uk_sink_write(s, "", 480, &m), 480);
    assert_true(seconds_since(start) >= 0.15);
    uk_sink_close(s);
}

static void test_stuck(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    (void)state;
    must_open(&s, "stuck");
    int64_t start = uk_clock_ns();
    assert_int_equal(uk_sink_write(s, "", 480, &m), 0);
    assert_true(seconds_since(start) >= 0.1);
    uk_sink_close(s);
}

static void test_lost(void **state)
{
    static const struct {
        const char *target;
        int64_t frames;
    } cases[] = {{"fast,lost:0.5", 24000}, {"lost,fast", 48000}, {"fast,lost:0", 0}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        int64_t written = 0;
        int32_t n;
        must_open(&s, cases[i].target);
        while ((n = uk_sink_write(s, "", 480, &m)) > 0)
            written += n;
        assert_int_equal(n, UNKNOT_NO_DEVICE);
        assert_string_equal(m.text, "the sound device 'null' went away, as it was told to");
        assert_int_equal(written, cases[i].frames);
        uk_sink_close(s);
    }
}

static void test_away_and_back(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct unknot_sink_health health;
    (void)state;
    must_open(&s, "fast,lost:0.5,away:2");
    for (int64_t written = 0; written < 200 * 960; written += 960) {
        assert_int_equal(uk_sink_write(s, "", 960, &m), 960);
        uk_sink_health(s, &health);
        bool away = written >= 24000 && written < 24000 + 96000;
        assert_int_equal(health.away, away);
        assert_string_equal(health.why, away ? "the sound device 'null' went away, as it was told to, and will be back" : "");
        assert_int_equal(health.dropouts, written >= 24000);
    }
    uk_sink_close(s);
}

static void test_frames_that_come_too_late_are_counted(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct unknot_sink_health health;
    (void)state;
    must_open(&s, "late");
    for (int i = 0; i < 3; i++)
        assert_int_equal(uk_sink_write(s, "", 480, &m), 480);
    uk_sink_health(s, &health);
    assert_int_equal(health.dropouts, 2);
    uk_sink_close(s);
}

static void test_unknown_words_are_said(void **state)
{
    static const char *const targets[] = {"slow", "fast,slow", "lost:", "lost:x", "lost:-1", "lost:nan", "fastest", "away:x", "away:-1"};
    (void)state;
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        assert_int_equal(open_null(&s, targets[i], &m), UNKNOT_BAD_ARGUMENT);
        assert_says(&m, "it takes realtime, fast, late, stuck, instead, lost:SECONDS and away:SECONDS");
        assert_null(s);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_real_time), TEST(test_fast), TEST(test_late), TEST(test_stuck), TEST(test_lost), TEST(test_away_and_back),
        TEST(test_frames_that_come_too_late_are_counted), TEST(test_unknown_words_are_said),
    };
    return cmocka_run_group_tests_name("null", tests, NULL, NULL);
}
