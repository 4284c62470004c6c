/* sink.c - writes 16-bit sound to stdout: with a WAV header (target "wav" or "") or without ("raw"); or without to a named pipe (fifo.h).
 *
 * It never waits for a slow reader longer than write() may: after poll() a pipe takes PIPE_BUF bytes without blocking. stdout is not
 * made non-blocking, because that would be so for every program that shares it.
 */
#include "fifo.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    WRITE_MS = 100,
    FINISH_MS = 5000, /* a reader that takes nothing for so long has forgotten us */
    BUFFER_FRAMES = 2048,
    HEADER_BYTES = 44,
};

struct sink {
    const struct unknot_host *host;
    struct fifo *fifo; /* NULL: stdout, and what follows */
    int fd;
    size_t at, end; /* what of `bytes` is still to be written */
    unsigned char bytes[4 * BUFFER_FRAMES];
};

static int32_t fail(const struct sink *s, const char *what, int error)
{
    char sentence[200];
    snprintf(sentence, sizeof sentence, error ? "%s: %s" : "%s", what, strerror(error));
    s->host->fail(s->host->ctx, sentence);
    return UNKNOT_PLUGIN_IO;
}

/* write() without the SIGPIPE that a pipe without reader raises in this thread. */
static ssize_t write_quietly(int fd, const void *bytes, size_t n)
{
    sigset_t pipe, before, pending;
    struct timespec none = {0};
    sigpending(&pending);
    bool was_pending = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    ssize_t k = write(fd, bytes, n);
    int error = errno;
    if (k < 0 && error == EPIPE && !was_pending)
        while (sigtimedwait(&pipe, NULL, &none) < 0 && errno == EINTR)
            ;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return k;
}

/* Writes what is buffered as far as it goes within `ms`. */
static int32_t push(struct sink *s, int ms)
{
    while (s->at < s->end) {
        struct pollfd f = {.fd = s->fd, .events = POLLOUT};
        int ready = poll(&f, 1, ms);
        if (ready == 0 || (ready < 0 && errno == EINTR))
            return 0;
        size_t n = s->end - s->at < PIPE_BUF ? s->end - s->at : PIPE_BUF;
        ssize_t k = ready < 0 ? -1 : write_quietly(s->fd, s->bytes + s->at, n);
        if (k < 0 && (errno == EAGAIN || errno == EINTR))
            return 0;
        if (k < 0 && errno == EPIPE)
            return fail(s, "the reader of the pipe has gone", 0);
        if (k < 0)
            return fail(s, "the sound cannot be written to stdout", errno);
        s->at += (size_t)k;
    }
    return 0;
}

static void put(unsigned char *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        out[i] = (unsigned char)(value >> (8 * i));
}

/* A WAV header whose lengths say "until the end". */
static void put_header(unsigned char *h, uint32_t rate)
{
    memcpy(h, "RIFF\xff\xff\xff\xffWAVEfmt ", 16);
    put(h + 16, 16, 4);
    put(h + 20, 1, 2); /* PCM */
    put(h + 22, 2, 2);
    put(h + 24, rate, 4);
    put(h + 28, rate * 4, 4);
    put(h + 32, 4, 2);
    put(h + 34, 16, 2);
    memcpy(h + 36, "data\xff\xff\xff\xff", 8);
}

static int32_t open_fifo(struct sink **out, const struct unknot_host *host, const char *target, uint32_t rate)
{
    struct sink *s = calloc(1, sizeof *s);
    if (!s) {
        host->fail(host->ctx, "there is not enough memory for a pipe");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    int32_t status = fifo_open(&s->fifo, host, target, rate);
    if (status)
        free(s);
    else
        *out = s;
    return status;
}

static int32_t open_stdout(struct sink **out, const struct unknot_host *host, const char *target, uint32_t rate)
{
    const char *wrong = NULL;
    bool raw = strcmp(target, "raw") == 0;
    struct stat unused;
    if (!raw && *target && strcmp(target, "wav") != 0)
        wrong = "the sink 'pipe' writes to stdout, as 'wav' or 'raw', or to a named pipe, as './NAME': give one of these as its device";
    else if (fstat(STDOUT_FILENO, &unused))
        wrong = "stdout is closed: send it to a program or a file";
    else if (isatty(STDOUT_FILENO))
        wrong = "stdout is a terminal: send it to a program or a file, as in 'unknot play ROUTINE --sink pipe | aplay'";
    struct sink *s = wrong ? NULL : calloc(1, sizeof *s);
    int fd = s ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3) : -1;
    if (fd < 0) {
        free(s);
        host->fail(host->ctx, wrong ? wrong : "stdout cannot be opened once more: close something and try again");
        return wrong ? UNKNOT_PLUGIN_BAD_TARGET : UNKNOT_PLUGIN_IO;
    }
    s->host = host;
    s->fd = fd;
    if (!raw) {
        put_header(s->bytes, rate);
        s->end = HEADER_BYTES;
    }
    *out = s;
    return 0;
}

static int32_t sink_open(void **out, const struct unknot_host *host, const char *target,
                         struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    struct sink *s = NULL;
    (void)about;
    int32_t status = (fifo_is_meant(target) ? open_fifo : open_stdout)(&s, host, target, format->rate);
    format->sample_format = UNKNOT_S16;
    *out = s;
    return status;
}

static int32_t sink_write(void *self, const void *frames, uint32_t count)
{
    struct sink *s = self;
    const int16_t *in = frames;
    if (s->fifo)
        return fifo_write(s->fifo, in, count);
    int32_t status = push(s, WRITE_MS);
    if (status || s->at < s->end)
        return status;
    uint32_t n = count < BUFFER_FRAMES ? count : BUFFER_FRAMES;
    for (size_t i = 0; i < 2 * (size_t)n; i++)
        put(s->bytes + 2 * i, (uint16_t)in[i], 2);
    s->at = 0;
    s->end = 4 * (size_t)n;
    status = push(s, 0);
    return status ? status : (int32_t)n;
}

static int32_t sink_finish(void *self)
{
    struct sink *s = self;
    if (s->fifo)
        fifo_finish(s->fifo);
    while (s->at < s->end) {
        size_t before = s->at;
        int32_t status = push(s, FINISH_MS);
        if (status)
            return status;
        if (s->at == before)
            return fail(s, "the reader of the pipe takes nothing any more: the end is missing there", 0);
    }
    return 0;
}

static void sink_close(void *self)
{
    struct sink *s = self;
    if (s && s->fifo)
        fifo_close(s->fifo);
    else if (s)
        close(s->fd);
    free(s);
}

static int64_t sink_latency_frames(void *self)
{
    struct sink *s = self;
    return s->fifo ? fifo_latency_frames(s->fifo) : (int64_t)(s->end - s->at) / 4;
}

static void sink_health(void *self, struct unknot_sink_health *out)
{
    struct sink *s = self;
    if (s->fifo)
        fifo_health(s->fifo, out);
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops,
    .open = sink_open,
    .write = sink_write,
    .finish = sink_finish,
    .close = sink_close,
    .latency_frames = sink_latency_frames,
    .health = sink_health,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "pipe", "writes WAV or raw 16-bit sound to stdout, or to a named pipe", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
