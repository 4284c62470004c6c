#include "decoder.h"

#include "../base/child.h"
#include "../base/packet.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../decode/wire.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_GLANCE_BYTES (1u << 20) /* of names in one request */
#define MOST_LATE 2 /* phrases in a row that a voice did not say in time */

/* One helper and what is being said to it. */
struct line {
    pthread_mutex_t lock; /* of all that follows */
    struct uk_child child;
    struct uk_packet request, answer;
    pthread_mutex_t pid_lock;
    pid_t pid; /* of the child as long as nobody has taken its end, for whoever does not wait for the other lock */
};

enum { FIRST, SPARE, LINES };

struct uk_decoder {
    char *program, *cache, *plugins, *voice;
    uint32_t rate;
    const char **packs; /* folders; owned */
    size_t pack_count;
    atomic_bool closing;
    _Atomic int late; /* how often in a row a phrase had to be given up for its time */
    /* All goes over the first; pieces of what plays now go over the spare one while the first is busy speaking or decoding. */
    struct line lines[LINES];
};

static void know_pid(struct line *l, pid_t pid)
{
    pthread_mutex_lock(&l->pid_lock);
    l->pid = pid;
    pthread_mutex_unlock(&l->pid_lock);
}

int uk_decoder_create(struct uk_decoder **out, const struct uk_places *places, const char *voice, uint32_t rate, struct uk_message *m)
{
    struct uk_decoder *d = calloc(1, sizeof *d);
    *out = d;
    if (!d)
        return uk_no_memory(m);
    for (int i = 0; i < LINES; i++) {
        pthread_mutex_init(&d->lines[i].lock, NULL);
        pthread_mutex_init(&d->lines[i].pid_lock, NULL);
        d->lines[i].child = (struct uk_child)UK_CHILD_NONE;
    }
    d->program = uk_path_join(places->helpers, "unknot-decode");
    d->cache = strdup(places->cache);
    d->plugins = strdup(places->plugins);
    d->voice = strdup(voice);
    d->rate = rate;
    if (d->program && d->cache && d->plugins && d->voice)
        return UNKNOT_OK;
    uk_decoder_destroy(d);
    *out = NULL;
    return uk_no_memory(m);
}

static void drop_packs(struct uk_decoder *d)
{
    while (d->pack_count > 0)
        free((char *)d->packs[--d->pack_count]);
    free(d->packs);
    d->packs = NULL;
}

void uk_decoder_hurry(struct uk_decoder *d)
{
    atomic_store(&d->closing, true);
    for (int i = 0; i < LINES; i++) {
        struct line *l = &d->lines[i];
        pthread_mutex_lock(&l->pid_lock);
        if (l->pid > 0)
            kill(l->pid, SIGKILL);
        pthread_mutex_unlock(&l->pid_lock);
    }
}

void uk_decoder_destroy(struct uk_decoder *d)
{
    if (!d)
        return;
    for (int i = 0; i < LINES; i++) {
        know_pid(&d->lines[i], 0);
        uk_child_finish(&d->lines[i].child);
        uk_packet_finish(&d->lines[i].request);
        uk_packet_finish(&d->lines[i].answer);
        pthread_mutex_destroy(&d->lines[i].lock);
        pthread_mutex_destroy(&d->lines[i].pid_lock);
    }
    free(d->program);
    free(d->cache);
    free(d->plugins);
    free(d->voice);
    drop_packs(d);
    free(d);
}

int uk_decoder_use_packs(struct uk_decoder *d, char *const *folders, size_t count, struct uk_message *m)
{
    drop_packs(d);
    d->packs = calloc(count + 1, sizeof *d->packs);
    if (!d->packs)
        return uk_no_memory(m);
    for (; d->pack_count < count; d->pack_count++)
        if (!(d->packs[d->pack_count] = strdup(folders[d->pack_count])))
            return uk_no_memory(m);
    return UNKNOT_OK;
}

