#include "serve.h"

#include "import.h"
#include "sweep.h"
#include "takes.h"
#include "wire.h"

#include "../base/packet.h"
#include "../base/time.h"
#include "../sound/clip.h"

#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define AT_HAND_MS 10000
#define SEND_NS (10 * UK_NS_PER_S)
#define SWEEP_EVERY_NS (600 * UK_NS_PER_S) /* asked for; it is done less often */

static int64_t length_of(uint32_t kind, const char *name, struct stat *s)
{
    return kind == UK_CLIP_PHRASE ? uk_decode_phrase_ns((int64_t)strlen(name)) : stat(name, s) ? 0 : uk_decode_file_ns(s->st_size);
}

/* Twice what the other end waits: it has killed us by then, unless it died itself. */
static void watch(uint32_t kind, const char *name)
{
    struct stat s;
    int64_t seconds = 2 * length_of(kind, name, &s) / UK_NS_PER_S + 10;
    alarm(seconds > 1000000 ? 1000000 : (unsigned)seconds);
}

/* The one who asked, while a request is under way. */
struct asker {
    int fd;
    uint32_t kind;
    const char *name;
};

static void tell_busy(void *ctx)
{
    const struct asker *a = ctx;
    struct uk_packet p = {0};
    uk_packet_put_u32(&p, UK_DECODE_BUSY);
    if (uk_packet_send(&p, a->fd, uk_clock_ns() + SEND_NS, NULL) != UNKNOT_OK)
        _exit(0); /* nobody is there any more; what is half written is dropped by the next */
    uk_packet_finish(&p);
    watch(a->kind, a->name);
}

static void put_length(struct uk_packet *answer, const struct uk_speech_facts *f, int channels)
{
    uk_packet_put_i64(answer, f->frames);
    uk_packet_put_u32(answer, (uint32_t)channels);
    uk_packet_put_u32(answer, f->made);
    uk_packet_put_text(answer, f->by);
    uk_packet_put_text(answer, f->why.text);
}

static int measure(struct uk_workshop *w, uint32_t kind, const char *name, bool at_hand, struct uk_packet *answer, struct uk_message *m)
{
    struct uk_speech_facts facts = {.made = true, .by = ""};
    struct uk_held *held;
    int channels = 1, status;
    if (kind == UK_CLIP_PHRASE) {
        status = uk_speech_measure(w, name, at_hand, &facts, m);
    } else {
        status = uk_import_get(w, name, true, &held, m);
        if (status == UNKNOT_OK) {
            facts.frames = held->frames;
            channels = held->channels;
        }
    }
    if (status != UNKNOT_OK)
        return status;
    uk_packet_put_u32(answer, UK_DECODE_LENGTH);
    put_length(answer, &facts, channels);
    return UNKNOT_OK;
}

static int load(struct uk_workshop *w, uint32_t kind, const char *name, int64_t from, uint32_t frames, struct uk_packet *answer,
                struct uk_message *m)
{
    struct uk_held *held = NULL;
    int16_t *pcm = malloc(sizeof *pcm * 2 * (frames + 1));
    int status = pcm ? UNKNOT_OK : uk_no_memory(m);
    for (int attempt = 0; status == UNKNOT_OK; attempt++) {
        status = kind == UK_CLIP_PHRASE ? uk_speech_get(w, name, &held, m) : uk_import_get(w, name, false, &held, m);
        if (status != UNKNOT_OK)
            break;
        status = uk_held_read(held, from, frames, pcm, m);
        if (status == UNKNOT_OK)
            break;
        if (kind == UK_CLIP_PHRASE)
            uk_shelf_drop(&w->shelf, kind, name);
        else
            uk_import_forget(w, name);
        if (attempt == 0)
            status = UNKNOT_OK;
        else if (status == UNKNOT_BAD_DATA)
            status = uk_fail(m, UNKNOT_IO, "'%s' cannot be read from the cache '%s': is the disk all right?", name, w->cache);
    }
    if (status == UNKNOT_OK) {
        uk_packet_put_u32(answer, UK_DECODE_PIECE);
        uk_packet_put_bytes(answer, pcm, (size_t)frames * (size_t)held->channels * sizeof *pcm);
    }
    free(pcm);
    return status;
}

