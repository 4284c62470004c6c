#include "timeline.h"

#include "../base/text.h"
#include "../base/time.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const uk_kind_names[] = {"phrase", "clip",  "loop",   "sine",     "bell",        "bowl",
                                     "chime",  "noise", "breath", "binaural", "isochronic", "source", NULL};
const char *const uk_bus_names[] = {"voice", "tone", "bed", NULL};
const char *const uk_colour_names[] = {"white", "pink", "brown", NULL};

const char *uk_kind_name(enum uk_kind kind)
{
    return uk_kind_names[kind];
}

const char *uk_bus_name(enum uk_bus bus)
{
    return uk_bus_names[bus];
}

const char *uk_colour_name(enum uk_colour colour)
{
    return uk_colour_names[colour];
}

int uk_name_index(const char *const *names, const char *name)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

struct uk_timeline *uk_timeline_create(void)
{
    struct uk_timeline *t = calloc(1, sizeof *t);
    if (t)
        t->sure_ns = UK_LAST_NS;
    return t;
}

void uk_timeline_destroy(struct uk_timeline *t)
{
    if (!t)
        return;
    free(t->cues);
    free(t->marks);
    free(t->spans);
    free(t->notes);
    uk_arena_finish(&t->arena);
    free(t);
}

/* Makes room for one more item. */
static int grow(void **items, uint32_t count, uint32_t *room, size_t size)
{
    if (count >= UK_MOST_CUES)
        return UNKNOT_LIMIT;
    if (count < *room)
        return UNKNOT_OK;
    uint32_t wanted = *room ? *room * 2 : 64;
    void *grown = realloc(*items, wanted * size);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    *items = grown;
    *room = wanted;
    return UNKNOT_OK;
}

static const char *keep(struct uk_timeline *t, const char *text)
{
    return text && *text ? uk_arena_text(&t->arena, text, strlen(text)) : "";
}

int uk_timeline_add_cue(struct uk_timeline *t, const struct uk_cue *cue)
{
    struct uk_cue c = *cue;
    int status = grow((void **)&t->cues, t->cue_count, &t->cue_room, sizeof c);
    if (status)
        return status;
    c.text = keep(t, cue->text);
    c.file = keep(t, cue->file);
    c.order = t->cue_count;
    if (!c.text || !c.file)
        return UNKNOT_NO_MEMORY;
    t->cues[t->cue_count++] = c;
    return UNKNOT_OK;
}

int uk_timeline_add_mark(struct uk_timeline *t, const struct uk_mark *mark)
{
    struct uk_mark m = *mark;
    int status = grow((void **)&t->marks, t->mark_count, &t->mark_room, sizeof m);
    if (status)
        return status;
    m.title = keep(t, mark->title);
    if (!m.title)
        return UNKNOT_NO_MEMORY;
    t->marks[t->mark_count++] = m;
    return UNKNOT_OK;
}

int uk_timeline_add_span(struct uk_timeline *t, const struct uk_span *span)
{
    struct uk_span s = *span;
    int status = grow((void **)&t->spans, t->span_count, &t->span_room, sizeof s);
    if (status)
        return status;
    s.point = keep(t, span->point);
    s.side = keep(t, span->side);
    if (!s.point || !s.side)
        return UNKNOT_NO_MEMORY;
    t->spans[t->span_count++] = s;
    return UNKNOT_OK;
}

int uk_timeline_add_note(struct uk_timeline *t, const struct uk_note *note)
{
    struct uk_note n = *note;
    int status = grow((void **)&t->notes, t->note_count, &t->note_room, sizeof n);
    if (status)
        return status;
    n.code = keep(t, note->code);
    n.text = keep(t, note->text);
    if (!n.text)
        return UNKNOT_NO_MEMORY;
    t->notes[t->note_count++] = n;
    return UNKNOT_OK;
}

static bool within(double value, double least, double most)
{
    return value >= least && value <= most; /* false for NaN */
}

static bool in_time(int64_t at_ns, int64_t length_ns)
{
    return at_ns >= 0 && at_ns <= UK_LAST_NS && length_ns >= 0 && length_ns <= UK_LAST_NS - at_ns;
}