static int start(struct uk_decoder *d, struct line *l, struct uk_message *m)
{
    char rate[16];
    if (l->child.pid)
        return UNKNOT_OK;
    snprintf(rate, sizeof rate, "%u", d->rate);
    const char *first[] = {d->program, rate, d->cache, d->plugins, d->voice};
    size_t n = sizeof first / sizeof *first;
    const char **argv = calloc(n + d->pack_count + 1, sizeof *argv);
    if (!argv)
        return uk_no_memory(m);
    memcpy(argv, first, sizeof first);
    if (d->pack_count > 0)
        memcpy(argv + n, d->packs, d->pack_count * sizeof *argv);
    int status = uk_child_start(&l->child, argv, m);
    know_pid(l, status ? 0 : l->child.pid);
    free(argv);
    return status;
}

void uk_decoder_start(struct uk_decoder *d)
{
    struct line *l = &d->lines[FIRST];
    pthread_mutex_lock(&l->lock);
    start(d, l, NULL);
    pthread_mutex_unlock(&l->lock);
}

void uk_decoder_rest(struct uk_decoder *d)
{
    struct line *l = &d->lines[SPARE];
    if (pthread_mutex_trylock(&l->lock))
        return;
    know_pid(l, 0);
    uk_child_kill(&l->child);
    pthread_mutex_unlock(&l->lock);
}

/* The words of a phrase, without its language. */
static const char *words_of(const char *name)
{
    const char *tab = strchr(name, '\t');
    return tab ? tab + 1 : name;
}

static int64_t time_for(enum uk_clip_kind kind, const char *name)
{
    struct stat s;
    if (kind == UK_CLIP_PHRASE)
        return uk_decode_phrase_ns((int64_t)strlen(name));
    return uk_decode_file_ns(stat(name, &s) == 0 && S_ISREG(s.st_mode) ? s.st_size : 0);
}

static int too_slow(enum uk_clip_kind kind, const char *name, int64_t allowed_ns, struct uk_message *m)
{
    long long seconds = (long long)(allowed_ns / UK_NS_PER_S);
    if (kind == UK_CLIP_PHRASE)
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice did not say '%.200s' within %lld s and was stopped: use other words or another voice",
                       words_of(name), seconds);
    return uk_fail(m, UNKNOT_BAD_DATA, "'%s' cannot be decoded: it took longer than %lld s and was stopped; save it again as WAV or FLAC",
                   name, seconds);
}

static int crashed(enum uk_clip_kind kind, const char *name, struct uk_child_end end, const struct uk_decoder *d, struct uk_message *m)
{
    if (end.signal == 0 && kind == UK_CLIP_PHRASE && end.status != 2 && end.status != 127)
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice ended its process while saying '%.200s' (exit status %d): use other words or another voice",
                       words_of(name), end.status);
    if (end.signal == 0) /* of itself it ends with 2 alone, and 127 is said where it cannot be run */
        return uk_fail(m, UNKNOT_IO, "the helper program '%s' ended by itself: install unknot again", d->program);
    if (kind == UK_CLIP_PHRASE)
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice crashed while saying '%.200s' (signal %d): use other words or another voice",
                       words_of(name), end.signal);
    return uk_fail(m, UNKNOT_BAD_DATA, "'%s' crashed the decoder (signal %d): save it again as WAV or FLAC", name, end.signal);
}

/* The next answer that is more than a sign of life. */
static int receive(struct line *l, int64_t deadline_ns, int64_t allowed_ns, struct uk_message *m)
{
    for (;;) {
        int status = uk_packet_receive(&l->answer, l->child.fd, UK_TAKE_LONGEST_PACKET, deadline_ns, m);
        if (status != UNKNOT_OK || uk_packet_get_u32(&l->answer) != UK_DECODE_BUSY) {
            l->answer.at = 0;
            return status;
        }
        deadline_ns = uk_clock_ns() + allowed_ns;
    }
}

/* Sends the request and receives the answer into l->answer. A helper that is gone is started again once: it may have been ended while
 * nobody asked, by the system or by a user. */
