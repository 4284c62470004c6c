#include "http.h"

#include "../plan.h"
#include "host.h"
#include "listing.h"
#include "range.h"
#include "wave.h"

#include <microhttpd.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define BLOCK_BYTES 32768
#define WISHES_MAX 16
#define TEXT "text/plain; charset=utf-8"

enum form { WAV, FLAC, VTT };

static const struct kind {
    const char *ending, *type;
} kinds[] = {[WAV] = {".wav", "audio/wav"}, [FLAC] = {".flac", "audio/flac"}, [VTT] = {".vtt", "text/vtt; charset=utf-8"}};
#define KINDS (sizeof kinds / sizeof *kinds)

/* One request, while it is being answered. */
struct asked {
    struct uk_http *h;
    struct uk_seat *seat;
    struct MHD_Connection *c;
    const char *address; /* "low-back?minutes=6" */
    enum form form;
    bool head; /* parts are for GET alone */
};

/* What a response reads from; it has the volume until the response is gone. */
struct source {
    struct uk_http *h;
    struct uk_seat *seat;
    struct uk_volume *volume;
    struct uk_wave wave;
    int fd; /* -1: it is the wave */
    int64_t bytes, from;
};

/* ---- how everything is sent ---- */

static int put_common(struct MHD_Response *r, const char *type)
{
    static const char *const fields[][2] = {
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"Cache-Control", "no-cache"},
    };
    bool good = MHD_add_response_header(r, "Content-Type", type) == MHD_YES;
    for (size_t i = 0; good && i < sizeof fields / sizeof *fields; i++)
        good = MHD_add_response_header(r, fields[i][0], fields[i][1]) == MHD_YES;
    return good ? MHD_YES : MHD_NO;
}

/* Takes the response. */
static int queue(struct MHD_Connection *c, unsigned status, struct MHD_Response *r, const char *type)
{
    int result = r ? put_common(r, type) : MHD_NO;
    if (result == MHD_YES)
        result = MHD_queue_response(c, status, r);
    if (r)
        MHD_destroy_response(r);
    return result;
}

static struct MHD_Response *sentence(const char *text)
{
    char line[UK_SHELF_MESSAGE + 2];
    int n = snprintf(line, sizeof line, "%s\n", text);
    return MHD_create_response_from_buffer((size_t)n, line, MHD_RESPMEM_MUST_COPY);
}

