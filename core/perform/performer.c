#include "performer.h"

#include "../base/time.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined __x86_64__ || defined __SSE__
#include <xmmintrin.h>
#endif

#define FADE_NS INT64_C(50000000)
#define JUMP_NS INT64_C(10000000)
#define NO_SEEK INT64_MIN
#define RING 4 /* mixed quanta kept: the one before, this one, the one after */

/* A fade that can turn at any frame: `at` goes between 0, silent, and `length`, open. */
struct fade {
    int32_t at, length;
};

/* All that read() changes, and nothing else touches. */
struct hot {
    struct uk_quantum mixed[RING];
    int64_t mixed_number[RING]; /* -1: empty */
    float finished[2 * UK_QUANTUM];
    int64_t finished_number;
    uint64_t generation; /* of the scene all this is of */
    int64_t position;
    struct fade pause, jump;
    float volume, volume_from, volume_to;
    int32_t volume_left; /* frames until it is reached */
    bool started;
};

struct uk_performer {
    uint32_t rate;
    int32_t volume_frames;
    _Atomic(struct uk_scene *) scene;
    _Atomic uint64_t epoch; /* odd while a read is under way */
    _Atomic uint64_t generations;
    _Atomic int64_t seek; /* frame * 2 + smooth, or NO_SEEK */
    _Atomic int64_t position;
    _Atomic int64_t length; /* of the scene, for tell() */
    _Atomic int64_t limit;  /* no frame from here on is read */
    _Atomic uint64_t late;
    _Atomic float volume;
    atomic_bool paused;
    struct hot hot;
};

static void forget(struct hot *h)
{
    for (int i = 0; i < RING; i++)
        h->mixed_number[i] = -1;
    h->finished_number = -1;
}

int uk_performer_create(struct uk_performer **out, uint32_t rate, struct uk_message *m)
{
    struct uk_performer *p = aligned_alloc(64, (sizeof *p + 63) / 64 * 64);
    *out = p;
    if (!p)
        return uk_no_memory(m);
    memset(p, 0, sizeof *p);
    p->rate = rate;
    p->volume_frames = (int32_t)uk_frames_from_ns(FADE_NS, rate);
    p->hot.pause.length = p->hot.pause.at = p->volume_frames;
    p->hot.jump.length = p->hot.jump.at = (int32_t)uk_frames_from_ns(JUMP_NS, rate);
    p->hot.volume = p->hot.volume_to = 1;
    forget(&p->hot);
    atomic_init(&p->scene, NULL);
    atomic_init(&p->epoch, 0);
    atomic_init(&p->generations, 0);
    atomic_init(&p->seek, NO_SEEK);
    atomic_init(&p->position, 0);
    atomic_init(&p->length, INT64_MAX / 4);
    atomic_init(&p->limit, INT64_MAX);
    atomic_init(&p->late, 0);
    atomic_init(&p->volume, 1.0f);
    atomic_init(&p->paused, false);
    return UNKNOT_OK;
}

void uk_performer_destroy(struct uk_performer *p)
{
    free(p);
}

/* ---- the pure part ---- */

static const struct uk_quantum *mixed(struct uk_performer *p, struct uk_scene *scene, int64_t number)
{
    static const struct uk_quantum silence;
    struct hot *h = &p->hot;
    if (number < 0)
        return &silence;
    int slot = (int)(number % RING);
    if (h->mixed_number[slot] != number) {
        uint32_t late = uk_scene_mix(scene, number, &h->mixed[slot]);
        h->mixed_number[slot] = number;
        if (late)
            atomic_fetch_add_explicit(&p->late, late, memory_order_relaxed);
    }
    return &h->mixed[slot];
}

/* The finished quantum in which `position` lies, interleaved. */
static const float *finished(struct uk_performer *p, struct uk_scene *scene, int64_t position)
{
    struct hot *h = &p->hot;
    int64_t number = position / UK_QUANTUM;
    if (h->finished_number != number) {
        const struct uk_quantum *before = mixed(p, scene, number - 1), *now = mixed(p, scene, number);
        uk_limit(before, now, mixed(p, scene, number + 1), p->rate, h->finished);
        h->finished_number = number;
    }
    return h->finished;
}

/* ---- the listener's part ---- */

static float fade_gain(const struct fade *f)
{
    return uk_raised((float)f->at / (float)f->length);
}

static int32_t toward(int32_t at, int32_t target)
{
    return at < target ? at + 1 : at > target ? at - 1 : at;
}

