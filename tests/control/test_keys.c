#include "hands.h"

#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>

/* A terminal: the test types and sees at `master`. */
struct terminal {
    int master, slave;
    char path[64];
};

static struct terminal open_terminal(void)
{
    struct terminal t = {.master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)};
    assert_true(t.master >= 0 && grantpt(t.master) == 0 && unlockpt(t.master) == 0);
    assert_int_equal(ptsname_r(t.master, t.path, sizeof t.path), 0);
    t.slave = open(t.path, O_RDWR | O_NOCTTY | O_CLOEXEC);
    assert_true(t.slave >= 0);
    return t;
}

static void close_terminal(struct terminal *t)
{
    close(t->slave);
    if (t->master >= 0)
        close(t->master);
}

static void type_bytes(const struct terminal *t, const void *bytes, size_t n)
{
    assert_int_equal(write(t->master, bytes, n), n);
}

static void type(const struct terminal *t, const char *keys)
{
    type_bytes(t, keys, strlen(keys));
}

/* What the terminal shows, up to and with `last`. */
static const char *seen(const struct terminal *t, struct hands *h, const char *last)
{
    static char text[5000];
    size_t n = 0;
    int64_t until = uk_clock_ns() + HANDS_PATIENCE_NS;
    text[0] = '\0';
    while (!strstr(text, last) && uk_clock_ns() < until) {
        ssize_t k = read(t->master, text + n, sizeof text - n - 1);
        text[n += k > 0 ? (size_t)k : 0] = '\0';
        if (k <= 0)
            wake(h, 10);
    }
    return text;
}

static bool is_raw(int fd)
{
    struct termios mode;
    assert_int_equal(tcgetattr(fd, &mode), 0);
    assert_true(mode.c_lflag & ISIG);
    return !(mode.c_lflag & (ICANON | ECHO)) && mode.c_cc[VMIN] == 1 && mode.c_cc[VTIME] == 0;
}

static bool same_mode(const struct termios *a, const struct termios *b)
{
    return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag && a->c_lflag == b->c_lflag &&
           memcmp(a->c_cc, b->c_cc, sizeof a->c_cc) == 0;
}

static const char *const keys[][2] = {
    {" ", "toggle"},
    {"p", "toggle"},
    {"\033[D", "seek -5"},
    {"P", "toggle"},
    {"\033[C", "seek +5"},
    {"\033[B", "seek -60"},
    {"\033[A", "seek +60"},
    {"\033OD", "seek -5"}, /* as terminals send it in the other cursor mode */
    {"\033OC", "seek +5"},
    {"\033OB", "seek -60"},
    {"\033OA", "seek +60"},
    {"<", "step previous"},
    {">", "step next"},
    {"\033[6~", "step previous"},
    {"\033[5~", "step next"},
    {"9", "volume -5"},
    {"0", "volume +5"},
    {"/", "volume -5"},
    {"*", "volume +5"},
    {"n", "press next"},
    {"a", "press again"},
    {"l", "press longer"},
    {"e", "press easier"},
    {"h", "press harder"},
    {"s", "press switch"},
    {"r", "press ready"},
    {"\r", "press ready"},
    {"x", "press stop"},
    {"X", "press stop"},
    {"v0", "press rate 0"},
    {"v7", "press rate 7"},
    {"v 9", "press rate 9"},
    {"V10", "press rate 10"},
    {"v1n", "press rate 1, press next"},
    {"v1\r", "press rate 1"}, /* enter only ends the number */
    {"v1\033[A", "seek +60, press rate 1"},
    {"vq", "quit"},
    {"vv3", "press rate 3"},
    {"q", "quit"},
    {"Q", "quit"},
};

static void test_every_key(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        type(&t, keys[i][0]);
        expect(&h, keys[i][1]);
    }
    /* typed ahead, all at once */
    type(&t, "n\033[Aa 9v10\033[5~x");
    expect(&h, "press next, seek +60, press again, toggle, volume -5, press rate 10, step next, press stop");
    hands_close(&h);
    close_terminal(&t);
}

