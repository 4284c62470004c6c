/* unknot-audio.c - PortAudio and nothing else, in a process that can be killed when a device goes away under it.
 *
 *     unknot-audio DEVICE     plays what is in the shared memory (file descriptor 3); "" is the best that there is
 *     unknot-audio --list     one line a device, the best first: name, tab, '*' for that or '-', tab, description
 *
 * stderr is the pipe to the plugin: it takes the noise of the sound libraries, and its end is the end of this process.
 */
#include "outputs.h"
#include "shared.h"

#include <errno.h>
#include <pa_linux_alsa.h>
#include <poll.h>
#include <portaudio.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FADE_MS = 5,         /* where the ring ran dry */
    REJOIN_FADE_MS = 50, /* where the device comes back in the middle of things */
    REJOIN_AHEAD_S = 10,
    HURRY = 10, /* real-time priority */
};

/* What only the callback uses, and the memory. */
struct player {
    struct shared *shared;
    uint32_t fade_frames;
    uint32_t fade_in;   /* length of the fade-in, frames */
    uint32_t fading_in; /* frames of it still to come */
    int16_t last[2];    /* the last frame that came from the ring */
    uint32_t falling;   /* frames of the fall from `last` to silence still to come */
    uint32_t period;    /* the largest callback so far */
    bool hurried;       /* it was asked for time before others */
    uint32_t lead;      /* frames of silence still to be played before frame 0 */
    uint64_t asked;     /* frames the device has asked for */
};

/* Copies `n` frames from ring position `at`. [audio] */
static void copy(const struct shared *s, int16_t *out, uint64_t at, uint32_t n)
{
    uint32_t from = (uint32_t)(at % s->capacity);
    uint32_t first = n < s->capacity - from ? n : s->capacity - from;
    memcpy(out, s->frames + 2 * (size_t)from, (size_t)first * 4);
    memcpy(out + 2 * (size_t)first, s->frames, (size_t)(n - first) * 4);
}

/* Silence that is reached from the last frame within FADE_MS. [audio] */
static void fall_silent(struct player *p, int16_t *out, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        for (int c = 0; c < 2; c++)
            out[2 * i + c] = i < p->falling ? (int16_t)(p->last[c] * (int32_t)(p->falling - i) / (int32_t)(p->fade_frames + 1)) : 0;
    p->falling = n < p->falling ? p->falling - n : 0;
}

/* Fades in what comes next after silence. [audio] */
static void fade_in(struct player *p, int16_t *frames, uint32_t n)
{
    for (uint32_t i = 0; i < n && p->fading_in; i++, p->fading_in--)
        for (int c = 0; c < 2; c++)
            frames[2 * i + c] = (int16_t)(frames[2 * i + c] * (int32_t)(p->fade_in - p->fading_in) / (int32_t)p->fade_in);
}

/* What is in the ring and may be played. Before frame 0, a device that sleeps is woken by silence; one that rejoins waits to be told
 * where. [audio] */
static uint64_t to_play(const struct player *p, uint64_t taken)
{
    struct shared *s = p->shared;
    if (p->lead > 0 || !atomic_load_explicit(&s->open, memory_order_acquire))
        return 0;
    return atomic_load_explicit(&s->written, memory_order_acquire) - taken;
}

/* Whether the device has asked for more than any clock can have played: it is none, but a file. One that rejoins may fill
 * its buffers first, and make up for a time that its server stood still. */
static bool runs_ahead(const struct player *p)
{
    const struct shared *s = p->shared;
    uint64_t played = (uint64_t)(shared_now_ns() - atomic_load_explicit(&s->start_ns, memory_order_relaxed)) / 1000000 * s->rate / 1000;
    uint32_t buffer = atomic_load_explicit(&s->device_frames, memory_order_relaxed);
    bool open = atomic_load_explicit(&s->open, memory_order_relaxed);
    return p->asked > played + played / 1000 + (open ? buffer / 2 : REJOIN_AHEAD_S * s->rate);
}