/* Applies pause, jump and volume to frames that were read, in place. */
static void apply(struct hot *h, float *out, int32_t frames, int32_t pause_to, int32_t jump_to, int32_t volume_frames)
{
    if (h->pause.at == pause_to && h->jump.at == jump_to && h->volume_left == 0) {
        float gain = h->volume * fade_gain(&h->pause) * fade_gain(&h->jump);
        if (gain != 1)
            for (int32_t i = 0; i < 2 * frames; i++)
                out[i] *= gain;
        return;
    }
    for (int32_t i = 0; i < frames; i++) {
        h->pause.at = toward(h->pause.at, pause_to);
        h->jump.at = toward(h->jump.at, jump_to);
        if (h->volume_left > 0) {
            h->volume_left--;
            float t = (float)(volume_frames - h->volume_left) / (float)volume_frames;
            h->volume = h->volume_left ? h->volume_from + (h->volume_to - h->volume_from) * uk_raised(t) : h->volume_to;
        }
        float gain = h->volume * fade_gain(&h->pause) * fade_gain(&h->jump);
        out[2 * i] *= gain;
        out[2 * i + 1] *= gain;
    }
}

static int64_t clamp(int64_t v, int64_t least, int64_t most)
{
    return v < least ? least : v > most ? most : v;
}

/* Follows a pending seek when its moment has come: at once, or for a smooth one when nothing is heard any more. Returns
 * whether one is still waiting for its fade. */
static bool follow_seek(struct uk_performer *p, int64_t length)
{
    struct hot *h = &p->hot;
    int64_t seek = atomic_load_explicit(&p->seek, memory_order_acquire);
    while (seek != NO_SEEK) {
        bool smooth = seek & 1;
        bool heard = h->started && h->pause.at > 0 && h->jump.at > 0 && h->position < length;
        if (smooth && heard)
            return true;
        h->position = clamp(seek >> 1, 0, length);
        h->jump.at = smooth && h->started ? 0 : h->jump.length;
        if (!smooth && !atomic_load_explicit(&p->paused, memory_order_relaxed))
            h->pause.at = h->pause.length; /* exact: no fade of an earlier pause goes on there */
        atomic_store_explicit(&p->position, h->position, memory_order_relaxed);
        if (atomic_compare_exchange_strong_explicit(&p->seek, &seek, NO_SEEK, memory_order_acq_rel,
                                                    memory_order_acquire))
            return false;
    }
    return false;
}

static void follow_volume(struct uk_performer *p)
{
    struct hot *h = &p->hot;
    float wanted = atomic_load_explicit(&p->volume, memory_order_relaxed);
    if (wanted == h->volume_to)
        return;
    h->volume_from = h->volume;
    h->volume_to = wanted;
    h->volume_left = p->volume_frames;
    if (!h->started) {
        h->volume = wanted;
        h->volume_left = 0;
    }
}

static size_t perform(struct uk_performer *p, struct uk_scene *scene, float *out, size_t frames)
{
    struct hot *h = &p->hot;
    int64_t length = uk_scene_timeline(scene)->length_frames;
    if (h->generation != uk_scene_generation(scene)) {
        forget(h);
        h->generation = uk_scene_generation(scene);
        h->position = clamp(h->position, 0, length);
    }
    bool wanted = atomic_load_explicit(&p->paused, memory_order_acquire);
    int64_t last = atomic_load_explicit(&p->limit, memory_order_acquire) - p->volume_frames; /* the fade begins here */
    follow_volume(p);
    if ((wanted || h->position >= last) && !h->started)
        h->pause.at = 0;
    size_t done = 0;
    while (done < frames) {
        bool leaving = follow_seek(p, length), paused = wanted || h->position >= last;
        h->started = true;
        if (paused && (h->position >= length || h->position - p->volume_frames >= last))
            h->pause.at = 0;
        if (paused && h->pause.at == 0) {
            memset(out + 2 * done, 0, (frames - done) * 2 * sizeof *out);
            return frames;
        }
        int64_t inside = h->position % UK_QUANTUM, n = UK_QUANTUM - inside;
        n = n < (int64_t)(frames - done) ? n : (int64_t)(frames - done);
        n = n < length - h->position ? n : length - h->position;
        if (n <= 0)
            break;
        if (!paused && n > last - h->position)
            n = last - h->position;
        int32_t pause_to = paused ? 0 : h->pause.length, jump_to = leaving ? 0 : h->jump.length;
        /* stop where a fade ends in silence: what comes after it is another place */
        if (paused && n > h->pause.at)
            n = h->pause.at;
        if (leaving && n > h->jump.at)
            n = h->jump.at;
        memcpy(out + 2 * done, finished(p, scene, h->position) + 2 * inside, (size_t)n * 2 * sizeof *out);
        apply(h, out + 2 * done, (int32_t)n, pause_to, jump_to, p->volume_frames);
        h->position += n;
        done += (size_t)n;
    }
    return done;
}

