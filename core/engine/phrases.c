#include "phrases.h"

#include "engine.h"
#include "taking.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../score/voice_lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BREATH_NS (UK_NS_PER_S / 4) /* between two phrases */
#define CUT_NS INT64_C(1000000)     /* a phrase that is shorter than it should be was cut off */

void uk_phrases_finish(struct uk_phrases *p)
{
    uk_lengths_finish(&p->index);
    uk_phrase_finish(&p->cut);
    free(p->list);
    *p = (struct uk_phrases){0};
}

int uk_phrases_ask(struct unknot *u, const char *source, struct uk_measured *out, struct uk_message *m)
{
    char *name = uk_language_clip(u->language, source);
    int status = name ? uk_decoder_ask(u->decoder, UK_CLIP_PHRASE, name, true, out, m) : uk_no_memory(m);
    free(name);
    return status;
}

/* ---- the list ---- */

static int grow(struct uk_phrases *p)
{
    size_t room = p->room ? 2 * p->room : 128;
    struct uk_known_phrase *list = realloc(p->list, room * sizeof *list);
    if (!list)
        return UNKNOT_NO_MEMORY;
    p->list = list;
    p->room = room;
    return UNKNOT_OK;
}

/* The one of that text, new if there was none; NULL: no memory. */
static struct uk_known_phrase *phrase_of(struct uk_phrases *p, const char *source)
{
    const struct uk_length *known = uk_lengths_find(&p->index, UK_CLIP_PHRASE, source);
    if (known)
        return &p->list[known->ns];
    if ((p->count == p->room && grow(p)) || uk_lengths_add(&p->index, UK_CLIP_PHRASE, source, (int64_t)p->count))
        return NULL;
    known = uk_lengths_find(&p->index, UK_CLIP_PHRASE, source);
    p->list[p->count] = (struct uk_known_phrase){known->name, -1, INT64_MAX, INT64_MAX, 0, false};
    return &p->list[p->count++];
}

static const struct uk_cue *next_phrase(const struct uk_timeline *t, const struct uk_cue *cue)
{
    for (const struct uk_cue *c = cue + 1; c < t->cues + t->cue_count; c++)
        if (c->kind == UK_PHRASE && c->at_ns > cue->at_ns)
            return c;
    return NULL;
}

/* What is left between the end of a phrase and the breath before the next one. False: the phrase was cut off. */
static bool slack_of(const struct uk_cue *cue, const struct uk_cue *next, const struct uk_lengths *lengths, int64_t *slack_ns)
{
    const struct uk_length *whole = uk_lengths_find(lengths, UK_CLIP_PHRASE, cue->text);
    int64_t length_ns = whole ? whole->ns : cue->length_ns;
    *slack_ns = next->at_ns - cue->at_ns - BREATH_NS - length_ns;
    return cue->length_ns + CUT_NS >= length_ns;
}

int uk_phrases_take_plan(struct uk_phrases *p, const struct uk_timeline *t, const struct uk_lengths *lengths, bool loaded)
{
    for (const struct uk_cue *cue = t->cues; cue < t->cues + t->cue_count; cue++) {
        if (cue->kind != UK_PHRASE)
            continue;
        struct uk_known_phrase *one = phrase_of(p, cue->text);
        if (!one)
            return UNKNOT_NO_MEMORY;
        if (loaded && one->at_ns < 0)
            one->at_ns = cue->at_ns;
        if (!one->said)
            one->said = ++p->said;
        const struct uk_cue *next = next_phrase(t, cue);
        int64_t slack_ns;
        if (next && slack_of(cue, next, lengths, &slack_ns))
            one->slack_ns = slack_ns < one->slack_ns ? slack_ns : one->slack_ns;
    }
    return UNKNOT_OK;
}

