/* The plugin control-socket from outside: who is let in, what is answered, and what it does with those who do not behave. The same
 * with noise and crowds is in test_socket_noise.c. */
#include "socket_host.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>

static const char success[] = "{\"error\": \"success\"}";

static unsigned mode_of(const char *path)
{
    struct stat s;
    return lstat(path, &s) ? 0 : s.st_mode & 07777;
}

static void only_the_user_can_open_it(void **state)
{
    struct socket_host h = {0};
    char folder[96];
    (void)state;
    make_folder(&h);
    snprintf(folder, sizeof folder, "%s/unknot", h.folder);
    mkdir(folder, 0777);
    chmod(folder, 0777);
    mode_t before = umask(0);
    start_host(&h);
    assert_int_equal(umask(before), 0);
    assert_int_equal(mode_of(folder), 0700);
    assert_int_equal(mode_of(h.path), 0600);
    stop_host(&h);
    assert_int_equal(access(h.path, F_OK), -1);

    snprintf(h.path, sizeof h.path, "%s/mine.sock", h.folder);
    umask(0);
    assert_int_equal(try_host(&h, h.path), 0);
    umask(before);
    assert_int_equal(mode_of(h.path), 0600);
    end_try(&h);
    assert_int_equal(access(h.path, F_OK), -1);
    remove_folder(&h);
}

static void without_a_runtime_folder_it_is_in_a_private_one(void **state)
{
    struct socket_host h = {0};
    char folder[64], path[96];
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/unknot-%lu", (unsigned long)geteuid());
    snprintf(path, sizeof path, "%s/socket", folder);
    unsetenv("XDG_RUNTIME_DIR");
    bool was_there = access(folder, F_OK) == 0;
    if (try_host(&h, "")) {
        assert_contains(h.why, "another unknot"); /* someone plays on this machine while we test */
        return;
    }
    assert_int_equal(mode_of(folder), 0700);
    assert_int_equal(mode_of(path), 0600);
    end_try(&h);
    if (!was_there)
        rmdir(folder);
}

static void commands_are_answered(void **state)
{
    struct socket_host *h = *state;
    struct end *e = begin(h);
    say(e, "{\"command\": [\"press\", \"longer\"], \"request_id\": 7}\n");
    must_hear(e, "{\"error\": \"success\", \"request_id\": 7}");
    assert_string_equal(h->last, "press|longer");
    say(e, "{\"command\": [\"status\"]}\r\n");
    must_hear(e, "{\"error\": \"success\", \"data\": {   \"commands\": 2 }}");
    say(e, "{\"request_id\": \"a\\\"b\\u00e4\", \"command\": [\"fail\"]}\n");
    must_hear(e, "{\"error\": \"nothing is called \\\"fail\\\"\", \"request_id\": \"a\\\"b\xc3\xa4\"}");
    say(e, "{\"command\": [\"seek\", -30]}\n");
    must_hear(e, success);
    assert_string_equal(h->last, "seek|-30");
    say(e, "{\"command\": [\"press\", \"rate\", 7.5, 1e3, 9007199254740993, \"7\", \"\", \"\xe2\x99\xa9\"]}\n");
    must_hear(e, success);
    assert_string_equal(h->last, "press|rate|7.5|1000.0|9007199254740993|7||\xe2\x99\xa9");
    end(e);
}

static void lines_may_come_in_pieces_and_in_heaps(void **state)
{
    struct socket_host *h = *state;
    struct end *e = begin(h);
    const char *text = "{\"command\": [\"pause\"], \"request_id\": 1}\n \t\r\n\n{\"command\": [\"fail\"]}\n{\"command\": [\"status\"]}\n";
    for (size_t i = 0; i < strlen(text); i++)
        say_bytes(e, text + i, 1);
    must_hear(e, "{\"error\": \"success\", \"request_id\": 1}");
    must_hear_of(e, "nothing is called");
    must_hear_of(e, "\"commands\": 3");
    say(e, text);
    must_hear(e, "{\"error\": \"success\", \"request_id\": 1}");
    must_hear_of(e, "nothing is called");
    must_hear_of(e, "\"commands\": 6");
    /* a last line without its end, from one who says no more but listens */
    say(e, "{\"command\": [\"quit\"]}");
    shutdown(e->fd, SHUT_WR);
    must_hear(e, success);
    must_be_closed(e);
    end(e);
}