static int ask(struct uk_decoder *d, struct line *l, enum uk_clip_kind kind, const char *name, struct uk_message *m)
{
    int64_t allowed_ns = time_for(kind, name), deadline_ns = uk_clock_ns() + allowed_ns;
    struct uk_child_end end = {0, 0};
    for (int attempt = 0; attempt < 2; attempt++) {
        int status = atomic_load(&d->closing) ? uk_fail(m, UNKNOT_FAILED, "unknot is being closed") : start(d, l, m);
        if (status != UNKNOT_OK)
            return status;
        errno = 0;
        status = uk_packet_send(&l->request, l->child.fd, deadline_ns, m);
        if (status == UNKNOT_OK)
            status = receive(l, deadline_ns, allowed_ns, m);
        bool late = status == UNKNOT_IO && errno == ETIMEDOUT;
        if (status == UNKNOT_IO && atomic_load(&d->closing)) {
            know_pid(l, 0);
            uk_child_kill(&l->child);
            return uk_fail(m, UNKNOT_FAILED, "unknot is being closed");
        }
        if (kind == UK_CLIP_PHRASE && (late || status == UNKNOT_OK))
            atomic_store(&d->late, late ? atomic_load(&d->late) + 1 : 0);
        if (status == UNKNOT_OK || status == UNKNOT_NO_MEMORY)
            return status;
        know_pid(l, 0);
        end = late || status == UNKNOT_BAD_DATA ? uk_child_kill(&l->child) : uk_child_finish(&l->child);
        if (late)
            return too_slow(kind, name, allowed_ns, m);
        if (status == UNKNOT_BAD_DATA)
            return status;
    }
    return crashed(kind, name, end, d, m);
}

static int nonsense(struct uk_decoder *d, struct line *l, struct uk_message *m)
{
    know_pid(l, 0);
    uk_child_kill(&l->child);
    return uk_fail(m, UNKNOT_BAD_DATA, "the helper program '%s' does not fit this unknot: install unknot again", d->program);
}

/* The answer must be of kind `wanted`; a refusal becomes our failure. */
static int check(struct uk_decoder *d, struct line *l, uint32_t wanted, struct uk_message *m)
{
    uint32_t got = uk_packet_get_u32(&l->answer);
    if (got == wanted && !l->answer.bad)
        return UNKNOT_OK;
    int64_t status = got == UK_DECODE_REFUSAL ? uk_packet_get_i64(&l->answer) : 0;
    const char *sentence = got == UK_DECODE_REFUSAL ? uk_packet_get_text(&l->answer, UK_MESSAGE_SIZE) : "";
    if (l->answer.bad || status >= 0 || status < -100)
        return nonsense(d, l, m);
    return uk_fail(m, (int)status, "%s", sentence);
}

static int start_request(struct line *l, uint32_t what, enum uk_clip_kind kind, const char *name, struct uk_message *m)
{
    size_t n = strlen(name);
    if (n > UK_DECODE_LONGEST_NAME || !uk_text_is_utf8(name, n))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.60s...' is no phrase or file that can be played: it is not UTF-8, or over %d letters",
                       name, UK_DECODE_LONGEST_NAME);
    uk_packet_clear(&l->request);
    uk_packet_put_u32(&l->request, what);
    uk_packet_put_u32(&l->request, (uint32_t)kind);
    uk_packet_put_text(&l->request, name);
    return UNKNOT_OK;
}

/* A line, locked. `soon`: not one that is busy, if the other is not. */
static struct line *line_for(struct uk_decoder *d, bool soon)
{
    struct line *l = &d->lines[FIRST];
    if (!soon)
        pthread_mutex_lock(&l->lock);
    else if (pthread_mutex_trylock(&l->lock)) {
        l = &d->lines[SPARE];
        pthread_mutex_lock(&l->lock);
    }
    return l;
}

