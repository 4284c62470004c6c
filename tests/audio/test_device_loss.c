/* A device that goes away, in each of the ways that were seen: sink-portaudio says so in time, and leaves nothing behind. */
#include "devices.h"

#include <dirent.h>
#include <signal.h>

/* After the first 3 s a silent callback is a lost device within 0.5 s; the rest is for a busy machine. */
#define FIRST_S 3.2
#define LIMIT_S 1.0
#define EARLY_LIMIT_S 4.0

/* Writes until it fails; returns how long that took. */
static double write_until_lost(struct uk_sink *s, double limit_s, struct uk_message *m)
{
    static const int16_t silence[2 * 480];
    int64_t start = uk_clock_ns();
    int32_t n = 0;
    while (n >= 0 && seconds_since(start) < limit_s)
        n = uk_sink_write(s, silence, 480, m);
    if (n >= 0)
        fail_msg("the loss was not noticed in %.1f s", limit_s);
    assert_int_equal(n, UNKNOT_NO_DEVICE);
    return seconds_since(start);
}

static void lose(struct room *room, const char *word, double after_s, double limit_s)
{
    static const int16_t silence[2 * 480];
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(room, "paced");
    if (open_device(&s, "", 48000, 0, &m))
        fail_msg("%s", m.text);
    for (int64_t start = uk_clock_ns(); seconds_since(start) < after_s;)
        if (uk_sink_write(s, silence, 480, &m) < 0)
            fail_msg("%s", m.text);
    tell_device(room, word);
    double took = write_until_lost(s, limit_s, &m);
    assert_string_equal(m.text, "the sound device 'default' went away: plug it in again, or choose another ('unknot devices' lists them)");
    /* it stays lost, and closing has nothing to wait for */
    assert_int_equal(uk_sink_write(s, silence, 480, &m), UNKNOT_NO_DEVICE);
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_NO_DEVICE);
    assert_int_equal(uk_sink_latency(s), 0);
    int64_t start = uk_clock_ns();
    uk_sink_close(s);
    assert_true(seconds_since(start) < 0.2);
    print_message("%s: noticed after %.0f ms\n", word, took * 1e3);
}

static void test_unplugged(void **state)
{
    lose(*state, "unplug", FIRST_S, LIMIT_S);
}

static void test_sound_server_died(void **state)
{
    lose(*state, "vanish", FIRST_S, LIMIT_S);
}

static void test_device_stands_still(void **state)
{
    lose(*state, "stall", FIRST_S, LIMIT_S);
}

static void test_unplugged_at_once(void **state)
{
    lose(*state, "unplug", 0.3, EARLY_LIMIT_S);
}

static void test_lost_while_finishing(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(*state, "paced");
    assert_int_equal(open_device(&s, "", 48000, 2, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, 40000, &m), UNKNOT_OK);
    tell_device(*state, "stall");
    int64_t start = uk_clock_ns();
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_NO_DEVICE);
    assert_true(seconds_since(start) < EARLY_LIMIT_S);
    assert_says(&m, "went away");
    uk_sink_close(s);
}

/* The first child of process `parent`, 0: none. */
static pid_t child_of(pid_t parent)
{
    char path[64];
    int child = 0;
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)parent, (int)parent);
    FILE *f = fopen(path, "re");
    assert_non_null(f);
    if (fscanf(f, "%d", &child) != 1)
        child = 0;
    fclose(f);
    return child;
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
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(*state, "paced");
    assert_int_equal(open_device(&s, "", 48000, 0, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, 20000, &m), UNKNOT_OK);
    assert_int_equal(kill(child_of(getpid()), SIGKILL), 0);
    write_until_lost(s, LIMIT_S, &m);
    assert_says(&m, "the sound device 'default' went away");
    uk_sink_close(s);
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
        TEST(test_unplugged_at_once),
        TEST(test_lost_while_finishing),
        TEST(test_helper_killed),
        TEST(test_host_killed),
    };
    return cmocka_run_group_tests_name("device_loss", tests, NULL, NULL);
}
