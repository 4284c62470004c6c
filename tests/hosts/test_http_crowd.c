/* unknot-http among those who ask slowly, do not listen, come a thousand times or talk nonsense. */
#include "check.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROGRAM BUILD_DIR "/bin/unknot-http"
#define SEATS 32
#define ENGINES 16
#define LONG "/low-back.wav" /* more than the sockets between us hold */
#define MOST (1 << 20)
#define PATIENCE_S (SLOW ? 120 : 20)

struct server {
    pid_t pid;
    uint16_t port;
    FILE *said;
    char home[64];
};

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void nap(void)
{
    struct timespec t = {0, 5000000};
    nanosleep(&t, NULL);
}

/* ---- the server ---- */

static int begin(void **state)
{
    struct server *s = calloc(1, sizeof *s);
    int ends[2];
    char line[200];
    strcpy(s->home, "/tmp/unknot-http-XXXXXX");
    if (!mkdtemp(s->home) || pipe(ends))
        return -1;
    s->pid = fork();
    if (s->pid == 0) {
        setenv("HOME", s->home, 1);
        unsetenv("XDG_CACHE_HOME");
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl(PROGRAM, PROGRAM, "--listen", "127.0.0.1:0", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    s->said = fdopen(ends[0], "r");
    const char *colon = fgets(line, sizeof line, s->said) ? strrchr(line, ':') : NULL;
    s->port = colon ? (uint16_t)strtoul(colon + 1, NULL, 10) : 0;
    *state = s;
    return s->port ? 0 : -1;
}

/* Its exit code; it has two seconds. */
static int end_by(struct server *s, int signal)
{
    int how = 0;
    pid_t ended = 0;
    kill(s->pid, signal);
    for (double until = now_s() + 2; ended == 0 && now_s() < until; nap())
        ended = waitpid(s->pid, &how, WNOHANG);
    if (ended == 0) {
        kill(s->pid, SIGKILL);
        waitpid(s->pid, &how, 0);
    }
    s->pid = 0;
    return ended && WIFEXITED(how) ? WEXITSTATUS(how) : -1;
}

static int finish(void **state)
{
    struct server *s = *state;
    char command[100];
    int code = s->pid ? end_by(s, SIGTERM) : 0;
    fclose(s->said);
    snprintf(command, sizeof command, "rm -rf %s", s->home);
    int removed = system(command);
    free(s);
    return code || removed;
}

static int count_in(const char *format, pid_t pid)
{
    char path[64];
    int n = 0;
    snprintf(path, sizeof path, format, (int)pid);
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));)
        n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

static int children_of(pid_t pid)
{
    char command[100];
    int n = -1;
    snprintf(command, sizeof command, "cat /proc/%d/task/*/children 2>/dev/null | wc -w", (int)pid);
    FILE *f = popen(command, "r");
    if (f && fscanf(f, "%d", &n) != 1)
        n = -1;
    pclose(f);
    return n;
}

static long resident_kb(pid_t pid)
{
    char path[64];
    long total, pages = -1;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
    FILE *f = fopen(path, "r");
    if (f && fscanf(f, "%ld %ld", &total, &pages) != 2)
        pages = -1;
    fclose(f);
    return pages * sysconf(_SC_PAGESIZE) / 1024;
}

/* ---- who asks ---- */