/* The answer to a measure. */
static int take_length(struct uk_decoder *d, struct line *l, struct uk_measured *out, struct uk_message *m)
{
    out->frames = uk_packet_get_i64(&l->answer);
    uint32_t channels = uk_packet_get_u32(&l->answer);
    out->made = uk_packet_get_u32(&l->answer) != 0;
    snprintf(out->by, sizeof out->by, "%s", uk_packet_get_text(&l->answer, UK_MESSAGE_SIZE));
    snprintf(out->why, sizeof out->why, "%s", uk_packet_get_text(&l->answer, UK_MESSAGE_SIZE));
    out->channels = (int)channels;
    if (l->answer.bad || out->frames < 1 || out->frames > uk_frames_from_ns(UK_LAST_NS, d->rate) || channels < 1 || channels > 2) {
        out->made = false;
        return nonsense(d, l, m);
    }
    return UNKNOT_OK;
}

int uk_decoder_ask(struct uk_decoder *d, enum uk_clip_kind kind, const char *name, bool at_hand, struct uk_measured *out,
                   struct uk_message *m)
{
    struct line *l = line_for(d, at_hand);
    bool hopeless = kind == UK_CLIP_PHRASE && atomic_load(&d->late) >= MOST_LATE;
    int status = start_request(l, UK_DECODE_MEASURE, kind, name, m);
    if (status == UNKNOT_OK) {
        uk_packet_put_u32(&l->request, at_hand || hopeless);
        status = ask(d, l, kind, name, m);
    }
    if (status == UNKNOT_OK)
        status = check(d, l, UK_DECODE_LENGTH, m);
    if (status == UNKNOT_OK)
        status = take_length(d, l, out, m);
    if (status == UNKNOT_OK && !out->made && hopeless && !at_hand)
        status = uk_fail(m, UNKNOT_NO_VOICE, "the voice took too long %d times and is not asked any more: use another voice", MOST_LATE);
    pthread_mutex_unlock(&l->lock);
    return status;
}

/* Sends the names that fit into one request; how many of them. */
static size_t start_glance(struct line *l, const char *const *names, size_t count)
{
    size_t n = 0, bytes = 0;
    while (n < count && n < UK_DECODE_MOST_GLANCES && bytes < MOST_GLANCE_BYTES)
        bytes += strlen(names[n++]);
    uk_packet_clear(&l->request);
    uk_packet_put_u32(&l->request, UK_DECODE_GLANCE);
    uk_packet_put_u32(&l->request, (uint32_t)n);
    for (size_t i = 0; i < n; i++)
        uk_packet_put_text(&l->request, names[i]);
    return n;
}

/* One request and its answer. A helper that fails is ended: the rest is not asked for. */
static bool glance(struct uk_decoder *d, struct line *l, size_t n, struct uk_measured *out)
{
    int64_t allowed_ns = uk_decode_phrase_ns((int64_t)l->request.length), deadline_ns = uk_clock_ns() + allowed_ns;
    int status = uk_packet_send(&l->request, l->child.fd, deadline_ns, NULL);
    if (!status)
        status = receive(l, deadline_ns, allowed_ns, NULL);
    if (status) {
        know_pid(l, 0);
        uk_child_kill(&l->child);
        return false;
    }
    if (check(d, l, UK_DECODE_LENGTHS, NULL))
        return false;
    bool good = uk_packet_get_u32(&l->answer) == n;
    for (size_t i = 0; i < n && good; i++)
        good = take_length(d, l, &out[i], NULL) == UNKNOT_OK;
    return good;
}

void uk_decoder_glance(struct uk_decoder *d, const char *const *names, size_t count, struct uk_measured *out)
{
    struct line *l = line_for(d, false);
    bool goes_on = !atomic_load(&d->closing) && start(d, l, NULL) == UNKNOT_OK;
    for (size_t at = 0, n; goes_on && at < count; at += n) {
        n = start_glance(l, names + at, count - at);
        goes_on = glance(d, l, n, out + at);
    }
    pthread_mutex_unlock(&l->lock);
}

int uk_decoder_measure(struct uk_decoder *d, enum uk_clip_kind kind, const char *name, int64_t *frames, int *channels,
                       struct uk_message *m)
{
    struct uk_measured measured;
    int status = uk_decoder_ask(d, kind, name, false, &measured, m);
    if (status == UNKNOT_OK) {
        *frames = measured.frames;
        *channels = measured.channels;
    }
    return status;
}

