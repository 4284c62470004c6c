/* sink.c - plays to a sound device by way of unknot-audio, the process that PortAudio lives in.
 *
 * PortAudio cannot be trusted with a device that goes away: it loops, hangs or aborts. So this plugin never calls it. It fills a ring in
 * shared memory, watches the callback's heartbeat and kills the process when that stops. Then a clock takes the device's place, so that
 * the session goes on in silence, until another process has opened the device again and plays from where the clock is.
 */
#include "list.h"
#include "pace.h"
#include "process.h"
#include "shared.h"

#include <unknot_plugin.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define NS_PER_MS INT64_C(1000000)

enum {
    OPEN_MS = 25000,       /* a sound server that is being started takes its time, and is not to be interrupted */
    FIRST_BEATS_MS = 3000, /* so long a server's null sink may pause after its first buffer */
    BEAT_MS = 500,         /* no callback for so long afterwards: the device is lost */
    LAST_BEATS_MS = 1000,  /* the same at the end, when nobody likes to wait */
    WRITE_MS = 100,        /* how long write() waits for room */
    REAP_MS = 50,          /* how long write() waits for a killed process */
    STUCK_MS = 2000,       /* how long the next try waits for it */
    END_MS = 300,          /* for a process to end by itself */
    CLOSE_MS = 1000,       /* for a killed one to be gone */
    RETRY_MS = 250,        /* between tries at first, then a twentieth of the time that the device is away, up to: */
    LAST_RETRY_MS = 2000,
    CATCH_UP_MS = 3000,    /* how long a device that is back waits for the clock at most */
    REST_MS = 100,         /* at least, after one that took longer */
};

#define LATENCY_S 0.2
#define LONGEST_DEVICE_LATENCY_S 1.0

enum phase {
    NEAR,    /* the device plays what is in the ring */
    AWAY,    /* the clock plays; tries are made to open the device */
    JOINING, /* the device was told where to begin, and has not yet */
};

struct sink {
    const struct unknot_host *host;
    struct shared *shared; /* of the newest process */
    size_t bytes;
    uint32_t rate, capacity;
    double device_latency_s;
    char device[128]; /* stable name; until it was opened once, what was asked for */
    char instead[320]; /* why it is not a better one; "" */
    struct process process;
    struct process stuck; /* one that was killed and is still in the kernel: left alone, to be reaped when it is gone */
    enum phase phase;
    bool played;       /* it did play once */
    uint64_t written;  /* frames taken from the host */
    uint64_t first;    /* the one that the present process begins with */
    uint64_t dropouts; /* those of former processes, and the losses */
    struct pace pace;
    uint32_t pace_room; /* frames that the clock lets wait */
    int64_t away_ns, next_try_ns;
    int64_t proof_ns, proof_silent; /* since when the device that is back keeps its pace, and what it had taken then */
    _Atomic bool told_away; /* for health(), which any thread may call meanwhile */
    _Atomic uint64_t told_dropouts;
};

static void sleep_ms(int ms)
{
    poll(NULL, 0, ms);
}

static int32_t no_memory(const struct unknot_host *host)
{
    return process_fail(host, UNKNOT_PLUGIN_NO_MEMORY, "the machine has no memory left: close something and try again");
}

/* ---- a process --------------------------------------------------------------------------------------------------- */

/* Memory for a new process, with what the ring holds: frame n is at n % capacity, whoever plays it. Returns its file descriptor,
 * negative: none. */
static int renew_memory(struct sink *s, bool rejoins)
{
    size_t bytes = shared_bytes(s->capacity);
    int memory = memfd_create("unknot-audio", MFD_CLOEXEC);
    if (memory < 0)
        return -1;
    struct shared *m = ftruncate(memory, (off_t)bytes) ? MAP_FAILED : mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (m == MAP_FAILED) {
        close(memory);
        return -1;
    }
    m->size = sizeof *m;
    m->rate = s->rate;
    m->capacity = s->capacity;
    m->device_latency_s = s->device_latency_s;
    m->rejoins = rejoins;
    atomic_store(&m->open, !rejoins);
    snprintf(m->device, sizeof m->device, "%s", *s->device ? s->device : "default");
    if (s->shared) {
        memcpy(m->frames, s->shared->frames, bytes - sizeof *m);
        munmap(s->shared, s->bytes);
    }
    s->shared = m;
    s->bytes = bytes;
    return memory;
}

static int32_t start(struct sink *s, bool rejoins)
{
    int memory = renew_memory(s, rejoins);
    if (memory < 0)
        return no_memory(s->host);
    int32_t status = process_start(&s->process, s->host, s->device, memory, -1);
    close(memory);
    return status;
}

