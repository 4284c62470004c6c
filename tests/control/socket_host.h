/* socket_host.h - the plugin control-socket, loaded and asked by a thread as a player does it, and ends to talk to it.
 *
 * The host knows three words: `status` replies with how many commands came, `tell N BYTES` sends N events of that size and then
 * replies, `fail` is refused. All others succeed.
 */
#ifndef SOCKET_HOST_H
#define SOCKET_HOST_H

#include "check.h"

#include "base/plugin_file.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

struct socket_host {
    struct uk_plugin_file file;
    struct unknot_host host;
    const struct unknot_control_ops *ops;
    void *control;
    char why[600];
    char folder[64]; /* all of the test is in there */
    char path[96];   /* of the socket */
    pthread_t thread;
    int over; /* eventfd */
    atomic_ulong commands, wakes;
    char last[5000]; /* the words of the last command, with | between them; read it after its reply */
};

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void on_fail(void *ctx, const char *sentence)
{
    struct socket_host *h = ctx;
    snprintf(h->why, sizeof h->why, "%s", sentence);
}

static void obey(struct socket_host *h, const struct unknot_control_command *command)
{
    char data[64] = "";
    const char *error = "success";
    h->last[0] = '\0';
    for (uint32_t i = 0; i < command->count; i++) {
        strncat(h->last, i ? "|" : "", sizeof h->last - strlen(h->last) - 1);
        strncat(h->last, command->words[i], sizeof h->last - strlen(h->last) - 1);
    }
    unsigned long n = atomic_fetch_add(&h->commands, 1) + 1;
    if (strcmp(command->words[0], "status") == 0) {
        snprintf(data, sizeof data, "{\n  \"commands\": %lu\n}", n);
    } else if (strcmp(command->words[0], "fail") == 0) {
        error = "nothing is called \"fail\"";
    } else if (strcmp(command->words[0], "tell") == 0 && command->count == 3) {
        int events = atoi(command->words[1]), bytes = atoi(command->words[2]);
        char *json = malloc((size_t)bytes + 64);
        for (int i = 0; i < events; i++) {
            int k = sprintf(json, "{\"event\": \"caption\", \"n\": %d, \"text\": \"", i);
            memset(json + k, 'x', (size_t)bytes);
            strcpy(json + k + bytes, "\"}");
            h->ops->event(h->control, "caption", json);
        }
        free(json);
    }
    h->ops->reply(h->control, command->token, error, data);
}

static void *work(void *self)
{
    struct socket_host *h = self;
    for (;;) {
        struct unknot_control_command command = {.size = sizeof command};
        struct pollfd fds[] = {{.fd = h->ops->fd(h->control), .events = POLLIN}, {.fd = h->over, .events = POLLIN}};
        poll(fds, 2, -1);
        if (fds[1].revents)
            return NULL;
        atomic_fetch_add(&h->wakes, 1);
        int n;
        for (int i = 0; i < 64 && (n = h->ops->next(h->control, &command)) != 0; i++) {
            if (n != 1)
                abort();
            obey(h, &command);
        }
    }
}

/* Opens without a thread. What open() said. */
static int try_host(struct socket_host *h, const char *target)
{
    struct uk_message m = {""};
    if (uk_plugin_open(&h->file, BUILD_DIR "/lib/unknot/plugins", UNKNOT_CONTROL, "socket", &m))
        fail_msg("%s", m.text);
    h->ops = h->file.plugin->ops;
    h->host = (struct unknot_host){sizeof h->host, h, on_fail, "/nonexistent", NULL, NULL};
    h->why[0] = '\0';
    h->control = NULL;
    int status = h->ops->open(&h->control, &h->host, target);
    if (status)
        uk_plugin_close(&h->file);
    return status;
}

static void end_try(struct socket_host *h)
{
    h->ops->close(h->control);
    uk_plugin_close(&h->file);
}

