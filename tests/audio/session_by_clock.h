/* session_by_clock.h - what a player does to a sink: hands over the known sound, block by block, and looks how it is. */
#ifndef SESSION_BY_CLOCK_H
#define SESSION_BY_CLOCK_H

#include "devices.h"

#include <math.h>

struct session {
    struct uk_sink *sink;
    struct uk_message message;
    struct unknot_sink_health health;
    int64_t written, start_ns;
    double most_s; /* how far the frames taken were ahead of the clock, at most */
};

/* The n of known_frame(n, frame). */
static inline int64_t known_position(const int16_t *frame)
{
    return (int64_t)frame[0] + ((int64_t)(frame[1] & 0x3fff) << 15);
}

static inline void session_open(struct session *s, const char *target)
{
    *s = (struct session){.start_ns = uk_clock_ns()};
    if (open_device(&s->sink, target, 48000, 0, &s->message))
        fail_msg("%s", s->message.text);
    s->start_ns = uk_clock_ns();
}

/* One call of write(), which never takes long and never fails. */
static inline void step(struct session *s)
{
    int16_t block[2 * 480];
    for (int i = 0; i < 480; i++)
        known_frame(s->written + i, block + 2 * (size_t)i);
    int64_t start = uk_clock_ns();
    int32_t n = uk_sink_write(s->sink, block, 480, &s->message);
    if (n < 0)
        fail_msg("%s", s->message.text);
    if (seconds_since(start) > 0.5)
        fail_msg("write() took %.0f ms", seconds_since(start) * 1e3);
    s->written += n;
    s->most_s = fmax(s->most_s, (double)s->written / 48000 - seconds_since(s->start_ns));
    uk_sink_health(s->sink, &s->health);
}

static inline void go_on(struct session *s, double seconds)
{
    for (int64_t start = uk_clock_ns(); seconds_since(start) < seconds;)
        step(s);
}

/* Until the device is away, or is back. Returns how long that took. */
static inline double until_away(struct session *s, bool away, double limit_s)
{
    int64_t start = uk_clock_ns();
    while (s->health.away != away) {
        step(s);
        if (seconds_since(start) > limit_s)
            fail_msg("it was not %s in %.1f s", away ? "away" : "back", limit_s);
    }
    return seconds_since(start);
}

/* Ends it. No more was ever taken than the clock allows and what the device and its server keep. */
static inline void session_finish(struct session *s)
{
    if (s->most_s > 0.8)
        fail_msg("%.0f ms more than the clock were taken", s->most_s * 1e3);
    if (uk_sink_finish(s->sink, &s->message))
        fail_msg("%s", s->message.text);
    uk_sink_close(s->sink);
    s->sink = NULL;
}

/* What the device plays at this moment, by its recording; -1: silence. */
static inline int64_t sounding(const struct room *room)
{
    int16_t last[2] = {0, 0};
    int fd = open(in_room(room, "out.raw"), O_RDONLY | O_CLOEXEC);
    off_t bytes = fd < 0 ? 0 : lseek(fd, 0, SEEK_END);
    if (bytes >= 4 && pread(fd, last, 4, bytes - bytes % 4 - 4) != 4)
        last[1] = 0;
    if (fd >= 0)
        close(fd);
    return last[1] & 0x4000 ? known_position(last) : -1;
}

/* How far the sound that comes out is behind the clock, in seconds. */
static inline double behind(struct session *s, const struct room *room)
{
    int64_t n;
    while ((n = sounding(room)) < 0)
        step(s);
    return seconds_since(s->start_ns) - (double)n / 48000;
}

/* The first child of process `parent`, 0: none. */
static inline pid_t child_of(pid_t parent)
{
    char path[64];
    int child = 0;
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)parent, (int)parent);
    FILE *f = fopen(path, "re");
    assert_non_null(f);
    if (fscanf(f, "%d", &child) != 1)
        child = 0;
    fclose(f);
    return child;
}

#endif
