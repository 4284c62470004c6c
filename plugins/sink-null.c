/* sink-null.c - takes the sound and drops it: in real time, or as fast as it comes, or badly, for tests.
 *
 * The target is a list of words with commas between:
 *   realtime        takes frames at their rate (this is what "" means)
 *   fast            takes all at once
 *   late            every write takes 150 ms too long
 *   stuck           never takes a frame
 *   lost:SECONDS    fails as a device that goes away after so many seconds of sound ("lost": after 1)
 */
#include <unknot_plugin.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NS_PER_S INT64_C(1000000000)
#define WAIT_NS (NS_PER_S / 10)
#define LATE_NS (NS_PER_S * 3 / 20)

struct sink {
    const struct unknot_host *host;
    uint32_t rate;
    bool fast, late, stuck;
    int64_t lost_at_frames; /* -1: never */
    int64_t written;
    int64_t capacity;          /* frames that may be waiting to be "heard" */
    int64_t start_ns, started; /* when frame `started` began to be heard */
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

static bool understand(struct sink *s, const char *word, size_t n)
{
    char seconds[32];
    if (n == 8 && strncmp(word, "realtime", n) == 0)
        return true;
    if (n == 4 && strncmp(word, "fast", n) == 0)
        return s->fast = true;
    if (n == 4 && strncmp(word, "late", n) == 0)
        return s->late = true;
    if (n == 5 && strncmp(word, "stuck", n) == 0)
        return s->stuck = true;
    if (n < 4 || n > sizeof seconds || strncmp(word, "lost", 4) != 0 || (n > 4 && word[4] != ':'))
        return false;
    double value = 1;
    if (n > 4) {
        char *end;
        memcpy(seconds, word + 5, n - 5);
        seconds[n - 5] = '\0';
        value = strtod(seconds, &end);
        if (end == seconds || *end || !(value >= 0 && value < 1e9))
            return false;
    }
    s->lost_at_frames = (int64_t)(value * s->rate);
    return true;
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
    double latency_s = format->latency_s > 0 ? format->latency_s : 0.02;
    *s = (struct sink){.host = host, .rate = format->rate, .lost_at_frames = -1, .capacity = (int64_t)(latency_s * format->rate)};
    for (const char *word = target; *word;) {
        size_t n = strcspn(word, ",");
        if (!understand(s, word, n)) {
            char sentence[200];
            snprintf(sentence, sizeof sentence,
                     "the sink 'null' does not know '%.40s': it takes realtime, fast, late, stuck and lost:SECONDS", word);
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
    if (s->lost_at_frames >= 0 && s->written >= s->lost_at_frames) {
        s->host->fail(s->host->ctx, "the sound device 'null' went away, as it was told to");
        return UNKNOT_PLUGIN_NO_DEVICE;
    }
    if (s->fast) {
        s->written += count;
        return (int32_t)count;
    }
    int64_t room = s->capacity - (s->written - heard(s));
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

static const struct unknot_sink_ops ops = {
    .size = sizeof ops,
    .open = sink_open,
    .write = sink_write,
    .finish = sink_finish,
    .close = sink_close,
    .latency_frames = sink_latency_frames,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "null", "drops the sound: in real time, fast, or badly for tests", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
