/* fifo.c - a named pipe that a reader may leave.
 *
 * It is opened for reading too. So opening never waits, a write never fails for want of a reader, and what is out of date can be taken back.
 * Whether somebody reads is seen by the pipe growing empty; while nobody does, one frame of silence lies in it as a bait. Snapcast's server
 * needs that: as long as nobody writes it opens the pipe only for a moment, ten times a second.
 */
#include "fifo.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S INT64_C(1000000000)
#define NS_PER_MS INT64_C(1000000)
#define FRAME_BYTES 4
#define MOST_FRAMES 1024 /* at a time */
#define TICK_MS 5
#define WRITE_MS 100
#define LOST_MS 500   /* no reader needs as long for what it has */
#define OPEN_MS 500
#define FINISH_MS 1500
#define HURRY 50 /* a sound card's clock is not ours: a reader may be faster by a 50th, no more */
#define LATER_MAX_S 10

struct fifo {
    int fd;
    uint32_t rate;
    int later_frames;  /* from being read to being heard */
    int in_pipe;       /* bytes, when it was looked at last or written to */
    int64_t read_ns;   /* when somebody read something last */
    int64_t due_ns;    /* when all that was taken will have been played */
    bool dry;          /* it was found empty, so something is missing in the sound */
    atomic_bool away;
    atomic_ullong dropouts;
    char why[400];
};

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * NS_PER_S + t.tv_nsec;
}

static void nap(void)
{
    struct timespec t = {0, TICK_MS * NS_PER_MS};
    nanosleep(&t, NULL);
}

static int held_bytes(const struct fifo *f)
{
    return (int)(f->rate * FIFO_HELD_MS / 1000) * FRAME_BYTES;
}

/* Sees whether somebody has read. */
static void look(struct fifo *f)
{
    int bytes = 0;
    if (ioctl(f->fd, FIONREAD, &bytes))
        return;
    if (bytes < f->in_pipe)
        f->read_ns = now_ns();
    f->in_pipe = bytes;
}

/* Puts in what there is room for. Up to PIPE_BUF bytes go in as a whole or not at all, so no frame is ever cut. Returns bytes. */
static int put(struct fifo *f, const void *bytes, int n)
{
    int done = 0;
    if (f->in_pipe == 0)
        f->read_ns = now_ns(); /* from now on there is something to read */
    while (done < n) {
        int piece = n - done < PIPE_BUF ? n - done : PIPE_BUF;
        if (write(f->fd, (const char *)bytes + done, (size_t)piece) != piece)
            break;
        done += piece;
    }
    f->in_pipe += done;
    return done;
}

static void put_silence(struct fifo *f, int n)
{
    static const char silence[PIPE_BUF];
    for (int piece = 0; n > 0; n -= piece) {
        piece = n < PIPE_BUF ? n : PIPE_BUF;
        if (put(f, silence, piece) != piece)
            return;
    }
}

static void take_back(struct fifo *f)
{
    char old[PIPE_BUF];
    while (read(f->fd, old, sizeof old) > 0)
        ;
    f->in_pipe = 0;
}

static void lay_bait(struct fifo *f)
{
    take_back(f);
    put_silence(f, FRAME_BYTES);
    atomic_store(&f->away, true);
}

/* The reader is here: it begins with silence, so that it never waits within a word. */
static void welcome(struct fifo *f)
{
    put_silence(f, held_bytes(f));
    f->due_ns = now_ns();
    f->dry = false;
    atomic_store(&f->away, false);
}

/* What goes on at the other end. */
static void watch_reader(struct fifo *f)
{
    look(f);
    if (atomic_load(&f->away)) {
        if (f->in_pipe == 0)
            welcome(f);
    } else if (f->in_pipe > 0 && now_ns() - f->read_ns > LOST_MS * NS_PER_MS) {
        lay_bait(f);
    }
}

bool fifo_is_meant(const char *target)
{
    return strchr(target, '/') != NULL;
}

static int32_t refuse(const struct unknot_host *host, int32_t failure, const char *format, const char *path)
{
    char sentence[500];
    snprintf(sentence, sizeof sentence, format, path);
    host->fail(host->ctx, sentence);
    return failure;
}

/* Cuts ",SECONDS" off the path. Without one: 0. */
static double cut_seconds(char *path)
{
    char *comma = strrchr(path, ','), *end = NULL;
    double seconds = comma && comma[1] >= '0' && comma[1] <= '9' ? strtod(comma + 1, &end) : 0;
    if (!end || *end || !(seconds <= LATER_MAX_S))
        return 0;
    *comma = '\0';
    return seconds;
}

static int32_t open_pipe(struct fifo *f, const struct unknot_host *host, const char *path)
{
    struct stat s;
    int missing = stat(path, &s);
    if (!missing && !S_ISFIFO(s.st_mode))
        return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "'%.300s' is no named pipe: give the name of one, or use the sink 'file'", path);
    f->fd = missing ? -1 : open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (f->fd >= 0)
        return 0;
    if (errno == EACCES)
        return refuse(host, UNKNOT_PLUGIN_IO, "the pipe '%.300s' is closed to this user: run unknot as the user it belongs to", path);
    return refuse(host, UNKNOT_PLUGIN_NO_DEVICE, "there is no pipe '%.300s': start the program that reads it, or make it with mkfifo", path);
}

