#include "http.h"

#include "host.h"

#include <microhttpd.h>

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SEATS 32
#define CLOSING 32 /* connections that have ended and are not gone yet */
#define TICK_MS 100
#define BACKLOG 64
#define POOL_BYTES 16384 /* of a connection: half is for what it asks */
#define ASKING_MS 5000   /* from the first byte to the last of a request */
#define KEEPING_MS 15000 /* from the end of an answer to the end of the next request */
#define STILL_MS 10000   /* who takes nothing for so long may have to go */
#define REFUSED_MS 60000 /* so long after somebody was sent away one is sought who makes room */
#define PAUSE_MS 3600000 /* a player in a pause takes nothing, either */

struct uk_server {
    struct uk_http *h;
    struct MHD_Daemon *daemon;
    int fd;
    pthread_mutex_t lock;
    struct uk_seat seats[SEATS];
};

/* What a request is, from its first line on. */
struct request {
    bool begun;
    char target[];
};

/* ---- connections ---- */

/* A seat for a connection that was just taken. NULL: there is none. */
static struct uk_seat *sit_down(struct uk_server *s, int fd)
{
    struct uk_seat *seat = NULL;
    pthread_mutex_lock(&s->lock);
    for (size_t i = 0; i < SEATS && !seat; i++)
        seat = s->seats[i].taken ? NULL : &s->seats[i];
    if (seat) {
        seat->taken = true;
        seat->answering = seat->reads = seat->waits = false;
        seat->fd = fd;
        seat->since_ms = uk_shelf_now_ms();
        seat->patience_ms = ASKING_MS;
    }
    pthread_mutex_unlock(&s->lock);
    return seat;
}

static void stand_up(struct uk_server *s, struct uk_seat *seat)
{
    pthread_mutex_lock(&s->lock);
    seat->taken = false;
    pthread_mutex_unlock(&s->lock);
}

static struct uk_seat *seat_with(struct uk_server *s, int fd)
{
    struct uk_seat *seat = NULL;
    pthread_mutex_lock(&s->lock);
    for (size_t i = 0; i < SEATS && !seat; i++)
        seat = s->seats[i].taken && s->seats[i].fd == fd ? &s->seats[i] : NULL;
    pthread_mutex_unlock(&s->lock);
    return seat;
}

static void come_and_go(void *self, struct MHD_Connection *c, void **place, enum MHD_ConnectionNotificationCode what)
{
    struct uk_server *s = self;
    if (what == MHD_CONNECTION_NOTIFY_STARTED)
        *place = seat_with(s, MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd);
    else if (*place)
        stand_up(s, *place); /* the descriptor is closed after this */
}

static struct uk_seat *seat_of(struct MHD_Connection *c)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

static void set_answering(struct uk_server *s, struct uk_seat *seat, bool answering)
{
    pthread_mutex_lock(&s->lock);
    seat->answering = answering;
    seat->reads = seat->waits = false;
    seat->since_ms = uk_shelf_now_ms();
    seat->patience_ms = KEEPING_MS;
    pthread_mutex_unlock(&s->lock);
}

/* Ends connections that ask too slowly, and when there is no room, or no engine for somebody, the one that has stood still for the longest.
 * Whether there is room. */
static bool watch(struct uk_server *s)
{
    _Atomic long long *refused_ms = &s->h->shelf.refused_ms;
    long long now = uk_shelf_now_ms(), longest = STILL_MS, longest_reader = STILL_MS;
    bool no_engine = *refused_ms && now - *refused_ms < REFUSED_MS;
    struct uk_seat *stillest = NULL, *reader = NULL; /* of all, and of those that hold an engine */
    size_t taken = 0;
    pthread_mutex_lock(&s->lock);
    for (size_t i = 0; i < SEATS; i++) {
        struct uk_seat *seat = &s->seats[i];
        long long still = now - seat->since_ms;
        if (!seat->taken)
            continue;
        taken++;
        if (seat->waits)
            continue;
        if (still > (seat->answering ? PAUSE_MS : seat->patience_ms))
            shutdown(seat->fd, SHUT_RDWR);
        if (seat->answering && still > longest) {
            longest = still;
            stillest = seat;
        }
        if (seat->reads && still > longest_reader) {
            longest_reader = still;
            reader = seat;
        }
    }
    if (taken == SEATS && stillest)
        shutdown(stillest->fd, SHUT_RDWR);
    if (no_engine && reader) {
        shutdown(reader->fd, SHUT_RDWR);
        *refused_ms = 0;
    }
    pthread_mutex_unlock(&s->lock);
    return taken < SEATS;
}

