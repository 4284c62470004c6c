/* A device that goes away, in each of the ways that were seen, and comes back: the session keeps its place, and nothing is left behind. */
#include "session_by_clock.h"

#include <dirent.h>
#include <signal.h>

/* After the first 3 s a silent callback is a lost device within 0.5 s; the rest is for a busy machine. */
#define FIRST_S 3.2
#define LIMIT_S 1.0
#define EARLY_LIMIT_S 4.0
#define BACK_LIMIT_S 1.5 /* 0.6 where nothing else runs */

/* From first to last, the recording's frames since the last silence of 50 ms, after the fade-in: no frame missing, none doubled. */
static void assert_unbroken_since_silence(const struct room *room, int64_t last)
{
    size_t bytes;
    int16_t *frames = (int16_t *)(void *)read_whole(in_room(room, "out.raw"), &bytes);
    size_t end = bytes / 4, fade = 2400;
    while (end > 0 && frames[2 * end - 2] == 0 && frames[2 * end - 1] == 0)
        end--;
    size_t start = end;
    for (size_t silent = 0; start > 0 && silent < 2400; start--)
        silent = frames[2 * start - 1] == 0 ? silent + 1 : 0;
    start += 2400;
    assert_true(end > start + 2 * fade);
    int64_t first = last - (int64_t)(end - start);
    for (size_t i = 1; i < end - start; i++) {
        int16_t want[2];
        known_frame(first + (int64_t)i, want);
        if (i < fade ? abs(frames[2 * (start + i) + 1]) > abs(want[1]) : memcmp(frames + 2 * (start + i), want, sizeof want) != 0)
            fail_msg("frame %lld is %d %d", (long long)(first + (int64_t)i), frames[2 * (start + i)], frames[2 * (start + i) + 1]);
    }
    assert_true(abs(frames[2 * (start + 100) + 1]) < 0x1000); /* it does fade in */
    free(frames);
}

/* The device misbehaves by `word` after `after_s`, is busy for a while if `busy`, and works again. */
static void lose(struct room *room, const char *word, double after_s, double limit_s, bool busy)
{
    struct session s;
    use_device(room, "paced");
    tell_device(room, "run");
    session_open(&s, "");
    go_on(&s, after_s);
    double before = behind(&s, room);
    tell_device(room, word);
    double noticed = until_away(&s, true, limit_s);
    assert_string_equal(s.health.why, "the sound device 'default' went away: the session goes on in silence until it is back");
    assert_int_equal(s.health.dropouts, 1);
    go_on(&s, 0.8);
    if (busy) {
        tell_device(room, "busy");
        go_on(&s, 2.2); /* long enough to make good for a loss that is noticed after 3 s */
    }
    assert_int_equal(s.health.away, 1);
    tell_device(room, "run");
    double back = until_away(&s, false, BACK_LIMIT_S);
    assert_string_equal(s.health.why, "");
    assert_int_equal(s.health.dropouts, 1);
    int64_t start = uk_clock_ns();
    while (sounding(room) < 0 && seconds_since(start) < LIMIT_S)
        step(&s);
    double heard = back + seconds_since(start);
    go_on(&s, 0.3);
    double slip = behind(&s, room) - before;
    session_finish(&s);
    assert_unbroken_since_silence(room, s.written);
    print_message("%s: noticed after %.0f ms, heard again %.0f ms after it was back, %.0f ms late\n", word, noticed * 1e3, heard * 1e3,
                  slip * 1e3);
    assert_true(slip > -0.1 && slip < 0.3);
}

static void test_unplugged(void **state)
{
    lose(*state, "unplug", FIRST_S, LIMIT_S, false);
}

static void test_sound_server_died(void **state)
{
    lose(*state, "vanish", FIRST_S, LIMIT_S, false);
}

static void test_device_stands_still(void **state)
{
    lose(*state, "stall", FIRST_S, LIMIT_S, false);
}

static void test_unplugged_at_once_and_then_held_by_another_program(void **state)
{
    lose(*state, "unplug", 0.3, EARLY_LIMIT_S, true);
}

/* Not a loss: the device makes a pause, and not a frame is missing. */
static void test_under_run(void **state)
{
    struct session s;
    size_t bytes, missing = 0;
    use_device(*state, "paced");
    tell_device(*state, "run");
    session_open(&s, "");
    go_on(&s, 0.5);
    tell_device(*state, "xrun");
    go_on(&s, 0.5);
    assert_int_equal(s.health.away, 0);
    assert_int_equal(s.health.dropouts, 1);
    session_finish(&s);
    int16_t *frames = (int16_t *)(void *)read_whole(in_room(*state, "out.raw"), &bytes);
    int64_t next = 0;
    for (size_t i = 0; i < bytes / 4; i++) {
        if (frames[2 * i + 1] == 0)
            missing += next > 0 && next < s.written;
        else
            assert_int_equal(known_position(frames + 2 * i), next++);
    }
    assert_int_equal(next, s.written);
    assert_true(missing > 0);
    free(frames);
}