static int keep(struct uk_workshop *w, const char *name, const char *say, uint32_t rate, const char *path, struct uk_packet *answer,
                struct uk_message *m)
{
    int64_t frames;
    const char *identity;
    int status = uk_speech_keep(w, name, say, rate, path, &frames, &identity, m);
    if (status != UNKNOT_OK)
        return status;
    uk_packet_put_u32(answer, UK_DECODE_KEPT);
    uk_packet_put_i64(answer, frames);
    uk_packet_put_text(answer, identity);
    return UNKNOT_OK;
}

static int cannot_be(struct uk_message *m)
{
    return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the decoder was asked for something that cannot be: install unknot again");
}

static int answer_keep(struct uk_workshop *w, struct uk_packet *request, struct uk_packet *answer, struct uk_message *m)
{
    const char *name = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME), *say = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
    uint32_t rate = uk_packet_get_u32(request);
    const char *path = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
    if (request->bad || rate < 8000 || rate > 192000)
        return cannot_be(m);
    watch(UK_CLIP_PHRASE, name);
    return keep(w, name, say, rate, path, answer, m);
}

static void put_level(struct uk_packet *answer, const struct uk_level *l)
{
    uk_packet_put_f64(answer, fmax(l->lufs, UK_UNKNOWN_DB));
    uk_packet_put_f64(answer, fmax(l->peak_dbtp, UK_UNKNOWN_DB));
    uk_packet_put_f64(answer, l->seconds);
}

static int answer_levels(struct uk_workshop *w, struct uk_packet *request, struct uk_packet *answer, struct uk_message *m)
{
    struct uk_chain_levels levels;
    const char *name = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
    if (request->bad)
        return cannot_be(m);
    watch(UK_CLIP_PHRASE, name);
    int status = uk_speech_levels(w, name, &levels, m);
    if (status != UNKNOT_OK)
        return status;
    uk_packet_put_u32(answer, UK_DECODE_LOUDNESS);
    put_level(answer, &levels.before);
    put_level(answer, &levels.after);
    return UNKNOT_OK;
}

static int answer_sound(struct uk_workshop *w, int fd, uint32_t what, struct uk_packet *request, struct uk_packet *answer,
                        struct uk_message *m)
{
    uint32_t kind = uk_packet_get_u32(request);
    const char *name = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
    int64_t from = what == UK_DECODE_LOAD ? uk_packet_get_i64(request) : 0;
    uint32_t frames = uk_packet_get_u32(request); /* or whether only what is at hand is wanted */
    if (request->bad || (kind != UK_CLIP_PHRASE && kind != UK_CLIP_FILE) || from < 0 || frames > UK_DECODE_MOST_FRAMES)
        return cannot_be(m);
    struct asker asker = {fd, kind, name};
    w->busy = tell_busy;
    w->busy_ctx = &asker;
    watch(kind, name);
    int status = what == UK_DECODE_MEASURE ? measure(w, kind, name, frames != 0, answer, m)
                                           : load(w, kind, name, from, frames, answer, m);
    w->busy = NULL;
    return status;
}

static int answer_glance(struct uk_workshop *w, struct uk_packet *request, struct uk_packet *answer, struct uk_message *m)
{
    uint32_t count = uk_packet_get_u32(request);
    if (request->bad || count > UK_DECODE_MOST_GLANCES)
        return cannot_be(m);
    uk_packet_put_u32(answer, UK_DECODE_LENGTHS);
    uk_packet_put_u32(answer, count);
    for (uint32_t i = 0; i < count; i++) {
        struct uk_speech_facts facts;
        const char *name = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
        if (request->bad)
            return cannot_be(m);
        watch(UK_CLIP_PHRASE, name);
        if (uk_speech_measure(w, name, true, &facts, NULL) != UNKNOT_OK)
            facts = (struct uk_speech_facts){.frames = 1, .by = ""}; /* any length will do: it is not made */
        put_length(answer, &facts, 1);
    }
    return UNKNOT_OK;
}

static int survey(struct uk_workshop *w, const char *name, struct uk_packet *answer, struct uk_message *m)
{
    struct uk_survey s;
    int status = uk_take_survey(w, name, &s, m);
    uk_packet_put_u32(answer, UK_DECODE_PIECES);
    uk_packet_put_i64(answer, s.frames);
    uk_packet_put_u32(answer, (uint32_t)s.count);
    for (size_t i = 0; i < s.count; i++) {
        uk_packet_put_i64(answer, s.pieces[i].from);
        uk_packet_put_i64(answer, s.pieces[i].to);
        uk_packet_put_f64(answer, s.pieces[i].noise_db);
        uk_packet_put_u32(answer, s.pieces[i].clipped);
        uk_packet_put_bytes(answer, s.pieces[i].hiss, s.pieces[i].hiss_count);
        uk_packet_put_bytes(answer, s.pieces[i].print, s.pieces[i].print_count);
    }
    uk_survey_finish(&s);
    return status;
}

