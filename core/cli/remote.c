#include "remote.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_LINE (1 << 20)
#define SERVICE "/run/unknot/socket" /* where the machine's own has it */
#define KNOCK_MS 20 /* between two tries, when many wait to be let in */

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

static int no_answer(const struct uk_remote *r)
{
    uk_terminal_say("the player at %s did not answer in time: it may be stopped, or very busy", r->at.sun_path);
    return UK_EXIT_FAILED;
}

static int cannot_connect(const struct uk_remote *r, int error)
{
    if (error == ENOENT || error == ECONNREFUSED)
        uk_terminal_say("nothing is playing: start a routine with 'unknot play'");
    else if (error == EACCES && strcmp(r->at.sun_path, SERVICE) == 0)
        uk_terminal_say("the player that is there is the machine's: speak to it with 'sudo unknot ctl'");
    else
        uk_terminal_say("the socket %s cannot be opened: %s", r->at.sun_path, strerror(error));
    return UK_EXIT_FAILED;
}

/* Where plugins/control-socket has it unless told otherwise; where nothing of this user plays, that of the machine's service. */
static int find_socket(struct sockaddr_un *at, const char *path)
{
    const char *run = getenv("XDG_RUNTIME_DIR");
    int n;
    *at = (struct sockaddr_un){.sun_family = AF_UNIX};
    if (path)
        n = snprintf(at->sun_path, sizeof at->sun_path, "%s", path);
    else if (run && *run == '/')
        n = snprintf(at->sun_path, sizeof at->sun_path, "%s/unknot/socket", run);
    else
        n = snprintf(at->sun_path, sizeof at->sun_path, "/tmp/unknot-%lu/socket", (unsigned long)geteuid());
    if (!path && access(at->sun_path, F_OK) != 0 && (access(SERVICE, F_OK) == 0 || errno == EACCES))
        n = snprintf(at->sun_path, sizeof at->sun_path, "%s", SERVICE);
    if ((size_t)n < sizeof at->sun_path)
        return 0;
    uk_terminal_say("the path of the socket, %s..., has more than the %zu bytes it may have", at->sun_path, sizeof at->sun_path - 1);
    return UK_EXIT_FAILED;
}

bool uk_remote_is_there(void)
{
    struct sockaddr_un at;
    if (find_socket(&at, NULL))
        return false;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    bool there = fd >= 0 && connect(fd, (const struct sockaddr *)&at, sizeof at) == 0;
    if (fd >= 0)
        close(fd);
    return there;
}

int uk_remote_open(struct uk_remote *r, const char *path)
{
    struct ucred peer;
    socklen_t n = sizeof peer;
    *r = (struct uk_remote){.fd = -1};
    int code = find_socket(&r->at, path);
    if (code)
        return code;
    r->until_ms = now_ms() + (long long)(1000 * UK_REMOTE_S);
    r->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    while (r->fd >= 0 && connect(r->fd, (const struct sockaddr *)&r->at, sizeof r->at)) {
        if (errno != EAGAIN && errno != EINTR)
            return cannot_connect(r, errno);
        if (now_ms() >= r->until_ms)
            return no_answer(r);
        poll(NULL, 0, KNOCK_MS);
    }
    if (r->fd < 0 || getsockopt(r->fd, SOL_SOCKET, SO_PEERCRED, &peer, &n))
        return cannot_connect(r, errno);
    if (peer.uid != geteuid() && peer.uid != 0 && geteuid() != 0) {
        uk_terminal_say("the player at %s is another user's", r->at.sun_path);
        return UK_EXIT_FAILED;
    }
    return 0;
}

int uk_remote_send(struct uk_remote *r, const char *bytes, size_t n)
{
    while (n > 0) {
        struct pollfd f = {.fd = r->fd, .events = POLLOUT};
        ssize_t k = send(r->fd, bytes, n, MSG_NOSIGNAL);
        if (k < 0 && errno == EPIPE) /* closed already; it may have said why */
            return 0;
        if (k < 0 && errno != EAGAIN && errno != EINTR)
            return cannot_connect(r, errno);
        bytes += k > 0 ? k : 0;
        n -= k > 0 ? (size_t)k : 0;
        long long left_ms = r->until_ms - now_ms();
        if (n > 0 && (left_ms <= 0 || poll(&f, 1, (int)left_ms) == 0))
            return no_answer(r);
    }
    return 0;
}

/* Takes in what came. False: no more comes. */
static bool receive(struct uk_remote *r)
{
    if (r->room - r->used < 4096) {
        char *more = r->room > LONGEST_LINE ? NULL : realloc(r->text, 2 * r->room + 8192);
        if (!more)
            return false;
        r->text = more;
        r->room = 2 * r->room + 8192;
    }
    ssize_t n = recv(r->fd, r->text + r->used, r->room - r->used, 0);
    r->used += n > 0 ? (size_t)n : 0;
    return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

int uk_remote_line(struct uk_remote *r, double seconds, char **line)
{
    long long until_ms = now_ms() + (long long)(1000 * seconds);
    if (r->line > 0) /* the one handed out before */
        memmove(r->text, r->text + r->line, r->used -= r->line);
    r->line = 0;
    for (;;) {
        char *newline = r->used ? memchr(r->text, '\n', r->used) : NULL;
        if (newline) {
            *newline = '\0';
            r->line = (size_t)(newline - r->text) + 1;
            *line = r->text;
            return 1;
        }
        struct pollfd f = {.fd = r->fd, .events = POLLIN};
        long long left_ms = until_ms - now_ms();
        int ready = poll(&f, 1, left_ms > 0 ? (int)left_ms : 0);
        if (ready > 0 && !receive(r))
            return -1;
        if (ready == 0 && left_ms <= 0)
            return 0;
    }
}

int uk_remote_answer(struct uk_remote *r, char **line)
{
    int n = uk_remote_line(r, (double)(r->until_ms - now_ms()) / 1000, line);
    if (n == 0)
        return no_answer(r);
    if (n < 0) {
        uk_terminal_say("the player at %s hung up without an answer", r->at.sun_path);
        return UK_EXIT_FAILED;
    }
    return 0;
}

void uk_remote_close(struct uk_remote *r)
{
    if (r->fd >= 0)
        close(r->fd);
    free(r->text);
    *r = (struct uk_remote){.fd = -1};
}