int uk_decoder_keep(struct uk_decoder *d, const char *name, const char *say, uint32_t rate, const char *path, int64_t *frames,
                    char identity[128], struct uk_message *m)
{
    struct line *l = &d->lines[FIRST];
    if (strlen(name) > UK_DECODE_LONGEST_NAME || strlen(say) > UK_DECODE_LONGEST_NAME || strlen(path) > UK_DECODE_LONGEST_NAME)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.60s...' is too long to be spoken into a file", name);
    pthread_mutex_lock(&l->lock);
    uk_packet_clear(&l->request);
    uk_packet_put_u32(&l->request, UK_DECODE_KEEP);
    uk_packet_put_text(&l->request, name);
    uk_packet_put_text(&l->request, say);
    uk_packet_put_u32(&l->request, rate);
    uk_packet_put_text(&l->request, path);
    int status = ask(d, l, UK_CLIP_PHRASE, name, m);
    if (status == UNKNOT_OK)
        status = check(d, l, UK_DECODE_KEPT, m);
    if (status == UNKNOT_OK) {
        *frames = uk_packet_get_i64(&l->answer);
        snprintf(identity, 128, "%s", uk_packet_get_text(&l->answer, UK_MESSAGE_SIZE));
        if (l->answer.bad || *frames < 1)
            status = nonsense(d, l, m);
    }
    pthread_mutex_unlock(&l->lock);
    return status;
}

int uk_decoder_levels(struct uk_decoder *d, const char *name, struct uk_said_level out[2], struct uk_message *m)
{
    struct line *l = line_for(d, false);
    int status = strlen(name) > UK_DECODE_LONGEST_NAME ? uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.60s...' is too long to be spoken", name)
                                                       : UNKNOT_OK;
    uk_packet_clear(&l->request);
    uk_packet_put_u32(&l->request, UK_DECODE_LEVELS);
    uk_packet_put_text(&l->request, name);
    if (status == UNKNOT_OK)
        status = ask(d, l, UK_CLIP_PHRASE, name, m);
    if (status == UNKNOT_OK)
        status = check(d, l, UK_DECODE_LOUDNESS, m);
    for (int i = 0; i < 2 && status == UNKNOT_OK; i++) {
        out[i].lufs = uk_packet_get_f64(&l->answer);
        out[i].peak_dbtp = uk_packet_get_f64(&l->answer);
        out[i].seconds = uk_packet_get_f64(&l->answer);
    }
    if (status == UNKNOT_OK && l->answer.bad)
        status = nonsense(d, l, m);
    pthread_mutex_unlock(&l->lock);
    return status;
}

int uk_decoder_load(struct uk_decoder *d, enum uk_clip_kind kind, const char *name, int channels, int64_t from, int32_t frames,
                    int16_t *out, struct uk_message *m)
{
    if (from < 0 || frames < 0 || frames > UK_DECODE_MOST_FRAMES)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "a piece of '%s' was asked for that cannot be", name);
    struct line *l = line_for(d, true);
    int status = start_request(l, UK_DECODE_LOAD, kind, name, m);
    if (status == UNKNOT_OK) {
        uk_packet_put_i64(&l->request, from);
        uk_packet_put_u32(&l->request, (uint32_t)frames);
        status = ask(d, l, kind, name, m);
    }
    if (status == UNKNOT_OK)
        status = check(d, l, UK_DECODE_PIECE, m);
    if (status == UNKNOT_OK) {
        size_t n, wanted = (size_t)frames * (size_t)channels * sizeof *out;
        const void *bytes = uk_packet_get_bytes(&l->answer, &n);
        if (l->answer.bad)
            status = nonsense(d, l, m);
        else if (n != wanted)
            status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' was changed while it played: start again", name);
        else
            memcpy(out, bytes, n);
    }
    pthread_mutex_unlock(&l->lock);
    return status;
}

static int start_take(struct line *l, uint32_t what, const char *file, struct uk_message *m)
{
    int status = start_request(l, what, UK_CLIP_FILE, file, m);
    uk_packet_clear(&l->request);
    uk_packet_put_u32(&l->request, what);
    uk_packet_put_text(&l->request, file);
    return status;
}

