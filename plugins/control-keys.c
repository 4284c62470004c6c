/* control-keys.c - the keys of a terminal: mpv's where it has them, letters for what a routine understands. `?` shows them.
 *
 * The terminal can be taken away and given back at any time: by Ctrl-Z and fg, by another program that changes its mode, by hanging up.
 * There are no signal handlers here; instead the state of the terminal is looked at before each read and every WATCH_NS, and it
 * is neither read nor changed while another job has it. Ctrl-C stays a signal. Ctrl-Z is a key here, so that the mode can be put right
 * before everybody in this job is stopped.
 */
#include <unknot_plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define MS INT64_C(1000000)
#define WATCH_NS (250 * MS)
#define ESCAPE_NS (100 * MS)   /* a lone Esc, or the first byte of an arrow key? */
#define SEQUENCE_NS (500 * MS) /* nobody types one by hand; a slow line may cut it */
#define TEN_NS (700 * MS)      /* after a 1: does a 0 follow? */
#define NUMBER_NS (3000 * MS)
#define REPEAT_NS (80 * MS)     /* a key that is held repeats faster, a finger does not */
#define HANDS_OFF_NS (1000 * MS) /* for fading out before it is stopped */
#define TURN 4096               /* bytes looked at in one call */
#define NEVER INT64_MAX

enum key { LEFT = 256, RIGHT, UP, DOWN, PAGE_UP, PAGE_DOWN };

struct binding {
    int key;
    bool once; /* held, it means no more than pressed */
    const char *words[2];
};

static const struct binding bindings[] = {
    {' ', true, {"toggle", NULL}},
    {'p', true, {"toggle", NULL}},
    {LEFT, false, {"seek", "-5"}},
    {RIGHT, false, {"seek", "+5"}},
    {DOWN, false, {"seek", "-60"}},
    {UP, false, {"seek", "+60"}},
    {'<', false, {"step", "previous"}},
    {'>', false, {"step", "next"}},
    {PAGE_DOWN, false, {"step", "previous"}},
    {PAGE_UP, false, {"step", "next"}},
    {'9', false, {"volume", "-5"}},
    {'0', false, {"volume", "+5"}},
    {'/', false, {"volume", "-5"}},
    {'*', false, {"volume", "+5"}},
    {'n', true, {"press", "next"}},
    {'a', true, {"press", "again"}},
    {'l', true, {"press", "longer"}},
    {'e', true, {"press", "easier"}},
    {'h', true, {"press", "harder"}},
    {'s', true, {"press", "switch"}},
    {'r', true, {"press", "ready"}},
    {'\n', true, {"press", "ready"}},
    {'\r', true, {"press", "ready"}},
    {'x', false, {"press", "stop"}},
    {'q', false, {"quit", NULL}},
};

static const char help[] = "  space, p       pause, go on\n"
                           "  left, right    5 seconds back, on\n"
                           "  down, up       1 minute back, on\n"
                           "  <, >           step before, after (also PgDn, PgUp)\n"
                           "  9, 0           quieter, louder (also /, *)\n"
                           "  n  next        a  again       s  switch sides\n"
                           "  l  longer      e  easier      h  harder\n"
                           "  r  ready (also enter)         x  stop\n"
                           "  v 7            the number 7, when one from 0 to 10 is asked for\n"
                           "  q  quit        ?  these keys\n";

enum part { PLAIN, ESCAPE, CSI, SS3, FUNCTION }; /* of an escape sequence */

enum owner { ANOTHER_JOB, THIS_JOB, NOBODY }; /* NOBODY: not this session's terminal, there are no jobs on it */

struct keys {
    const struct unknot_host *host;
    int tty, epoll, timer;
    bool changed, watched; /* its mode is ours; epoll looks at it */
    struct termios before;
    int64_t hands_off_ns;
    enum part part;
    int64_t sequence_ns;         /* when an unfinished sequence is given up */
    char params[8];
    size_t param_count;
    bool numbering, one;         /* after v; and after a 1 */
    int64_t number_ns;
    int pushed_back;             /* a byte to be read again, -1: none */
    int last_key;
    int64_t last_key_ns;
    uint64_t token;
    char number[4], name[80];
};