static void who_hangs_up_is_obeyed_all_the_same(void **state)
{
    struct socket_host *h = *state;
    char text[64 * 100];
    struct end *e = begin(h);
    text[0] = '\0';
    for (int i = 0; i < 100; i++)
        strcat(text, "{\"command\": [\"press\", \"longer\"]}\n");
    say(e, text);
    end(e);
    e = begin(h);
    do {
        say(e, "{\"command\": [\"status\"]}\n");
        hear(e);
    } while (atomic_load(&h->commands) < 100);
    say(e, "{\"command\": [\"status\"]}\n");
    must_hear_of(e, "\"commands\": 1");
    end(e);
}

static void what_is_no_command_is_told(void **state)
{
    struct socket_host *h = *state;
    static const struct {
        const char *line, *said;
    } bad[] = {
        {"pause", "no JSON (from column 5 on)"},
        {"{\"command\": [\"pause\"", "no JSON"},
        {"{\"command\": [\"pause\"]} x", "no JSON"},
        {"[\"pause\"]", "no JSON object"},
        {"{}", "must be a list of 1 to 8 words"},
        {"{\"command\": \"pause\"}", "must be a list of 1 to 8 words"},
        {"{\"command\": []}", "must be a list of 1 to 8 words"},
        {"{\"command\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}", "must be a list of 1 to 8 words"},
        {"{\"command\": [\"press\", null]}", "word 2 of the command is neither text nor a number"},
        {"{\"command\": [[\"press\"]]}", "word 1 of the command is neither"},
        {"{\"command\": [\"a\"], \"command\": [\"b\"]}", "no JSON"},
        {"{\"command\": [\"press\\u0000\"]}", "no JSON"},
        {"{\"command\": [\"\xff\"]}", "no JSON"},
        {"{\"command\": [1e999]}", "no JSON"},
        {"{\"command\": [99999999999999999999]}", "no JSON"},
        {"[[[[[[[[[[[[[[[[[[[[[[[[[", "nested too deep"},
        {"{\"command\": [\"pause\"], \"request_id\": [1]}", "\\\"request_id\\\" must be"},
        {"{\"command\": [\"watch\", \"all\"]}", "take no further words"},
    };
    struct end *e = begin(h);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        say(e, bad[i].line);
        say(e, "\n");
        must_hear_of(e, bad[i].said);
    }
    say(e, "{\"command\": 1, \"request_id\": 77}\n");
    must_hear_of(e, ", \"request_id\": 77}");
    assert_int_equal(atomic_load(&h->commands), 0);
    /* brackets in text are text */
    say(e, "{\"command\": [\"step\", \"[[[[[[[[[[\\\"[[[[\"]}\n");
    must_hear(e, success);
    assert_string_equal(h->last, "step|[[[[[[[[[[\"[[[[");
    end(e);
}

/* A command line of `n` bytes, newline and all. */
static void say_long(struct end *e, size_t n)
{
    char *line = malloc(n + 1);
    size_t k = (size_t)sprintf(line, "{\"command\": [\"step\", \"");
    memset(line + k, 'x', n - k - 4);
    strcpy(line + n - 4, "\"]}\n");
    say(e, line);
    free(line);
}

static void a_line_has_4_kib(void **state)
{
    struct socket_host *h = *state;
    struct end *e = begin(h);
    say_long(e, 4096);
    must_hear(e, success);
    for (size_t n = 4097; n < 70000; n = n * 3 / 2) {
        say_long(e, n);
        must_hear_of(e, "this line has more than 4096 bytes");
        say(e, "{\"command\": [\"status\"]}\n");
        must_hear_of(e, "\"commands\"");
    }
    say(e, "{\"command\": [\"pause\"], \"request_id\": 5}\n");
    must_hear(e, "{\"error\": \"success\", \"request_id\": 5}");
    end(e);
}

