#include "packet.h"

#include "text.h"
#include "time.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

static unsigned char *room(struct uk_packet *p, size_t n)
{
    if (p->bad || n > UK_PACKET_LARGEST || p->length + n > UK_PACKET_LARGEST) {
        p->bad = true;
        return NULL;
    }
    if (p->length + n > p->capacity || !p->bytes) {
        size_t capacity = p->capacity ? p->capacity : 512;
        while (capacity < p->length + n)
            capacity *= 2;
        unsigned char *bytes = realloc(p->bytes, capacity);
        if (!bytes) {
            p->bad = true;
            return NULL;
        }
        p->bytes = bytes;
        p->capacity = capacity;
    }
    unsigned char *at = p->bytes + p->length;
    p->length += n;
    return at;
}

static void put(struct uk_packet *p, const void *value, size_t n)
{
    unsigned char *at = room(p, n);
    if (at && n)
        memcpy(at, value, n);
}

void uk_packet_put_u32(struct uk_packet *p, uint32_t value)
{
    put(p, &value, sizeof value);
}

void uk_packet_put_i64(struct uk_packet *p, int64_t value)
{
    put(p, &value, sizeof value);
}

void uk_packet_put_f64(struct uk_packet *p, double value)
{
    put(p, &value, sizeof value);
}

void uk_packet_put_bytes(struct uk_packet *p, const void *bytes, size_t n)
{
    if (n > UK_PACKET_LARGEST) {
        p->bad = true;
        return;
    }
    uk_packet_put_u32(p, (uint32_t)n);
    put(p, bytes, n);
}

void uk_packet_put_text(struct uk_packet *p, const char *text)
{
    /* with its NUL, so that the reader can use it in place */
    uk_packet_put_bytes(p, text ? text : "", (text ? strlen(text) : 0) + 1);
}

static const unsigned char *take(struct uk_packet *p, size_t n)
{
    if (p->bad || n > p->length - p->at) {
        p->bad = true;
        return NULL;
    }
    const unsigned char *from = p->bytes + p->at;
    p->at += n;
    return from;
}

static void get(struct uk_packet *p, void *value, size_t n)
{
    const unsigned char *from = take(p, n);
    if (from)
        memcpy(value, from, n);
    else
        memset(value, 0, n);
}

uint32_t uk_packet_get_u32(struct uk_packet *p)
{
    uint32_t value;
    get(p, &value, sizeof value);
    return value;
}

int64_t uk_packet_get_i64(struct uk_packet *p)
{
    int64_t value;
    get(p, &value, sizeof value);
    return value;
}

double uk_packet_get_f64(struct uk_packet *p)
{
    double value;
    get(p, &value, sizeof value);
    if (!isfinite(value)) {
        p->bad = true;
        return 0;
    }
    return value;
}

const void *uk_packet_get_bytes(struct uk_packet *p, size_t *n)
{
    *n = uk_packet_get_u32(p);
    const void *bytes = take(p, *n);
    if (!bytes)
        *n = 0;
    return bytes;
}

const char *uk_packet_get_text(struct uk_packet *p, size_t most)
{
    size_t n;
    const char *text = uk_packet_get_bytes(p, &n);
    if (!text || n < 1 || n - 1 > most || text[n - 1] != '\0' || !uk_text_is_utf8(text, n - 1)) {
        p->bad = true;
        return "";
    }
    return text;
}

/* Waits until the fd is ready. 0 when it is, -1 with errno set when not. */
static int wait_for(int fd, short events, int64_t deadline_ns)
{
    for (;;) {
        int64_t left = deadline_ns - uk_clock_ns();
        if (left <= 0) {
            errno = ETIMEDOUT;
            return -1;
        }
        struct pollfd f = {.fd = fd, .events = events};
        int64_t ms = left / 1000000 + 1;
        int n = poll(&f, 1, ms > 60000 ? 60000 : (int)ms);
        if (n > 0)
            return 0;
        if (n < 0 && errno != EINTR)
            return -1;
    }
}

static int transfer(int fd, unsigned char *bytes, size_t n, bool sending, int64_t deadline_ns)
{
    while (n > 0) {
        ssize_t k = sending ? send(fd, bytes, n, MSG_NOSIGNAL | MSG_DONTWAIT) : recv(fd, bytes, n, MSG_DONTWAIT);
        if (k > 0) {
            bytes += k;
            n -= (size_t)k;
        } else if (k == 0) {
            errno = EPIPE;
            return -1;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (wait_for(fd, sending ? POLLOUT : POLLIN, deadline_ns))
                return -1;
        } else if (errno != EINTR) {
            return -1;
        }
    }
    return 0;
}

/* Length and bytes at once, so that the other end wakes once. How much was taken, 0 when it must wait. */
static size_t send_first(const struct uk_packet *p, int fd, uint32_t *length)
{
    struct iovec parts[] = {{length, sizeof *length}, {p->bytes, p->length}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    ssize_t k = sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    return k > 0 ? (size_t)k : 0;
}

int uk_packet_send(const struct uk_packet *p, int fd, int64_t deadline_ns, struct uk_message *m)
{
    if (p->bad)
        return uk_no_memory(m);
    uint32_t length = (uint32_t)p->length;
    size_t sent = send_first(p, fd, &length), head = sent < sizeof length ? sent : sizeof length;
    size_t left = p->length - (sent - head);
    if (transfer(fd, (unsigned char *)&length + head, sizeof length - head, true, deadline_ns) ||
        (left && transfer(fd, p->bytes + (p->length - left), left, true, deadline_ns)))
        return uk_fail(m, UNKNOT_IO, "a helper program does not listen: %s", strerror(errno));
    return UNKNOT_OK;
}

int uk_packet_receive(struct uk_packet *p, int fd, size_t most, int64_t deadline_ns, struct uk_message *m)
{
    uint32_t length;
    uk_packet_clear(p);
    if (transfer(fd, (unsigned char *)&length, sizeof length, false, deadline_ns))
        return uk_fail(m, UNKNOT_IO, "a helper program does not answer: %s", strerror(errno));
    if (length > most)
        return uk_fail(m, UNKNOT_BAD_DATA, "a helper program answered with too much");
    unsigned char *bytes = room(p, length);
    if (p->bad)
        return uk_no_memory(m);
    if (transfer(fd, bytes, length, false, deadline_ns))
        return uk_fail(m, UNKNOT_IO, "a helper program stopped in the middle of its answer: %s", strerror(errno));
    return UNKNOT_OK;
}

void uk_packet_clear(struct uk_packet *p)
{
    p->length = p->at = 0;
    p->bad = false;
}

void uk_packet_finish(struct uk_packet *p)
{
    free(p->bytes);
    *p = (struct uk_packet){0};
}