static int64_t clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 * MS + t.tv_nsec;
}

/* ---- the terminal ---- */

static enum owner owner(const struct keys *k)
{
    pid_t group = tcgetpgrp(k->tty);
    if (group < 0)
        return errno == ENOTTY ? NOBODY : ANOTHER_JOB;
    return group == getpgrp() ? THIS_JOB : ANOTHER_JOB;
}

static void watch(struct keys *k, bool watched)
{
    struct epoll_event e = {.events = watched ? EPOLLIN : 0};
    if (k->watched != watched && epoll_ctl(k->epoll, EPOLL_CTL_MOD, k->tty, &e) == 0)
        k->watched = watched;
}

static bool hung_up(const struct keys *k)
{
    struct pollfd f = {.fd = k->tty};
    return poll(&f, 1, 0) > 0 && (f.revents & (POLLHUP | POLLERR | POLLNVAL));
}

/* Keys come one by one and are not echoed. Whoever set another mode meanwhile (a shell, after fg) is believed: that is put back later. */
static void take_mode(struct keys *k)
{
    struct termios mode;
    if (tcgetattr(k->tty, &mode))
        return;
    bool cooked = mode.c_lflag & (ICANON | ECHO);
    if (k->changed && !cooked && mode.c_cc[VSUSP] == _POSIX_VDISABLE)
        return;
    if (!k->changed || cooked)
        k->before = mode;
    mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    mode.c_cc[VSUSP] = _POSIX_VDISABLE;
    k->changed = tcsetattr(k->tty, TCSANOW, &mode) == 0;
}

static void give_mode_back(struct keys *k)
{
    if (k->changed && owner(k) != ANOTHER_JOB)
        tcsetattr(k->tty, TCSANOW, &k->before);
    k->changed = false;
}

/* Ctrl-Z: what the terminal would have done by itself, with its mode put right before. */
static void suspend(struct keys *k)
{
    give_mode_back(k);
    watch(k, false);
    k->hands_off_ns = clock_ns() + HANDS_OFF_NS;
    kill(0, SIGTSTP);
}

/* Below the line that shows the position, which is drawn again under it. What does not fit at once is dropped. */
static void show(struct keys *k, const char *text)
{
    const char *kind = getenv("TERM");
    char all[1200];
    int n = snprintf(all, sizeof all, "\r%s%s", kind && strcmp(kind, "dumb") != 0 ? "\033[K" : "", text);
    if (n > 0 && owner(k) != ANOTHER_JOB && write(k->tty, all, (size_t)n) < 0)
        return;
}

/* ---- keys ---- */

static int give(struct keys *k, struct unknot_control_command *out, const char *const words[3], int64_t now_ns)
{
    out->count = 0;
    while (out->count < 3 && words[out->count]) {
        out->words[out->count] = words[out->count];
        out->count++;
    }
    out->token = ++k->token;
    out->at_ns = now_ns;
    return 1;
}

static int press(struct keys *k, int key, int64_t now_ns, struct unknot_control_command *out)
{
    if (key >= 'A' && key <= 'Z')
        key += 'a' - 'A';
    bool repeated = key == k->last_key && now_ns - k->last_key_ns < REPEAT_NS;
    k->last_key = key;
    k->last_key_ns = now_ns;
    if (key == '?' && !repeated)
        show(k, help);
    if (key == 'v') {
        k->numbering = true;
        k->one = false;
        k->number_ns = now_ns + NUMBER_NS;
    }
    for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
        if (bindings[i].key == key && !(bindings[i].once && repeated))
            return give(k, out, (const char *const[3]){bindings[i].words[0], bindings[i].words[1], NULL}, now_ns);
    return 0;
}

static int rate(struct keys *k, int value, int64_t now_ns, struct unknot_control_command *out)
{
    k->numbering = false;
    snprintf(k->number, sizeof k->number, "%d", value);
    return give(k, out, (const char *const[3]){"press", "rate", k->number}, now_ns);
}

