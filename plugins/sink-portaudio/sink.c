/* sink.c - plays to a sound device by way of unknot-audio, the process that PortAudio lives in.
 *
 * PortAudio cannot be trusted with a device that goes away: it loops, hangs or aborts. So this plugin never calls it. It fills a ring in
 * shared memory, watches the callback's heartbeat and kills the process when that stops.
 */
#include "shared.h"

#include <unknot_plugin.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

#define NS_PER_MS INT64_C(1000000)

enum {
    OPEN_MS = 25000,        /* a sound server that is being started takes its time */
    FIRST_BEATS_MS = 3000,  /* so long a server's null sink may pause after its first buffer */
    BEAT_MS = 500,          /* no callback for so long afterwards: the device is lost */
    WRITE_MS = 100,         /* how long write() waits for room */
    END_MS = 1000,          /* for a process to end by itself */
    LIST_MS = 25000,
};

#define LATENCY_S 0.2
#define LONGEST_DEVICE_LATENCY_S 1.0

/* The process that plays. Another one can take its place: all that outlives it is in struct sink. */
struct process {
    pid_t pid; /* 0: none */
    int noise; /* read end of its stderr, -1: none. Full, it drops what follows: the first lines are the ones worth having */
    int64_t started_ns, playing_ns;
};

struct sink {
    const struct unknot_host *host;
    struct shared *shared;
    size_t bytes;
    uint32_t rate;
    struct process process;
    bool lost;
};

