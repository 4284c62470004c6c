#include "wire.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../sound/clip.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NAME 255
#define MOST_LENGTHS_BYTES (4u << 20) /* sent along with a request */
#define NO_MORE UINT32_MAX
#define MOST_ITEMS 200 /* in a list of what a routine says of itself */

/* ---- the request --------------------------------------------------------------------------------------------------- */

/* As many as a request may hold: what is left out is asked for. */
static void put_lengths(struct uk_packet *p, const struct uk_lengths *l)
{
    size_t most = p->length + MOST_LENGTHS_BYTES, count = 0;
    for (size_t i = 0; l && i < l->room && p->length < most && count < UK_MOST_LENGTHS; i++) {
        if (!l->slots[i].name)
            continue;
        uk_packet_put_u32(p, (uint32_t)l->slots[i].kind);
        uk_packet_put_i64(p, l->slots[i].ns);
        uk_packet_put_text(p, l->slots[i].name);
        count++;
    }
    uk_packet_put_u32(p, NO_MORE);
}

void uk_wire_put_request(struct uk_packet *p, const struct uk_plan_request *r)
{
    uk_packet_put_u32(p, UK_WIRE_REQUEST);
    uk_packet_put_u32(p, r->want);
    uk_packet_put_text(p, r->question ? r->question : "");
    uk_packet_put_text(p, r->name);
    uk_packet_put_text(p, r->chunk);
    uk_packet_put_bytes(p, r->source, r->source_length);
    uk_packet_put_i64(p, (int64_t)r->seed);
    uk_packet_put_i64(p, r->target_ns);
    uk_packet_put_u32(p, (uint32_t)r->fit.size);
    uk_packet_put_f64(p, r->fit.ease);
    uk_packet_put_u32(p, (uint32_t)r->param_count);
    for (size_t i = 0; i < r->param_count; i++) {
        uk_packet_put_text(p, r->params[i].name);
        uk_packet_put_text(p, r->params[i].value);
    }
    size_t count = r->journal ? r->journal->count : 0;
    uk_packet_put_u32(p, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        const struct uk_entry *e = &r->journal->entries[i];
        uk_packet_put_i64(p, e->at_ns);
        uk_packet_put_u32(p, e->event);
        uk_packet_put_f64(p, e->value);
    }
    put_lengths(p, r->lengths);
}

static int get_params(struct uk_packet *p, struct uk_plan_request *r, struct uk_arena *arena, struct uk_message *m)
{
    uint32_t count = uk_packet_get_u32(p);
    if (count > MOST_ITEMS)
        return uk_fail(m, UNKNOT_LIMIT, "more than %d wishes at once", MOST_ITEMS);
    struct uk_plan_param *params = uk_arena_get(arena, (count + 1) * sizeof *params);
    if (!params)
        return uk_no_memory(m);
    for (uint32_t i = 0; i < count; i++) {
        params[i].name = uk_packet_get_text(p, MOST_NAME);
        params[i].value = uk_packet_get_text(p, UK_MOST_TEXT);
    }
    r->params = params;
    r->param_count = count;
    return UNKNOT_OK;
}

static int get_journal(struct uk_packet *p, struct uk_journal *journal, struct uk_message *m)
{
    uint32_t count = uk_packet_get_u32(p);
    for (uint32_t i = 0; i < count && !p->bad; i++) {
        struct uk_entry e = {.at_ns = uk_packet_get_i64(p)};
        uint32_t event = uk_packet_get_u32(p);
        e.value = uk_packet_get_f64(p);
        if (p->bad || event >= UK_EVENTS)
            return uk_fail(m, UNKNOT_BAD_DATA, "the request to the planner has an event that cannot be");
        e.event = (enum uk_event)event;
        int status = uk_journal_add(journal, e, m);
        if (status)
            return status;
    }
    return UNKNOT_OK;
}

static int get_lengths(struct uk_packet *p, struct uk_lengths *l, struct uk_message *m)
{
    for (uint32_t kind = uk_packet_get_u32(p); kind != NO_MORE; kind = uk_packet_get_u32(p)) {
        int64_t ns = uk_packet_get_i64(p);
        const char *name = uk_packet_get_text(p, UK_MOST_TEXT);
        if (p->bad || kind > UK_CLIP_SOURCE || ns < 0 || ns > UK_LAST_NS || l->count >= UK_MOST_LENGTHS)
            return uk_fail(m, UNKNOT_BAD_DATA, "the request to the planner has a length that cannot be");
        if (uk_lengths_add(l, (int)kind, name, ns))
            return uk_no_memory(m);
    }
    return UNKNOT_OK;
}