static const char *wrong_with_cue(const struct uk_cue *c)
{
    if ((unsigned)c->kind >= UK_KINDS || (unsigned)c->bus >= UK_BUSES || (unsigned)c->colour >= UK_COLOURS)
        return "kind, bus or colour";
    if (!in_time(c->at_ns, c->length_ns))
        return "time";
    /* a cue that was cut while it came up has a fade-in that is longer than itself */
    if (c->fade_in_ns < 0 || c->fade_in_ns > UK_LAST_NS || c->fade_out_ns < 0 || c->fade_out_ns > c->length_ns)
        return "fade";
    if (!within(c->db, -120, 12) || !within(c->pan, -1, 1))
        return "level or pan";
    bool pitched = c->kind == UK_SINE || c->kind == UK_BELL || c->kind == UK_BOWL || c->kind == UK_CHIME ||
                   c->kind == UK_BINAURAL || c->kind == UK_ISOCHRONIC || c->kind == UK_SOURCE;
    if (pitched && !within(c->hz, 10, 20000))
        return "pitch";
    if ((c->kind == UK_BINAURAL || c->kind == UK_ISOCHRONIC || c->kind == UK_SOURCE) && !within(c->beat_hz, 0.1, 100))
        return "beat";
    for (int i = 0; i < 4; i++)
        if (c->kind == UK_BREATH && (c->phases_ns[i] < 0 || c->phases_ns[i] > 3600 * UK_NS_PER_S))
            return "breath";
    if (strlen(c->text) > UK_MOST_TEXT || strlen(c->file) > UK_MOST_TEXT)
        return "text";
    if (c->kind == UK_PHRASE ? !*c->text : (c->kind == UK_CLIP || c->kind == UK_LOOP || c->kind == UK_SOURCE) && !*c->file)
        return "name";
    return NULL;
}

/* Merge sort: unlike with qsort(), what has the same time keeps its order. */
static int sort_stable(void *items, uint32_t count, size_t size, int (*compare)(const void *, const void *))
{
    unsigned char *from = items, *spare = malloc((count ? count : 1) * size), *to = spare;
    if (!spare)
        return UNKNOT_NO_MEMORY;
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t start = 0; start < count; start += 2 * run) {
            size_t i = start, middle = start + run < count ? start + run : count, j = middle;
            size_t end = middle + run < count ? middle + run : count;
            for (size_t k = start; k < end; k++) {
                bool left = i < middle && (j >= end || compare(from + i * size, from + j * size) <= 0);
                memcpy(to + k * size, from + (left ? i++ : j++) * size, size);
            }
        }
        unsigned char *swap = from;
        from = to;
        to = swap;
    }
    if (from != items)
        memcpy(items, from, count * size);
    free(spare);
    return UNKNOT_OK;
}

#define BY_TIME(name, type)                                                                                              \
    static int name(const void *a, const void *b)                                                                        \
    {                                                                                                                    \
        int64_t x = ((const struct type *)a)->at_ns, y = ((const struct type *)b)->at_ns;                                \
        return (x > y) - (x < y);                                                                                        \
    }
BY_TIME(compare_cues, uk_cue)
BY_TIME(compare_marks, uk_mark)
BY_TIME(compare_spans, uk_span)

/* The difference of two points, each rounded once. */
static int64_t length_in_frames(int64_t at_ns, int64_t length_ns, uint32_t rate)
{
    return uk_frames_from_ns(at_ns + length_ns, rate) - uk_frames_from_ns(at_ns, rate);
}