/* A byte after v. Whatever is no number ends it, and is the key it is. */
static int take_digit(struct keys *k, int c, int64_t now_ns, struct unknot_control_command *out)
{
    if (k->one && c == '0')
        return rate(k, 10, now_ns, out);
    if (k->one) {
        k->pushed_back = c == '\n' || c == '\r' ? -1 : c;
        return rate(k, 1, now_ns, out);
    }
    if (c == '1') {
        k->one = true;
        k->number_ns = now_ns + TEN_NS;
        return 0;
    }
    if (c >= '0' && c <= '9')
        return rate(k, c - '0', now_ns, out);
    k->numbering = c == ' ';
    k->pushed_back = c == ' ' ? -1 : c;
    return 0;
}

/* The key at the end of "ESC [ params c" or "ESC O c". One that Shift, Alt or Ctrl went with is another key. */
static int sequence_key(const struct keys *k, int c)
{
    static const int arrows[] = {UP, DOWN, RIGHT, LEFT};
    if (c >= 'A' && c <= 'D' && k->param_count == 0)
        return arrows[c - 'A'];
    if (c == '~' && k->param_count == 1 && k->params[0] == '5')
        return PAGE_UP;
    if (c == '~' && k->param_count == 1 && k->params[0] == '6')
        return PAGE_DOWN;
    return 0;
}

/* A byte inside an escape sequence (ECMA-48, and what the Linux console makes of F1). */
static int take_sequence(struct keys *k, int c, int64_t now_ns, struct unknot_control_command *out)
{
    enum part part = k->part;
    k->part = PLAIN;
    if (part == ESCAPE && (c == '[' || c == 'O')) {
        k->part = c == '[' ? CSI : SS3;
        k->param_count = 0;
        k->sequence_ns = now_ns + SEQUENCE_NS;
    } else if (part == CSI && c >= 0x20 && c < 0x40) {
        if (k->param_count < sizeof k->params)
            k->params[k->param_count++] = (char)c;
        k->part = CSI;
    } else if (part == CSI && c == '[' && k->param_count == 0) {
        k->part = FUNCTION;
    } else if (part == CSI || part == SS3) {
        int key = sequence_key(k, c);
        return key ? press(k, key, now_ns, out) : 0;
    }
    return 0; /* Alt with a letter, F1 */
}

static int take(struct keys *k, int c, int64_t now_ns, struct unknot_control_command *out)
{
    if (c == k->before.c_cc[VSUSP] && c != _POSIX_VDISABLE && owner(k) == THIS_JOB) {
        suspend(k);
        return 0;
    }
    if (c == 0x1b) {
        k->part = ESCAPE;
        k->sequence_ns = now_ns + ESCAPE_NS;
        return 0;
    }
    if (k->part != PLAIN)
        return take_sequence(k, c, now_ns, out);
    if (k->numbering)
        return take_digit(k, c, now_ns, out);
    return press(k, c, now_ns, out);
}

/* What nothing followed. */
static int time_out(struct keys *k, int64_t now_ns, struct unknot_control_command *out)
{
    if (k->part != PLAIN && now_ns >= k->sequence_ns)
        k->part = PLAIN;
    if (!k->numbering || k->part != PLAIN || now_ns < k->number_ns)
        return 0;
    k->numbering = false;
    return k->one ? rate(k, 1, now_ns, out) : 0;
}

/* One byte at a time, so that the descriptor says whether there are more. -1: none now. */
static int read_byte(struct keys *k)
{
    unsigned char c;
    int pushed_back = k->pushed_back;
    k->pushed_back = -1;
    if (pushed_back >= 0)
        return pushed_back;
    ssize_t n = read(k->tty, &c, 1);
    if (n == 1)
        return c;
    if (n == 0 || (errno != EAGAIN && errno != EINTR))
        watch(k, false); /* until the next look at it */
    return -1;
}

/* Wakes the host for the next look, for what may time out, and at once for a byte that was pushed back. */
static void set_timer(struct keys *k, int64_t now_ns)
{
    int64_t due = now_ns + WATCH_NS;
    if (k->part != PLAIN && k->sequence_ns < due)
        due = k->sequence_ns;
    if (k->numbering && k->number_ns < due)
        due = k->number_ns;
    if (k->pushed_back >= 0 || due <= now_ns)
        due = now_ns + 1;
    struct itimerspec at = {.it_value = {due / (1000 * MS), due % (1000 * MS)}};
    timerfd_settime(k->timer, TFD_TIMER_ABSTIME, &at, NULL);
}