int uk_wire_get_request(struct uk_packet *p, struct uk_plan_request *r, struct uk_arena *arena, struct uk_journal *journal,
                        struct uk_lengths *lengths, struct uk_message *m)
{
    uint32_t want = uk_packet_get_u32(p);
    *r = (struct uk_plan_request){.want = (enum uk_want)want};
    r->question = uk_packet_get_text(p, MOST_NAME);
    r->name = uk_packet_get_text(p, MOST_NAME);
    r->chunk = uk_packet_get_text(p, MOST_NAME);
    r->source = uk_packet_get_bytes(p, &r->source_length);
    r->seed = (uint64_t)uk_packet_get_i64(p);
    r->target_ns = uk_packet_get_i64(p);
    r->fit.size = (int32_t)uk_packet_get_u32(p);
    r->fit.ease = uk_packet_get_f64(p);
    int status = get_params(p, r, arena, m);
    if (status == UNKNOT_OK)
        status = get_journal(p, journal, m);
    if (status == UNKNOT_OK)
        status = get_lengths(p, lengths, m);
    if (status)
        return status;
    if (p->bad || want >= UK_WANTS || p->at != p->length || r->target_ns < 0 || r->target_ns > UK_LAST_NS || r->fit.size < 0 ||
        r->fit.size >= UK_FIT_SIZES || !(r->fit.ease >= 0 && r->fit.ease <= 1))
        return uk_fail(m, UNKNOT_BAD_DATA, "the request to the planner is not what it should be");
    r->journal = journal;
    r->lengths = lengths;
    return UNKNOT_OK;
}

/* ---- what a routine says of itself --------------------------------------------------------------------------------- */

static void put_list(struct uk_packet *p, const char *const *list)
{
    uint32_t count = 0;
    while (list && list[count])
        count++;
    uk_packet_put_u32(p, count);
    for (uint32_t i = 0; i < count; i++)
        uk_packet_put_text(p, list[i]);
}

/* A text that people will see: nothing in it does something to their terminal. */
static const char *get_shown(struct uk_packet *p, size_t most)
{
    const char *text = uk_packet_get_text(p, most);
    if (*text)
        uk_text_tame((char *)text); /* in the packet's own memory */
    return text;
}

/* NULL when there is no memory; then and when the packet is bad it is marked so. */
static const char **get_list(struct uk_packet *p, struct uk_arena *arena)
{
    uint32_t count = uk_packet_get_u32(p);
    if (count > MOST_ITEMS)
        p->bad = true;
    if (p->bad)
        count = 0;
    const char **list = uk_arena_get(arena, (count + 1) * sizeof *list);
    for (uint32_t i = 0; list && i < count; i++) {
        const char *text = get_shown(p, UK_MOST_TEXT);
        list[i] = uk_arena_text(arena, text, strlen(text));
        if (!list[i])
            list = NULL;
    }
    if (!list)
        p->bad = true;
    return list;
}

static const char *get_kept(struct uk_packet *p, struct uk_arena *arena, size_t most)
{
    const char *text = get_shown(p, most);
    const char *kept = uk_arena_text(arena, text, strlen(text));
    if (!kept)
        p->bad = true;
    return kept ? kept : "";
}

void uk_wire_put_facts(struct uk_packet *p, const struct uk_routine_facts *f)
{
    uk_packet_put_text(p, f->title);
    uk_packet_put_text(p, f->summary);
    uk_packet_put_text(p, f->region);
    put_list(p, f->position);
    put_list(p, f->tools);
    put_list(p, f->points);
    uk_packet_put_u32(p, (uint32_t)f->minutes_count);
    for (size_t i = 0; i < f->minutes_count; i++)
        uk_packet_put_f64(p, f->minutes[i]);
    uk_packet_put_u32(p, (uint32_t)f->param_count);
    for (size_t i = 0; i < f->param_count; i++) {
        uk_packet_put_text(p, f->params[i].name);
        put_list(p, f->params[i].values);
    }
}