/* The cue of `t`, from `at` on, that says the same as `cue` and has the same phrase behind it. */
static const struct uk_cue *same_place(const struct uk_timeline *t, const struct uk_cue *at, const struct uk_cue *cue, const struct uk_cue *next)
{
    for (; at < t->cues + t->cue_count; at++) {
        const struct uk_cue *behind = at->kind == UK_PHRASE && strcmp(at->text, cue->text) == 0 ? next_phrase(t, at) : NULL;
        if (behind && strcmp(behind->text, next->text) == 0)
            return at;
    }
    return NULL;
}

void uk_phrases_compare(struct uk_phrases *p, const struct uk_timeline *t, const struct uk_lengths *lengths,
                        const struct uk_timeline *slow, const struct uk_lengths *slow_lengths)
{
    const struct uk_cue *at = slow->cues;
    for (const struct uk_cue *cue = t->cues; cue < t->cues + t->cue_count; cue++) {
        const struct uk_cue *next = cue->kind == UK_PHRASE ? next_phrase(t, cue) : NULL;
        const struct uk_cue *same = next ? same_place(slow, at, cue, next) : NULL;
        struct uk_known_phrase *one = same ? phrase_of(p, cue->text) : NULL;
        int64_t slack_ns, slow_ns, length_ns = cue->length_ns;
        if (!one || !slack_of(cue, next, lengths, &slack_ns) || !slack_of(same, next_phrase(slow, same), slow_lengths, &slow_ns))
            continue;
        at = same;
        if (slack_ns - slow_ns > (same->length_ns - length_ns) / 2)
            one->bound_ns = slack_ns + length_ns < one->bound_ns ? slack_ns + length_ns : one->bound_ns;
        else
            one->waits = true;
    }
}

int uk_phrases_take_lengths(struct uk_phrases *p, const struct uk_lengths *lengths)
{
    for (size_t i = 0; i < lengths->room; i++) {
        const struct uk_length *l = &lengths->slots[i];
        if (!l->name || l->kind != UK_CLIP_PHRASE)
            continue;
        if (!phrase_of(p, l->name))
            return UNKNOT_NO_MEMORY;
    }
    return UNKNOT_OK;
}

static int by_place(const void *a, const void *b)
{
    const struct uk_known_phrase *x = a, *y = b;
    if (x->said != y->said)
        return !x->said ? 1 : !y->said ? -1 : x->said < y->said ? -1 : 1;
    return strcmp(x->source, y->source);
}

void uk_phrases_sort(struct uk_phrases *p)
{
    if (p->count)
        qsort(p->list, p->count, sizeof *p->list, by_place);
    for (size_t i = 0; i < p->count; i++)
        uk_lengths_find(&p->index, UK_CLIP_PHRASE, p->list[i].source)->ns = (int64_t)i;
}

int uk_phrases_fill(struct unknot *u)
{
    struct uk_phrases *p = &u->phrases;
    uk_phrases_finish(p);
    int status = uk_phrases_take_plan(p, u->timeline, &u->session.lengths, true);
    if (!status)
        status = uk_phrases_take_lengths(p, &u->session.lengths);
    if (status) {
        uk_phrases_finish(p);
        return uk_no_memory(&u->message);
    }
    uk_phrases_sort(p);
    p->plans = u->plans;
    return UNKNOT_OK;
}

/* ---- for the caller ---- */

size_t unknot_phrase_count(struct unknot *u)
{
    if (!u->timeline || (u->phrases.plans != u->plans && uk_phrases_fill(u)))
        return 0;
    return u->phrases.count;
}

/* What stands before the tab. */
static const char *language_of(struct unknot *u, const char *source)
{
    return uk_language_said(u->language, source) == source ? UK_LANGUAGE_WRITTEN : u->language->tag;
}

