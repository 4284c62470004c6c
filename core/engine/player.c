/* The player: a thread that reads the engine and feeds a sink, and one that prepares the sounds ahead of it. */
#include "desk.h"
#include "player.h"
#include "soon.h"

#include "../base/heap.h"
#include "../base/time.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define AHEAD_S 30
#define HURRY 5 /* real-time priority: below those of sound servers */
#define DEFAULT_SINK "portaudio"

void unknot_player_options_init(struct unknot_player_options *options)
{
    *options = (struct unknot_player_options){.size = sizeof *options, .realtime = 1};
}

/* The marks of level 1 as the sink's chapters. The caller frees the array. */
static struct unknot_sink_chapter *chapters_of(struct unknot *u, uint32_t *count)
{
    const struct uk_timeline *t = u->timeline;
    struct unknot_sink_chapter *chapters = calloc((size_t)(t ? t->mark_count : 0) + 1, sizeof *chapters);
    *count = 0;
    for (uint32_t i = 0; chapters && t && i < t->mark_count; i++)
        if (t->marks[i].level == 1)
            chapters[(*count)++] = (struct unknot_sink_chapter){t->marks[i].at_frames, uk_language_said(u->language, t->marks[i].title)};
    return chapters;
}

static int open_sink(struct unknot_player *p, const struct unknot_player_options *o, struct uk_message *m)
{
    struct unknot *u = p->u;
    struct unknot_sink_format format = {.size = sizeof format, .rate = u->rate, .latency_s = o->latency_s};
    struct unknot_sink_about about = {
        .size = sizeof about,
        .title = u->timeline ? u->session_facts.routine.title : "",
        .length_frames = u->timeline ? u->timeline->length_frames : -1,
    };
    struct unknot_sink_chapter *chapters = chapters_of(u, &about.chapter_count);
    if (!chapters)
        return uk_no_memory(m);
    about.chapters = chapters;
    int status = uk_sink_open(&p->sink, &u->places, o->sink ? o->sink : DEFAULT_SINK, o->target ? o->target : "", &format, &about, m);
    free(chapters);
    p->sample_format = format.sample_format;
    p->hurries = p->realtime && format.latency_s > 0;
    return status;
}

/* The file of this session: one that goes on has its own already. */
static int keep_session(struct unknot *u)
{
    struct uk_arena arena = {0};
    struct uk_diary head;
    if (u->keeper || !u->timeline)
        return UNKNOT_OK;
    char *folder = uk_path_join(u->places.state, "sessions");
    int status = folder ? uk_session_to_diary(&u->session, &arena, &head, &u->message) : uk_no_memory(&u->message);
    head.rate = u->rate;
    head.language = u->language->tag;
    if (!status)
        status = uk_keeper_create(&u->keeper, folder, NULL, &head, &u->message);
    free(folder);
    uk_arena_finish(&arena);
    return status;
}

int unknot_player_open(struct unknot_player **out, struct unknot *u, const struct unknot_player_options *options)
{
    struct unknot_player_options defaults;
    unknot_player_options_init(&defaults);
    const struct unknot_player_options *o = options ? options : &defaults;
    *out = NULL;
    if (o->size != sizeof *o)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "the options were not made by unknot_player_options_init()");
    struct unknot_player *p = calloc(1, sizeof *p);
    if (!p)
        return uk_no_memory(&u->message);
    p->u = u;
    p->realtime = o->realtime != 0;
    if (!p->realtime && uk_soon_finish(u) != UNKNOT_OK) { /* a file has no time to wait in */
        free(p);
        return UNKNOT_FAILED;
    }
    p->steering.volume = 1;
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->wake, &clock);
    pthread_condattr_destroy(&clock);
    int status = uk_controls_init(&p->controls, o->one_switch, &u->message);
    if (!status && o->desk)
        status = uk_desk_lend(o->desk, &p->controls, &u->message);
    if (!status)
        status = open_sink(p, o, &u->message);
    /* a session that cannot be kept is played all the same */
    if (!status && o->keep && keep_session(u) != UNKNOT_OK)
        uk_fail(&p->steering.warning, UNKNOT_IO, "%s", u->message.text);
    if (status)
        unknot_player_close(p);
    else
        *out = p;
    return status;
}

static void set_state(struct unknot_player *p, enum unknot_player_state state)
{
    pthread_mutex_lock(&p->lock);
    atomic_store(&p->state, (int)state);
    pthread_cond_broadcast(&p->wake);
    pthread_mutex_unlock(&p->lock);
}

