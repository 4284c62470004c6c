/* shared.h - what sink-portaudio and unknot-audio share: one piece of memory with a ring of frames in it.
 *
 * The plugin writes frames and `written`; the callback of the sound card reads them and writes `taken`. All else is told by one side
 * only, too, except that the plugin says where a rejoining process begins (`taken`) before it opens the ring. Positions count from the
 * first frame of the session and never wrap. Both programs are built together, so the layout is not a format: `size` only finds
 * out a mixture of two builds.
 */
#ifndef SHARED_H
#define SHARED_H

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

/* File descriptor under which unknot-audio finds the memory. */
#define SHARED_FD 3

enum shared_state {
    STARTING,  /* PortAudio looks for devices: not to be killed */
    READY,     /* the device is open; it starts at once when it rejoins, else when the ring is full or `finishing` is set */
    PLAYING,   /* the callback beats */
    DONE,      /* `finishing` was set and the last frame was heard */
    FAILED,    /* `why` has the sentence */
};

struct shared {
    uint32_t size; /* sizeof(struct shared) */
    uint32_t rate;
    uint32_t capacity;     /* of the ring, frames */
    double device_latency_s; /* asked of the device */
    uint32_t rejoins;        /* nonzero: plays silence until `open` is set, then fades in */

    /* told by the plugin */
    _Atomic uint64_t written; /* frames put into the ring */
    _Atomic uint32_t finishing;
    _Atomic uint32_t open; /* the ring may be read; set from the start unless it rejoins */

    /* told by unknot-audio */
    _Atomic uint32_t state;          /* enum shared_state */
    _Atomic uint64_t taken;          /* frames the callback took from the ring */
    _Atomic uint64_t silent;         /* frames of silence handed over since the last of these */
    _Atomic int64_t start_ns;        /* when the device was started, CLOCK_MONOTONIC; set before PLAYING */
    _Atomic int64_t beat_ns;         /* when the callback last ran */
    _Atomic uint32_t device_frames;  /* from the callback to the ear; set when READY, grows to the truth in the first callbacks */
    _Atomic uint32_t dry;            /* how often the ring or the device's buffer was empty when a frame was due */
    uint32_t lead_frames;            /* silence that the device needs to wake up; set before READY */
    char device[128];                /* stable name of what is being opened; set before READY and FAILED */
    char why[400];                   /* set before FAILED */
    char instead[320];               /* why this one is opened and none that is better; set before READY */

    int16_t frames[]; /* the ring: 2 * capacity */
};

static inline int64_t shared_now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static inline size_t shared_bytes(uint32_t capacity)
{
    return sizeof(struct shared) + (size_t)capacity * 2 * sizeof(int16_t);
}

#endif