static int32_t keys_next(void *self, struct unknot_control_command *out)
{
    struct keys *k = self;
    char sentence[200];
    int64_t now_ns = clock_ns();
    int given = 0;
    if (hung_up(k)) {
        snprintf(sentence, sizeof sentence, "the terminal '%s' is gone, and its keys with it", k->name);
        k->host->fail(k->host->ctx, sentence);
        return UNKNOT_PLUGIN_NO_DEVICE;
    }
    bool ours = owner(k) != ANOTHER_JOB && now_ns >= k->hands_off_ns;
    watch(k, ours);
    if (ours)
        take_mode(k);
    for (int i = 0; !given && i < TURN && ours && now_ns >= k->hands_off_ns; i++) {
        int c = read_byte(k);
        if (c < 0) {
            given = time_out(k, now_ns, out);
            break;
        }
        given = take(k, c, now_ns, out);
    }
    set_timer(k, now_ns);
    return given;
}

static void keys_reply(void *self, uint64_t token, const char *error, const char *data)
{
    char line[700];
    (void)token;
    (void)data;
    if (strcmp(error, "success") == 0)
        return;
    snprintf(line, sizeof line, "%s\n", error);
    show(self, line);
}

static int32_t keys_fd(void *self)
{
    return ((struct keys *)self)->epoll;
}

static void keys_close(void *self)
{
    struct keys *k = self;
    if (!k)
        return;
    if (k->tty >= 0) {
        give_mode_back(k);
        close(k->tty);
    }
    if (k->epoll >= 0)
        close(k->epoll);
    if (k->timer >= 0)
        close(k->timer);
    free(k);
}

/* Opened anew, because O_NONBLOCK would also be so for everybody who shares an open one. */
static int open_terminal(const char *path)
{
    int fd = open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd >= 0 && !isatty(fd)) {
        close(fd);
        errno = ENOTTY;
        return -1;
    }
    return fd;
}

static int32_t keys_open(void **out, const struct unknot_host *host, const char *target)
{
    char sentence[300] = "the keys cannot be watched: close some programs and try again";
    int32_t status = UNKNOT_PLUGIN_FAILED;
    struct keys *k = calloc(1, sizeof *k);
    if (!k) {
        host->fail(host->ctx, "there is no memory left for the keys");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    k->host = host;
    k->pushed_back = -1;
    k->tty = open_terminal(*target ? target : "/dev/tty");
    if (k->tty < 0 && !*target && isatty(STDIN_FILENO))
        k->tty = open_terminal("/proc/self/fd/0");
    int error = errno;
    snprintf(k->name, sizeof k->name, "%s", *target ? target : "/dev/tty");
    k->epoll = epoll_create1(EPOLL_CLOEXEC);
    k->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    struct epoll_event e = {.events = EPOLLIN};
    if (k->tty < 0 && *target) {
        snprintf(sentence, sizeof sentence, "'%.100s' cannot be used for keys: %s; give the name of a terminal, as 'tty' shows it",
                 target, error == ENOTTY ? "it is no terminal" : strerror(error));
        status = UNKNOT_PLUGIN_BAD_TARGET;
    } else if (k->tty < 0) {
        snprintf(sentence, sizeof sentence, "there is no terminal to take keys from: start unknot in one, or leave 'keys' out");
        status = UNKNOT_PLUGIN_NO_DEVICE;
    } else if (k->epoll >= 0 && k->timer >= 0 && epoll_ctl(k->epoll, EPOLL_CTL_ADD, k->tty, &e) == 0 &&
               epoll_ctl(k->epoll, EPOLL_CTL_ADD, k->timer, &e) == 0) {
        k->watched = true;
        if (owner(k) != ANOTHER_JOB)
            take_mode(k);
        set_timer(k, clock_ns());
        *out = k;
        return 0;
    }
    keys_close(k);
    host->fail(host->ctx, sentence);
    return status;
}

static const struct unknot_control_ops ops = {
    .size = sizeof ops,
    .open = keys_open,
    .fd = keys_fd,
    .next = keys_next,
    .reply = keys_reply,
    .close = keys_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "keys", "takes the keys of the terminal; '?' shows them", &ops,
};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