/* Before all that has time, where that is allowed, unless the sound system has seen to it. The first callback is early enough. [audio] */
static void hurry(struct player *p)
{
    if (!p->hurried && sched_getscheduler(0) == SCHED_OTHER)
        sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &(struct sched_param){.sched_priority = HURRY});
    p->hurried = true;
}

/* The one wait in a callback: a file is made to take the time that the sound takes to be made, so that it misses none of it. What plays
 * never gets here. */
static void hold_back(const struct player *p, unsigned long count)
{
    struct shared *s = p->shared;
    for (;;) {
        bool finishing = atomic_load_explicit(&s->finishing, memory_order_acquire);
        uint64_t taken = atomic_load_explicit(&s->taken, memory_order_acquire);
        if (to_play(p, taken) >= count || finishing || p->lead > 0 || !runs_ahead(p))
            return;
        atomic_store_explicit(&s->beat_ns, shared_now_ns(), memory_order_release);
        poll(NULL, 0, 1);
    }
}

static int callback(const void *in, void *out, unsigned long count, const PaStreamCallbackTimeInfo *time,
                    PaStreamCallbackFlags flags, void *ctx)
{
    struct player *p = ctx;
    struct shared *s = p->shared;
    int16_t *frames = out;
    (void)in;
    (void)time;

    hurry(p);
    p->asked += count;
    if (to_play(p, atomic_load_explicit(&s->taken, memory_order_relaxed)) < count)
        hold_back(p, count);
    /* finishing first: once it is seen set, `written` is final */
    bool finishing = atomic_load_explicit(&s->finishing, memory_order_acquire);
    bool begun = p->lead == 0 && atomic_load_explicit(&s->open, memory_order_acquire);
    uint64_t taken = atomic_load_explicit(&s->taken, memory_order_relaxed);
    uint64_t fill = begun ? to_play(p, taken) : 0;
    uint64_t silent = atomic_load_explicit(&s->silent, memory_order_relaxed);
    uint32_t n = fill < count ? (uint32_t)fill : (uint32_t)count;

    if (begun && (flags & paOutputUnderflow))
        atomic_fetch_add_explicit(&s->dry, 1, memory_order_relaxed);
    if (count > p->period) {
        uint32_t latency = atomic_load_explicit(&s->device_frames, memory_order_relaxed) - p->period + (uint32_t)count;
        p->period = (uint32_t)count;
        atomic_store_explicit(&s->device_frames, latency, memory_order_relaxed);
    }
    if (n > 0) {
        copy(s, frames, taken, n);
        memcpy(p->last, frames + 2 * (size_t)(n - 1), sizeof p->last);
        fade_in(p, frames, n);
        p->falling = p->fade_frames;
        silent = 0;
    }
    if (n < count) {
        if (begun && !finishing && silent == 0 && !(flags & paOutputUnderflow))
            atomic_fetch_add_explicit(&s->dry, 1, memory_order_relaxed);
        if (finishing) /* the end was written as it is meant: nothing is added to it */
            p->falling = 0;
        fall_silent(p, frames + 2 * (size_t)n, (uint32_t)count - n);
        if (begun && taken + n > 0 && p->fading_in <= p->fade_frames)
            p->fading_in = p->fade_in = p->fade_frames;
        silent += count - n;
    }
    p->lead -= p->lead < count ? p->lead : (uint32_t)count;
    atomic_store_explicit(&s->silent, silent, memory_order_relaxed);
    if (n > 0) /* while it does not, the plugin may say where to begin */
        atomic_store_explicit(&s->taken, taken + n, memory_order_release);
    atomic_store_explicit(&s->beat_ns, shared_now_ns(), memory_order_release);

    /* PortAudio throws away what is still in the device's buffer when a stream ends: so it ends when that is silence */
    bool heard = begun && finishing && fill == n && silent >= atomic_load_explicit(&s->device_frames, memory_order_relaxed);
    return heard ? paComplete : paContinue;
}

