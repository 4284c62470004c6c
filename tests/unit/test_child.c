#include "check.h"

#include "base/child.h"
#include "base/time.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void test_talk(void **state)
{
    (void)state;
    struct uk_child c = UK_CHILD_NONE;
    struct uk_message m;
    const char *const argv[] = {"/bin/cat", NULL};
    assert_int_equal(uk_child_start(&c, argv, &m), UNKNOT_OK);
    char back[6] = "";
    assert_int_equal(send(c.fd, "hello", 5, 0), 5);
    assert_int_equal(recv(c.fd, back, 5, MSG_WAITALL), 5);
    assert_string_equal(back, "hello");
    struct uk_child_end end = uk_child_finish(&c);
    assert_int_equal(end.status, 0);
    assert_int_equal(c.pid, 0);
    assert_int_equal(c.fd, -1);
}

static void test_kill(void **state)
{
    (void)state;
    struct uk_child c = UK_CHILD_NONE;
    const char *const argv[] = {"/bin/sh", "-c", "trap '' TERM INT HUP; while :; do :; done", NULL};
    assert_int_equal(uk_child_start(&c, argv, NULL), UNKNOT_OK);
    pid_t pid = c.pid;
    struct uk_child_end end = uk_child_finish(&c); /* does not end by itself */
    assert_int_equal(end.signal, SIGKILL);
    assert_int_equal(kill(pid, 0), -1);
    assert_int_equal(errno, ESRCH);
    end = uk_child_kill(&c); /* none */
    assert_int_equal(end.status, -1);
}

static void test_cannot_start(void **state)
{
    (void)state;
    struct uk_child c = UK_CHILD_NONE;
    struct uk_message m;
    const char *const argv[] = {"/nowhere/unknot-planner", NULL};
    assert_int_equal(uk_child_start(&c, argv, &m), UNKNOT_IO);
    assert_contains(m.text, "/nowhere/unknot-planner");
    assert_int_equal(c.pid, 0);
}

/* A host that has closed its own stdin: the socket lands on descriptor 0 here, and still becomes the child's stdin and stdout. */
static void test_closed_stdin(void **state)
{
    (void)state;
    struct uk_child c = UK_CHILD_NONE;
    int kept = dup(0);
    close(0);
    const char *const argv[] = {"/bin/cat", NULL};
    int status = uk_child_start(&c, argv, NULL);
    char back[3] = "";
    ssize_t n = status ? 0 : send(c.fd, "hi", 2, 0);
    n = n == 2 ? recv(c.fd, back, 2, MSG_WAITALL) : 0;
    uk_child_kill(&c);
    if (kept >= 0) {
        dup2(kept, 0);
        close(kept);
    }
    assert_int_equal(status, UNKNOT_OK);
    assert_int_equal(n, 2);
    assert_string_equal(back, "hi");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_talk),
        cmocka_unit_test(test_kill),
        cmocka_unit_test(test_cannot_start),
        cmocka_unit_test(test_closed_stdin),
    };
    return RUN(tests);
}
