/* sink-pipe with a named pipe: what its reader gets, and what happens while there is none. */
#include "sinks.h"

#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>

#define RATE 48000
#define LEAD 4801 /* frames before the first: the bait, and a tenth of a second of silence */
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

static void make_pipe(const struct room *room, char path[160])
{
    snprintf(path, 160, "%s", in_room(room, "pipe"));
    assert_int_equal(mkfifo(path, 0600), 0);
}

static int open_fifo(struct uk_sink **s, const char *target, struct uk_message *m)
{
    struct unknot_sink_format format = {.size = sizeof format, .rate = RATE};
    return uk_sink_open(s, &places, "pipe", target, &format, NULL, m);
}

/* Reads into a file as a sound device would: `bytes` each 20 ms, whatever is there. */
static pid_t start_reader(const struct room *room, const char *name, size_t bytes)
{
    char in[200], out[200], piece[65536];
    snprintf(in, sizeof in, "%s", in_room(room, "pipe"));
    snprintf(out, sizeof out, "%s", in_room(room, name));
    pid_t parent = getpid(), pid = fork();
    assert_true(pid >= 0);
    if (pid > 0)
        return pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int from = open(in, O_RDONLY | O_NONBLOCK | O_CLOEXEC), to = open(out, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    while (getppid() == parent) {
        ssize_t n = read(from, piece, bytes);
        if (n > 0 && write(to, piece, (size_t)n) != n)
            break;
        usleep(20000);
    }
    _exit(1);
}

static void end_reader(pid_t pid)
{
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static void assert_open(struct uk_sink **s, const char *target)
{
    struct uk_message m = {""};
    if (open_fifo(s, target, &m))
        fail_msg("%s", m.text);
}

static struct unknot_sink_health health_of(struct uk_sink *s)
{
    struct unknot_sink_health h;
    uk_sink_health(s, &h);
    return h;
}

/* Where known frames `from` to `to` are in the bytes, as one piece; -1: nowhere. */
static long find_known(const char *bytes, size_t n, uint32_t from, uint32_t to)
{
    int16_t *want = known_sound(from, to - from);
    const char *at = memmem(bytes, n, want, (size_t)(to - from) * 4);
    free(want);
    return at ? (at - bytes) / 4 : -1;
}

static void reads_all(const struct room *room, size_t piece, int capacity)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    char path[160];
    make_pipe(room, path);
    int end = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    assert_true(fcntl(end, F_SETPIPE_SZ, capacity) > 0);
    pid_t reader = start_reader(room, "got", piece);
    assert_open(&s, path);
    int status = write_known(s, 0, RATE / 2, &m);
    if (!status)
        status = uk_sink_finish(s, &m);
    struct unknot_sink_health h = health_of(s);
    uk_sink_close(s);
    end_reader(reader);
    close(end);
    if (status)
        fail_msg("%s", m.text);
    size_t n;
    char *got = read_whole(in_room(room, "got"), &n);
    assert_true(find_known(got, n, 0, RATE / 2) > 0);
    assert_int_equal(n % 4, 0);
    assert_int_equal(h.away, 0);
    free(got);
}

/* As Snapcast's server reads, at 48,000 frames a second: nothing is missing, and nothing in between. */
static void test_all_of_it_arrives(void **state)
{
    reads_all(*state, 3840, 65536);
}

static void test_a_reader_in_a_hurry(void **state)
{
    int64_t start = uk_clock_ns();
    reads_all(*state, 65536, 65536);
    assert_true(seconds_since(start) > 0.25); /* a 50th faster than the clock, and what may be ahead */
}

static void test_a_small_pipe(void **state)
{
    reads_all(*state, 3840, 4096);
}

static void test_what_is_held_is_told(void **state)
{
    static const char *const behind[] = {"", ",1.5"};
    struct uk_message m = {""};
    struct room *room = *state;
    char path[160];
    make_pipe(room, path);
    char target[300];
    for (int i = 0; i < 2; i++) {
        struct uk_sink *s = NULL;
        int most = 0, bytes = 0;
        pid_t reader = start_reader(room, "got", 3840);
        snprintf(target, sizeof target, "%s%s", path, behind[i]);
        int look = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
        assert_open(&s, target);
        for (uint32_t at = 0; at < RATE / 2; at += 2400) {
            assert_int_equal(write_known(s, at, 2400, &m), UNKNOT_OK);
            assert_int_equal(ioctl(look, FIONREAD, &bytes), 0);
            most = bytes > most ? bytes : most;
        }
        int64_t told = uk_sink_latency(s) - i * RATE * 3 / 2;
        uk_sink_close(s);
        assert_int_equal(ioctl(look, FIONREAD, &bytes), 0);
        end_reader(reader);
        close(look);
        assert_true(most > 4 * 2400 && most <= 4 * 4800);
        assert_true(told > 2400 && told <= 4800);
        assert_int_equal(bytes, 0); /* without finish, what was left is dropped */
    }
}

/* Time goes on without a reader, at the pace of a clock; one that comes back hears what is now, from its first frame on. */
static void test_the_reader_goes_and_comes(void **state)
{
    struct uk_message m = {""};
    struct room *room = *state;
    struct uk_sink *s = NULL;
    char path[160];
    make_pipe(room, path);
    pid_t reader = start_reader(room, "before", 3840);
    assert_open(&s, path);
    assert_int_equal(write_known(s, 0, RATE / 4, &m), UNKNOT_OK);
    end_reader(reader);
    int64_t start = uk_clock_ns();
    uint32_t at = RATE / 4;
    for (; !health_of(s).away && seconds_since(start) < 5; at += 240)
        assert_int_equal(write_known(s, at, 240, &m), UNKNOT_OK);
    assert_true(seconds_since(start) < 2);
    assert_non_null(strstr(health_of(s).why, path));
    start = uk_clock_ns();
    assert_int_equal(write_known(s, at, RATE / 2, &m), UNKNOT_OK);
    double took = seconds_since(start);
    assert_true(took > 0.4 && took < 1);
    at += RATE / 2;
    reader = start_reader(room, "after", 3840);
    for (start = uk_clock_ns(); health_of(s).away && seconds_since(start) < 5; at += 240)
        assert_int_equal(write_known(s, at, 240, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, at, RATE / 4, &m), UNKNOT_OK);
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
    uk_sink_close(s);
    end_reader(reader);
    size_t n;
    char *got = read_whole(in_room(room, "after"), &n);
    long found = find_known(got, n, at, at + RATE / 4);
    assert_true(found >= LEAD && found <= LEAD + 240);
    free(got);
}

static void test_nobody_is_there(void **state)
{
    struct uk_message none = {""}, no_pipe = {""}, file = {""};
    struct room *room = *state;
    struct uk_sink *s = NULL;
    char path[160];
    make_pipe(room, path);
    int64_t start = uk_clock_ns();
    assert_int_equal(open_fifo(&s, path, &none), UNKNOT_NO_DEVICE);
    assert_true(seconds_since(start) < 2);
    assert_non_null(strstr(none.text, "nobody reads the pipe"));
    unlink(path);
    assert_int_equal(open_fifo(&s, path, &no_pipe), UNKNOT_NO_DEVICE);
    assert_non_null(strstr(no_pipe.text, "there is no pipe"));
    assert_int_equal(open_fifo(&s, room->folder, &file), UNKNOT_BAD_ARGUMENT);
    assert_non_null(strstr(file.text, "is no named pipe"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_all_of_it_arrives),
        TEST(test_a_reader_in_a_hurry),
        TEST(test_a_small_pipe),
        TEST(test_what_is_held_is_told),
        TEST(test_the_reader_goes_and_comes),
        TEST(test_nobody_is_there),
    };
    return cmocka_run_group_tests_name("fifo", tests, NULL, NULL);
}