/* A host that stands still while the device is away (a stopped terminal) is not owed the time. */
static void test_no_burst_after_a_stop(void **state)
{
    struct session s;
    use_device(*state, "paced");
    tell_device(*state, "run");
    session_open(&s, "");
    go_on(&s, 0.3);
    tell_device(*state, "unplug");
    assert_int_equal(kill(child_of(getpid()), SIGKILL), 0);
    until_away(&s, true, LIMIT_S);
    sleep(1);
    int64_t written = s.written, start = uk_clock_ns();
    go_on(&s, 0.2);
    assert_true(s.written - written < (int64_t)((seconds_since(start) + 0.4) * 48000));
    start = uk_clock_ns();
    session_finish(&s);
    assert_true(seconds_since(start) < 1.5);
}

static void test_lost_while_finishing(void **state)
{
    struct session s;
    use_device(*state, "paced");
    tell_device(*state, "run");
    session_open(&s, "");
    go_on(&s, 0.5);
    tell_device(*state, "stall");
    int64_t start = uk_clock_ns();
    session_finish(&s);
    double took = seconds_since(start);
    print_message("finish and close took %.0f ms\n", took * 1e3);
    assert_true(took < 1.9);
}

/* It opens, and then takes nothing: there is no use in waiting for it. */
static void test_a_device_that_never_plays(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(*state, "paced");
    tell_device(*state, "stall");
    assert_int_equal(open_device(&s, "", 48000, 0, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, 4000, &m), UNKNOT_OK);
    int64_t start = uk_clock_ns();
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_NO_DEVICE);
    assert_true(seconds_since(start) < 1.9);
    assert_says(&m, "the sound device 'default' takes no sound: choose another");
    uk_sink_close(s);
}

static bool runs(pid_t pid)
{
    char path[64], mark = 'X';
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *f = fopen(path, "re");
    if (f && fscanf(f, "%*d %*s %c", &mark) != 1)
        mark = 'X';
    if (f)
        fclose(f);
    return mark != 'X' && mark != 'Z';
}

static void test_helper_killed(void **state)
{
    struct session s;
    use_device(*state, "paced");
    tell_device(*state, "run");
    session_open(&s, "");
    go_on(&s, 0.4);
    assert_int_equal(kill(child_of(getpid()), SIGKILL), 0);
    assert_true(until_away(&s, true, LIMIT_S) < 0.3);
    double back = until_away(&s, false, BACK_LIMIT_S);
    print_message("helper killed: back after %.0f ms\n", back * 1e3);
    go_on(&s, 0.3);
    session_finish(&s);
    assert_unbroken_since_silence(*state, s.written);
}

/* However unknot ends, and whatever PortAudio is doing then: no unknot-audio stays. */
static void helper_ends_with_its_host(struct room *room, const char *word)
{
    int ends[2];
    pid_t helper = 0;
    use_device(room, "paced");
    tell_device(room, "run");
    assert_int_equal(pipe(ends), 0);
    pid_t host = fork();
    assert_true(host >= 0);
    if (host == 0) {
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        if (open_device(&s, "", 48000, 0, &m) || write_known(s, 0, 20000, &m))
            _exit(1);
        helper = child_of(getpid());
        if (write(ends[1], &helper, sizeof helper) < 0)
            _exit(1);
        for (;;)
            pause();
    }
    assert_int_equal(read(ends[0], &helper, sizeof helper), sizeof helper);
    close(ends[0]);
    close(ends[1]);
    assert_true(runs(helper));
    tell_device(room, word);
    usleep(100000);
    kill(host, SIGKILL);
    waitpid(host, NULL, 0);
    for (int64_t start = uk_clock_ns(); runs(helper);)
        if (seconds_since(start) > LIMIT_S)
            fail_msg("unknot-audio runs on when its host was killed (%s)", word);
}

static void test_host_killed(void **state)
{
    helper_ends_with_its_host(*state, "run");
    helper_ends_with_its_host(*state, "vanish"); /* PortAudio loops for ever then */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_unplugged),
        TEST(test_sound_server_died),
        TEST(test_device_stands_still),
        TEST(test_unplugged_at_once_and_then_held_by_another_program),
        TEST(test_under_run),
        TEST(test_no_burst_after_a_stop),
        TEST(test_lost_while_finishing),
        TEST(test_a_device_that_never_plays),
        TEST(test_helper_killed),
        TEST(test_host_killed),
    };
    return cmocka_run_group_tests_name("device_loss", tests, NULL, NULL);
}
