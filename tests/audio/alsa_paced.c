/* alsa_paced.c - an ALSA playback device made of nothing but a clock, for tests on machines without a sound card.
 *
 *     pcm_type.paced { lib "/path/libasound_module_pcm_paced.so" }
 *     pcm.default { type paced  file "/tmp/out.raw"  log "/tmp/out.log"  control "/tmp/out.ctl"  speed 1 }
 *
 * It behaves as a card does: takes frames in real time (or `speed` times that) and in whole periods, under-runs when it is not fed, and
 * writes to `file` what its converter would have played, the silence of an under-run included. `log` gets a line an event: time,
 * word, frame.
 *
 * The control file is read at every wake-up of the clock and at every open. It holds one word:
 *   run      (or no file) as above
 *   stall    the clock stands: nothing wakes the player, and there is no error
 *   unplug   as a card that is pulled out: state DISCONNECTED, poll says POLLERR and POLLHUP, opening fails with ENOENT
 *   vanish   as a sound server that died: state XRUN, prepare and start fail with ENODEV, opening with ENOENT
 *   xrun     runs dry once, although it was fed; then the file is emptied
 *   busy     opening fails with EBUSY
 */
#include <alsa/asoundlib.h>
#include <alsa/pcm_external.h>

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define LONGEST_SILENCE_S 60

enum state { RUN, STALL, UNPLUG, VANISH, XRUN, BUSY };

struct paced {
    snd_pcm_ioplug_t io;
    int timer, out, log;
    char *control;
    double speed;
    bool running, dry;
    double start_s;          /* when it was (re)started */
    uint64_t start_frame;    /* frames consumed before that */
    uint64_t written;        /* frames handed over since prepare */
    uint64_t consumed;       /* frames of these that were played */
    double dry_since_s;      /* 0: not */
    size_t frame_bytes;
    char *ring;              /* what was handed over and is not yet played */
};

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void put(int fd, const void *bytes, size_t n)
{
    if (fd >= 0 && write(fd, bytes, n) < 0) {
        /* a test that needs it will miss it */
    }
}

static void note(struct paced *p, const char *what, uint64_t frame)
{
    char line[200];
    int n = snprintf(line, sizeof line, "%.6f %s %llu\n", now_s(), what, (unsigned long long)frame);
    put(p->log, line, (size_t)n);
}

static enum state state_of(const char *control)
{
    static const char *const words[] = {"run", "stall", "unplug", "vanish", "xrun", "busy"};
    char word[16] = "";
    int fd = control ? open(control, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0)
        return RUN;
    if (read(fd, word, sizeof word - 1) < 0)
        word[0] = '\0';
    close(fd);
    for (int i = STALL; i <= BUSY; i++)
        if (strncmp(word, words[i], strlen(words[i])) == 0)
            return (enum state)i;
    return RUN;
}

static bool is_gone(enum state s)
{
    return s == UNPLUG || s == VANISH;
}

static void play_silence(struct paced *p, double seconds)
{
    static const char zeros[4096];
    if (p->out < 0 || seconds <= 0 || seconds > LONGEST_SILENCE_S)
        return;
    uint64_t frames = (uint64_t)(seconds * p->io.rate * p->speed);
    note(p, "silence", frames);
    for (size_t left = frames * p->frame_bytes, n; left; left -= n) {
        n = left < sizeof zeros ? left : sizeof zeros;
        put(p->out, zeros, n);
    }
}

static void play_until(struct paced *p, uint64_t frame)
{
    while (p->consumed < frame) {
        uint64_t at = p->consumed % p->io.buffer_size;
        uint64_t n = p->io.buffer_size - at;
        if (n > frame - p->consumed)
            n = frame - p->consumed;
        put(p->out, p->ring + at * p->frame_bytes, n * p->frame_bytes);
        p->consumed += n;
    }
}

static uint64_t due(const struct paced *p)
{
    return p->start_frame + (uint64_t)((now_s() - p->start_s) * p->io.rate * p->speed);
}

static void play_due(struct paced *p)
{
    uint64_t n = due(p);
    play_until(p, n < p->written ? n : p->written);
}

static void set_timer(struct paced *p, bool on)
{
    struct itimerspec t = {{0, 0}, {0, 0}};
    if (on) {
        long long ns = (long long)((double)p->io.period_size / (p->io.rate * p->speed) * 1e9);
        if (ns < 100000)
            ns = 100000;
        t.it_interval.tv_sec = t.it_value.tv_sec = ns / 1000000000;
        t.it_interval.tv_nsec = t.it_value.tv_nsec = ns % 1000000000;
    }
    timerfd_settime(p->timer, 0, &t, NULL);
}

/* ---- what alsa-lib calls ----------------------------------------------------------------------------------------- */