/* Hands `frames` frames that begin at position `at` to the sink, all of them unless told to quit. */
static int hand_over(struct unknot_player *p, int64_t at, size_t frames)
{
    const unsigned char *bytes = (const unsigned char *)p->feeding.block;
    size_t frame_bytes = sizeof(float) * UNKNOT_CHANNELS;
    if (p->sample_format == UNKNOT_S16) {
        unknot_quantize(p->feeding.block, p->feeding.block_s16, at, frames);
        bytes = (const unsigned char *)p->feeding.block_s16;
        frame_bytes = sizeof(int16_t) * UNKNOT_CHANNELS;
    }
    while (frames > 0 && !atomic_load(&p->quit)) {
        int32_t taken = uk_sink_write(p->sink, bytes, (uint32_t)frames, &p->feeding.message);
        if (taken < 0)
            return taken;
        bytes += (size_t)taken * frame_bytes;
        frames -= (size_t)taken;
        if (taken > 0)
            atomic_fetch_add(&p->beats, 1);
        if (p->realtime) /* what is left of the block lies in no sink yet */
            atomic_store(&p->heard, uk_trail_at(&p->feeding.trail, (int64_t)frames + uk_sink_latency(p->sink)));
    }
    return UNKNOT_OK;
}

/* Frames still to be read after a stop: the fade, and a little silence so that nothing ends on an edge. */
static int64_t farewell(const struct unknot_player *p)
{
    return (int64_t)p->u->rate / 10;
}

static int feed(struct unknot_player *p)
{
    size_t most = p->realtime ? UK_BLOCK_LIVE : UK_BLOCK_FAST;
    int64_t left = -1; /* frames to read before the end, once a stop was asked for */
    while (!atomic_load(&p->quit) && left != 0) {
        if (left < 0 && atomic_load(&p->stop)) {
            unknot_pause(p->u, 1);
            left = farewell(p);
        }
        size_t want = left > 0 && left < (int64_t)most ? (size_t)left : most;
        int64_t at = unknot_tell(p->u);
        int status = uk_stage_prepare(p->u->stage, at, (int64_t)want);
        if (status && !p->realtime) {
            /* a file with a hole in it is worth nothing; a listener is better served by going on */
            uk_stage_message(p->u->stage, p->feeding.message.text, sizeof p->feeding.message.text);
            return status;
        }
        size_t got = unknot_read(p->u, p->feeding.block, want);
        int64_t next = unknot_tell(p->u);
        uk_trail_add(&p->feeding.trail, next == at ? at : next - (int64_t)got, (int64_t)got, next == at);
        status = got ? hand_over(p, at, got) : UNKNOT_OK;
        if (status || got == 0)
            return status;
        left -= left > 0 ? (int64_t)got : 0;
        if (!p->realtime)
            atomic_store(&p->heard, unknot_tell(p->u));
    }
    return UNKNOT_OK;
}

/* Before all that has time, where that is allowed; not so what it starts. A sink that takes all at once would leave no time for others. */
static void hurry(void)
{
    sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, &(struct sched_param){.sched_priority = HURRY});
}

static void *feeder(void *arg)
{
    struct unknot_player *p = arg;
    if (p->hurries)
        hurry();
    int status = feed(p);
    if (!status && !atomic_load(&p->quit))
        status = uk_sink_finish(p->sink, &p->feeding.message);
    if (!status && !atomic_load(&p->stop))
        atomic_store(&p->heard, unknot_tell(p->u));
    set_state(p, status ? UNKNOT_PLAYER_FAILED : UNKNOT_PLAYER_ENDED);
    return NULL;
}

static void *preparer(void *arg)
{
    struct unknot_player *p = arg;
    while (!atomic_load(&p->quit) && atomic_load(&p->state) == UNKNOT_PLAYER_PLAYING) {
        uk_stage_prepare(p->u->stage, unknot_tell(p->u), (int64_t)AHEAD_S * p->u->rate);
        unknot_player_wait(p, 0.1);
    }
    return NULL;
}

int unknot_player_start(struct unknot_player *p)
{
    struct uk_message *m = &p->u->message;
    if (p->has_feeder)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the player was started already");
    p->has_feeder = pthread_create(&p->feeder, NULL, feeder, p) == 0;
    p->has_preparer = p->has_feeder && p->realtime && pthread_create(&p->preparer, NULL, preparer, p) == 0;
    if (!p->has_feeder || (p->realtime && !p->has_preparer))
        return uk_fail(m, UNKNOT_FAILED, "no thread can be started: close something and try again");
    if (p->realtime) /* after the first sound is on its way */
        uk_planner_warm(p->u->planner);
    return UNKNOT_OK;
}