static int cut(struct uk_workshop *w, const char *name, struct uk_packet *request, struct uk_packet *answer, struct uk_message *m)
{
    uint32_t count = uk_packet_get_u32(request);
    if (request->bad || count > UK_TAKE_MOST_CUTS)
        return cannot_be(m);
    struct uk_cut *cuts = calloc(count + 1, sizeof *cuts);
    if (!cuts)
        return uk_no_memory(m);
    for (uint32_t i = 0; i < count; i++) {
        cuts[i].from = uk_packet_get_i64(request);
        cuts[i].to = uk_packet_get_i64(request);
        cuts[i].gain_db = uk_packet_get_f64(request);
        cuts[i].path = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
    }
    int status = request->bad ? cannot_be(m) : uk_take_cut(w, name, cuts, count, m);
    uk_packet_put_u32(answer, UK_DECODE_CUTS);
    uk_packet_put_u32(answer, count);
    for (uint32_t i = 0; i < count; i++) {
        uk_packet_put_i64(answer, cuts[i].frames);
        uk_packet_put_f64(answer, cuts[i].lufs);
        uk_packet_put_f64(answer, cuts[i].peak_dbtp);
    }
    free(cuts);
    return status;
}

static int answer_take(struct uk_workshop *w, int fd, uint32_t what, struct uk_packet *request, struct uk_packet *answer,
                       struct uk_message *m)
{
    const char *name = uk_packet_get_text(request, UK_DECODE_LONGEST_NAME);
    struct asker asker = {fd, UK_CLIP_FILE, name};
    if (request->bad)
        return cannot_be(m);
    w->busy = tell_busy;
    w->busy_ctx = &asker;
    watch(UK_CLIP_FILE, name);
    int status = what == UK_DECODE_SURVEY ? survey(w, name, answer, m) : cut(w, name, request, answer, m);
    w->busy = NULL;
    return status;
}

static int answer_one(struct uk_workshop *w, int fd, struct uk_packet *request, struct uk_packet *answer, struct uk_message *m)
{
    uint32_t what = uk_packet_get_u32(request);
    int status;
    if (what == UK_DECODE_MEASURE || what == UK_DECODE_LOAD)
        status = answer_sound(w, fd, what, request, answer, m);
    else if (what == UK_DECODE_GLANCE)
        status = answer_glance(w, request, answer, m);
    else if (what == UK_DECODE_KEEP)
        status = answer_keep(w, request, answer, m);
    else if (what == UK_DECODE_LEVELS)
        status = answer_levels(w, request, answer, m);
    else if (what == UK_DECODE_SURVEY || what == UK_DECODE_CUT)
        status = answer_take(w, fd, what, request, answer, m);
    else
        status = cannot_be(m);
    alarm(0);
    return status;
}

/* Waits for a request; when none comes for a while, what is at hand is put away. */
static int next_request(struct uk_workshop *w, int fd, struct uk_packet *request)
{
    struct pollfd f = {.fd = fd, .events = POLLIN};
    if (poll(&f, 1, AT_HAND_MS) == 0)
        uk_shelf_finish(&w->shelf);
    return uk_packet_receive(request, fd, UK_TAKE_LONGEST_PACKET, INT64_MAX, NULL);
}

void uk_serve(struct uk_workshop *w, int fd)
{
    struct uk_packet request = {0}, answer = {0};
    int64_t sweep_ns = 0;
    while (next_request(w, fd, &request) == UNKNOT_OK) {
        struct uk_message m = {""};
        uk_packet_clear(&answer);
        int status = answer_one(w, fd, &request, &answer, &m);
        if (status != UNKNOT_OK) {
            uk_packet_clear(&answer);
            uk_packet_put_u32(&answer, UK_DECODE_REFUSAL);
            uk_packet_put_i64(&answer, status);
            uk_packet_put_text(&answer, m.text);
        }
        if (uk_packet_send(&answer, fd, uk_clock_ns() + SEND_NS, NULL) != UNKNOT_OK)
            break;
        if (w->stored && uk_clock_ns() >= sweep_ns) {
            uk_sweep_start(w->cache);
            sweep_ns = uk_clock_ns() + SWEEP_EVERY_NS;
            w->stored = false;
        }
    }
    uk_packet_finish(&request);
    uk_packet_finish(&answer);
}