static int paced_start(snd_pcm_ioplug_t *io)
{
    struct paced *p = io->private_data;
    if (is_gone(state_of(p->control)))
        return -ENODEV;
    p->start_s = now_s();
    p->start_frame = p->consumed;
    p->running = true;
    set_timer(p, true);
    note(p, "start", p->written);
    if (p->dry_since_s > 0)
        play_silence(p, p->start_s - p->dry_since_s);
    p->dry_since_s = 0;
    return 0;
}

static int paced_stop(snd_pcm_ioplug_t *io)
{
    struct paced *p = io->private_data;
    if (p->running && state_of(p->control) == RUN)
        play_due(p);
    if (p->running)
        note(p, "stop, frames not played:", p->written - p->consumed);
    p->running = false;
    set_timer(p, false);
    return 0;
}

static int paced_prepare(snd_pcm_ioplug_t *io)
{
    struct paced *p = io->private_data;
    if (is_gone(state_of(p->control)))
        return -ENODEV;
    p->consumed = p->written = p->start_frame = 0;
    p->running = p->dry = false;
    note(p, "prepare", 0);
    return 0;
}

static snd_pcm_sframes_t pointer_when_gone(struct paced *p, enum state s)
{
    if (p->running)
        note(p, s == UNPLUG ? "unplugged at" : "vanished at", p->consumed);
    p->running = false;
    if (s == VANISH)
        return -ENODEV; /* alsa-lib turns any error here into XRUN */
    snd_pcm_ioplug_set_state(&p->io, SND_PCM_STATE_DISCONNECTED);
    return (snd_pcm_sframes_t)(p->consumed % p->io.buffer_size);
}

static snd_pcm_sframes_t paced_pointer(snd_pcm_ioplug_t *io)
{
    struct paced *p = io->private_data;
    enum state s = state_of(p->control);
    if (is_gone(s))
        return pointer_when_gone(p, s);
    if (p->dry)
        return -EPIPE;
    if (p->running && s == STALL) {
        p->start_frame = p->consumed;
        p->start_s = now_s();
    } else if (p->running) {
        uint64_t n = due(p);
        n -= n % io->period_size; /* a card's pointer moves period by period */
        if (n > p->written || s == XRUN) {
            double late_s = n > p->written ? (double)(n - p->written) / (io->rate * p->speed) : 0;
            if (s == XRUN && truncate(p->control, 0) < 0)
                note(p, "the control file cannot be emptied", 0);
            play_until(p, p->written);
            p->dry_since_s = now_s() - late_s;
            p->running = false;
            p->dry = true;
            note(p, "xrun", p->written);
            return -EPIPE;
        }
        play_until(p, n);
    }
    return (snd_pcm_sframes_t)(p->consumed % io->buffer_size);
}

static snd_pcm_sframes_t paced_transfer(snd_pcm_ioplug_t *io, const snd_pcm_channel_area_t *areas, snd_pcm_uframes_t offset,
                                        snd_pcm_uframes_t count)
{
    struct paced *p = io->private_data;
    const char *from = (const char *)areas->addr + areas->first / 8 + offset * p->frame_bytes;
    if (is_gone(state_of(p->control)))
        return -ENODEV;
    for (snd_pcm_uframes_t i = 0; i < count; i++)
        memcpy(p->ring + (p->written + i) % io->buffer_size * p->frame_bytes, from + i * p->frame_bytes, p->frame_bytes);
    p->written += count;
    return (snd_pcm_sframes_t)count;
}

static int paced_poll_revents(snd_pcm_ioplug_t *io, struct pollfd *fds, unsigned count, unsigned short *events)
{
    struct paced *p = io->private_data;
    uint64_t ticks;
    (void)count;
    *events = 0;
    if (is_gone(state_of(p->control))) {
        paced_pointer(io);
        *events = POLLERR | POLLHUP;
        return 0;
    }
    if ((fds->revents & POLLIN) && read(p->timer, &ticks, sizeof ticks) < 0)
        ticks = 0;
    if (paced_pointer(io) < 0)
        *events = POLLERR | POLLOUT;
    else if (p->written - p->consumed + io->period_size <= io->buffer_size)
        *events = POLLOUT;
    return 0;
}

static int paced_delay(snd_pcm_ioplug_t *io, snd_pcm_sframes_t *delay)
{
    struct paced *p = io->private_data;
    if (is_gone(state_of(p->control)))
        return -ENODEV;
    paced_pointer(io);
    *delay = (snd_pcm_sframes_t)(p->written - p->consumed);
    return 0;
}

static int paced_drain(snd_pcm_ioplug_t *io)
{
    struct paced *p = io->private_data;
    const struct timespec moment = {0, 2000000};
    note(p, "drain", p->written);
    while (p->running && p->consumed < p->written && !is_gone(state_of(p->control))) {
        nanosleep(&moment, NULL);
        play_due(p);
    }
    return 0;
}