/* ---- what others call ---- */

/* Numbers too small to hear take the processor hundreds of times longer than others: they become 0. Returns what to
 * restore. */
static uint64_t flush_denormals(void)
{
#if defined __x86_64__ || defined __SSE__
    uint32_t was = _mm_getcsr();
    _mm_setcsr(was | 0x8040);
    return was;
#elif defined __aarch64__
    uint64_t was;
    __asm__ volatile("mrs %0, fpcr" : "=r"(was));
    __asm__ volatile("msr fpcr, %0" : : "r"(was | UINT64_C(1) << 24));
    return was;
#else
    return 0;
#endif
}

static void restore_denormals(uint64_t was)
{
#if defined __x86_64__ || defined __SSE__
    _mm_setcsr((uint32_t)was);
#elif defined __aarch64__
    __asm__ volatile("msr fpcr, %0" : : "r"(was));
#else
    (void)was;
#endif
}

size_t uk_performer_read(struct uk_performer *p, float *out, size_t frames)
{
    atomic_fetch_add_explicit(&p->epoch, 1, memory_order_seq_cst);
    uint64_t was = flush_denormals();
    struct uk_scene *scene = atomic_load_explicit(&p->scene, memory_order_seq_cst);
    size_t done = scene ? perform(p, scene, out, frames) : 0;
    if (scene)
        atomic_store_explicit(&p->position, p->hot.position, memory_order_release);
    restore_denormals(was);
    atomic_fetch_add_explicit(&p->epoch, 1, memory_order_seq_cst);
    return done;
}

void uk_performer_quiesce(struct uk_performer *p)
{
    uint64_t epoch = atomic_load_explicit(&p->epoch, memory_order_seq_cst);
    if (epoch % 2 == 0)
        return;
    while (atomic_load_explicit(&p->epoch, memory_order_seq_cst) == epoch)
        nanosleep(&(struct timespec){.tv_nsec = 20000}, NULL);
}

struct uk_scene *uk_performer_publish(struct uk_performer *p, struct uk_scene *scene)
{
    if (scene) {
        uk_scene_set_generation(scene, atomic_fetch_add_explicit(&p->generations, 1, memory_order_relaxed) + 1);
        atomic_store_explicit(&p->length, uk_scene_timeline(scene)->length_frames, memory_order_release);
    }
    struct uk_scene *before = atomic_exchange_explicit(&p->scene, scene, memory_order_seq_cst);
    uk_performer_quiesce(p);
    return before;
}

int64_t uk_performer_tell(const struct uk_performer *p)
{
    int64_t seek = atomic_load_explicit(&p->seek, memory_order_acquire);
    int64_t at = seek != NO_SEEK ? seek >> 1 : atomic_load_explicit(&p->position, memory_order_acquire);
    return clamp(at, 0, atomic_load_explicit(&p->length, memory_order_acquire));
}

void uk_performer_seek(struct uk_performer *p, int64_t frame, bool smooth)
{
    frame = clamp(frame, 0, INT64_MAX / 4);
    atomic_store_explicit(&p->seek, frame * 2 + smooth, memory_order_release);
}

void uk_performer_pause(struct uk_performer *p, bool on)
{
    atomic_store_explicit(&p->paused, on, memory_order_release);
}

bool uk_performer_paused(const struct uk_performer *p)
{
    return atomic_load_explicit(&p->paused, memory_order_acquire);
}

void uk_performer_set_limit(struct uk_performer *p, int64_t frame)
{
    atomic_store_explicit(&p->limit, frame, memory_order_release);
}

bool uk_performer_waits(const struct uk_performer *p)
{
    int64_t last = atomic_load_explicit(&p->limit, memory_order_acquire) - p->volume_frames;
    return uk_performer_tell(p) >= last;
}

void uk_performer_set_volume(struct uk_performer *p, double gain)
{
    float wanted = gain > 0 ? gain < 1 ? (float)gain : 1 : 0;
    atomic_store_explicit(&p->volume, wanted, memory_order_relaxed);
}

uint64_t uk_performer_late(const struct uk_performer *p)
{
    return atomic_load_explicit(&p->late, memory_order_relaxed);
}
