/* Sound servers that die, come back and hang under a session: it keeps its place and its manners. Skipped where there are none.
 *
 *     test_audio_device_servers 20     as often as that, by hand
 */
#include "servers.h"

#include <sched.h>
#include <sys/mount.h>

#define NOTICE_LIMIT_S 4.0 /* 0.5 s, but 3 s in a device's first 3 s */
#define RETURN_LIMIT_S 3.0

struct kind {
    const char *name;
    bool (*is_there)(void);
    void (*up)(struct server *v, struct session *s);
};

static const struct kind pulse = {"pulse", pulse_is_there, pulse_up};
static const struct kind pipewire = {"pipewire", pipewire_is_there, pipewire_up};

struct worst {
    double noticed_s, heard_s;
};

static void fall_and_rise(const struct kind *kind, struct server *v, struct session *s, struct worst *w)
{
    server_killed(v);
    double noticed = until_away(s, true, NOTICE_LIMIT_S);
    go_on(s, 0.5);
    kind->up(v, s);
    int64_t back = uk_clock_ns();
    until_away(s, false, RETURN_LIMIT_S);
    while (sounding(v->room) < 0)
        if (seconds_since(back) > RETURN_LIMIT_S)
            fail_msg("still silence %.1f s after its return", RETURN_LIMIT_S);
        else
            step(s);
    w->noticed_s = fmax(w->noticed_s, noticed);
    w->heard_s = fmax(w->heard_s, seconds_since(back));
    go_on(s, 1);
}

static void killed_and_restarted(struct room *room, const struct kind *kind, int times)
{
    struct server v = {.room = room};
    struct session s;
    struct worst worst = {0, 0};
    if (!kind->is_there())
        skip();
    use_device(room, kind->name);
    kind->up(&v, NULL);
    session_open(&s, "");
    go_on(&s, 3.2);
    double before = behind(&s, room);
    for (int i = 0; i < times; i++)
        fall_and_rise(kind, &v, &s, &worst);
    double slip = behind(&s, room) - before, clock = seconds_since(s.start_ns) - (double)s.written / 48000;
    print_message("%s killed %d times: noticed within %.0f ms, heard within %.0f ms of its return, then %.0f ms late (by the clock %.0f)\n",
                  kind->name, times, worst.noticed_s * 1e3, worst.heard_s * 1e3, slip * 1e3, clock * 1e3);
    assert_int_equal(s.health.away, 0);
    assert_true(fabs(slip) < 1 && fabs(clock) < 1);
    session_finish(&s);
    server_down(&v);
}

/* A server that hangs is not waited for: not by write(), and not at the end. */
static void stopped(struct room *room, const struct kind *kind, bool noticed)
{
    struct server v = {.room = room};
    struct session s;
    if (!kind->is_there())
        skip();
    use_device(room, kind->name);
    kind->up(&v, NULL);
    session_open(&s, "");
    go_on(&s, 3.2);
    kill(v.main, SIGSTOP);
    if (noticed) {
        double away = until_away(&s, true, NOTICE_LIMIT_S);
        int64_t written = s.written, start = uk_clock_ns();
        go_on(&s, 1.5);
        assert_true(fabs((double)(s.written - written) / 48000 - seconds_since(start)) < 0.8);
        kill(v.main, SIGCONT);
        double back = until_away(&s, false, RETURN_LIMIT_S);
        print_message("%s stopped: noticed after %.0f ms, back %.0f ms after it goes on\n", kind->name, away * 1e3, back * 1e3);
        kill(v.main, SIGSTOP);
        until_away(&s, true, NOTICE_LIMIT_S);
        go_on(&s, 0.5); /* a new try hangs, too */
    }
    int64_t start = uk_clock_ns();
    session_finish(&s);
    print_message("%s stopped: finish and close took %.0f ms\n", kind->name, seconds_since(start) * 1e3);
    assert_true(seconds_since(start) < 1.9);
    kill(v.main, SIGCONT);
    server_down(&v);
}

static int times = 2;

static void test_pulse_is_killed_and_restarted(void **state)
{
    killed_and_restarted(*state, &pulse, times);
}

static void test_pipewire_is_killed_and_restarted(void **state)
{
    killed_and_restarted(*state, &pipewire, times);
}

static void test_pulse_is_stopped(void **state)
{
    stopped(*state, &pulse, true);
    stopped(*state, &pulse, false);
}

static void test_pipewire_is_stopped(void **state)
{
    stopped(*state, &pipewire, true);
}

/* libjack comes with PortAudio; nojack.c keeps it from seeing a server, and so from hanging or aborting when that dies. */
static void test_jackd_is_not_seen(void **state)
{
    const struct room *room = *state;
    struct server v = {.room = room};
    struct session s;
    struct uk_message m = {""};
    struct unknot_device d;
    /* what libjack leaves in /dev/shm is nobody else's business */
    if (!is_installed("jackd") || !is_installed("jack_lsp") || unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
        mount("unknot", "/dev/shm", "tmpfs", 0, NULL))
        skip();
    live_in(room);
    setenv("JACK_DEFAULT_SERVER", "unknot-test", 1);
    setenv("JACK_NO_START_SERVER", "1", 1);
    setenv("JACK_NO_AUDIO_RESERVATION", "1", 1);
    const char *const argv[] = {"jackd", "-n", "unknot-test", "-r", "-d", "dummy", NULL};
    v.main = spawn(room, argv);
    WAIT_UNTIL(system("jack_lsp > /dev/null 2>&1") == 0, (struct session *)NULL, "jackd");
    use_device(room, "paced");
    assert_int_equal(uk_sink_device(&places, "portaudio", 0, &d, &m), 1);
    assert_string_equal(d.name, "default");
    assert_int_equal(uk_sink_device(&places, "portaudio", 1, &d, &m), 0);
    session_open(&s, "");
    go_on(&s, 0.5);
    server_killed(&v);
    go_on(&s, 1);
    assert_int_equal(s.health.away, 0);
    int64_t start = uk_clock_ns();
    session_finish(&s);
    assert_true(seconds_since(start) < 1);
    assert_int_equal(umount("/dev/shm"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(test_pulse_is_killed_and_restarted),
        TEST(test_pulse_is_stopped),
        TEST(test_pipewire_is_killed_and_restarted),
        TEST(test_pipewire_is_stopped),
        TEST(test_jackd_is_not_seen),
    };
    if (argc > 1)
        times = atoi(argv[1]);
    if (!pulse_is_there() && !pipewire_is_there() && !is_installed("jackd"))
        return 77;
    return cmocka_run_group_tests_name("device_servers", tests, NULL, NULL);
}