static _Noreturn void fail(struct shared *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

static _Noreturn void fail(struct shared *s, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(s->why, sizeof s->why, format, args);
    va_end(args);
    atomic_store(&s->state, FAILED);
    _exit(1);
}

/* How long the output that plays `name` sleeps on when sound comes, and swallows the first word. */
static double lead_s(const char *name)
{
    static const struct {
        const char *part;
        double seconds;
    } sleepers[] = {{"bluez", 1.5}, {"bluealsa", 1.5}, {"bluetooth", 1.5}, {"hdmi", 1}, {"displayport", 1}, {"usb", 0.3}};
    for (size_t i = 0; i < sizeof sleepers / sizeof *sleepers; i++)
        if (strcasestr(name, sleepers[i].part))
            return sleepers[i].seconds;
    return 0;
}

/* The same for a card: by its id, and by the file that only a USB card has. */
static double card_lead_s(int card)
{
    char path[64], id[64] = "";
    snprintf(path, sizeof path, "/proc/asound/card%d/id", card);
    FILE *f = fopen(path, "re");
    if (f && !fgets(id, sizeof id, f))
        *id = '\0';
    if (f)
        fclose(f);
    snprintf(path, sizeof path, "/proc/asound/card%d/usbid", card);
    double seconds = lead_s(id);
    return seconds > 0 || access(path, F_OK) ? seconds : lead_s("usb");
}

/* All outputs, the best first. Returns how many; the caller frees *out. */
static int find_outputs(struct output **out)
{
    char decider[256];
    int count = Pa_GetDeviceCount(), found = 0;
    *out = calloc(count > 0 ? (size_t)count : 1, sizeof **out);
    output_decider("", decider, sizeof decider);
    for (PaDeviceIndex i = 0; *out && i < count; i++) {
        const PaDeviceInfo *info = Pa_GetDeviceInfo(i);
        if (info->maxOutputChannels < 1 || strpbrk(info->name, "\t\n"))
            continue;
        struct output *o = &(*out)[found++];
        o->index = i;
        output_look(o, "", info->name, decider);
        if (info->maxOutputChannels < 2)
            o->rank = OUTPUT_MONO;
    }
    if (*out)
        qsort(*out, (size_t)found, sizeof **out, output_order);
    return found;
}

static int list(void)
{
    struct output *outputs;
    if (Pa_Initialize())
        return 1;
    int count = find_outputs(&outputs);
    for (int i = 0; i < count; i++) {
        const struct output *o = &outputs[i];
        const PaDeviceInfo *info = Pa_GetDeviceInfo(o->index);
        if (o->rank == OUTPUT_MONO)
            continue;
        printf("%s\t%c\t%s%s%s, %s, %.0f frames a second\n", o->name, i == 0 ? '*' : '-', o->why, *o->why ? "; " : "",
               Pa_GetHostApiInfo(info->hostApi)->name, info->name, info->defaultSampleRate);
    }
    fflush(stdout);
    _exit(0); /* not Pa_Terminate(): it may hang, and there is nothing to keep */
}

/* The first rate that the device does take, as a text; "" when it takes none. */
static void working_rate(PaStreamParameters to, char *out, size_t size)
{
    static const int rates[] = {48000, 44100, 96000, 32000, 24000, 22050, 16000, 192000, 88200, 8000};
    *out = '\0';
    for (size_t i = 0; i < sizeof rates / sizeof *rates && !*out; i++)
        if (Pa_IsFormatSupported(NULL, &to, rates[i]) == paFormatIsSupported)
            snprintf(out, size, "%d", rates[i]);
}

static _Noreturn void explain(struct shared *s, PaError error, PaStreamParameters to)
{
    char rate[16];
    switch (error) {
    case paInvalidSampleRate:
        working_rate(to, rate, sizeof rate);
        if (*rate)
            fail(s, "the sound device '%s' does not play at the rate asked for: take %s frames a second", s->device, rate);
        break;
    case paInvalidChannelCount:
        fail(s, "the sound device '%s' does not play stereo: choose another ('unknot devices' lists them)", s->device);
    case paSampleFormatNotSupported:
        fail(s, "the sound device '%s' does not take 16-bit sound directly: choose 'default' or another "
                "('unknot devices' lists them)", s->device);
    case paDeviceUnavailable:
        fail(s, "the sound device '%s' is in use by another program: close that, or choose another "
                "('unknot devices' lists them)", s->device);
    default:
        break;
    }
    fail(s, "the sound device '%s' cannot be opened: %s; choose another ('unknot devices' lists them)", s->device,
         Pa_GetErrorText(error));
}

/* What is to be opened: one that PortAudio lists, or a name of ALSA's with arguments, which it only opens. */
struct choice {
    PaDeviceIndex index; /* paNoDevice: not listed */
    char known[256];     /* what PortAudio calls it */
    char name[128];      /* what opens it again */
    char missed[240];    /* a better one, and who has it; "" */
};

static void choose(struct choice *c, const char *wanted)
{
    struct output *outputs;
    int count = find_outputs(&outputs);
    *c = (struct choice){.index = paNoDevice};
    snprintf(c->known, sizeof c->known, "%s", wanted);
    snprintf(c->name, sizeof c->name, "%s", wanted);
    for (int i = 0; i < count && c->index == paNoDevice; i++) {
        const char *known = Pa_GetDeviceInfo(outputs[i].index)->name;
        bool bare = *wanted && strcmp(outputs[i].hw, wanted) == 0;
        if (*wanted && !bare && strcmp(outputs[i].name, wanted) != 0 && strcmp(known, wanted) != 0)
            continue;
        c->index = outputs[i].index;
        snprintf(c->known, sizeof c->known, "%s", known);
        snprintf(c->name, sizeof c->name, "%s", bare ? wanted : outputs[i].name);
    }
    if (!*wanted)
        output_missed("", outputs, count, c->missed, sizeof c->missed);
    free(outputs);
}

static PaError open_stream(PaStream **stream, const struct choice *c, struct player *p, PaStreamParameters *to)
{
    struct shared *s = p->shared;
    PaAlsaStreamInfo how;
    PaError error = paInvalidDevice;
    *to = (PaStreamParameters){.channelCount = 2, .sampleFormat = paInt16, .suggestedLatency = s->device_latency_s};
    if (strstr(c->name, ":CARD=")) {
        PaAlsa_InitializeStreamInfo(&how);
        how.deviceString = c->name;
        to->device = paUseHostApiSpecificDeviceSpecification;
        to->hostApiSpecificStreamInfo = &how;
        error = Pa_OpenStream(stream, NULL, to, s->rate, paFramesPerBufferUnspecified, paNoFlag, callback, p);
        to->hostApiSpecificStreamInfo = NULL;
    }
    if (error && c->index != paNoDevice) { /* the bare card */
        to->device = c->index;
        error = Pa_OpenStream(stream, NULL, to, s->rate, paFramesPerBufferUnspecified, paNoFlag, callback, p);
    }
    return error;
}

static PaStream *open_device(struct player *p, const char *wanted)
{
    struct shared *s = p->shared;
    PaStream *stream;
    PaStreamParameters to;
    struct choice choice;
    PaError error = Pa_Initialize();
    snprintf(s->device, sizeof s->device, "%s", *wanted ? wanted : "default");
    if (error)
        fail(s, "the sound system cannot be started: %s; write the routine to a file with 'unknot render'",
             Pa_GetErrorText(error));
    choose(&choice, wanted);
    if (choice.index == paNoDevice && *choice.missed)
        fail(s, "%s: end that, or write the routine to a file with 'unknot render'", choice.missed);
    if (choice.index == paNoDevice && !*wanted)
        fail(s, "no sound device was found, or another program holds it: plug one in, or write the routine to a file "
                "with 'unknot render'");
    if (*choice.name)
        snprintf(s->device, sizeof s->device, "%s", choice.name);
    if (*choice.missed)
        snprintf(s->instead, sizeof s->instead, "%s, so what plays goes to %.50s", choice.missed, choice.name);
    error = open_stream(&stream, &choice, p, &to);
    if (error && choice.index == paNoDevice)
        fail(s, "there is no sound device '%s', or another program holds it: 'unknot devices' lists those that are "
                "free", wanted);
    if (error)
        explain(s, error, to);
    double latency_s = Pa_GetStreamInfo(stream)->outputLatency;
    if (!(latency_s > 0 && latency_s < 10)) /* JACK's bridge says 24 hours */
        latency_s = s->device_latency_s;
    atomic_store(&s->device_frames, (uint32_t)(latency_s * s->rate + 0.5));
    /* "default" says nothing: the card behind it may */
    int card = -1;
    double seconds = lead_s(choice.known);
    if (seconds <= 0 && PaAlsa_GetStreamOutputCard(stream, &card) == paNoError && card >= 0)
        seconds = card_lead_s(card);
    s->lead_frames = (uint32_t)(seconds * s->rate);
    return stream;
}

static void sleep_ms(int ms)
{
    poll(NULL, 0, ms);
}

static _Noreturn void play(struct player *p, PaStream *stream)
{
    struct shared *s = p->shared;
    atomic_store(&s->state, READY);
    while (!s->rejoins && !atomic_load(&s->finishing) && atomic_load(&s->written) < s->capacity)
        sleep_ms(2);
    if (s->rejoins) /* the plugin counts the silence itself, and then says where to begin */
        p->fading_in = p->fade_in = s->rate * REJOIN_FADE_MS / 1000;
    else
        p->lead = s->lead_frames;
    int64_t now = shared_now_ns();
    atomic_store(&s->start_ns, now);
    atomic_store(&s->beat_ns, now);
    atomic_store(&s->state, PLAYING);
    PaError error = Pa_StartStream(stream);
    if (error)
        fail(s, "the sound device '%s' cannot be started: %s; choose another ('unknot devices' lists them)", s->device,
             Pa_GetErrorText(error));
    while (Pa_IsStreamActive(stream) == 1)
        sleep_ms(10);
    bool heard = atomic_load(&s->finishing) && atomic_load(&s->taken) == atomic_load(&s->written) &&
                 atomic_load(&s->silent) >= atomic_load(&s->device_frames);
    if (!heard)
        fail(s, "the sound device '%s' went away: plug it in again, or choose another ('unknot devices' lists them)",
             s->device);
    atomic_store(&s->state, DONE);
    Pa_AbortStream(stream);
    Pa_CloseStream(stream);
    _exit(0);
}

/* Ends this process when the plugin's does, however it does, and whatever hangs here. PR_SET_PDEATHSIG would end it with the thread that
 * started it. */
static void *watch(void *unused)
{
    struct pollfd pipe = {.fd = 2};
    (void)unused;
    while (poll(&pipe, 1, -1) >= 0 || errno == EINTR)
        if (pipe.revents & (POLLERR | POLLHUP | POLLNVAL))
            break;
    _exit(2);
}

static int usage(void)
{
    fprintf(stderr, "unknot-audio is started by unknot's sink 'portaudio', not by hand\n");
    return 2;
}

int main(int argc, char **argv)
{
    pthread_t watcher;
    struct stat memory;
    signal(SIGPIPE, SIG_IGN);
    if (argc == 2 && strcmp(argv[1], "--list") == 0)
        return list();
    if (argc != 2 || fstat(SHARED_FD, &memory) || memory.st_size < (off_t)sizeof(struct shared))
        return usage();
    struct shared *s = mmap(NULL, (size_t)memory.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, SHARED_FD, 0);
    if (s == MAP_FAILED || s->size != sizeof *s || (off_t)shared_bytes(s->capacity) > memory.st_size)
        return usage();
    if (pthread_create(&watcher, NULL, watch, NULL))
        fail(s, "the sound cannot be started: the machine has no room for a thread");
    struct player p = {.shared = s, .fade_frames = s->rate * FADE_MS / 1000};
    play(&p, open_device(&p, argv[1]));
}
