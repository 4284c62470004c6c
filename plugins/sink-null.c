/* sink-null.c - takes the sound and drops it: in real time, or as fast as it comes, or badly, for tests.
 *
 * The target is a list of words with commas between:
 *   realtime        takes frames at their rate (this is what "" means)
 *   fast            takes all at once
 *   late            every write takes 150 ms too long
 *   stuck           never takes a frame
 *   lost:SECONDS    fails as a device that goes away after so many seconds of sound ("lost": after 1)
 *   away:SECONDS    does not fail then, but is away for so many seconds of sound, and comes back
 *   instead         says that a better output is in use by another program
 */
#include <unknot_plugin.h>

#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NS_PER_S INT64_C(1000000000)
#define WAIT_NS (NS_PER_S / 10)
#define LATE_NS (NS_PER_S * 3 / 20)
#define LATENCY_S 0.01 /* a block of the player, and no more: what a press waits for is the engine, not this */

struct sink {
    const struct unknot_host *host;
    uint32_t rate;
    bool fast, late, stuck, instead;
    int64_t lost_at_frames; /* -1: never */
    int64_t away_frames;    /* how long it is lost, -1: for ever */
    int64_t written;
    int64_t capacity;          /* frames that may be waiting to be "heard" */
    int64_t start_ns, started; /* when frame `started` began to be heard */
    _Atomic bool away;         /* for health(), which any thread may call meanwhile */
    _Atomic uint64_t dropouts;
};

static int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * NS_PER_S + t.tv_nsec;
}

static void sleep_until(int64_t ns)
{
    struct timespec t = {.tv_sec = ns / NS_PER_S, .tv_nsec = ns % NS_PER_S};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) > 0)
        ;
}

/* Frames heard by now. A clock that has run dry starts again with the next frame. */
static int64_t heard(struct sink *s)
{
    if (s->fast)
        return s->written;
    int64_t now = now_ns();
    int64_t ns = now - s->start_ns;
    int64_t frames = s->started + ns / NS_PER_S * s->rate + ns % NS_PER_S * s->rate / NS_PER_S;
    if (frames < s->written)
        return frames;
    s->start_ns = now;
    s->started = s->written;
    return s->written;
}

static int64_t when_heard(const struct sink *s, int64_t frame)
{
    int64_t frames = frame - s->started;
    return s->start_ns + frames / s->rate * NS_PER_S + (frames % s->rate * NS_PER_S + s->rate - 1) / s->rate;
}

/* "NAME:SECONDS" in frames, `otherwise` for "NAME" alone; false when it is something else. */
static bool seconds_of(const struct sink *s, const char *word, size_t n, const char *name, double otherwise, int64_t *out)
{
    char text[32], *end;
    size_t k = strlen(name);
    if (n < k || strncmp(word, name, k) != 0 || (n > k && word[k] != ':') || n - k > sizeof text)
        return false;
    if (n > k) {
        memcpy(text, word + k + 1, n - k - 1);
        text[n - k - 1] = '\0';
        otherwise = strtod(text, &end);
        if (end == text || *end)
            return false;
    }
    *out = otherwise >= 0 && otherwise < 1e9 ? (int64_t)(otherwise * s->rate) : -1;
    return *out >= 0;
}

static bool understand(struct sink *s, const char *word, size_t n)
{
    if (n == 8 && strncmp(word, "realtime", n) == 0)
        return true;
    if (n == 4 && strncmp(word, "fast", n) == 0)
        return s->fast = true;
    if (n == 4 && strncmp(word, "late", n) == 0)
        return s->late = true;
    if (n == 5 && strncmp(word, "stuck", n) == 0)
        return s->stuck = true;
    if (n == 7 && strncmp(word, "instead", n) == 0)
        return s->instead = true;
    return seconds_of(s, word, n, "lost", 1, &s->lost_at_frames) || seconds_of(s, word, n, "away", 1, &s->away_frames);
}

static int32_t sink_open(void **out, const struct unknot_host *host, const char *target,
                         struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    (void)about;
    struct sink *s = calloc(1, sizeof *s);
    if (!s) {
        host->fail(host->ctx, "the machine has no memory left: close something and try again");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    double latency_s = format->latency_s > 0 ? format->latency_s : LATENCY_S;
    *s = (struct sink){.host = host, .rate = format->rate, .lost_at_frames = -1, .away_frames = -1,
                       .capacity = (int64_t)(latency_s * format->rate)};
    for (const char *word = target; *word;) {
        size_t n = strcspn(word, ",");
        if (!understand(s, word, n)) {
            char sentence[200];
            snprintf(sentence, sizeof sentence,
                     "the sink 'null' does not know '%.40s': it takes realtime, fast, late, stuck, instead, lost:SECONDS and away:SECONDS",
                     word);
            host->fail(host->ctx, sentence);
            free(s);
            return UNKNOT_PLUGIN_BAD_TARGET;
        }
        word += n + (word[n] == ',');
    }
    format->sample_format = UNKNOT_S16;
    format->latency_s = s->fast ? 0 : latency_s;
    *out = s;
    return 0;
}

static int32_t sink_write(void *self, const void *frames, uint32_t count)
{
    struct sink *s = self;
    int64_t now = now_ns();
    (void)frames;
    if (s->late)
        sleep_until(now + LATE_NS);
    if (s->stuck) {
        sleep_until(now + WAIT_NS);
        return 0;
    }
    bool lost = s->lost_at_frames >= 0 && s->written >= s->lost_at_frames;
    if (lost && s->away_frames < 0) {
        s->host->fail(s->host->ctx, "the sound device 'null' went away, as it was told to");
        return UNKNOT_PLUGIN_NO_DEVICE;
    }
    bool away = lost && s->written - s->lost_at_frames < s->away_frames;
    if (away && !atomic_load(&s->away))
        atomic_fetch_add(&s->dropouts, 1);
    atomic_store(&s->away, away);
    if (s->fast) {
        s->written += count;
        return (int32_t)count;
    }
    int64_t waiting = s->written - heard(s), room = s->capacity - waiting;
    if (waiting == 0 && s->written > 0)
        atomic_fetch_add(&s->dropouts, 1);
    if (room <= 0) {
        /* until a quarter of the buffer is free: small pieces, few wake-ups */
        int64_t until = when_heard(s, s->written - s->capacity + (s->capacity + 3) / 4);
        sleep_until(until < now + WAIT_NS ? until : now + WAIT_NS);
        room = s->capacity - (s->written - heard(s));
    }
    int64_t n = room < 0 ? 0 : room < count ? room : count;
    s->written += n;
    return (int32_t)n;
}

static int32_t sink_finish(void *self)
{
    struct sink *s = self;
    if (heard(s) < s->written)
        sleep_until(when_heard(s, s->written));
    return 0;
}

static void sink_close(void *self)
{
    free(self);
}

static int64_t sink_latency_frames(void *self)
{
    struct sink *s = self;
    return s->written - heard(s);
}

static void sink_health(void *self, struct unknot_sink_health *out)
{
    struct sink *s = self;
    out->away = atomic_load(&s->away);
    out->dropouts = atomic_load(&s->dropouts);
    const char *why = s->instead ? "the sound card 'Better' is in use by another program, so what plays goes to null" : "";
    snprintf(out->why, sizeof out->why, "%s", out->away ? "the sound device 'null' went away, as it was told to, and will be back" : why);
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
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "null", "drops the sound: in real time, fast, or badly for tests", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