static int dial(const struct server *s, int buffer)
{
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_port = htons(s->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (buffer)
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    assert_int_equal(connect(fd, (struct sockaddr *)&where, sizeof where), 0);
    return fd;
}

static void ask(int fd, const char *path, const char *more)
{
    char text[1000];
    int n = snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n", path, more);
    assert_int_equal(send(fd, text, (size_t)n, MSG_NOSIGNAL), n);
}

static bool answers_within(int fd, double seconds)
{
    struct pollfd p = {fd, POLLIN, 0};
    return poll(&p, 1, (int)(seconds * 1000)) == 1;
}

static long length_in(const char *fields)
{
    const char *at = strstr(fields, "Content-Length: ");
    return at ? strtol(at + strlen("Content-Length: "), NULL, 10) : -1;
}

/* Reads one answer; the body goes to `body`, at most MOST bytes. The code, or 0: it broke off. */
static int answer(int fd, char *body, long *length)
{
    char head[4096];
    size_t n = 0;
    while (n < sizeof head - 1 && recv(fd, head + n, 1, 0) == 1 && (++n < 4 || memcmp(head + n - 4, "\r\n\r\n", 4) != 0))
        ;
    head[n] = '\0';
    *length = length_in(head);
    for (long have = 0; have < *length && *length <= MOST;) {
        ssize_t k = recv(fd, body + have, (size_t)(*length - have), 0);
        if (k <= 0)
            return 0;
        have += k;
    }
    return n > 12 ? atoi(head + 9) : 0;
}

static int fetch(const struct server *s, const char *path, const char *more, char *body, long *length)
{
    char part[1000];
    int fd = dial(s, 0);
    snprintf(part, sizeof part, "%sConnection: close\r\n", more);
    ask(fd, path, part);
    int code = answer(fd, body, length);
    close(fd);
    return code;
}

static int fetch_part(const struct server *s, const char *path, long from, long count, char *body)
{
    char range[100];
    long length;
    snprintf(range, sizeof range, "Range: bytes=%ld-%ld\r\n", from, from + count - 1);
    int code = fetch(s, path, range, body, &length);
    return code == 206 && length == count ? code : -code;
}

/* ---- tests ---- */

static char first[MOST], second[MOST];

static void slow_askers_make_room(void **state)
{
    struct server *s = *state;
    int slow[SEATS];
    for (int i = 0; i < SEATS; i++) {
        slow[i] = dial(s, 0);
        assert_int_equal(send(slow[i], "GET / HTTP/1.1\r\nX", 17, MSG_NOSIGNAL), 17);
    }
    int fd = dial(s, 0);
    ask(fd, LONG, "Range: bytes=0-9\r\n");
    assert_false(answers_within(fd, 0.5)); /* they do have all the room */
    double until = now_s() + PATIENCE_S;
    while (!answers_within(fd, 0.2) && now_s() < until)
        for (int i = 0; i < SEATS; i++)
            if (send(slow[i], "x", 1, MSG_NOSIGNAL) < 0)
                continue;
    long length;
    assert_int_equal(answer(fd, first, &length), 206);
    close(fd);
    for (int i = 0; i < SEATS; i++)
        close(slow[i]);
}

static void who_does_not_listen_makes_room(void **state)
{
    struct server *s = *state;
    int idle[SEATS];
    long length;
    for (int i = 0; i < SEATS; i++) {
        idle[i] = dial(s, 4096);
        ask(idle[i], LONG, "");
    }
    for (int i = 0; i < SEATS; i++)
        assert_true(answers_within(idle[i], PATIENCE_S));
    int fd = dial(s, 0);
    ask(fd, LONG, "Range: bytes=0-9\r\n");
    assert_true(answers_within(fd, PATIENCE_S));
    assert_int_equal(answer(fd, first, &length), 206);
    close(fd);
    for (int i = 0; i < SEATS; i++)
        close(idle[i]);
}

static void readers_of_one_do_not_disturb_each_other(void **state)
{
    enum { READERS = 8, PART = 200000, PIECE = 7001 };
    struct server *s = *state;
    int fds[READERS];
    long at[READERS] = {0}, length;
    static char parts[READERS][PART];
    char range[100];
    for (int i = 0; i < READERS; i++) {
        fds[i] = dial(s, 4096);
        snprintf(range, sizeof range, "Range: bytes=%d-%d\r\n", 101 + i * 150000, 101 + i * 150000 + PART - 1);
        ask(fds[i], LONG, range);
    }
    for (int i = 0; i < READERS; i++) { /* the fields */
        char c, last[4] = "";
        while (memcmp(last, "\r\n\r\n", 4) != 0 && recv(fds[i], &c, 1, 0) == 1) {
            memmove(last, last + 1, 3);
            last[3] = c;
        }
    }
    for (int left = READERS; left > 0;) {
        for (int i = 0; i < READERS; i++) {
            ssize_t n = at[i] < PART ? recv(fds[i], parts[i] + at[i], (size_t)(PART - at[i] < PIECE ? PART - at[i] : PIECE), 0) : 0;
            assert_true(n > 0 || at[i] == PART);
            left -= n > 0 && at[i] + n == PART;
            at[i] += n;
        }
    }
    assert_int_equal(fetch(s, LONG, "Range: bytes=101-1048576\r\n", first, &length), 206);
    for (int i = 0; i < READERS; i++) {
        long n = length - i * 150000 < PART ? length - i * 150000 : PART;
        if (n > 0)
            assert_memory_equal(parts[i], first + i * 150000, (size_t)n);
        close(fds[i]);
    }
}

static void a_thousand_leave_nothing(void **state)
{
    struct server *s = *state;
    int fds = 0, threads = 0, children = 0;
    long kb = 0;
    for (int i = 0; i < (SLOW ? 200 : 1000); i++) {
        if (i % 4 == 3) { /* one who goes in the middle */
            int fd = dial(s, 0);
            ask(fd, LONG, "");
            assert_true(recv(fd, second, 1000, 0) > 0);
            close(fd);
        } else {
            assert_int_equal(fetch_part(s, LONG, 1000 * i, 500, second), 206);
        }
        if (i == 100) {
            fds = count_in("/proc/%d/fd", s->pid);
            threads = count_in("/proc/%d/task", s->pid);
            children = children_of(s->pid);
            kb = resident_kb(s->pid);
        }
    }
    for (double until = now_s() + 10; now_s() < until; nap())
        if (count_in("/proc/%d/fd", s->pid) <= fds && count_in("/proc/%d/task", s->pid) <= threads)
            break;
    assert_in_range(count_in("/proc/%d/fd", s->pid), 3, (unsigned)fds);
    assert_in_range(count_in("/proc/%d/task", s->pid), 1, (unsigned)threads);
    assert_in_range(children_of(s->pid), 0, (unsigned)children);
    assert_in_range(resident_kb(s->pid), 0, (unsigned long)kb + (SLOW ? 32000 : 4000));
}

static void more_than_there_are_engines_for(void **state)
{
    struct server *s = *state;
    int fds[ENGINES];
    char path[64];
    long length;
    for (int i = 0; i < ENGINES; i++) {
        fds[i] = dial(s, 4096);
        snprintf(path, sizeof path, LONG "?seed=%d", i + 1);
        ask(fds[i], path, "");
    }
    for (int i = 0; i < ENGINES; i++) {
        assert_true(answers_within(fds[i], PATIENCE_S));
        assert_int_equal(recv(fds[i], first, 12, 0), 12);
        assert_memory_equal(first, "HTTP/1.1 200", 12);
    }
    assert_int_equal(fetch(s, LONG "?seed=99", "", first, &length), 503);
    assert_int_equal(fetch_part(s, LONG "?seed=5", 0, 10, first), 206); /* one that is there is shared */
    int code = 0;
    for (double until = now_s() + 20; code != 206 && now_s() < until; nap()) /* who has stood still for 10 s has to go */
        code = fetch_part(s, LONG "?seed=98", 0, 10, first);
    assert_int_equal(code, 206);
    for (int i = 0; i < ENGINES; i++)
        close(fds[i]);
    code = 0;
    for (double until = now_s() + 10; code != 206 && now_s() < until; nap())
        code = fetch_part(s, LONG "?seed=99", 0, 10, first);
    assert_int_equal(code, 206);
}

static void one_connection_asks_again(void **state)
{
    struct server *s = *state;
    int fd = dial(s, 0);
    long length;
    for (int i = 0; i < 20; i++) {
        ask(fd, LONG, "Range: bytes=5-104\r\n");
        assert_int_equal(answer(fd, first, &length), 206);
        assert_int_equal(length, 100);
        ask(fd, "/nothing.wav", "");
        assert_int_equal(answer(fd, first, &length), 404);
    }
    close(fd);
}

static void nonsense(void **state)
{
    static const char *const words[] = {"\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02", "GET / HTTP/1.1\r\nHost\r\n\r\n",
                                        "GET /%%%.wav?%=%&&=;# HTTP/1.1\r\nHost: localhost\r\n\r\n", "HELO rest\r\n"};
    struct server *s = *state;
    unsigned seed = 1;
    for (int i = 0; i < 200; i++) {
        int fd = dial(s, 0);
        const char *word = words[(size_t)i % (sizeof words / sizeof *words)];
        size_t n = strlen(word);
        memcpy(first, word, n);
        for (int k = 0; k < 3 && i >= 7; k++) {
            seed = seed * 1103515245 + 12345;
            first[(seed >> 8) % n] = (char)(seed >> 16);
        }
        send(fd, first, n, MSG_NOSIGNAL);
        shutdown(fd, SHUT_WR);
        while (answers_within(fd, PATIENCE_S) && recv(fd, second, sizeof second, 0) > 0)
            ;
        close(fd);
    }
    assert_int_equal(fetch_part(s, LONG, 0, 10, first), 206);
}

/* One is made after the other: whoever comes when some wait already is told so at once, and a WAV is to be had meanwhile. */
static void more_files_than_are_waited_for(void **state)
{
    struct server *s = *state;
    enum { ASKED = 8, WAITING = 4 };
    int fds[ASKED], refused = 0;
    char path[64];
    for (int i = 0; i < ASKED; i++) {
        fds[i] = dial(s, 0);
        snprintf(path, sizeof path, "/full-body.flac?seed=%d", i + 1);
        ask(fds[i], path, "");
    }
    for (double until = now_s() + PATIENCE_S; refused < ASKED - WAITING && now_s() < until; nap())
        for (int i = 0; i < ASKED; i++)
            if (fds[i] >= 0 && recv(fds[i], first, 12, MSG_DONTWAIT) == 12) {
                assert_memory_equal(first, "HTTP/1.1 503", 12);
                refused++;
                close(fds[i]);
                fds[i] = -1;
            }
    assert_int_equal(refused, ASKED - WAITING);
    assert_int_equal(fetch_part(s, LONG, 0, 10, first), 206);
    for (int i = 0; i < ASKED; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

static void ended_while_it_renders(void **state)
{
    struct server *s = *state;
    char path[128];
    int fd = dial(s, 0);
    ask(fd, "/full-body.flac", "");
    snprintf(path, sizeof path, "%s/.cache/unknot/http", s->home);
    bool renders = false;
    for (double until = now_s() + 20; !renders && now_s() < until; nap()) {
        DIR *d = opendir(path);
        for (struct dirent *e; d && (e = readdir(d));)
            renders |= strstr(e->d_name, ".part") != NULL;
        if (d)
            closedir(d);
    }
    assert_true(renders);
    assert_int_equal(end_by(s, SIGTERM), 0);
    DIR *d = opendir(path);
    for (struct dirent *e; (e = readdir(d));)
        if (e->d_name[0] != '.')
            fail_msg("%s is left", e->d_name);
    closedir(d);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(slow_askers_make_room, begin, finish),
        cmocka_unit_test_setup_teardown(who_does_not_listen_makes_room, begin, finish),
        cmocka_unit_test_setup_teardown(readers_of_one_do_not_disturb_each_other, begin, finish),
        cmocka_unit_test_setup_teardown(a_thousand_leave_nothing, begin, finish),
        cmocka_unit_test_setup_teardown(more_than_there_are_engines_for, begin, finish),
        cmocka_unit_test_setup_teardown(one_connection_asks_again, begin, finish),
        cmocka_unit_test_setup_teardown(nonsense, begin, finish),
        cmocka_unit_test_setup_teardown(more_files_than_are_waited_for, begin, finish),
        cmocka_unit_test_setup_teardown(ended_while_it_renders, begin, finish),
    };
    if (access(PROGRAM, X_OK)) {
        puts("skipped: unknot-http was not built");
        return 77;
    }
    return RUN(tests);
}