static void test_what_is_no_key(void **state)
{
    (void)state;
    static const char *const noise[] = {
        "gjkzy!\"#12345678",
        "\xc3\xbc\xc3\x9f\xf0\x9f\x98\x80\xe2\x82",
        "\xff\xfe\xc0\x80",
        "\033n\033x",                    /* Alt with a letter */
        "\033[1;5A\033[1;2C\033[3;5~",   /* arrows with Ctrl, Shift */
        "\033[H\033[F\033[2~\033[3~\033[15~\033[24~", /* home, end, insert, delete, F5, F12 */
        "\033[[A\033[[E",                /* F1, F5 of the Linux console */
        "\033OP\033OS",                  /* F1, F4 */
        "\033[99999999999999999999;12345678901234567890~",
        "\033[Z",
        "\033\033\033[Z",
        "\x01\x02\x04\x05\x06\x7f\t\b",
        "v\xc3\xbc",
    };
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    for (size_t i = 0; i < sizeof noise / sizeof *noise; i++) {
        type(&t, noise[i]);
        type(&t, "q");
        expect(&h, "quit");
    }
    hands_close(&h);
    close_terminal(&t);
}

static void test_sequences_cut_in_two(void **state)
{
    (void)state;
    static const char *const sequences[][2] = {{"\033[A", "seek +60"}, {"\033OD", "seek -5"}, {"\033[5~", "step next"}};
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    for (size_t i = 0; i < 3; i++)
        for (size_t cut = 1; cut < strlen(sequences[i][0]); cut++) {
            int64_t begin;
            do { /* again when this machine was too slow for one sequence */
                begin = uk_clock_ns();
                h.got[0] = '\0';
                type_bytes(&t, sequences[i][0], cut);
                idle(&h, 10); /* what came is looked at, and the rest is not there */
                type(&t, sequences[i][0] + cut);
                idle(&h, 10);
            } while (uk_clock_ns() - begin > 80 * HANDS_MS);
            expect(&h, sequences[i][1]);
        }
    hands_close(&h);
    close_terminal(&t);
}

static void test_what_times_out(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    type(&t, "\033"); /* the Esc key: the next key is itself again */
    idle(&h, 150);
    type(&t, "n");
    expect(&h, "press next");
    type(&t, "\033[");
    idle(&h, 600);
    type(&t, "a");
    expect(&h, "press again");
    type(&t, "v1");
    idle(&h, 10);
    assert_string_equal(h.got, "");
    expect(&h, "press rate 1"); /* no 0 came */
    type(&t, "v");
    idle(&h, 3100);
    type(&t, "9");
    expect(&h, "volume -5");
    hands_close(&h);
    close_terminal(&t);
}

static void test_a_key_held_down(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    type(&t, "eeeeee    \r\r");
    expect(&h, "press easier, toggle, press ready");
    type(&t, "\033[C\033[C\033[C00xx"); /* here each counts */
    expect(&h, "seek +5, seek +5, seek +5, volume +5, volume +5, press stop, press stop");
    type(&t, "n");
    expect(&h, "press next");
    idle(&h, 100);
    type(&t, "n");
    expect(&h, "press next");
    hands_close(&h);
    close_terminal(&t);
}