static int32_t fail(const struct unknot_host *host, int32_t status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int32_t fail(const struct unknot_host *host, int32_t status, const char *format, ...)
{
    char sentence[500];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    host->fail(host->ctx, sentence);
    return status;
}

static void sleep_ms(int ms)
{
    poll(NULL, 0, ms);
}

/* ---- the process ------------------------------------------------------------------------------------------------- */

/* Starts unknot-audio with `argument`. `memory` becomes its SHARED_FD and `out` its stdout, -1: none. */
static int start(struct process *p, const struct unknot_host *host, const char *argument, int memory, int out)
{
    char path[4096];
    int noise[2];
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, all;

    *p = (struct process){0, -1, 0, 0};
    snprintf(path, sizeof path, "%s/unknot-audio", host->helper_folder);
    char *argv[] = {path, (char *)(uintptr_t)argument, NULL};
    if (pipe2(noise, O_CLOEXEC | O_NONBLOCK))
        return fail(host, UNKNOT_PLUGIN_IO, "the sound cannot be started: %s", strerror(errno));

    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    /* above 3 first: each of these may be one of the numbers that it is to become */
    int high[3] = {fcntl(noise[1], F_DUPFD_CLOEXEC, 10), memory < 0 ? -1 : fcntl(memory, F_DUPFD_CLOEXEC, 10),
                   out < 0 ? -1 : fcntl(out, F_DUPFD_CLOEXEC, 10)};
    int error = high[0] < 0 || (memory >= 0 && high[1] < 0) || (out >= 0 && high[2] < 0) ? errno : 0;
    if (!error)
        error = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    if (!error && out < 0)
        error = posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    if (!error && out >= 0)
        error = posix_spawn_file_actions_adddup2(&files, high[2], 1);
    if (!error)
        error = posix_spawn_file_actions_adddup2(&files, high[0], 2);
    if (!error && memory >= 0)
        error = posix_spawn_file_actions_adddup2(&files, high[1], SHARED_FD);
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    if (!error)
        error = posix_spawn(&p->pid, path, &files, &attributes, argv, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    for (int i = 0; i < 3; i++)
        if (high[i] >= 0)
            close(high[i]);
    close(noise[1]);
    if (error) {
        close(noise[0]);
        *p = (struct process){0, -1, 0, 0};
        return fail(host, UNKNOT_PLUGIN_IO, "the helper program '%s' cannot be started: %s; install unknot again", path,
                    strerror(error));
    }
    p->noise = noise[0];
    p->started_ns = shared_now_ns();
    return 0;
}

/* Whether it runs; when it does not, *signal_number is what ended it, 0 for an exit. */
static bool runs(struct process *p, int *signal_number)
{
    int status = 0;
    *signal_number = 0;
    if (!p->pid)
        return false;
    pid_t pid = waitpid(p->pid, &status, WNOHANG);
    if (pid == 0 || (pid < 0 && errno == EINTR))
        return true;
    if (pid == p->pid && WIFSIGNALED(status))
        *signal_number = WTERMSIG(status);
    p->pid = 0;
    return false;
}

static bool ends_within(struct process *p, int ms)
{
    int unused;
    for (int64_t until = shared_now_ns() + ms * NS_PER_MS; runs(p, &unused); sleep_ms(1))
        if (shared_now_ns() >= until)
            return false;
    return true;
}

/* Nothing that loops or hangs inside PortAudio resists SIGKILL. Only a process stuck in the kernel is left behind, for init. */
static void end(struct process *p)
{
    if (p->pid) {
        kill(-p->pid, SIGKILL);
        ends_within(p, END_MS);
    }
    if (p->noise >= 0)
        close(p->noise);
    *p = (struct process){0, -1, 0, 0};
}

/* The last whole line among the first that it wrote to stderr: what an assertion or the loader said. "" when there is none. */
static void last_words(const struct process *p, char *out, size_t size)
{
    char text[4096];
    ssize_t n = p->noise >= 0 ? read(p->noise, text, sizeof text - 1) : 0;
    *out = '\0';
    if (n <= 0)
        return;
    text[text[n - 1] == '\n' ? n - 1 : n] = '\0';
    const char *line = strrchr(text, '\n');
    snprintf(out, size, ": %.200s", line ? line + 1 : text);
}

/* ---- watching it ------------------------------------------------------------------------------------------------- */

static int32_t lose(struct sink *s)
{
    s->lost = true;
    end(&s->process);
    return fail(s->host, UNKNOT_PLUGIN_NO_DEVICE,
                "the sound device '%s' went away: plug it in again, or choose another ('unknot devices' lists them)",
                s->shared->device);
}

/* 0 as long as all is well. */
static int32_t check(struct sink *s)
{
    struct shared *m = s->shared;
    int64_t now = shared_now_ns();
    int signal_number;

    if (s->lost)
        return lose(s);
    bool alive = runs(&s->process, &signal_number);
    uint32_t state = atomic_load_explicit(&m->state, memory_order_acquire);
    if (state == FAILED) {
        s->lost = true;
        end(&s->process);
        return fail(s->host, UNKNOT_PLUGIN_NO_DEVICE, "%s", m->why);
    }
    if (state == DONE)
        return 0;
    if (!alive) {
        char words[256];
        if (state == PLAYING)
            return lose(s);
        last_words(&s->process, words, sizeof words);
        s->lost = true;
        end(&s->process);
        return fail(s->host, UNKNOT_PLUGIN_NO_DEVICE, "the sound device '%s' cannot be opened: unknot-audio ended by itself%s",
                    m->device, words);
    }
    if (state == STARTING && now - s->process.started_ns > OPEN_MS * NS_PER_MS) {
        s->lost = true;
        end(&s->process);
        return fail(s->host, UNKNOT_PLUGIN_NO_DEVICE,
                    "the sound system did not answer for %d seconds: is its sound server stuck?", OPEN_MS / 1000);
    }
    if (state == PLAYING) {
        int64_t beat = atomic_load_explicit(&m->beat_ns, memory_order_acquire);
        if (!s->process.playing_ns)
            s->process.playing_ns = now;
        bool first = now - s->process.playing_ns < FIRST_BEATS_MS * NS_PER_MS;
        if (now - beat > (first ? FIRST_BEATS_MS : BEAT_MS) * NS_PER_MS)
            return lose(s);
    }
    return 0;
}

/* ---- the sink ---------------------------------------------------------------------------------------------------- */

static void sink_close(void *self)
{
    struct sink *s = self;
    if (!s)
        return;
    end(&s->process);
    if (s->shared)
        munmap(s->shared, s->bytes);
    free(s);
}

static int32_t start_playing(struct sink *s, int memory, const char *target)
{
    int32_t status = start(&s->process, s->host, target, memory, -1);
    while (!status && atomic_load(&s->shared->state) == STARTING) {
        sleep_ms(1);
        status = check(s);
    }
    return status ? status : check(s);
}

static int32_t sink_open(void **out, const struct unknot_host *host, const char *target,
                         struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    (void)about;
    if (target[0] == '-') /* would be taken for an option */
        return fail(host, UNKNOT_PLUGIN_NO_DEVICE, "there is no sound device '%s': 'unknot devices' lists those that are free",
                    target);
    /* one half of the time to the ear is the ring's, the other the device's */
    double latency_s = format->latency_s > 0 ? format->latency_s : LATENCY_S;
    double device_s = latency_s / 2 < LONGEST_DEVICE_LATENCY_S ? latency_s / 2 : LONGEST_DEVICE_LATENCY_S;
    uint32_t capacity = (uint32_t)((latency_s - device_s) * format->rate);
    if (capacity < format->rate / 50)
        capacity = format->rate / 50;

    struct sink *s = calloc(1, sizeof *s);
    int memory = memfd_create("unknot-audio", MFD_CLOEXEC);
    if (!s || memory < 0) {
        free(s);
        if (memory >= 0)
            close(memory);
        return fail(host, UNKNOT_PLUGIN_NO_MEMORY, "the machine has no memory left: close something and try again");
    }
    s->process.noise = -1;
    s->host = host;
    s->rate = format->rate;
    s->bytes = shared_bytes(capacity);
    void *bytes = ftruncate(memory, (off_t)s->bytes) ? MAP_FAILED : mmap(NULL, s->bytes, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
    if (bytes == MAP_FAILED) {
        close(memory);
        sink_close(s);
        return fail(host, UNKNOT_PLUGIN_NO_MEMORY, "the machine has no memory left: close something and try again");
    }
    s->shared = bytes;
    s->shared->size = sizeof *s->shared;
    s->shared->rate = format->rate;
    s->shared->capacity = capacity;
    s->shared->device_latency_s = device_s;
    snprintf(s->shared->device, sizeof s->shared->device, "%s", *target ? target : "default");

    int32_t status = start_playing(s, memory, target);
    close(memory);
    if (status) {
        sink_close(s);
        return status;
    }
    format->sample_format = UNKNOT_S16;
    format->latency_s = (double)(capacity + atomic_load(&s->shared->device_frames)) / format->rate;
    *out = s;
    return 0;
}

/* The device may ask for large pieces; an eighth of the ring is never late. */
static int pause_ms(const struct sink *s)
{
    int ms = (int)(1000 * (uint64_t)s->shared->capacity / s->rate / 8);
    return ms < 1 ? 1 : ms > 20 ? 20 : ms;
}

static int32_t sink_write(void *self, const void *frames, uint32_t count)
{
    struct sink *s = self;
    struct shared *m = s->shared;
    uint64_t written = atomic_load_explicit(&m->written, memory_order_relaxed);
    int64_t until = shared_now_ns() + WRITE_MS * NS_PER_MS;

    for (;;) {
        int32_t status = check(s);
        if (status)
            return status;
        uint32_t room = m->capacity - (uint32_t)(written - atomic_load_explicit(&m->taken, memory_order_acquire));
        uint32_t n = count < room ? count : room;
        if (n > 0) {
            uint32_t at = (uint32_t)(written % m->capacity);
            uint32_t first = n < m->capacity - at ? n : m->capacity - at;
            memcpy(m->frames + 2 * (size_t)at, frames, (size_t)first * 4);
            memcpy(m->frames, (const int16_t *)frames + 2 * (size_t)first, (size_t)(n - first) * 4);
            atomic_store_explicit(&m->written, written + n, memory_order_release);
            return (int32_t)n;
        }
        if (count == 0 || shared_now_ns() >= until)
            return 0;
        sleep_ms(pause_ms(s));
    }
}

static int32_t sink_finish(void *self)
{
    struct sink *s = self;
    int32_t status = check(s);
    atomic_store_explicit(&s->shared->finishing, 1, memory_order_release);
    while (!status && atomic_load(&s->shared->state) != DONE) {
        sleep_ms(5);
        status = check(s);
    }
    if (!status) {
        ends_within(&s->process, END_MS);
        end(&s->process);
    }
    return status;
}

static int64_t sink_latency_frames(void *self)
{
    struct sink *s = self;
    struct shared *m = s->shared;
    uint64_t fill = atomic_load(&m->written) - atomic_load(&m->taken);
    uint32_t state = atomic_load(&m->state);
    if (s->lost || state == DONE)
        return 0;
    if (state != PLAYING)
        return (int64_t)fill;
    /* what the callback handed over last is heard device_frames later; time has passed since */
    int64_t ahead = (int64_t)atomic_load(&m->device_frames) - (int64_t)atomic_load(&m->silent) -
                    (shared_now_ns() - atomic_load(&m->beat_ns)) * (int64_t)s->rate / (1000 * NS_PER_MS);
    return (int64_t)fill + (atomic_load(&m->taken) > 0 && ahead > 0 ? ahead : 0);
}

/* ---- devices ----------------------------------------------------------------------------------------------------- */

/* Takes apart "NAME <tab> MARK <tab> DETAIL". */
static bool parse(char *line, struct unknot_device *out)
{
    char *mark = strchr(line, '\t');
    char *detail = mark ? strchr(mark + 1, '\t') : NULL;
    if (!detail)
        return false;
    *mark = *detail = '\0';
    out->is_default = mark[1] == '*';
    snprintf(out->name, sizeof out->name, "%s", line);
    snprintf(out->detail, sizeof out->detail, "%s", detail + 1);
    return true;
}

/* All that a process writes to `fd` until it closes it, at most size - 1 bytes. */
static bool read_all(int fd, char *out, size_t size)
{
    size_t have = 0;
    int64_t until = shared_now_ns() + LIST_MS * NS_PER_MS;
    struct pollfd f = {.fd = fd, .events = POLLIN};
    while (have < size - 1 && shared_now_ns() < until) {
        if (poll(&f, 1, 100) <= 0)
            continue;
        ssize_t n = read(fd, out + have, size - 1 - have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            out[have] = '\0';
            return n == 0;
        }
        have += (size_t)n;
    }
    return false;
}

static int32_t sink_device(const struct unknot_host *host, uint32_t index, struct unknot_device *out)
{
    char text[32768];
    int ends[2];
    struct process p;
    if (pipe2(ends, O_CLOEXEC))
        return fail(host, UNKNOT_PLUGIN_IO, "the sound devices cannot be listed: %s", strerror(errno));
    int32_t status = start(&p, host, "--list", -1, ends[1]);
    close(ends[1]);
    bool whole = !status && read_all(ends[0], text, sizeof text);
    close(ends[0]);
    end(&p);
    if (status)
        return status;
    if (!whole)
        return fail(host, UNKNOT_PLUGIN_NO_DEVICE, "the sound system does not answer: is its sound server stuck?");
    for (char *rest = text, *line; (line = strsep(&rest, "\n")) && *line;)
        if (index-- == 0)
            return parse(line, out);
    return 0;
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops,
    .open = sink_open,
    .write = sink_write,
    .finish = sink_finish,
    .close = sink_close,
    .latency_frames = sink_latency_frames,
    .device = sink_device,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "portaudio", "plays to a sound device", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