static void make_folder(struct socket_host *h)
{
    strcpy(h->folder, "/tmp/unknot-socket-XXXXXX");
    assert_non_null(mkdtemp(h->folder));
    setenv("XDG_RUNTIME_DIR", h->folder, 1);
    snprintf(h->path, sizeof h->path, "%s/unknot/socket", h->folder);
}

static void remove_folder(struct socket_host *h)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", h->folder);
    assert_int_equal(system(command), 0);
}

static void start_host(struct socket_host *h)
{
    if (try_host(h, ""))
        fail_msg("%s", h->why);
    h->over = eventfd(0, EFD_CLOEXEC);
    atomic_store(&h->commands, 0);
    assert_int_equal(pthread_create(&h->thread, NULL, work, h), 0);
}

static void stop_host(struct socket_host *h)
{
    uint64_t one = 1;
    assert_int_equal(write(h->over, &one, sizeof one), sizeof one);
    pthread_join(h->thread, NULL);
    close(h->over);
    end_try(h);
}

/* cmocka's setup and teardown: a host in a folder of its own. */
static int setup(void **state)
{
    struct socket_host *h = calloc(1, sizeof *h);
    make_folder(h);
    start_host(h);
    *state = h;
    return 0;
}

static int teardown(void **state)
{
    struct socket_host *h = *state;
    stop_host(h);
    remove_folder(h);
    free(h);
    return 0;
}

/* One end that talks to it. */
struct end {
    int fd;
    size_t n;
    char line[1 << 16]; /* the last one read, then what came behind it */
};

static int new_socket(void)
{
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct timeval five = {.tv_sec = 5};
    assert_true(fd >= 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &five, sizeof five);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &five, sizeof five);
    return fd;
}

static int connect_to(int fd, const char *path)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
    return connect(fd, (struct sockaddr *)&at, sizeof at);
}

static struct end *begin(const struct socket_host *h)
{
    struct end *e = calloc(1, sizeof *e);
    e->fd = new_socket();
    assert_int_equal(connect_to(e->fd, h->path), 0);
    return e;
}

static void end(struct end *e)
{
    close(e->fd);
    free(e);
}

static void say_bytes(struct end *e, const char *bytes, size_t n)
{
    assert_int_equal(send(e->fd, bytes, n, MSG_NOSIGNAL), n);
}

static void say(struct end *e, const char *text)
{
    say_bytes(e, text, strlen(text));
}

/* The next line without its newline, NULL when the other side has closed. Fails after 5 seconds of nothing. */
static const char *hear(struct end *e)
{
    size_t used = e->n ? strlen(e->line) + 1 : 0;
    memmove(e->line, e->line + used, e->n -= used);
    for (;;) {
        char *newline = memchr(e->line, '\n', e->n);
        if (newline) {
            *newline = '\0';
            return e->line;
        }
        ssize_t n = recv(e->fd, e->line + e->n, sizeof e->line - e->n, 0);
        if (n < 0 && errno != ECONNRESET)
            fail_msg("no answer within 5 seconds: %s", strerror(errno));
        if (n <= 0) {
            if (e->n)
                fail_msg("half a line and then the end");
            return NULL;
        }
        e->n += (size_t)n;
    }
}

#define must_hear(e, wanted)                                                                                                     \
    do {                                                                                                                         \
        const char *heard = hear(e);                                                                                             \
        if (!heard || strcmp(heard, wanted) != 0)                                                                                \
            fail_msg("'%s', not '%s'", heard ? heard : "(closed)", wanted);                                                      \
    } while (0)

#define must_hear_of(e, part)                                                                                                    \
    do {                                                                                                                         \
        const char *heard = hear(e);                                                                                             \
        if (!heard || !strstr(heard, part))                                                                                      \
            fail_msg("'%s' does not contain '%s'", heard ? heard : "(closed)", part);                                            \
    } while (0)

#define must_be_closed(e)                                                                                                        \
    do {                                                                                                                         \
        const char *heard = hear(e);                                                                                             \
        if (heard)                                                                                                               \
            fail_msg("'%s' instead of the end", heard);                                                                          \
    } while (0)

#endif