static void test_help_and_refusals(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    setenv("TERM", "xterm", 1);
    hands_open(&h, "keys", t.path);
    type(&t, "?");
    const char *text = seen(&t, &h, "these keys\r\n");
    assert_int_equal(strncmp(text, "\r\033[K", 4), 0);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char word[3] = {keys[i][0][0], '\0'};
        if (word[0] == ' ')
            assert_contains(text, "space");
        else if (word[0] == '\r')
            assert_contains(text, "enter");
        else if (word[0] > ' ' && !(word[0] >= 'A' && word[0] <= 'Z'))
            assert_contains(text, word);
    }
    for (const char *line = text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
        assert_true(strcspn(line, "\n") < 79);

    h.ops->reply(h.control, 1, "this is the last step", "");
    assert_string_equal(seen(&t, &h, "\n"), "\r\033[Kthis is the last step\r\n");
    h.ops->reply(h.control, 2, "success", "");
    setenv("TERM", "dumb", 1);
    h.ops->reply(h.control, 3, "no", "");
    assert_string_equal(seen(&t, &h, "\n"), "\rno\r\n");
    hands_close(&h);
    close_terminal(&t);
}

static void test_mode(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    struct termios before, after;
    assert_int_equal(tcgetattr(t.slave, &before), 0);
    before.c_lflag &= ~(tcflag_t)ECHOK; /* a mode of its own */
    before.c_cc[VMIN] = 3;
    assert_int_equal(tcsetattr(t.slave, TCSANOW, &before), 0);
    hands_open(&h, "keys", t.path);
    assert_true(is_raw(t.slave));
    type(&t, "n");
    expect(&h, "press next");
    assert_int_equal(read(t.master, &after, 1), -1); /* no echo */
    assert_int_equal(errno, EAGAIN);

    /* another program leaves its own mode behind */
    struct termios other = before;
    other.c_iflag ^= IXOFF;
    assert_int_equal(tcsetattr(t.slave, TCSANOW, &other), 0);
    idle(&h, 400);
    assert_true(is_raw(t.slave));
    type(&t, "a");
    expect(&h, "press again");
    hands_close(&h);
    assert_int_equal(tcgetattr(t.slave, &after), 0);
    assert_true(same_mode(&after, &other));
    close_terminal(&t);
}

static void test_hang_up(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    close(t.master);
    t.master = -1;
    int64_t until = uk_clock_ns() + HANDS_PATIENCE_NS;
    while (h.result >= 0 && uk_clock_ns() < until)
        wake(&h, 1000);
    assert_int_equal(h.result, UNKNOT_PLUGIN_NO_DEVICE);
    assert_contains(h.why, t.path);
    hands_close(&h);
    close_terminal(&t);
}

static void test_flood(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    unsigned seed = 3;
    hands_open(&h, "keys", t.path);
    for (size_t left = 1000000; left > 0;) {
        unsigned char bytes[1024], drain[4096];
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[i] = (unsigned char)(seed >> 24);
        }
        ssize_t n = write(t.master, bytes, left < sizeof bytes ? left : sizeof bytes);
        left -= n > 0 ? (size_t)n : 0;
        while (wake(&h, 0) && h.result >= 0 && strlen(h.got) < sizeof h.got / 2)
            ;
        while (read(t.master, drain, sizeof drain) > 0)
            ;
        assert_int_equal(h.result, 0);
        h.got[0] = '\0';
    }
    idle(&h, 700);
    h.got[0] = '\0';
    type(&t, "q");
    expect(&h, "quit");
    assert_true(h.slowest_ns < 500 * HANDS_MS);
    hands_close(&h);
    close_terminal(&t);
}

/* Nothing typed, nothing to do: it looks at the terminal a few times a second, no more. */
static void test_rest(void **state)
{
    (void)state;
    static struct hands h;
    struct terminal t = open_terminal();
    hands_open(&h, "keys", t.path);
    idle(&h, 1000);
    assert_in_range(h.wakes, 1, 5);
    hands_close(&h);
    close_terminal(&t);
}

static void test_targets(void **state)
{
    (void)state;
    static struct hands h;
    assert_int_equal(hands_try(&h, "keys", "/dev/null"), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "'/dev/null' cannot be used for keys: it is no terminal");
    assert_int_equal(hands_try(&h, "keys", "/dev/nothing"), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "No such file");
    if (fork() == 0) { /* no terminal at all */
        setsid();
        close(0);
        _exit(hands_try(&h, "keys", "") == UNKNOT_PLUGIN_NO_DEVICE && strstr(h.why, "there is no terminal") ? 0 : 1);
    }
    int status;
    assert_true(wait(&status) > 0);
    assert_int_equal(status, 0);
}