/* Its sentences and their ids. */
static int cut(struct unknot *u, const char *source, struct unknot_phrase *out)
{
    struct uk_phrase *cut = &u->phrases.cut;
    uk_phrase_finish(cut);
    int status = uk_phrase_init(cut, uk_language_said(u->language, source), 1, &u->message);
    const char **texts = status ? NULL : uk_arena_get(&cut->arena, 2 * (cut->count + 1) * sizeof *texts);
    if (!texts)
        return status ? status : uk_no_memory(&u->message);
    const char **ids = texts + cut->count + 1;
    char id[UK_LINE_ID];
    out->sentences = texts;
    out->lines = ids;
    for (size_t i = 0, n = 0; i < cut->count; i++) {
        if (!cut->parts[i].sentence)
            continue;
        texts[n] = cut->parts[i].sentence;
        uk_line_id(id, texts[n]);
        ids[n] = uk_arena_text(&cut->arena, id, strlen(id));
        if (!ids[n++])
            return uk_no_memory(&u->message);
    }
    return UNKNOT_OK;
}

static double room_of(const struct uk_known_phrase *p, double seconds)
{
    if (p->bound_ns != INT64_MAX)
        return (double)p->bound_ns / UK_NS_PER_S;
    return p->waits || p->slack_ns == INT64_MAX ? INFINITY : seconds + (double)p->slack_ns / UK_NS_PER_S;
}

static int publish(struct unknot *u, const struct uk_known_phrase *p, struct unknot_phrase *out)
{
    struct uk_measured *m = &u->phrases.measured;
    int status = uk_phrases_ask(u, p->source, m, &u->message);
    if (status)
        return status;
    double seconds = (double)m->frames / u->rate;
    *out = (struct unknot_phrase){
        .text = uk_language_shown(u->language, p->source),
        .source = p->source,
        .language = language_of(u, p->source),
        .by = m->made ? m->by : NULL,
        .why = m->why,
        .seconds = seconds,
        .room_s = room_of(p, seconds),
        .at_frames = p->at_ns < 0 ? -1 : uk_frames_from_ns(p->at_ns, u->rate),
        .is_answer = p->said == 0,
    };
    return cut(u, p->source, out);
}

int unknot_phrase(struct unknot *u, size_t index, struct unknot_phrase *out)
{
    if (index >= unknot_phrase_count(u))
        return UNKNOT_BAD_ARGUMENT;
    return publish(u, &u->phrases.list[index], out);
}

int unknot_phrase_make(struct unknot *u, size_t index, struct unknot_phrase *out)
{
    struct uk_clip *clip;
    if (index >= unknot_phrase_count(u))
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "there is no phrase of that number");
    const struct uk_known_phrase *p = &u->phrases.list[index];
    char *name = uk_language_clip(u->language, p->source);
    int status = name ? uk_clips_get(u->clips, UK_CLIP_PHRASE, name, &clip, &u->message) : uk_no_memory(&u->message);
    free(name);
    return status ? status : publish(u, p, out);
}

int unknot_phrase_loudness(struct unknot *u, size_t index, size_t sentence, struct unknot_loudness *before, struct unknot_loudness *after)
{
    struct unknot_phrase p;
    struct uk_said_level levels[2];
    size_t count = 0;
    int status = unknot_phrase(u, index, &p);
    while (!status && p.sentences[count])
        count++;
    if (sentence >= count)
        return status ? status : uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "there is no sentence of that number");
    char *name = uk_text_format("%s\t%s", p.language, p.sentences[sentence]);
    status = name ? uk_decoder_levels(u->decoder, name, levels, &u->message) : uk_no_memory(&u->message);
    free(name);
    if (status)
        return status;
    *before = (struct unknot_loudness){levels[0].lufs, levels[0].peak_dbtp, levels[0].seconds};
    *after = (struct unknot_loudness){levels[1].lufs, levels[1].peak_dbtp, levels[1].seconds};
    return UNKNOT_OK;
}

int unknot_load_draft(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count)
{
    struct uk_session session;
    int status = uk_read_routine(u, &session, routine, params, count);
    if (status)
        return status;
    uk_clips_only_glance(u->clips, true);
    status = uk_take_on(u, &session);
    uk_clips_only_glance(u->clips, false);
    return status;
}