static void other_protocols_are_sent_away(void **state)
{
    struct socket_host *h = *state;
    static const char *const first[] = {
        "GET / HTTP/1.1\r\n",  "POST /x HTTP/1.1\r\nHost: localhost\r\n\r\n{\"command\": [\"quit\"]}\n", "PUT ", "OPTIONS * HTTP/1.1\n",
        "PRI * HTTP/2.0\r\n", "SSH-2.0-OpenSSH_9\r\n", "\x16\x03\x01\x02",
    };
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        struct end *e = begin(h);
        say(e, first[i]);
        must_be_closed(e);
        end(e);
    }
    struct end *e = begin(h);
    say(e, "{\"command\": [\"status\"]}\nGET / HTTP/1.0\n{\"command\": [\"quit\"]}\n");
    must_hear_of(e, "\"commands\": 1");
    must_be_closed(e);
    end(e);
    assert_int_equal(atomic_load(&h->commands), 1);
}

static void events_go_to_those_who_watch(void **state)
{
    struct socket_host *h = *state;
    struct end *a = begin(h), *b = begin(h);
    say(a, "{\"command\": [\"watch\"]}\n");
    must_hear(a, success);
    say(b, "{\"command\": [\"tell\", 2, 3]}\n");
    must_hear(b, success);
    must_hear(a, "{\"event\": \"caption\", \"n\": 0, \"text\": \"xxx\"}");
    must_hear(a, "{\"event\": \"caption\", \"n\": 1, \"text\": \"xxx\"}");
    /* who has said all and only listens goes on to hear */
    shutdown(a->fd, SHUT_WR);
    unsigned long wakes = atomic_load(&h->wakes);
    say(b, "{\"command\": [\"tell\", 1, 1]}\n");
    must_hear(b, success);
    must_hear(a, "{\"event\": \"caption\", \"n\": 0, \"text\": \"x\"}");
    say(b, "{\"command\": [\"watch\"]}\n{\"command\": [\"tell\", 1, 1]}\n{\"command\": [\"unwatch\"]}\n{\"command\": [\"tell\", 1, 2]}\n");
    must_hear(b, success);
    must_hear(b, "{\"event\": \"caption\", \"n\": 0, \"text\": \"x\"}");
    for (int i = 0; i < 3; i++)
        must_hear(b, success);
    assert_true(atomic_load(&h->wakes) - wakes < 20);
    end(a);
    end(b);
}

static void sixteen_at_a_time(void **state)
{
    struct socket_host *h = *state;
    struct end *ends[16], *e;
    for (int i = 0; i < 16; i++) {
        ends[i] = begin(h);
        say(ends[i], "{\"command\": [\"status\"]}\n");
        must_hear_of(ends[i], "commands");
    }
    e = begin(h);
    must_hear_of(e, "{\"error\": \"16 programs are connected");
    must_be_closed(e);
    end(e);
    for (int i = 0; i < 16; i++) {
        say(ends[i], "{\"command\": [\"status\"]}\n");
        must_hear_of(ends[i], "commands");
    }
    shutdown(ends[3]->fd, SHUT_WR);
    must_be_closed(ends[3]);
    e = begin(h);
    say(e, "{\"command\": [\"status\"]}\n");
    must_hear_of(e, "commands");
    end(e);
    for (int i = 0; i < 16; i++)
        end(ends[i]);
}

/* Answers `e` within a tenth of a second; the longest in *worst. */
static void ping(struct end *e, double *worst)
{
    double start = now_s();
    say(e, "{\"command\": [\"status\"]}\n");
    must_hear_of(e, "commands");
    if (now_s() - start > *worst)
        *worst = now_s() - start;
}