static void get_minutes(struct uk_packet *p, struct uk_routine_facts *f)
{
    uint32_t count = uk_packet_get_u32(p);
    f->minutes = p->bad || count > MOST_ITEMS ? NULL : uk_arena_get(&f->arena, (count + 1) * sizeof *f->minutes);
    if (!f->minutes) {
        p->bad = true;
        return;
    }
    f->minutes_count = count;
    for (uint32_t i = 0; i < count; i++) {
        f->minutes[i] = uk_packet_get_f64(p);
        if (!(f->minutes[i] > 0 && f->minutes[i] <= 1800))
            p->bad = true;
    }
}

static void get_facts_params(struct uk_packet *p, struct uk_routine_facts *f)
{
    uint32_t count = uk_packet_get_u32(p);
    f->params = p->bad || count > MOST_ITEMS ? NULL : uk_arena_get(&f->arena, (count + 1) * sizeof *f->params);
    if (!f->params) {
        p->bad = true;
        return;
    }
    f->param_count = count;
    for (uint32_t i = 0; i < count && !p->bad; i++) {
        f->params[i].name = get_kept(p, &f->arena, MOST_NAME);
        f->params[i].values = get_list(p, &f->arena);
    }
}

int uk_wire_get_facts(struct uk_packet *p, struct uk_routine_facts *f, struct uk_message *m)
{
    *f = (struct uk_routine_facts){0};
    f->title = get_kept(p, &f->arena, UK_MOST_TEXT);
    f->summary = get_kept(p, &f->arena, UK_MOST_TEXT);
    f->region = get_kept(p, &f->arena, UK_MOST_TEXT);
    f->position = get_list(p, &f->arena);
    f->tools = get_list(p, &f->arena);
    f->points = get_list(p, &f->arena);
    get_minutes(p, f);
    get_facts_params(p, f);
    if (!p->bad)
        return UNKNOT_OK;
    uk_routine_facts_finish(f);
    return uk_fail(m, UNKNOT_BAD_DATA, "what the planner says of the routine is not what it should be");
}

void uk_routine_facts_finish(struct uk_routine_facts *f)
{
    uk_arena_finish(&f->arena);
    *f = (struct uk_routine_facts){0};
}

/* ---- the timeline -------------------------------------------------------------------------------------------------- */

static void put_cue(struct uk_packet *p, const struct uk_cue *c)
{
    uk_packet_put_u32(p, (uint32_t)c->kind | (uint32_t)c->bus << 8 | (uint32_t)c->colour << 16);
    uk_packet_put_i64(p, c->at_ns);
    uk_packet_put_i64(p, c->length_ns);
    uk_packet_put_i64(p, c->fade_in_ns);
    uk_packet_put_i64(p, c->fade_out_ns);
    for (int i = 0; i < 4; i++)
        uk_packet_put_i64(p, c->phases_ns[i]);
    uk_packet_put_f64(p, c->hz);
    uk_packet_put_f64(p, c->beat_hz);
    uk_packet_put_f64(p, c->db);
    uk_packet_put_f64(p, c->pan);
    uk_packet_put_text(p, c->text);
    uk_packet_put_text(p, c->file);
}

void uk_wire_put_timeline(struct uk_packet *p, const struct uk_timeline *t)
{
    uk_packet_put_i64(p, t->length_ns);
    uk_packet_put_i64(p, t->sure_ns);
    uk_packet_put_u32(p, t->cue_count);
    for (uint32_t i = 0; i < t->cue_count; i++)
        put_cue(p, &t->cues[i]);
    uk_packet_put_u32(p, t->mark_count);
    for (uint32_t i = 0; i < t->mark_count; i++) {
        uk_packet_put_i64(p, t->marks[i].at_ns);
        uk_packet_put_u32(p, (uint32_t)t->marks[i].level);
        uk_packet_put_u32(p, (uint32_t)t->marks[i].line);
        uk_packet_put_text(p, t->marks[i].title);
    }
    uk_packet_put_u32(p, t->span_count);
    for (uint32_t i = 0; i < t->span_count; i++) {
        uk_packet_put_i64(p, t->spans[i].at_ns);
        uk_packet_put_i64(p, t->spans[i].length_ns);
        uk_packet_put_f64(p, t->spans[i].level);
        uk_packet_put_text(p, t->spans[i].point);
        uk_packet_put_text(p, t->spans[i].side);
    }
    uk_packet_put_u32(p, t->note_count);
    for (uint32_t i = 0; i < t->note_count; i++) {
        uk_packet_put_u32(p, (uint32_t)t->notes[i].line);
        uk_packet_put_text(p, t->notes[i].code);
        uk_packet_put_text(p, t->notes[i].text);
    }
}

