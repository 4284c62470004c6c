#include "check.h"

#include "cli/serve_notify.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A service manager: a socket, by path or abstract, as $NOTIFY_SOCKET names it. */
static int listen_at(const char *name)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    memcpy(at.sun_path, name, strlen(name));
    if (*name == '@')
        at.sun_path[0] = '\0';
    assert_int_equal(bind(fd, (struct sockaddr *)&at, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(name))), 0);
    setenv("NOTIFY_SOCKET", name, 1);
    return fd;
}

static const char *heard(int fd, char out[100])
{
    ssize_t n = recv(fd, out, 99, 0);
    out[n > 0 ? n : 0] = '\0';
    return out;
}

static void readiness_is_told(void **state)
{
    char name[80], text[100];
    (void)state;
    unsetenv("WATCHDOG_USEC");
    for (int i = 0; i < 2; i++) {
        struct uk_notify n;
        snprintf(name, sizeof name, i ? "@unknot-notify-%ld" : "/tmp/unknot-notify-%ld", (long)getpid());
        int fd = listen_at(name);
        uk_notify_init(&n);
        uk_notify_say(&n, "READY=1");
        assert_string_equal(heard(fd, text), "READY=1");
        uk_notify_alive(&n, 1000000, 0, 0);
        assert_string_equal(heard(fd, text), ""); /* nobody asked */
        close(fd);
        uk_notify_say(&n, "STOPPING=1"); /* gone: no harm */
        uk_notify_finish(&n);
        unlink(name);
    }
}

static void nobody_is_told_where_nobody_is(void **state)
{
    static const char *const names[] = {"", "x", "relative/path", "/nowhere/at/all"};
    struct uk_notify n;
    char long_name[300];
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        setenv("NOTIFY_SOCKET", names[i], 1);
        uk_notify_init(&n);
        assert_int_equal(n.fd, -1);
        uk_notify_say(&n, "READY=1");
    }
    memset(long_name, '/', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    setenv("NOTIFY_SOCKET", long_name, 1);
    uk_notify_init(&n);
    assert_int_equal(n.fd, -1);
    unsetenv("NOTIFY_SOCKET");
    uk_notify_init(&n);
    assert_int_equal(n.fd, -1);
}

static void the_watchdog_hears_of_sound_that_moves(void **state)
{
    char name[80], text[100];
    struct uk_notify n;
    (void)state;
    snprintf(name, sizeof name, "@unknot-notify-%ld", (long)getpid());
    int fd = listen_at(name);
    setenv("WATCHDOG_USEC", "3000000", 1);
    unsetenv("WATCHDOG_PID");
    uk_notify_init(&n);
    uk_notify_alive(&n, 5000, 0, 0); /* idle: being here is enough */
    assert_string_equal(heard(fd, text), "WATCHDOG=1");
    uk_notify_alive(&n, 5500, 0, 0);
    assert_string_equal(heard(fd, text), ""); /* too soon */
    uk_notify_alive(&n, 7000, 1, 10);
    assert_string_equal(heard(fd, text), "WATCHDOG=1");
    uk_notify_alive(&n, 9000, 1, 10);
    assert_string_equal(heard(fd, text), ""); /* nothing moves */
    uk_notify_alive(&n, 9500, 1, 11);
    assert_string_equal(heard(fd, text), "WATCHDOG=1");
    uk_notify_alive(&n, 11000, 1, 11);
    uk_notify_alive(&n, 60000, 1, 11);
    assert_string_equal(heard(fd, text), "");
    uk_notify_finish(&n);

    setenv("WATCHDOG_PID", "1", 1); /* somebody else's */
    uk_notify_init(&n);
    uk_notify_alive(&n, 5000, 0, 0);
    assert_string_equal(heard(fd, text), "");
    uk_notify_finish(&n);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readiness_is_told),
        cmocka_unit_test(nobody_is_told_where_nobody_is),
        cmocka_unit_test(the_watchdog_hears_of_sound_that_moves),
    };
    return RUN(tests);
}