static uint32_t state_of(const struct sink *s)
{
    return atomic_load_explicit(&s->shared->state, memory_order_acquire);
}

static int longest_silence_ms(const struct sink *s, int64_t now)
{
    bool first = now - atomic_load(&s->shared->start_ns) < FIRST_BEATS_MS * NS_PER_MS;
    if (atomic_load(&s->shared->finishing))
        return LAST_BEATS_MS;
    return first ? FIRST_BEATS_MS : BEAT_MS;
}

static bool is_lost(struct sink *s)
{
    bool alive = process_runs(&s->process);
    int64_t now = shared_now_ns();
    switch (state_of(s)) {
    case STARTING:
        return !alive || now - s->process.started_ns > OPEN_MS * NS_PER_MS;
    case READY:
        return !alive;
    case PLAYING:
        return !alive || now - atomic_load(&s->shared->beat_ns) > longest_silence_ms(s, now) * NS_PER_MS;
    case DONE:
        return false;
    default:
        return true;
    }
}

/* Says why a device was lost before it ever played. */
static int32_t explain(struct sink *s)
{
    char words[256];
    bool alive = process_runs(&s->process);
    uint32_t state = state_of(s);
    process_last_words(&s->process, words, sizeof words);
    process_end(&s->process, CLOSE_MS);
    if (state == FAILED)
        return process_fail(s->host, UNKNOT_PLUGIN_NO_DEVICE, "%s", s->shared->why);
    if (!alive && strstr(words, "Assertion"))
        return process_fail(s->host, UNKNOT_PLUGIN_NO_DEVICE, "the sound device '%s' cannot be opened: " PROCESS_BAD_ALSA, s->shared->device);
    if (!alive)
        return process_fail(s->host, UNKNOT_PLUGIN_NO_DEVICE, "the sound device '%s' cannot be opened: unknot-audio ended by itself%s",
                            s->shared->device, words);
    if (state == STARTING)
        return process_fail(s->host, UNKNOT_PLUGIN_NO_DEVICE,
                            "the sound system did not answer for %d seconds: is its sound server stuck?", OPEN_MS / 1000);
    return process_fail(s->host, UNKNOT_PLUGIN_NO_DEVICE,
                        "the sound device '%s' takes no sound: choose another ('unknot devices' lists them)", s->shared->device);
}

/* ---- away and back ----------------------------------------------------------------------------------------------- */

/* Frames between the callback and the ear, by what the device did when it last called; negative: so long it had nothing to play. */
static int64_t in_device(const struct sink *s, int64_t now)
{
    const struct shared *m = s->shared;
    return (int64_t)atomic_load(&m->device_frames) - (int64_t)atomic_load(&m->silent) -
           (now - atomic_load(&m->beat_ns)) * (int64_t)s->rate / (1000 * NS_PER_MS);
}

static void go_away(struct sink *s)
{
    struct shared *m = s->shared;
    int64_t now = shared_now_ns(), taken = (int64_t)atomic_load(&m->taken), ahead = in_device(s, now);
    if (s->phase == NEAR) {
        pace_start(&s->pace, s->rate, now, taken - (ahead > 0 && taken > 0 ? ahead : 0), now, taken - (taken > 0 ? ahead : 0));
        s->pace_room = s->capacity + atomic_load(&m->device_frames);
    }
    s->dropouts += atomic_load(&m->dry) + 1;
    atomic_store(&m->dry, 0);
    process_end(&s->process, REAP_MS);
    s->phase = AWAY;
    s->away_ns = s->next_try_ns = now;
}

/* From one try to the next. */
static int64_t retry_ns(const struct sink *s, int64_t now)
{
    int64_t ns = (now - s->away_ns) / 20;
    if (ns < RETRY_MS * NS_PER_MS)
        return RETRY_MS * NS_PER_MS;
    return ns < LAST_RETRY_MS * NS_PER_MS ? ns : LAST_RETRY_MS * NS_PER_MS;
}

/* Whether the device is awake, and takes what it is given at the pace of a clock: for as long as its buffer and its sleep last, neither
 * filling a buffer nor making up for something. */
static bool keeps_pace(struct sink *s)
{
    const struct shared *m = s->shared;
    int64_t beat = atomic_load(&m->beat_ns), silent = (int64_t)atomic_load(&m->silent), buffer = atomic_load(&m->device_frames);
    int64_t off = silent - s->proof_silent - (beat - s->proof_ns) / NS_PER_MS * s->rate / 1000;
    if (s->proof_ns == 0 || off > buffer || off < -buffer) {
        s->proof_ns = beat;
        s->proof_silent = silent;
    }
    return beat - s->proof_ns >= (m->lead_frames + buffer) * 1000 / s->rate * NS_PER_MS;
}

