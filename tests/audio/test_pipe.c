/* sink-pipe: what a reader of stdout gets, and what happens when it reads slowly, or no more. */
#include "sinks.h"

#include <signal.h>

/* stdout is the write end of a pipe during a test. */
struct stdout_pipe {
    int read_end, old;
};

static struct stdout_pipe redirect(void)
{
    int ends[2];
    fflush(stdout);
    struct stdout_pipe p = {-1, fcntl(1, F_DUPFD_CLOEXEC, 3)};
    assert_true(p.old >= 0);
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    p.read_end = ends[0];
    assert_int_equal(dup2(ends[1], 1), 1);
    close(ends[1]);
    return p;
}

static void restore(struct stdout_pipe *p)
{
    dup2(p->old, 1);
    close(p->old);
    if (p->read_end >= 0)
        close(p->read_end);
}

static int open_pipe(struct uk_sink **s, const char *target, struct uk_message *m)
{
    struct unknot_sink_format format = {.size = sizeof format, .rate = 48000};
    int status = uk_sink_open(s, &places, "pipe", target, &format, NULL, m);
    if (!status)
        assert_int_equal(format.sample_format, UNKNOT_S16);
    return status;
}

/* Copies a pipe to a file in a process of its own, `pause_ms` after each piece. */
static pid_t start_reader(struct stdout_pipe *p, const char *path, int pause_ms)
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        char bytes[8192];
        ssize_t n;
        int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        close(1);
        while ((n = read(p->read_end, bytes, sizeof bytes)) > 0) {
            if (write(out, bytes, (size_t)n) != n)
                _exit(1);
            usleep((useconds_t)pause_ms * 1000);
        }
        _exit(n != 0);
    }
    close(p->read_end);
    p->read_end = -1;
    return pid;
}

static char *send_known(struct room *room, const char *target, uint32_t frames, int pause_ms, bool nonblocking, size_t *n)
{
    const char *path = in_room(room, "got");
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct stdout_pipe p = redirect();
    if (nonblocking)
        fcntl(1, F_SETFL, fcntl(1, F_GETFL) | O_NONBLOCK);
    pid_t reader = start_reader(&p, path, pause_ms);
    int status = open_pipe(&s, target, &m);
    if (!status)
        status = write_known(s, 0, frames, &m);
    if (!status)
        status = uk_sink_finish(s, &m);
    uk_sink_close(s);
    restore(&p);
    int end = -1;
    waitpid(reader, &end, 0);
    if (status)
        fail_msg("%s", m.text);
    assert_int_equal(end, 0);
    return read_whole(path, n);
}

static void assert_sent(char *bytes, size_t n, uint32_t frames)
{
    int16_t *want = known_sound(0, frames);
    assert_int_equal(n, frames * 4);
    assert_memory_equal(bytes, want, n);
    free(want);
}

static void test_raw(void **state)
{
    size_t n;
    char *bytes = send_known(*state, "raw", 100000, 0, false, &n);
    assert_sent(bytes, n, 100000);
    free(bytes);
}

static void test_wav(void **state)
{
    static const char *const targets[] = {"wav", ""};
    for (size_t i = 0; i < 2; i++) {
        static const unsigned char header[] = "RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x01\0\x02\0\x80\xbb\0\0\0\xee\x02\0\x04\0\x10\0"
                                              "data\xff\xff\xff\xff";
        size_t n;
        char *bytes = send_known(*state, targets[i], 5000, 0, false, &n);
        assert_int_equal(sizeof header - 1, 44);
        assert_memory_equal(bytes, header, 44);
        assert_sent(bytes + 44, n - 44, 5000);
        free(bytes);
    }
}

static void test_slow_reader(void **state)
{
    size_t n;
    char *bytes = send_known(*state, "raw", 50000, 5, false, &n);
    assert_sent(bytes, n, 50000);
    free(bytes);
    bytes = send_known(*state, "raw", 50000, 5, true, &n);
    assert_sent(bytes, n, 50000);
    free(bytes);
}

/* write() comes back within its time, whatever the reader does. */
static void test_a_reader_that_does_not_read(void **state)
{
    static const int16_t silence[2 * 4096];
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct stdout_pipe p = redirect();
    double longest = 0;
    int32_t n = 0;
    (void)state;
    int status = open_pipe(&s, "raw", &m);
    for (int i = 0; i < 30 && !status && n >= 0; i++) {
        int64_t start = uk_clock_ns();
        n = uk_sink_write(s, silence, 4096, &m);
        if (seconds_since(start) > longest)
            longest = seconds_since(start);
    }
    uk_sink_close(s);
    restore(&p);
    assert_int_equal(status, UNKNOT_OK);
    assert_int_equal(n, 0);
    assert_true(longest > 0.09 && longest < 0.5);
}

static void test_the_reader_goes(void **state)
{
    static const int16_t silence[2 * 4096];
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct stdout_pipe p = redirect();
    int32_t n = 0;
    (void)state;
    signal(SIGPIPE, SIG_DFL); /* would end this program */
    int status = open_pipe(&s, "wav", &m);
    close(p.read_end);
    p.read_end = -1;
    for (int i = 0; i < 10 && !status && n >= 0; i++)
        n = uk_sink_write(s, silence, 4096, &m);
    uk_sink_close(s);
    restore(&p);
    assert_int_equal(status, UNKNOT_OK);
    assert_int_equal(n, UNKNOT_IO);
    assert_string_equal(m.text, "the reader of the pipe has gone");
}

static void test_full_disk(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct stdout_pipe p = redirect();
    (void)state;
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    dup2(full, 1);
    close(full);
    int status = open_pipe(&s, "raw", &m);
    if (!status)
        status = write_known(s, 0, 5000, &m);
    uk_sink_close(s);
    restore(&p);
    assert_int_equal(status, UNKNOT_IO);
    assert_string_equal(m.text, "the sound cannot be written to stdout: No space left on device");
}

static void test_what_cannot_be_opened_is_said(void **state)
{
    struct uk_message closed = {""}, target = {""};
    struct uk_sink *s = NULL;
    (void)state;
    struct stdout_pipe p = redirect();
    int bad_target = open_pipe(&s, "mp3", &target);
    close(1);
    int bad_stdout = open_pipe(&s, "wav", &closed);
    restore(&p);
    assert_int_equal(bad_target, UNKNOT_BAD_ARGUMENT);
    assert_says(&target, "as 'wav' or 'raw'");
    assert_int_equal(bad_stdout, UNKNOT_BAD_ARGUMENT);
    assert_says(&closed, "stdout is closed: send it to a program or a file");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_raw),
        TEST(test_wav),
        TEST(test_slow_reader),
        TEST(test_a_reader_that_does_not_read),
        TEST(test_the_reader_goes),
        TEST(test_full_disk),
        TEST(test_what_cannot_be_opened_is_said),
    };
    return cmocka_run_group_tests_name("pipe", tests, NULL, NULL);
}