int uk_answer_sentence(struct MHD_Connection *c, unsigned status, const char *text)
{
    struct MHD_Response *r = sentence(text);
    if (r && status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(r, "Allow", "GET, HEAD");
    if (r && status == MHD_HTTP_SERVICE_UNAVAILABLE)
        MHD_add_response_header(r, "Retry-After", "30");
    return queue(c, status, r, TEXT);
}

static const char *field(struct MHD_Connection *c, const char *name)
{
    return MHD_lookup_connection_value(c, MHD_HEADER_KIND, name);
}

/* What went wrong inside may name files of this machine: that is for who looks after it, not for who asks. */
static int refuse(struct asked *a, int status, const struct uk_trouble *trouble)
{
    bool wishes = strchr(a->address, '?') != NULL;
    switch (status) {
    case UNKNOT_NOT_FOUND:
        return uk_answer_sentence(a->c, strstr(a->address, "language=") ? MHD_HTTP_BAD_REQUEST : MHD_HTTP_NOT_FOUND, trouble->text);
    case UNKNOT_BAD_SCRIPT:
    case UNKNOT_LIMIT:
        if (wishes)
            return uk_answer_sentence(a->c, MHD_HTTP_BAD_REQUEST, trouble->text);
        break;
    case UNKNOT_BAD_ARGUMENT:
        return uk_answer_sentence(a->c, MHD_HTTP_BAD_REQUEST, trouble->text);
    case UK_SHELF_FULL:
        return uk_answer_sentence(a->c, MHD_HTTP_SERVICE_UNAVAILABLE, trouble->text);
    default:
        break;
    }
    uk_terminal_say("%s: %s", a->address, trouble->text);
    return uk_answer_sentence(a->c, MHD_HTTP_INTERNAL_SERVER_ERROR, "this cannot be played: what unknot-http said on the machine it runs on tells why");
}

/* ---- a routine ---- */

static ssize_t read_source(void *self, uint64_t at, char *out, size_t most)
{
    struct source *s = self;
    int64_t from = s->from + (int64_t)at;
    ssize_t n = s->fd < 0 ? (ssize_t)uk_wave_read(&s->wave, from, (unsigned char *)out, most) : pread(s->fd, out, most, from);
    s->seat->since_ms = uk_shelf_now_ms();
    return n > 0 ? n : MHD_CONTENT_READER_END_WITH_ERROR;
}

static void close_source(void *self)
{
    struct source *s = self;
    uk_shelf_give(&s->h->shelf, s->volume);
    if (s->fd >= 0)
        close(s->fd);
    free(s);
}

static void put_tag(char out[40], const struct uk_volume *v, enum form form)
{
    snprintf(out, 40, "\"%016" PRIx64 "-%s\"", v->facts, kinds[form].ending + 1);
}

static int not_modified(struct asked *a, const char *tag)
{
    struct MHD_Response *r = MHD_create_response_from_buffer(0, (void *)(uintptr_t)"", MHD_RESPMEM_PERSISTENT);
    if (r)
        MHD_add_response_header(r, "ETag", tag);
    return queue(a->c, MHD_HTTP_NOT_MODIFIED, r, kinds[a->form].type);
}

static int beyond_end(struct asked *a, int64_t bytes)
{
    char range[40];
    struct MHD_Response *r = sentence("there are no such bytes: Content-Range says how many there are");
    snprintf(range, sizeof range, "bytes */%" PRId64, bytes);
    if (r)
        MHD_add_response_header(r, "Content-Range", range);
    return queue(a->c, MHD_HTTP_RANGE_NOT_SATISFIABLE, r, TEXT);
}

/* All of it, or the part that is wanted. Takes the source. */
static int send_source(struct asked *a, struct source *s, const char *tag)
{
    int64_t count;
    const char *wanted = !a->head && uk_range_still(field(a->c, "If-Range"), tag) ? field(a->c, "Range") : NULL;
    enum uk_range range = uk_range_read(wanted, s->bytes, &s->from, &count);
    if (range == UK_RANGE_BEYOND) {
        int64_t bytes = s->bytes;
        close_source(s);
        return beyond_end(a, bytes);
    }
    char said[100];
    snprintf(said, sizeof said, "bytes %" PRId64 "-%" PRId64 "/%" PRId64, s->from, s->from + count - 1, s->bytes);
    struct MHD_Response *r = MHD_create_response_from_callback((uint64_t)count, BLOCK_BYTES, read_source, s, close_source);
    if (!r) {
        close_source(s);
        return MHD_NO;
    }
    MHD_add_response_header(r, "ETag", tag);
    MHD_add_response_header(r, "Accept-Ranges", "bytes");
    if (range == UK_RANGE_PART)
        MHD_add_response_header(r, "Content-Range", said);
    return queue(a->c, range == UK_RANGE_PART ? MHD_HTTP_PARTIAL_CONTENT : MHD_HTTP_OK, r, kinds[a->form].type);
}

static struct source *new_source(struct asked *a)
{
    struct source *s = calloc(1, sizeof *s);
    if (s)
        *s = (struct source){.h = a->h, .seat = a->seat, .fd = -1};
    return s;
}

/* Takes the volume, which nobody needs while a file is made. */
static int send_file(struct asked *a, struct uk_volume *v, const char *tag)
{
    struct uk_trouble trouble = {""};
    struct source *s = new_source(a);
    uint64_t facts = v->facts;
    uk_shelf_give(&a->h->shelf, v);
    if (!s)
        return MHD_NO;
    a->seat->waits = true;
    int status = uk_flacs_open(&a->h->flacs, a->address, facts, &s->fd, &s->bytes, &trouble);
    a->seat->since_ms = uk_shelf_now_ms();
    a->seat->waits = false;
    if (!status)
        return send_source(a, s, tag);
    close_source(s);
    return refuse(a, status, &trouble);
}

/* Takes the volume. */
static int send_wave(struct asked *a, struct uk_volume *v, const char *tag)
{
    struct source *s = new_source(a);
    if (!s) {
        uk_shelf_give(&a->h->shelf, v);
        return MHD_NO;
    }
    s->volume = v;
    uk_wave_init(&s->wave, v);
    s->bytes = s->wave.bytes;
    a->seat->since_ms = uk_shelf_now_ms();
    a->seat->reads = true;
    return send_source(a, s, tag);
}

/* Takes what a stream in memory has become. */
static struct MHD_Response *from_memory(FILE *out, char **text, size_t *n)
{
    struct MHD_Response *r = NULL;
    if (out && fclose(out) == 0)
        r = MHD_create_response_from_buffer(*n, *text, MHD_RESPMEM_MUST_FREE);
    if (!r)
        free(*text);
    return r;
}

/* Takes the volume. */
static int send_captions(struct asked *a, struct uk_volume *v, const char *tag)
{
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);
    pthread_mutex_lock(&v->lock);
    if (out)
        uk_plan_vtt(out, v->u);
    pthread_mutex_unlock(&v->lock);
    uk_shelf_give(&a->h->shelf, v);
    struct MHD_Response *r = from_memory(out, &text, &n);
    if (r)
        MHD_add_response_header(r, "ETag", tag);
    return queue(a->c, MHD_HTTP_OK, r, kinds[VTT].type);
}