/* The clock is given the time to catch up. */
static bool is_back(struct sink *s)
{
    if (state_of(s) != PLAYING || !keeps_pace(s))
        return false;
    int64_t beat = atomic_load(&s->shared->beat_ns);
    return pace_is_true(&s->pace, beat) || beat - s->proof_ns > CATCH_UP_MS * NS_PER_MS;
}

/* Lets the process begin with the frame that the clock will have reached when the first of the next callback is heard: behind all that
 * the last one left in the device. */
static void join(struct sink *s)
{
    struct shared *m = s->shared;
    int64_t written = (int64_t)s->written;
    int64_t heard = pace_heard(&s->pace, atomic_load(&m->beat_ns), written);
    int64_t first = heard + atomic_load(&m->device_frames);
    if (first < written - s->capacity)
        first = written - s->capacity;
    if (first > written)
        first = written;
    s->first = (uint64_t)first;
    atomic_store(&m->taken, s->first);
    atomic_store(&m->written, s->written);
    atomic_store_explicit(&m->open, 1, memory_order_release);
    s->phase = JOINING;
}

/* One look at how the return of the device is getting on. */
static void try_to_return(struct sink *s)
{
    int64_t now = shared_now_ns();
    if (s->process.ended_ns) {
        if (process_runs(&s->process)) {
            if (process_runs(&s->stuck) || now - s->process.ended_ns < STUCK_MS * NS_PER_MS)
                return;
            s->stuck = s->process;
        }
        s->process = NO_PROCESS;
    }
    if (!s->process.started_ns) {
        if (now < s->next_try_ns)
            return;
        s->next_try_ns = now + retry_ns(s, now);
        s->proof_ns = 0;
        start(s, true);
    } else if (is_lost(s)) {
        process_end(&s->process, REAP_MS);
        if (s->next_try_ns < now + REST_MS * NS_PER_MS)
            s->next_try_ns = now + REST_MS * NS_PER_MS;
    } else if (is_back(s)) {
        join(s);
    }
}

static int32_t watch_device(struct sink *s)
{
    s->played |= atomic_load(&s->shared->taken) > s->first || atomic_load(&s->shared->silent) > 0;
    if (is_lost(s)) {
        if (!s->played)
            return explain(s);
        go_away(s);
    } else if (s->phase == JOINING && atomic_load(&s->shared->taken) > s->first) {
        s->phase = NEAR;
    }
    return 0;
}

/* 0 as long as there is any hope. */
static int32_t watch(struct sink *s)
{
    int32_t status = 0;
    if (s->phase == AWAY)
        try_to_return(s);
    else
        status = watch_device(s);
    atomic_store(&s->told_away, s->phase != NEAR);
    atomic_store(&s->told_dropouts, s->dropouts + atomic_load(&s->shared->dry));
    return status;
}

/* ---- the sink ---------------------------------------------------------------------------------------------------- */

static void sink_close(void *self)
{
    struct sink *s = self;
    if (!s)
        return;
    /* a process that looks for devices had better not be killed; but a hanging one is not waited for */
    for (int64_t until = shared_now_ns() + END_MS * NS_PER_MS; s->shared && state_of(s) == STARTING && process_runs(&s->process);
         sleep_ms(1))
        if (shared_now_ns() >= until)
            break;
    process_end(&s->process, CLOSE_MS);
    process_runs(&s->stuck);
    if (s->shared)
        munmap(s->shared, s->bytes);
    free(s);
}

static int32_t sink_open(void **out, const struct unknot_host *host, const char *target,
                         struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    (void)about;
    if (target[0] == '-') /* would be taken for an option */
        return process_fail(host, UNKNOT_PLUGIN_NO_DEVICE,
                            "there is no sound device '%s': 'unknot devices' lists those that are free", target);
    struct sink *s = calloc(1, sizeof *s);
    if (!s)
        return no_memory(host);
    /* one half of the time to the ear is the ring's, the other the device's */
    double latency_s = format->latency_s > 0 ? format->latency_s : LATENCY_S;
    s->host = host;
    s->process = s->stuck = NO_PROCESS;
    s->rate = format->rate;
    s->device_latency_s = latency_s / 2 < LONGEST_DEVICE_LATENCY_S ? latency_s / 2 : LONGEST_DEVICE_LATENCY_S;
    s->capacity = (uint32_t)((latency_s - s->device_latency_s) * s->rate);
    if (s->capacity < s->rate / 50)
        s->capacity = s->rate / 50;
    snprintf(s->device, sizeof s->device, "%s", target);

    int32_t status = start(s, false);
    while (!status && state_of(s) == STARTING && !is_lost(s))
        sleep_ms(1);
    if (!status && state_of(s) != READY)
        status = explain(s);
    if (status) {
        sink_close(s);
        return status;
    }
    snprintf(s->device, sizeof s->device, "%s", s->shared->device);
    snprintf(s->instead, sizeof s->instead, "%s", s->shared->instead);
    format->sample_format = UNKNOT_S16;
    format->latency_s = (double)(s->capacity + atomic_load(&s->shared->device_frames)) / s->rate;
    *out = s;
    return 0;
}