/* ---- jobs: a shell, and a player that it starts, stops and continues on a terminal of their own ---- */

struct shell {
    struct terminal t;
    pid_t job;
    int commands; /* what the player was told, a line each */
    struct termios cooked;
};

#define must(condition)                                                                                                          \
    do {                                                                                                                         \
        if (!(condition)) {                                                                                                      \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                                              \
            _exit(1);                                                                                                            \
        }                                                                                                                        \
    } while (0)

/* The player: writes every command to `out`, ends at "quit". */
static void play(int out)
{
    static struct hands h;
    must(hands_try(&h, "keys", "") == 0);
    do {
        wake(&h, 1000);
        if (h.result < 0)
            _exit(3);
        if (*h.got)
            dprintf(out, "%s\n", h.got);
        if (strstr(h.got, "quit"))
            break;
        h.got[0] = '\0';
    } while (1);
    hands_close(&h);
    _exit(0);
}

static void foreground(struct shell *s)
{
    must(tcsetpgrp(s->t.slave, s->job) == 0);
    must(kill(-s->job, SIGCONT) == 0);
}

static void take_back(struct shell *s)
{
    must(tcsetpgrp(s->t.slave, getpgrp()) == 0);
    must(tcsetattr(s->t.slave, TCSANOW, &s->cooked) == 0);
}

static void wait_raw(struct shell *s)
{
    struct timespec moment = {0, 5000000};
    int64_t until = uk_clock_ns() + HANDS_PATIENCE_NS;
    struct termios mode;
    do {
        must(uk_clock_ns() < until);
        nanosleep(&moment, NULL);
        must(tcgetattr(s->t.slave, &mode) == 0);
    } while (mode.c_lflag & ICANON);
}

static void must_hear(struct shell *s, const char *line)
{
    char text[200] = "";
    size_t n = 0;
    struct pollfd f = {.fd = s->commands, .events = POLLIN};
    while (!strchr(text, '\n')) {
        must(poll(&f, 1, 10000) > 0);
        ssize_t k = read(s->commands, text + n, sizeof text - n - 1);
        must(k > 0);
        n += (size_t)k;
    }
    text[strcspn(text, "\n")] = '\0';
    if (strcmp(text, line) != 0)
        fprintf(stderr, "'%s' instead of '%s'\n", text, line);
    must(strcmp(text, line) == 0);
}

static void must_hear_nothing(struct shell *s)
{
    struct pollfd f = {.fd = s->commands, .events = POLLIN};
    must(poll(&f, 1, 0) == 0);
    must(waitpid(s->job, NULL, WNOHANG | WUNTRACED) == 0);
}

static int64_t cpu_ns(pid_t pid)
{
    clockid_t id;
    struct timespec t;
    must(clock_getcpuclockid(pid, &id) == 0 && clock_gettime(id, &t) == 0);
    return t.tv_sec * 1000 * HANDS_MS + t.tv_nsec;
}

static void start_job(struct shell *s, bool in_foreground)
{
    int ends[2];
    must(pipe(ends) == 0);
    s->job = fork();
    if (s->job == 0) {
        setpgid(0, 0);
        signal(SIGTTOU, SIG_IGN);
        if (in_foreground)
            tcsetpgrp(s->t.slave, getpid());
        signal(SIGTTOU, SIG_DFL);
        play(ends[1]);
    }
    setpgid(s->job, s->job);
    close(ends[1]);
    s->commands = ends[0];
}