static int send_routine(struct asked *a)
{
    struct uk_volume *v;
    struct uk_trouble trouble = {""};
    char tag[40];
    int status = uk_shelf_take(&a->h->shelf, a->address, &v, &trouble);
    if (status)
        return refuse(a, status, &trouble);
    put_tag(tag, v, a->form);
    if (uk_range_has_tag(field(a->c, "If-None-Match"), tag)) {
        uk_shelf_give(&a->h->shelf, v);
        return not_modified(a, tag);
    }
    return a->form == VTT ? send_captions(a, v, tag) : a->form == FLAC ? send_file(a, v, tag) : send_wave(a, v, tag);
}

/* ---- lists ---- */

struct wishes {
    struct unknot_param list[WISHES_MAX];
    size_t count;
};

static enum MHD_Result take_wish(void *self, enum MHD_ValueKind kind, const char *name, const char *value)
{
    struct wishes *w = self;
    (void)kind;
    if (w->count < WISHES_MAX && value && *name)
        w->list[w->count++] = (struct unknot_param){name, value};
    return MHD_YES;
}

/* NULL, or why not. */
static const char *check_wishes(const struct wishes *w)
{
    for (size_t i = 0; i < w->count; i++) {
        const struct unknot_param *p = &w->list[i];
        char *end;
        if (strcmp(p->name, "format") == 0 && strcmp(p->value, "wav") != 0 && strcmp(p->value, "flac") != 0)
            return "format can be wav or flac";
        if (strcmp(p->name, "minutes") == 0 && (p->value[strspn(p->value, "0123456789.")] || strtod(p->value, &end) <= 0 || *end))
            return "minutes must be a number over 0, as 6 or 7.5";
    }
    return NULL;
}

static int send_list(struct uk_http *h, struct MHD_Connection *c, bool page)
{
    struct wishes w = {.count = 0};
    struct unknot *u;
    char *text = NULL, base[300];
    size_t n = 0;
    MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, take_wish, &w);
    const char *wrong = check_wishes(&w);
    if (wrong)
        return uk_answer_sentence(c, MHD_HTTP_BAD_REQUEST, wrong);
    snprintf(base, sizeof base, "http://%s", field(c, "Host"));
    int status = unknot_open(&u, &h->engine);
    FILE *out = status ? NULL : open_memstream(&text, &n);
    if (out && page)
        uk_listing_page(out, u);
    else if (out)
        uk_listing_m3u(out, u, base, w.list, w.count);
    unknot_close(u);
    return queue(c, MHD_HTTP_OK, from_memory(out, &text, &n), page ? "text/html; charset=utf-8" : "audio/x-mpegurl; charset=utf-8");
}

/* ---- what is asked for ---- */

/* The voice can be a program: which one is for who starts this to say. */
static bool asks_for_voice(struct MHD_Connection *c)
{
    return MHD_lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, "voice") != NULL;
}

static int answer_file(struct asked *a, const char *path)
{
    char address[4096];
    size_t n = strcspn(path, "?");
    for (size_t i = 0; i < KINDS; i++) {
        size_t m = strlen(kinds[i].ending);
        if (n <= m || strncmp(path + n - m, kinds[i].ending, m) != 0)
            continue;
        const char *wishes = path[n] && path[n + 1] ? path + n : "";
        if (snprintf(address, sizeof address, "%.*s%s", (int)(n - m), path, wishes) >= (int)sizeof address)
            break;
        a->address = address;
        a->form = (enum form)i;
        return send_routine(a);
    }
    return uk_answer_sentence(a->c, MHD_HTTP_NOT_FOUND, "there is no such thing here: ask for /NAME.wav, .flac or .vtt, where NAME is one that / lists");
}

int uk_answer(struct uk_http *h, struct uk_seat *seat, struct MHD_Connection *c, const char *target, bool head)
{
    struct asked a = {h, seat, c, "", WAV, head};
    struct sockaddr_storage local = {0};
    socklen_t size = sizeof local;
    getsockname(seat->fd, (struct sockaddr *)&local, &size);
    if (!field(c, "Host"))
        return uk_answer_sentence(c, MHD_HTTP_BAD_REQUEST, "the request has no field Host, which says who is asked");
    if (!uk_host_is_ours(field(c, "Host"), (struct sockaddr *)&local, h->hostname, h->names, h->name_count))
        return uk_answer_sentence(c, MHD_HTTP_FORBIDDEN, "this machine is not known by that name here: unknot-http --name NAME makes it known");
    if (asks_for_voice(c))
        return uk_answer_sentence(c, MHD_HTTP_BAD_REQUEST, "the voice is not chosen by who asks: unknot-http --voice chooses it");
    size_t path = strcspn(target, "?");
    if (strncmp(target, "/", path) == 0 && path == 1)
        return send_list(h, c, true);
    if (path == strlen("/all.m3u") && strncmp(target, "/all.m3u", path) == 0)
        return send_list(h, c, false);
    return answer_file(&a, target + (*target == '/'));
}