static int32_t wait_for_reader(struct fifo *f, const struct unknot_host *host, const char *path)
{
    int64_t until_ns = now_ns() + OPEN_MS * NS_PER_MS;
    lay_bait(f);
    while (atomic_load(&f->away) && now_ns() < until_ns) {
        nap();
        watch_reader(f);
    }
    if (!atomic_load(&f->away))
        return 0;
    return refuse(host, UNKNOT_PLUGIN_NO_DEVICE, "nobody reads the pipe '%.300s': start the program that plays what it reads there", path);
}

int32_t fifo_open(struct fifo **out, const struct unknot_host *host, const char *target, uint32_t rate)
{
    struct fifo *f = calloc(1, sizeof *f);
    char *path = strdup(target);
    int32_t status = f && path ? 0 : UNKNOT_PLUGIN_NO_MEMORY;
    if (status)
        host->fail(host->ctx, "there is not enough memory for a pipe");
    if (!status) {
        f->fd = -1;
        f->rate = rate;
        f->later_frames = (int)(cut_seconds(path) * rate);
        snprintf(f->why, sizeof f->why, "nobody reads the pipe '%.300s'", path);
        status = open_pipe(f, host, path);
    }
    if (!status)
        status = wait_for_reader(f, host, path);
    free(path);
    if (status)
        fifo_close(f);
    else
        *out = f;
    return status;
}

/* Frames that may be taken now: what the clock allows, and the pipe. */
static uint32_t room(struct fifo *f)
{
    int64_t now = now_ns();
    bool away = atomic_load(&f->away);
    int64_t most_ns = away ? TICK_MS * NS_PER_MS : 2 * FIFO_HELD_MS * NS_PER_MS;
    if (f->due_ns < now - most_ns)
        f->due_ns = now - most_ns; /* it stood still: that is not made up for */
    int64_t allowed = (now + most_ns - f->due_ns) * f->rate / NS_PER_S;
    int64_t fits = away ? allowed : (held_bytes(f) - f->in_pipe) / FRAME_BYTES;
    int64_t n = allowed < fits ? allowed : fits;
    return n > 0 ? (uint32_t)n : 0;
}

/* Waits until frames may be taken, or long enough. Returns how many. */
static uint32_t wait_for_room(struct fifo *f)
{
    int64_t until_ns = now_ns() + WRITE_MS * NS_PER_MS;
    for (;;) {
        watch_reader(f);
        uint32_t n = room(f);
        if (n > 0 || now_ns() >= until_ns)
            return n;
        nap();
    }
}

/* Returns how many frames went into the pipe. */
static uint32_t put_frames(struct fifo *f, const int16_t *frames, uint32_t n)
{
    unsigned char bytes[MOST_FRAMES * FRAME_BYTES];
    for (size_t i = 0; i < 2 * (size_t)n; i++) {
        bytes[2 * i] = (unsigned char)frames[i];
        bytes[2 * i + 1] = (unsigned char)((uint16_t)frames[i] >> 8);
    }
    if (f->in_pipe == 0 && !f->dry)
        atomic_fetch_add(&f->dropouts, 1);
    f->dry = f->in_pipe == 0;
    n = (uint32_t)put(f, bytes, (int)n * FRAME_BYTES) / FRAME_BYTES;
    if (n == 0) /* the pipe is smaller than usual */
        nap();
    return n;
}

int32_t fifo_write(struct fifo *f, const int16_t *frames, uint32_t count)
{
    uint32_t n = wait_for_room(f), rate = f->rate;
    n = n < count ? n : count;
    n = n < MOST_FRAMES ? n : MOST_FRAMES;
    if (n > 0 && !atomic_load(&f->away)) {
        n = put_frames(f, frames, n);
        rate += rate / HURRY;
    }
    f->due_ns += (int64_t)n * NS_PER_S / rate;
    return (int32_t)n;
}

void fifo_finish(struct fifo *f)
{
    int64_t until_ns = now_ns() + FINISH_MS * NS_PER_MS;
    if (!atomic_load(&f->away))
        put_silence(f, held_bytes(f)); /* a reader that takes more at a time drops what is left over */
    while (!atomic_load(&f->away) && f->in_pipe > 0 && now_ns() < until_ns) {
        nap();
        watch_reader(f);
    }
}

void fifo_close(struct fifo *f)
{
    if (f && f->fd >= 0) {
        take_back(f);
        close(f->fd);
    }
    free(f);
}

int64_t fifo_latency_frames(struct fifo *f)
{
    return atomic_load(&f->away) ? 0 : f->in_pipe / FRAME_BYTES + f->later_frames;
}

void fifo_health(struct fifo *f, struct unknot_sink_health *out)
{
    out->away = atomic_load(&f->away);
    out->dropouts = atomic_load(&f->dropouts);
    if (out->away)
        snprintf(out->why, sizeof out->why, "%s", f->why);
}