enum unknot_player_state unknot_player_state(const struct unknot_player *p)
{
    return (enum unknot_player_state)atomic_load(&p->state);
}

enum unknot_player_state unknot_player_wait(struct unknot_player *p, double seconds)
{
    int64_t until_ns = uk_clock_ns() + (int64_t)(seconds * (double)UK_NS_PER_S);
    struct timespec until = {(time_t)(until_ns / UK_NS_PER_S), (long)(until_ns % UK_NS_PER_S)};
    pthread_mutex_lock(&p->lock);
    while (atomic_load(&p->state) == UNKNOT_PLAYER_PLAYING && !atomic_load(&p->quit))
        if (pthread_cond_timedwait(&p->wake, &p->lock, &until) == ETIMEDOUT)
            break;
    pthread_mutex_unlock(&p->lock);
    return unknot_player_state(p);
}

const char *unknot_player_message(const struct unknot_player *p)
{
    return unknot_player_state(p) == UNKNOT_PLAYER_FAILED ? p->feeding.message.text : "";
}

int64_t unknot_player_heard(const struct unknot_player *p)
{
    return atomic_load(&p->heard);
}

uint64_t unknot_player_beats(const struct unknot_player *p)
{
    return atomic_load(&p->beats);
}

int unknot_player_control(struct unknot_player *p, const char *name, const char *target)
{
    return uk_controls_open(&p->controls, &p->u->places, name, target ? target : "", &p->u->message);
}

enum unknot_player_state unknot_player_work(struct unknot_player *p, double seconds)
{
    if (p->controls.count > 0)
        uk_controls_work(&p->controls, p, seconds);
    else
        unknot_player_wait(p, seconds);
    if (uk_soon_follow(p->u) != UNKNOT_OK)
        uk_fail(&p->steering.warning, UNKNOT_FAILED, "%s", p->u->message.text);
    uk_player_tell(p);
    return unknot_player_state(p);
}

void unknot_player_stop(struct unknot_player *p)
{
    atomic_store(&p->stop, true);
    unknot_player_wait(p, 2);
}

/* One that failed, or was never played, has no end: it can be gone on with. */
static void end_session(struct unknot_player *p)
{
    struct unknot *u = p->u;
    char line[UK_ENTRY_TEXT];
    enum unknot_player_state state = unknot_player_state(p);
    if (!u->keeper)
        return;
    uk_keeper_add(u->keeper, line, uk_diary_position(uk_ns_from_frames(unknot_player_heard(p), u->rate), line), false);
    if (state == UNKNOT_PLAYER_ENDED)
        uk_keeper_add(u->keeper, line, uk_diary_end(!atomic_load(&p->stop), unknot_player_dropouts(p), line), true);
    uk_keeper_destroy(u->keeper);
    u->keeper = NULL;
}

/* A service that waits for the next session holds no more than it needs. */
static void rest(struct unknot *u)
{
    if (u->ahead) /* it still speaks */
        return;
    uk_stage_forget(u->stage);
    uk_decoder_rest(u->decoder);
    uk_planner_cool(u->planner);
    uk_heap_trim();
}

void unknot_player_close(struct unknot_player *p)
{
    if (!p)
        return;
    pthread_mutex_lock(&p->lock);
    atomic_store(&p->quit, true);
    pthread_cond_broadcast(&p->wake);
    pthread_mutex_unlock(&p->lock);
    if (p->has_feeder)
        pthread_join(p->feeder, NULL);
    if (p->has_preparer)
        pthread_join(p->preparer, NULL);
    if (atomic_load(&p->stop) || p->steering.paused_ns)
        unknot_pause(p->u, 0); /* it was paused to fade out, or by the listener */
    end_session(p);
    bool serves = p->controls.desk != NULL;
    if (serves)
        uk_desk_take_back(p->controls.desk, &p->controls);
    else
        uk_controls_finish(&p->controls);
    free(p->steering.data);
    uk_sink_close(p->sink);
    if (serves)
        rest(p->u);
    pthread_cond_destroy(&p->wake);
    pthread_mutex_destroy(&p->lock);
    free(p);
}