static void who_does_not_read_is_dropped_and_delays_nobody(void **state)
{
    struct socket_host *h = *state;
    struct end *slow = begin(h), *quick = begin(h), *flood = begin(h);
    struct pollfd gone = {.fd = slow->fd}, flooded = {.fd = flood->fd};
    double worst = 0;
    int small = 4096;
    setsockopt(slow->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    say(slow, "{\"command\": [\"watch\"]}\n");
    must_hear(slow, success);
    /* one watches and does not read, one asks and asks and does not read */
    struct pollfd room = {.fd = flood->fd, .events = POLLOUT};
    while (poll(&room, 1, 200) > 0)
        send(flood->fd, "{\"command\": [\"status\"]}\n", 24, MSG_DONTWAIT | MSG_NOSIGNAL);
    double start = now_s(), dropped = 0, drowned = 0;
    unsigned long wakes = 0, first = 0;
    while (now_s() - start < 4 && !(dropped > 0 && drowned > 0)) {
        if (!wakes && now_s() - start > 0.5) /* by then nothing more fits */
            wakes = atomic_load(&h->wakes), first = atomic_load(&h->commands);
        if (now_s() - start < 0.4) {
            say(quick, "{\"command\": [\"tell\", 10, 3000]}\n");
            must_hear(quick, success);
        }
        ping(quick, &worst);
        poll(&gone, 1, 20);
        poll(&flooded, 1, 0);
        if (gone.revents & POLLHUP && dropped == 0)
            dropped = now_s() - start;
        if (flooded.revents & POLLHUP && drowned == 0)
            drowned = now_s() - start;
    }
    print_message("dropped after %.2f and %.2f s, others answered within %.1f ms\n", dropped, drowned, 1e3 * worst);
    assert_true(dropped > 0 && dropped < 3.5); /* at once when much waits, else after 2 s */
    assert_true(drowned > 1.5 && drowned < 3.5);
    assert_true(worst < 0.25);
    /* and it does not spin while it waits for them */
    assert_true(atomic_load(&h->wakes) - wakes < 2 * (atomic_load(&h->commands) - first) + 50);
    end(slow);
    end(flood);
    end(quick);
}

static void who_is_stuck_has_two_seconds(void **state)
{
    struct socket_host *h = *state;
    struct end *stuck = begin(h), *late = begin(h), *quick = begin(h);
    struct pollfd gone = {.fd = stuck->fd};
    char text[100];
    say(stuck, "{\"command\": [\"watch\"]}\n");
    must_hear(stuck, success);
    say(late, "{\"command\": [\"watch\"]}\n");
    must_hear(late, success);
    /* fill what the kernel holds and some of what we hold, for both */
    int fits = 0;
    socklen_t n = sizeof fits;
    getsockopt(stuck->fd, SOL_SOCKET, SO_SNDBUF, &fits, &n);
    snprintf(text, sizeof text, "{\"command\": [\"tell\", %d, 1000]}\n", fits / 1000 + 20);
    double start = now_s();
    say(quick, text);
    must_hear(quick, success);
    while (now_s() - start < 1) /* reads late, but reads */
        poll(NULL, 0, 20);
    for (int i = 0; i < fits / 1000 + 20; i++)
        must_hear_of(late, "caption");
    while (now_s() - start < 4 && !(gone.revents & POLLHUP))
        poll(&gone, 1, 10);
    double took = now_s() - start;
    print_message("dropped after %.2f s\n", took);
    assert_true(took > 1.8 && took < 3);
    say(quick, "{\"command\": [\"tell\", 1, 1]}\n");
    must_hear(quick, success);
    must_hear(late, "{\"event\": \"caption\", \"n\": 0, \"text\": \"x\"}");
    end(stuck);
    end(late);
    end(quick);
}

static void who_shuts_an_ear_makes_no_spin(void **state)
{
    struct socket_host *h = *state;
    struct end *deaf = begin(h), *e = begin(h);
    shutdown(deaf->fd, SHUT_RD);
    say(deaf, "{\"command\": [\"watch\"]}\n{\"command\": [\"press\", \"longer\"]}\n");
    say(e, "{\"command\": [\"tell\", 3, 3]}\n");
    must_hear(e, success);
    unsigned long wakes = atomic_load(&h->wakes);
    double start = now_s();
    while (now_s() - start < 0.5)
        poll(NULL, 0, 50);
    assert_true(atomic_load(&h->wakes) - wakes < 20);
    end(deaf);
    end(e);
}

static void a_socket_left_behind_is_replaced(void **state)
{
    struct socket_host h = {0};
    (void)state;
    make_folder(&h);
    start_host(&h);
    stop_host(&h);
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    snprintf(at.sun_path, sizeof at.sun_path, "%s", h.path);
    int fd = new_socket();
    assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
    close(fd);
    start_host(&h);
    struct end *e = begin(&h);
    say(e, "{\"command\": [\"pause\"]}\n");
    must_hear(e, success);
    end(e);
    stop_host(&h);
    remove_folder(&h);
}

static void a_live_player_keeps_its_socket(void **state)
{
    struct socket_host *h = *state, second = {0};
    pid_t child = fork();
    if (child == 0)
        _exit(try_host(&second, "") != UNKNOT_PLUGIN_FAILED || !strstr(second.why, "another unknot plays already") ||
              !strstr(second.why, h->path));
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_int_equal(try_host(&second, ""), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(second.why, "this player has the socket");
    struct end *e = begin(h);
    say(e, "{\"command\": [\"pause\"]}\n");
    must_hear(e, success);
    end(e);
    /* nor is one taken away that is just being made */
    struct socket_host third = {0};
    make_folder(&third);
    snprintf(third.path, sizeof third.path, "%s/unknot", third.folder);
    mkdir(third.path, 0700);
    int lock = open(third.path, O_RDONLY | O_CLOEXEC);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    assert_int_equal(try_host(&third, ""), UNKNOT_PLUGIN_IO);
    assert_contains(third.why, "another unknot is just starting");
    close(lock);
    assert_int_equal(try_host(&third, ""), 0);
    end_try(&third);
    remove_folder(&third);
}

static void it_removes_only_what_is_its_own(void **state)
{
    struct socket_host h = {0};
    char away[128];
    (void)state;
    make_folder(&h);
    start_host(&h);
    snprintf(away, sizeof away, "%s.away", h.path);
    assert_int_equal(rename(h.path, away), 0);
    FILE *f = fopen(h.path, "w");
    fclose(f);
    stop_host(&h);
    assert_int_equal(access(h.path, F_OK), 0);
    assert_int_equal(try_host(&h, ""), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "is in the way: it is no socket");
    assert_int_equal(access(h.path, F_OK), 0);
    remove_folder(&h);
}

static void bad_places_are_refused(void **state)
{
    struct socket_host h = {0};
    char path[300], folder[96];
    (void)state;
    make_folder(&h);
    memset(path, 'x', sizeof path);
    path[0] = '/';
    path[200] = '\0';
    assert_int_equal(try_host(&h, path), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "choose a shorter one");
    snprintf(path, sizeof path, "%s/none/socket", h.folder);
    assert_int_equal(try_host(&h, path), UNKNOT_PLUGIN_IO);
    assert_contains(h.why, "No such file or directory");
    snprintf(folder, sizeof folder, "%s/unknot", h.folder);
    assert_int_equal(symlink("/tmp", folder), 0);
    assert_int_equal(try_host(&h, ""), UNKNOT_PLUGIN_IO);
    unlink(folder);
    mkdir(folder, 0700);
    if (chown(folder, 65534, 65534) == 0) { /* for root, where there are other users */
        assert_int_equal(try_host(&h, ""), UNKNOT_PLUGIN_IO);
        assert_contains(h.why, "belongs to another user");
        assert_int_equal(chown(h.folder, 65534, 65534), 0);
        assert_int_equal(try_host(&h, ""), UNKNOT_PLUGIN_BAD_TARGET);
        assert_contains(h.why, "belongs to another user");
    }
    remove_folder(&h);
}

/* In another process and as another user: 0 when the connection was closed without a word. */
static int try_as(uid_t user, const char *path)
{
    pid_t child = fork();
    if (child == 0) {
        char byte;
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (setgid(user) || setuid(user) || connect_to(fd, path))
            _exit(2);
        ssize_t n = send(fd, "{\"command\": [\"quit\"]}\n", 22, MSG_NOSIGNAL);
        (void)n;
        n = recv(fd, &byte, 1, 0);
        _exit(n > 0);
    }
    int status;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

static void another_user_is_sent_away(void **state)
{
    struct socket_host *h = *state;
    char folder[96];
    snprintf(folder, sizeof folder, "%s/unknot", h->folder);
    if (chown(folder, 65534, 65534))
        skip(); /* there is no other user, or we cannot be one */
    assert_int_equal(chown(folder, 0, 0), 0);
    assert_int_equal(try_as(65534, h->path), 2); /* the folder is closed */
    chmod(h->folder, 0711);
    chmod(folder, 0711);
    assert_int_equal(try_as(65534, h->path), 2); /* and the socket */
    chmod(h->path, 0666);
    assert_int_equal(try_as(65534, h->path), 0); /* and who is there */
    assert_int_equal(atomic_load(&h->commands), 0);
    assert_int_equal(try_as(0, h->path), 1);
}

static void without_descriptors_it_waits_without_a_spin(void **state)
{
    struct socket_host *h = *state;
    struct end *inside = begin(h), *outside = calloc(1, sizeof *outside);
    struct rlimit before, none;
    double worst = 0, start = now_s();
    ping(inside, &worst);
    outside->fd = new_socket();
    int lowest = dup(0);
    close(lowest);
    getrlimit(RLIMIT_NOFILE, &before);
    none = (struct rlimit){(rlim_t)lowest, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    assert_int_equal(connect_to(outside->fd, h->path), 0);
    say(outside, "{\"command\": [\"status\"]}\n");
    ping(inside, &worst);
    unsigned long wakes = atomic_load(&h->wakes);
    struct pollfd answer = {.fd = outside->fd, .events = POLLIN};
    assert_int_equal(poll(&answer, 1, 1000), 0);
    wakes = atomic_load(&h->wakes) - wakes;
    setrlimit(RLIMIT_NOFILE, &before);
    print_message("%lu wake-ups a second without descriptors\n", wakes);
    assert_true(wakes < 20);
    start = now_s();
    must_hear_of(outside, "commands");
    assert_true(now_s() - start < 1);
    end(inside);
    end(outside);
}

int main(void)
{
#define WITH_HOST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_user_can_open_it),
        cmocka_unit_test(without_a_runtime_folder_it_is_in_a_private_one),
        WITH_HOST(commands_are_answered),
        WITH_HOST(lines_may_come_in_pieces_and_in_heaps),
        WITH_HOST(who_hangs_up_is_obeyed_all_the_same),
        WITH_HOST(what_is_no_command_is_told),
        WITH_HOST(a_line_has_4_kib),
        WITH_HOST(other_protocols_are_sent_away),
        WITH_HOST(events_go_to_those_who_watch),
        WITH_HOST(sixteen_at_a_time),
        WITH_HOST(who_does_not_read_is_dropped_and_delays_nobody),
        WITH_HOST(who_is_stuck_has_two_seconds),
        WITH_HOST(who_shuts_an_ear_makes_no_spin),
        cmocka_unit_test(a_socket_left_behind_is_replaced),
        WITH_HOST(a_live_player_keeps_its_socket),
        cmocka_unit_test(it_removes_only_what_is_its_own),
        cmocka_unit_test(bad_places_are_refused),
        WITH_HOST(another_user_is_sent_away),
        WITH_HOST(without_descriptors_it_waits_without_a_spin),
    };
    return RUN(tests);
}