/* The device may ask for large pieces; an eighth of the ring is never late. */
static int pause_ms(const struct sink *s)
{
    int ms = (int)(1000 * (uint64_t)s->capacity / s->rate / 8);
    return ms < 1 ? 1 : ms > 20 ? 20 : ms;
}

/* How many frames there is room for: in the ring, or as long as the device is away by the clock. */
static uint32_t room(struct sink *s)
{
    if (s->phase != AWAY)
        return s->capacity - (uint32_t)(s->written - atomic_load_explicit(&s->shared->taken, memory_order_acquire));
    int64_t waiting = (int64_t)s->written - pace_heard(&s->pace, shared_now_ns(), (int64_t)s->written);
    return waiting < s->pace_room ? s->pace_room - (uint32_t)waiting : 0;
}

static void put(struct sink *s, const int16_t *frames, uint32_t n)
{
    struct shared *m = s->shared;
    uint32_t at = (uint32_t)(s->written % s->capacity);
    uint32_t first = n < s->capacity - at ? n : s->capacity - at;
    memcpy(m->frames + 2 * (size_t)at, frames, (size_t)first * 4);
    memcpy(m->frames, frames + 2 * (size_t)first, (size_t)(n - first) * 4);
    s->written += n;
    if (s->phase != AWAY)
        atomic_store_explicit(&m->written, s->written, memory_order_release);
}

static int32_t sink_write(void *self, const void *frames, uint32_t count)
{
    struct sink *s = self;
    int64_t until = shared_now_ns() + WRITE_MS * NS_PER_MS;
    for (;;) {
        int32_t status = watch(s);
        if (status)
            return status;
        uint32_t n = room(s);
        if (n > count)
            n = count;
        if (n > s->capacity)
            n = s->capacity;
        if (n > 0) {
            put(s, frames, n);
            return (int32_t)n;
        }
        if (count == 0 || shared_now_ns() >= until)
            return 0;
        sleep_ms(pause_ms(s));
    }
}

static int64_t sink_latency_frames(void *self)
{
    struct sink *s = self;
    uint32_t state = state_of(s);
    int64_t now = shared_now_ns();
    if (s->phase != NEAR)
        return (int64_t)s->written - pace_heard(&s->pace, now, (int64_t)s->written);
    if (state == DONE)
        return 0;
    int64_t taken = (int64_t)atomic_load(&s->shared->taken);
    int64_t fill = (int64_t)s->written - taken;
    if (state != PLAYING || taken == 0)
        return fill;
    /* what the callback handed over last is heard device_frames later; time has passed since */
    int64_t ahead = in_device(s, now);
    return fill + (ahead > 0 ? ahead : 0);
}

/* Lets the clock run out, within reason: it is silence. */
static void finish_away(struct sink *s)
{
    int64_t until = shared_now_ns() + END_MS * NS_PER_MS;
    process_end(&s->process, REAP_MS);
    while (sink_latency_frames(s) > 0 && shared_now_ns() < until)
        sleep_ms(5);
}

static int32_t sink_finish(void *self)
{
    struct sink *s = self;
    int32_t status = watch(s);
    if (s->phase != AWAY)
        atomic_store_explicit(&s->shared->finishing, 1, memory_order_release);
    while (!status && s->phase != AWAY && state_of(s) != DONE) {
        sleep_ms(5);
        status = watch(s);
    }
    if (!status && s->phase == AWAY) {
        finish_away(s);
    } else if (!status) {
        process_ends_within(&s->process, END_MS);
        process_end(&s->process, CLOSE_MS);
    }
    return status;
}

static void sink_health(void *self, struct unknot_sink_health *out)
{
    struct sink *s = self;
    out->away = atomic_load(&s->told_away);
    out->dropouts = atomic_load(&s->told_dropouts);
    snprintf(out->why, sizeof out->why, "%s", s->instead);
    if (out->away)
        snprintf(out->why, sizeof out->why,
                 "the sound device '%s' went away: the session goes on in silence until it is back", s->device);
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops,
    .open = sink_open,
    .write = sink_write,
    .finish = sink_finish,
    .close = sink_close,
    .latency_frames = sink_latency_frames,
    .device = list_device,
    .health = sink_health,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "portaudio", "plays to a sound device", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