static int get_cue(struct uk_packet *p, struct uk_timeline *t)
{
    struct uk_cue c = {0};
    uint32_t what = uk_packet_get_u32(p);
    uint32_t kind = what & 0xff, bus = what >> 8 & 0xff, colour = what >> 16;
    if (kind >= UK_KINDS || bus >= UK_BUSES || colour >= UK_COLOURS)
        return UNKNOT_BAD_DATA;
    c.kind = (enum uk_kind)kind;
    c.bus = (enum uk_bus)bus;
    c.colour = (enum uk_colour)colour;
    c.at_ns = uk_packet_get_i64(p);
    c.length_ns = uk_packet_get_i64(p);
    c.fade_in_ns = uk_packet_get_i64(p);
    c.fade_out_ns = uk_packet_get_i64(p);
    for (int i = 0; i < 4; i++)
        c.phases_ns[i] = uk_packet_get_i64(p);
    c.hz = uk_packet_get_f64(p);
    c.beat_hz = uk_packet_get_f64(p);
    c.db = uk_packet_get_f64(p);
    c.pan = uk_packet_get_f64(p);
    c.text = uk_packet_get_text(p, UK_MOST_TEXT);
    c.file = uk_packet_get_text(p, UK_MOST_TEXT);
    return p->bad || !uk_text_is_plain(c.text) || !uk_text_is_plain(c.file) ? UNKNOT_BAD_DATA : uk_timeline_add_cue(t, &c);
}

static int get_mark(struct uk_packet *p, struct uk_timeline *t)
{
    struct uk_mark k = {.at_ns = uk_packet_get_i64(p)};
    uint32_t level = uk_packet_get_u32(p), line = uk_packet_get_u32(p);
    k.title = get_shown(p, UK_MOST_TEXT);
    if (p->bad || level > INT16_MAX || line > INT32_MAX)
        return UNKNOT_BAD_DATA;
    k.level = (int)level;
    k.line = (int)line;
    return uk_timeline_add_mark(t, &k);
}

static int get_span(struct uk_packet *p, struct uk_timeline *t)
{
    struct uk_span s = {.at_ns = uk_packet_get_i64(p)};
    s.length_ns = uk_packet_get_i64(p);
    s.level = uk_packet_get_f64(p);
    s.point = get_shown(p, UK_MOST_TEXT);
    s.side = get_shown(p, UK_MOST_TEXT);
    return p->bad ? UNKNOT_BAD_DATA : uk_timeline_add_span(t, &s);
}

static int get_note(struct uk_packet *p, struct uk_timeline *t)
{
    uint32_t line = uk_packet_get_u32(p);
    struct uk_note n = {.code = get_shown(p, MOST_NAME)};
    n.text = get_shown(p, UK_MOST_TEXT);
    if (p->bad || line > INT32_MAX)
        return UNKNOT_BAD_DATA;
    n.line = (int)line;
    return uk_timeline_add_note(t, &n);
}

int uk_wire_get_timeline(struct uk_packet *p, struct uk_timeline **out, struct uk_message *m)
{
    static int (*const readers[])(struct uk_packet *, struct uk_timeline *) = {get_cue, get_mark, get_span, get_note};
    struct uk_timeline *t = uk_timeline_create();
    *out = NULL;
    if (!t)
        return uk_no_memory(m);
    t->length_ns = uk_packet_get_i64(p);
    t->sure_ns = uk_packet_get_i64(p);
    int status = UNKNOT_OK;
    for (size_t kind = 0; kind < sizeof readers / sizeof *readers && !status; kind++) {
        uint32_t count = uk_packet_get_u32(p);
        /* a count that lies ends at the end of the packet */
        for (uint32_t i = 0; i < count && !status; i++)
            status = readers[kind](p, t);
    }
    if (!status && (p->bad || t->length_ns < 0 || t->length_ns > UK_LAST_NS || t->sure_ns < 0 || t->sure_ns > UK_LAST_NS))
        status = UNKNOT_BAD_DATA;
    if (!status) {
        *out = t;
        return UNKNOT_OK;
    }
    uk_timeline_destroy(t);
    if (status == UNKNOT_NO_MEMORY)
        return uk_no_memory(m);
    return uk_fail(m, UNKNOT_BAD_DATA, "the planner's answer is not what it should be: install unknot again");
}