static int paced_hw_params(snd_pcm_ioplug_t *io, snd_pcm_hw_params_t *unused)
{
    struct paced *p = io->private_data;
    char line[120];
    (void)unused;
    p->frame_bytes = (size_t)snd_pcm_format_physical_width(io->format) / 8 * io->channels;
    free(p->ring);
    p->ring = calloc(io->buffer_size, p->frame_bytes);
    if (!p->ring)
        return -ENOMEM;
    snprintf(line, sizeof line, "rate %u, format %s, period %lu, buffer", io->rate, snd_pcm_format_name(io->format),
             io->period_size);
    note(p, line, io->buffer_size);
    return 0;
}

static int paced_close(snd_pcm_ioplug_t *io)
{
    struct paced *p = io->private_data;
    note(p, "close", p->consumed);
    close(p->timer);
    if (p->out >= 0)
        close(p->out);
    if (p->log >= 0)
        close(p->log);
    free(p->control);
    free(p->ring);
    free(p);
    return 0;
}

static const snd_pcm_ioplug_callback_t callbacks = {
    .start = paced_start,
    .stop = paced_stop,
    .pointer = paced_pointer,
    .transfer = paced_transfer,
    .close = paced_close,
    .hw_params = paced_hw_params,
    .prepare = paced_prepare,
    .drain = paced_drain,
    .poll_revents = paced_poll_revents,
    .delay = paced_delay,
};

/* ---- opening ----------------------------------------------------------------------------------------------------- */

struct fields {
    const char *file, *log, *control;
    double speed;
};

static int read_fields(snd_config_t *conf, struct fields *f)
{
    snd_config_iterator_t i, next;
    snd_config_for_each(i, next, conf)
    {
        snd_config_t *n = snd_config_iterator_entry(i);
        const char *id;
        char *text = NULL;
        if (snd_config_get_id(n, &id) < 0 || strcmp(id, "type") == 0)
            continue;
        if (strcmp(id, "file") == 0)
            snd_config_get_string(n, &f->file);
        else if (strcmp(id, "log") == 0)
            snd_config_get_string(n, &f->log);
        else if (strcmp(id, "control") == 0)
            snd_config_get_string(n, &f->control);
        else if (strcmp(id, "speed") == 0 && snd_config_get_ascii(n, &text) >= 0)
            f->speed = atof(text);
        else
            return -EINVAL;
        free(text);
    }
    return f->speed > 0 ? 0 : -EINVAL;
}

static int open_to_append(const char *path)
{
    return path && *path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644) : -1;
}

static int set_abilities(snd_pcm_ioplug_t *io)
{
    static const unsigned access[] = {SND_PCM_ACCESS_RW_INTERLEAVED, SND_PCM_ACCESS_MMAP_INTERLEAVED};
    static const unsigned formats[] = {SND_PCM_FORMAT_S16_LE, SND_PCM_FORMAT_FLOAT_LE};
    int error = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_ACCESS, 2, access);
    if (error >= 0)
        error = snd_pcm_ioplug_set_param_list(io, SND_PCM_IOPLUG_HW_FORMAT, 2, formats);
    if (error >= 0)
        error = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_CHANNELS, 1, 2);
    if (error >= 0)
        error = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_RATE, 8000, 96000);
    if (error >= 0)
        error = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 128, 1 << 20);
    if (error >= 0)
        error = snd_pcm_ioplug_set_param_minmax(io, SND_PCM_IOPLUG_HW_PERIODS, 2, 32);
    return error;
}

SND_PCM_PLUGIN_DEFINE_FUNC(paced);

SND_PCM_PLUGIN_DEFINE_FUNC(paced)
{
    struct fields f = {.speed = 1};
    (void)root;
    if (stream != SND_PCM_STREAM_PLAYBACK || read_fields(conf, &f) < 0)
        return -EINVAL;
    enum state s = state_of(f.control);
    if (is_gone(s) || s == BUSY)
        return s == BUSY ? -EBUSY : -ENOENT;
    struct paced *p = calloc(1, sizeof *p);
    if (!p)
        return -ENOMEM;
    p->speed = f.speed;
    p->control = f.control && *f.control ? strdup(f.control) : NULL;
    p->out = open_to_append(f.file);
    p->log = open_to_append(f.log);
    p->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    p->io.version = SND_PCM_IOPLUG_VERSION;
    p->io.name = "a clock that plays";
    p->io.callback = &callbacks;
    p->io.private_data = p;
    p->io.poll_fd = p->timer;
    p->io.poll_events = POLLIN;
    int error = snd_pcm_ioplug_create(&p->io, name, stream, mode);
    if (error < 0) {
        paced_close(&p->io);
        return error;
    }
    error = set_abilities(&p->io);
    if (error < 0) {
        snd_pcm_ioplug_delete(&p->io); /* calls paced_close() */
        return error;
    }
    *pcmp = p->io.pcm;
    return 0;
}

SND_PCM_PLUGIN_SYMBOL(paced);