static void end_job(struct shell *s)
{
    int status;
    struct termios after;
    type(&s->t, "q");
    must_hear(s, "quit");
    must(waitpid(s->job, &status, 0) == s->job && status == 0);
    must(tcsetpgrp(s->t.slave, getpgrp()) == 0);
    must(tcgetattr(s->t.slave, &after) == 0 && same_mode(&after, &s->cooked));
    close(s->commands);
}

static void shell_main(struct shell *s)
{
    struct timespec moment = {0, 600000000};
    struct termios mode;
    char line[16];
    int status;

    start_job(s, true);
    wait_raw(s);
    type(&s->t, "n");
    must_hear(s, "press next");

    /* in the background: what is typed is the shell's, it is not stopped, and it does not spin */
    take_back(s);
    nanosleep(&moment, NULL);
    int64_t before_ns = cpu_ns(s->job);
    type(&s->t, "a\r");
    nanosleep(&moment, NULL);
    must(cpu_ns(s->job) - before_ns < 100 * HANDS_MS);
    must_hear_nothing(s);
    must(tcgetattr(s->t.slave, &mode) == 0 && same_mode(&mode, &s->cooked));
    must(read(s->t.slave, line, sizeof line) == 2 && line[0] == 'a');

    foreground(s);
    wait_raw(s);
    type(&s->t, "l");
    must_hear(s, "press longer");

    /* stopped by somebody, continued by the shell */
    must(kill(s->job, SIGSTOP) == 0);
    must(waitpid(s->job, &status, WUNTRACED) == s->job && WIFSTOPPED(status));
    take_back(s);
    foreground(s);
    wait_raw(s);
    type(&s->t, "e");
    must_hear(s, "press easier");

    /* Ctrl-Z: the mode is right before it stops */
    type(&s->t, "\x1a");
    must(waitpid(s->job, &status, WUNTRACED) == s->job && WIFSTOPPED(status) && WSTOPSIG(status) == SIGTSTP);
    must(tcgetattr(s->t.slave, &mode) == 0 && same_mode(&mode, &s->cooked));
    take_back(s);
    foreground(s);
    wait_raw(s);
    type(&s->t, "h");
    must_hear(s, "press harder");
    end_job(s);

    /* begun in the background */
    start_job(s, false);
    nanosleep(&moment, NULL);
    must_hear_nothing(s);
    must(tcgetattr(s->t.slave, &mode) == 0 && same_mode(&mode, &s->cooked));
    foreground(s);
    wait_raw(s);
    type(&s->t, "s");
    must_hear(s, "press switch");
    end_job(s);

    /* Ctrl-C is a signal as ever */
    start_job(s, true);
    wait_raw(s);
    type(&s->t, "\x03");
    must(waitpid(s->job, &status, 0) == s->job && WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    _exit(0);
}

static void test_jobs(void **state)
{
    (void)state;
    struct shell s = {.t = open_terminal()};
    int status;
    assert_int_equal(tcgetattr(s.t.slave, &s.cooked), 0);
    pid_t shell = fork();
    if (shell == 0) {
        alarm(60);
        must(setsid() > 0 && ioctl(s.t.slave, TIOCSCTTY, 0) == 0);
        signal(SIGTTOU, SIG_IGN);
        shell_main(&s);
    }
    assert_int_equal(waitpid(shell, &status, 0), shell);
    assert_int_equal(status, 0);
    close_terminal(&s.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key),
        cmocka_unit_test(test_what_is_no_key),
        cmocka_unit_test(test_sequences_cut_in_two),
        cmocka_unit_test(test_what_times_out),
        cmocka_unit_test(test_a_key_held_down),
        cmocka_unit_test(test_help_and_refusals),
        cmocka_unit_test(test_mode),
        cmocka_unit_test(test_hang_up),
        cmocka_unit_test(test_flood),
        cmocka_unit_test(test_rest),
        cmocka_unit_test(test_targets),
        cmocka_unit_test(test_jobs),
    };
    return RUN(tests);
}