/* Whoever comes while there is no room waits at the door: the daemon itself would send them away. */
void uk_server_work(struct uk_server *s)
{
    struct timespec tick = {0, TICK_MS * 1000000};
    struct pollfd door = {s->fd, POLLIN, 0};
    struct sockaddr_storage who;
    socklen_t size = sizeof who;
    if (!watch(s) || poll(&door, 1, TICK_MS) < 0) {
        nanosleep(&tick, NULL);
        return;
    }
    if (!door.revents)
        return;
    int fd = accept4(s->fd, (struct sockaddr *)&who, &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
    struct uk_seat *seat = fd < 0 ? NULL : sit_down(s, fd);
    if (seat && MHD_add_connection(s->daemon, fd, (struct sockaddr *)&who, size) != MHD_YES)
        stand_up(s, seat);
    else if (fd < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS))
        nanosleep(&tick, NULL); /* it would be ready again at once */
}

/* ---- requests ---- */

static void *begin_request(void *self, const char *target, struct MHD_Connection *c)
{
    (void)self;
    (void)c;
    size_t size = strlen(target) + 1;
    struct request *r = calloc(1, sizeof *r + size);
    if (r)
        memcpy(r->target, target, size);
    return r;
}

static void end_request(void *self, struct MHD_Connection *c, void **request, enum MHD_RequestTerminationCode why)
{
    struct uk_seat *seat = seat_of(c);
    (void)why;
    if (seat)
        set_answering(self, seat, false);
    free(*request);
    *request = NULL;
}

/* It is called when the fields of a request are there, for each part of a body, which nobody wants, and at its end. */
static enum MHD_Result handle(void *self, struct MHD_Connection *c, const char *url, const char *method, const char *version, const char *body,
                              size_t *body_bytes, void **request)
{
    struct uk_server *s = self;
    struct uk_seat *seat = seat_of(c);
    struct request *r = *request;
    (void)url;
    (void)version;
    (void)body;
    if (!r || !seat)
        return MHD_NO;
    bool head = strcmp(method, MHD_HTTP_METHOD_HEAD) == 0, get = head || strcmp(method, MHD_HTTP_METHOD_GET) == 0;
    bool first = !r->begun;
    r->begun = true;
    if (first && !get)
        return uk_answer_sentence(c, MHD_HTTP_METHOD_NOT_ALLOWED, "here one can only GET: what plays is steered elsewhere");
    if (first)
        return MHD_YES;
    if (*body_bytes)
        return MHD_NO;
    set_answering(s, seat, true);
    return uk_answer(s->h, seat, c, r->target, head);
}

/* ---- the beginning and the end ---- */

static int open_socket(struct uk_server *s, const struct sockaddr *where, socklen_t size)
{
    int on = 1;
    s->fd = socket(where->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (s->fd < 0)
        return errno;
    setsockopt(s->fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return bind(s->fd, where, size) || listen(s->fd, BACKLOG) ? errno : 0;
}

static int start_daemon(struct uk_server *s)
{
    const unsigned how = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL | MHD_USE_ITC | MHD_USE_NO_LISTEN_SOCKET;
    s->daemon = MHD_start_daemon(how, 0, NULL, NULL, handle, s, MHD_OPTION_CONNECTION_LIMIT, (unsigned)(SEATS + CLOSING),
                                 MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)POOL_BYTES, MHD_OPTION_CONNECTION_TIMEOUT, 0u,
                                 MHD_OPTION_NOTIFY_CONNECTION, come_and_go, s, MHD_OPTION_NOTIFY_COMPLETED, end_request, s,
                                 MHD_OPTION_URI_LOG_CALLBACK, begin_request, s, MHD_OPTION_END);
    return s->daemon ? 0 : errno ? errno : ENOMEM;
}

int uk_server_start(struct uk_server **out, struct uk_http *h, const struct sockaddr *where, socklen_t size, char address[64],
                    struct uk_trouble *trouble)
{
    struct uk_server *s = *out = calloc(1, sizeof *s);
    struct sockaddr_storage bound;
    socklen_t n = sizeof bound;
    if (!s)
        return ENOMEM;
    s->h = h;
    s->fd = -1;
    pthread_mutex_init(&s->lock, NULL);
    uk_host_text(where, address);
    int error = open_socket(s, where, size);
    if (!error && getsockname(s->fd, (struct sockaddr *)&bound, &n) == 0)
        uk_host_text((struct sockaddr *)&bound, address);
    if (!error)
        error = start_daemon(s);
    if (error == EADDRINUSE)
        snprintf(trouble->text, sizeof trouble->text, "something else listens at %s: choose another port", address);
    else if (error == EADDRNOTAVAIL)
        snprintf(trouble->text, sizeof trouble->text, "%s is no address of this machine", address);
    else if (error == EAFNOSUPPORT || error == EPERM || error == EACCES)
        snprintf(trouble->text, sizeof trouble->text, "%s: this program may not use the network, or not that port: %s", address, strerror(error));
    else if (error)
        snprintf(trouble->text, sizeof trouble->text, "nothing can listen at %s: %s", address, strerror(error));
    return error;
}

void uk_server_stop(struct uk_server *s)
{
    if (!s)
        return;
    if (s->daemon)
        MHD_stop_daemon(s->daemon);
    if (s->fd >= 0)
        close(s->fd);
    pthread_mutex_destroy(&s->lock);
    free(s);
}