static int compare_times(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int uk_timeline_check_crowd(const struct uk_timeline *t, struct uk_message *m)
{
    uint32_t n = t->cue_count, ended = 0;
    int64_t *starts = malloc((2 * (size_t)n + 1) * sizeof *starts), *ends = starts + n;
    if (!starts)
        return uk_no_memory(m);
    for (uint32_t i = 0; i < n; i++) {
        starts[i] = t->cues[i].at_ns;
        ends[i] = t->cues[i].at_ns + t->cues[i].length_ns;
    }
    qsort(starts, n, sizeof *starts, compare_times);
    qsort(ends, n, sizeof *ends, compare_times);
    int status = UNKNOT_OK;
    for (uint32_t i = 0; i < n && !status; i++) {
        char time[16];
        while (ended < i && ends[ended] <= starts[i])
            ended++;
        if (i + 1 - ended > UK_MOST_AT_ONCE)
            status = uk_fail(m, UNKNOT_LIMIT, "more than %d sounds at once at %s: let some end, or cut them", UK_MOST_AT_ONCE,
                             uk_time_text(time, sizeof time, starts[i]));
    }
    free(starts);
    return status;
}

int uk_timeline_freeze(struct uk_timeline *t, uint32_t rate, struct uk_message *m)
{
    if (!in_time(t->length_ns, 0))
        return uk_fail(m, UNKNOT_BAD_DATA, "the plan has a length that cannot be");
    for (uint32_t i = 0; i < t->cue_count; i++) {
        struct uk_cue *c = &t->cues[i];
        const char *wrong = wrong_with_cue(c);
        if (wrong)
            return uk_fail(m, UNKNOT_BAD_DATA, "the plan has a cue whose %s cannot be", wrong);
        c->at_frames = uk_frames_from_ns(c->at_ns, rate);
        c->length_frames = length_in_frames(c->at_ns, c->length_ns, rate);
    }
    for (uint32_t i = 0; i < t->mark_count; i++) {
        struct uk_mark *k = &t->marks[i];
        if (!in_time(k->at_ns, 0) || k->level < 1 || k->level > 9 || strlen(k->title) > UK_MOST_TEXT)
            return uk_fail(m, UNKNOT_BAD_DATA, "the plan has a mark that cannot be");
        k->at_frames = uk_frames_from_ns(k->at_ns, rate);
    }
    for (uint32_t i = 0; i < t->span_count; i++) {
        struct uk_span *s = &t->spans[i];
        if (!in_time(s->at_ns, s->length_ns) || !within(s->level, 0, 10) || strlen(s->point) > UK_MOST_TEXT ||
            strlen(s->side) > UK_MOST_TEXT)
            return uk_fail(m, UNKNOT_BAD_DATA, "the plan has a span that cannot be");
        s->at_frames = uk_frames_from_ns(s->at_ns, rate);
        s->length_frames = length_in_frames(s->at_ns, s->length_ns, rate);
    }
    if (sort_stable(t->cues, t->cue_count, sizeof *t->cues, compare_cues) ||
        sort_stable(t->marks, t->mark_count, sizeof *t->marks, compare_marks) ||
        sort_stable(t->spans, t->span_count, sizeof *t->spans, compare_spans))
        return uk_no_memory(m);
    int status = uk_timeline_check_crowd(t, m);
    if (status)
        return status;
    t->length_frames = uk_frames_from_ns(t->length_ns, rate);
    t->sure_frames = uk_frames_from_ns(t->sure_ns, rate);
    t->rate = rate;
    return UNKNOT_OK;
}

/* Whether two ends are the same, or both not before `at_ns`: then they differ only in what is still to come. */
static bool same_end(int64_t a_ns, int64_t b_ns, int64_t at_ns)
{
    return a_ns == b_ns || (a_ns >= at_ns && b_ns >= at_ns);
}

static bool same_cue(const struct uk_cue *a, const struct uk_cue *b, int64_t at_ns)
{
    return a->at_ns == b->at_ns && a->kind == b->kind && a->bus == b->bus && a->colour == b->colour && a->hz == b->hz &&
           a->beat_hz == b->beat_hz && a->db == b->db && a->pan == b->pan && a->fade_in_ns == b->fade_in_ns &&
           memcmp(a->phases_ns, b->phases_ns, sizeof a->phases_ns) == 0 && strcmp(a->text, b->text) == 0 &&
           strcmp(a->file, b->file) == 0 &&
           same_end(a->at_ns + a->length_ns, b->at_ns + b->length_ns, at_ns) &&
           same_end(a->at_ns + a->length_ns - a->fade_out_ns, b->at_ns + b->length_ns - b->fade_out_ns, at_ns);
}

static bool same_span(const struct uk_span *a, const struct uk_span *b, int64_t at_ns)
{
    return a->at_ns == b->at_ns && a->level == b->level && strcmp(a->point, b->point) == 0 &&
           strcmp(a->side, b->side) == 0 && same_end(a->at_ns + a->length_ns, b->at_ns + b->length_ns, at_ns);
}

static bool same_mark(const struct uk_mark *a, const struct uk_mark *b)
{
    return a->at_ns == b->at_ns && a->level == b->level && strcmp(a->title, b->title) == 0;
}

#define EARLIER(a, b) ((a) < (b) ? (a) : (b))

/* One kind of item: walks both lists while either has one that begins before `at_ns`. */
#define COMPARE(items, count, same)                                                                                              \
    for (uint32_t i = 0;; i++) {                                                                                                 \
        int64_t a_at = i < a->count ? a->items[i].at_ns : INT64_MAX, b_at = i < b->count ? b->items[i].at_ns : INT64_MAX;        \
        if (EARLIER(a_at, b_at) >= at_ns)                                                                                        \
            break;                                                                                                               \
        if (a_at == INT64_MAX || b_at == INT64_MAX || !(same)) {                                                                 \
            *where_ns = EARLIER(a_at, b_at);                                                                                     \
            return false;                                                                                                        \
        }                                                                                                                        \
    }

bool uk_timeline_same_before(const struct uk_timeline *a, const struct uk_timeline *b, int64_t at_ns, int64_t *where_ns)
{
    COMPARE(cues, cue_count, same_cue(&a->cues[i], &b->cues[i], at_ns))
    COMPARE(marks, mark_count, same_mark(&a->marks[i], &b->marks[i]))
    COMPARE(spans, span_count, same_span(&a->spans[i], &b->spans[i], at_ns))
    if (!same_end(a->length_ns, b->length_ns, at_ns)) {
        *where_ns = EARLIER(a->length_ns, b->length_ns);
        return false;
    }
    return true;
}