/* The pieces of the answer; what they point to stays in it. */
static bool take_pieces(struct uk_packet *p, struct uk_take_piece *pieces, uint32_t count)
{
    int64_t end = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct uk_take_piece *s = &pieces[i];
        s->from = uk_packet_get_i64(p);
        s->to = uk_packet_get_i64(p);
        s->noise_db = uk_packet_get_f64(p);
        s->clipped = uk_packet_get_u32(p);
        s->hiss = uk_packet_get_bytes(p, &s->hiss_count);
        s->print = uk_packet_get_bytes(p, &s->print_count);
        if (p->bad || s->print_count % UK_PRINT_BANDS || s->from < end || s->to <= s->from)
            return false;
        end = s->to;
    }
    return true;
}

int uk_decoder_survey(struct uk_decoder *d, const char *file, struct uk_take_piece **pieces, size_t *count, int64_t *frames,
                      struct uk_message *m)
{
    struct line *l = &d->lines[FIRST];
    *pieces = NULL;
    pthread_mutex_lock(&l->lock);
    int status = start_take(l, UK_DECODE_SURVEY, file, m);
    if (status == UNKNOT_OK)
        status = ask(d, l, UK_CLIP_FILE, file, m);
    if (status == UNKNOT_OK)
        status = check(d, l, UK_DECODE_PIECES, m);
    if (status == UNKNOT_OK) {
        *frames = uk_packet_get_i64(&l->answer);
        uint32_t n = uk_packet_get_u32(&l->answer);
        *count = n;
        *pieces = n <= UK_TAKE_MOST_PIECES ? calloc(n + 1, sizeof **pieces) : NULL;
        if (n <= UK_TAKE_MOST_PIECES && !*pieces)
            status = uk_no_memory(m);
        else if (!*pieces || !take_pieces(&l->answer, *pieces, n))
            status = nonsense(d, l, m);
    }
    if (status != UNKNOT_OK) {
        free(*pieces);
        *pieces = NULL;
    }
    pthread_mutex_unlock(&l->lock);
    return status;
}

static int cut_some(struct uk_decoder *d, struct line *l, const char *file, struct uk_cut *cuts, size_t count, struct uk_message *m)
{
    int status = start_take(l, UK_DECODE_CUT, file, m);
    uk_packet_put_u32(&l->request, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        uk_packet_put_i64(&l->request, cuts[i].from);
        uk_packet_put_i64(&l->request, cuts[i].to);
        uk_packet_put_f64(&l->request, cuts[i].gain_db);
        uk_packet_put_text(&l->request, cuts[i].path);
    }
    if (status == UNKNOT_OK)
        status = ask(d, l, UK_CLIP_FILE, file, m);
    if (status == UNKNOT_OK)
        status = check(d, l, UK_DECODE_CUTS, m);
    if (status == UNKNOT_OK && uk_packet_get_u32(&l->answer) != count)
        status = nonsense(d, l, m);
    for (size_t i = 0; status == UNKNOT_OK && i < count; i++) {
        cuts[i].frames = uk_packet_get_i64(&l->answer);
        cuts[i].lufs = uk_packet_get_f64(&l->answer);
        cuts[i].peak_dbtp = uk_packet_get_f64(&l->answer);
    }
    return status == UNKNOT_OK && l->answer.bad ? nonsense(d, l, m) : status;
}

int uk_decoder_cut(struct uk_decoder *d, const char *file, struct uk_cut *cuts, size_t count, struct uk_message *m)
{
    struct line *l = &d->lines[FIRST];
    int status = UNKNOT_OK;
    pthread_mutex_lock(&l->lock);
    for (size_t at = 0; status == UNKNOT_OK && at < count; at += UK_TAKE_MOST_CUTS)
        status = cut_some(d, l, file, cuts + at, count - at < UK_TAKE_MOST_CUTS ? count - at : UK_TAKE_MOST_CUTS, m);
    pthread_mutex_unlock(&l->lock);
    return status;
}
