/* All that a routine may ever say. What is said depends on settings, on how long the routine is to be, on what is pressed when, and on how
 * long phrases are. The library asks ahead for the lengths of its answers, so most ways add nothing: a script that does not itself hear what is
 * pressed is only looked at briefly, any other until many ways in a row added nothing. */
#include "explore.h"
#include "script.h"
#include "taking.h"

#include "../base/text.h"
#include "../base/time.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SETTINGS 16
#define MOST_PRODUCTS 12 /* combinations of settings that are all tried, each at many lengths */
#define MOMENTS 12       /* of steps and pressure, and as many behind phrases, at which each event is tried */
#define MOST_DEEP 5      /* presses that are followed one after the other */
#define QUIET 60         /* sessions at random in a row that added nothing: that is all */
#define FEW_QUIET 12    /* in a script that does not hear what is pressed */
#define MOST_RANDOM 400
#define MOST_PRESSES 12 /* in one of them */
#define MOST_LONGER 8   /* presses of "longer" in one hold: beyond the cap of the longest */
#define MOST_S 120      /* a slow machine, or a routine that takes its time, is left at what was found */

/* How fast the voice is that a plan is made for: where there is room for another phrase depends on it, and the script of a reader shall have
 * all that he may have to say. */
enum pace { OWN, SLOW, QUICK, PACES };
static const double times[PACES] = {1, 1.4, 0.8};

struct exploring {
    struct unknot *u;
    struct uk_session *s;
    struct uk_phrases *found;
    struct uk_lengths lengths[PACES]; /* all that is in the others is in the first */
    enum pace pace;
    struct uk_timeline *written; /* as the routine is written */
    struct uk_planner *planners[2];
    struct uk_setting *settings;
    size_t setting_count;
    struct uk_plan_param params[MOST_SETTINGS]; /* the present values */
    int64_t ends_ns;
    bool hears; /* the script: what it says may depend on a press, a number, the time or the seed */
    uint64_t seed;
    uint32_t state; /* of what is drawn */
};

/* ---- one way ---- */

/* Nothing is spoken for this, and nobody's pace counts: a phrase is as long as the tone that would stand for it. So a routine has the same
 * phrases whoever speaks. */
static int measure(struct exploring *x, const char *source, int64_t *length_ns, struct uk_message *m)
{
    struct uk_measured measured;
    char *name = uk_text_format("\t%s", uk_language_said(x->u->language, source));
    int status = name ? uk_decoder_ask(x->u->decoder, UK_CLIP_PHRASE, name, true, &measured, m) : uk_no_memory(m);
    free(name);
    *length_ns = status ? 0 : uk_ns_from_frames(measured.frames, x->u->rate);
    return status;
}

static int measure_at_pace(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    struct exploring *x = ctx;
    if (kind != UK_CLIP_PHRASE)
        return uk_measure(&(struct uk_measuring){x->u, x->s}, kind, name, length_ns, m);
    const struct uk_length *known = uk_lengths_find(&x->lengths[OWN], kind, name);
    *length_ns = known ? known->ns : 0;
    int status = known ? UNKNOT_OK : measure(x, name, length_ns, m);
    if (!status && !known && x->pace != OWN)
        status = uk_lengths_add(&x->lengths[OWN], kind, name, *length_ns);
    *length_ns = (int64_t)((double)*length_ns * times[x->pace]);
    return status;
}

/* One planner gets ready while the other plans. */
static int plan(struct exploring *x, struct uk_fit fit, const struct uk_journal *journal, struct uk_timeline **out)
{
    struct uk_way way = {.params = x->params, .param_count = x->setting_count, .fit = fit, .journal = journal, .seed = x->seed};
    struct uk_planner *planner = x->planners[0];
    x->planners[0] = x->planners[1];
    x->planners[1] = planner;
    uk_planner_warm(x->planners[0]);
    return uk_explore(planner, x->u->rate, x->s, &way, &x->lengths[x->pace], measure_at_pace, x, out, NULL);
}

/* One that cannot be planned says nothing. *out may be NULL; it is NULL when there is no plan. */
static int try_way(struct exploring *x, struct uk_fit fit, const struct uk_journal *journal, struct uk_timeline **out)
{
    struct uk_timeline *t = NULL;
    if (out)
        *out = NULL;
    if (uk_clock_ns() > x->ends_ns)
        return UNKNOT_OK;
    int status = plan(x, fit, journal, &t);
    bool no_memory = status == UNKNOT_NO_MEMORY;
    if (!status && !journal)
        no_memory = uk_phrases_take_plan(x->found, t, &x->lengths[OWN], false) != UNKNOT_OK;
    if (out)
        *out = t;
    else
        uk_timeline_destroy(t);
    return no_memory ? UNKNOT_NO_MEMORY : UNKNOT_OK;
}

static int try_presses(struct exploring *x, struct uk_fit fit, struct uk_entry *entries, size_t count)
{
    struct uk_journal journal = {entries, count, count};
    return try_way(x, fit, &journal, NULL);
}

/* Where a press brought something new there may be more behind it: each event a little later. */
static int try_deeply(struct exploring *x, const struct uk_entry *entries, size_t count)
{
    static const int64_t later_s[] = {3, 8, 20};
    struct uk_entry more[MOST_DEEP];
    size_t known = x->lengths[OWN].count;
    memcpy(more, entries, count * sizeof *more);
    int status = try_presses(x, UK_FIT_AS_WRITTEN, more, count);
    if (x->lengths[OWN].count == known || count == MOST_DEEP)
        return status;
    for (int event = 0; event < UK_EVENTS; event++)
        for (size_t i = 0; i < sizeof later_s / sizeof *later_s && !status; i++) {
            more[count] = uk_explore_entry((enum uk_event)event, more[count - 1].at_ns + later_s[i] * UK_NS_PER_S);
            status = try_deeply(x, more, count + 1);
        }
    return status;
}

/* ---- settings and lengths ---- */

/* Which phrases have a length that they must not exceed: those that the next one does not wait for. */
static int try_slowly(struct exploring *x, struct uk_fit fit)
{
    struct uk_timeline *t = NULL, *slow = NULL;
    int status = try_way(x, fit, NULL, &t);
    x->pace = SLOW;
    if (t && plan(x, fit, NULL, &slow) == UNKNOT_OK)
        uk_phrases_compare(x->found, t, &x->lengths[OWN], slow, &x->lengths[SLOW]);
    x->pace = OWN;
    uk_timeline_destroy(slow);
    uk_timeline_destroy(t);
    return status;
}

static int every_fit(struct exploring *x)
{
    int status = UNKNOT_OK;
    for (int32_t size = 0; size < UK_FIT_SIZES && !status; size++) {
        status = try_slowly(x, (struct uk_fit){size, 0.5});
        if (!x->hears) /* it gets longer pauses, and the same words */
            continue;
        if (!status)
            status = try_way(x, (struct uk_fit){size, 0}, NULL, NULL);
        if (!status)
            status = try_way(x, (struct uk_fit){size, 1}, NULL, NULL);
    }
    return status;
}

/* The same words at every size; how much time they may take was seen as written. */
static int every_size(struct exploring *x)
{
    int status = UNKNOT_OK;
    for (int32_t size = 0; size < UK_FIT_SIZES && !status; size++)
        status = try_way(x, (struct uk_fit){size, 0.5}, NULL, NULL);
    return status;
}

static void as_written(struct exploring *x)
{
    for (size_t i = 0; i < x->setting_count; i++)
        x->params[i] = (struct uk_plan_param){x->settings[i].name, x->settings[i].values[0]};
}

static size_t products(const struct exploring *x)
{
    size_t product = 1;
    for (size_t i = 0; i < x->setting_count && product <= MOST_PRODUCTS; i++) {
        size_t n = 0;
        while (x->settings[i].values[n])
            n++;
        product *= n;
    }
    return product;
}

static int each_with_each(struct exploring *x)
{
    size_t at[MOST_SETTINGS] = {0}, i;
    int status;
    do {
        status = every_fit(x);
        for (i = 0; i < x->setting_count; i++) {
            at[i] = x->settings[i].values[at[i] + 1] ? at[i] + 1 : 0;
            x->params[i].value = x->settings[i].values[at[i]];
            if (at[i])
                break;
        }
    } while (!status && i < x->setting_count);
    return status;
}

static int each_alone(struct exploring *x)
{
    int status = every_fit(x);
    for (size_t i = 0; i < x->setting_count; i++) {
        for (size_t k = 1; x->settings[i].values[k] && !status; k++) {
            x->params[i].value = x->settings[i].values[k];
            status = x->hears ? every_fit(x) : every_size(x);
        }
        x->params[i].value = x->settings[i].values[0];
    }
    return status;
}

/* ---- presses ---- */

/* A second after phrases. */
static size_t behind_phrases(const struct uk_timeline *t, int64_t *out, size_t most)
{
    size_t n = 0, k = 0, count = 0;
    for (uint32_t i = 0; i < t->cue_count; i++)
        n += t->cues[i].kind == UK_PHRASE;
    for (uint32_t i = 0; i < t->cue_count && count < most; i++) {
        const struct uk_cue *cue = &t->cues[i];
        if (cue->kind == UK_PHRASE && k++ * most >= count * n)
            out[count++] = cue->at_ns + cue->length_ns + UK_NS_PER_S;
    }
    return count;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* Each event at each moment; and each again a little later, which is answered otherwise when there is no more of it to be had. */
static int every_event(struct exploring *x, const int64_t *moments, size_t count)
{
    int status = UNKNOT_OK;
    for (int event = 0; event < UK_EVENTS; event++) {
        for (size_t i = 0; i < count && !status; i++) {
            struct uk_entry entries[] = {uk_explore_entry((enum uk_event)event, moments[i]),
                                         uk_explore_entry((enum uk_event)event, moments[i] + 4 * UK_NS_PER_S)};
            status = try_deeply(x, entries, 1 + i % 2);
        }
    }
    return status;
}

/* A number before and one after: what is said of the difference. */
static int every_rating(struct exploring *x, const int64_t *moments, size_t count)
{
    static const double ratings[][2] = {{9, 1}, {9, 7}, {5, 5}, {1, 9}, {4, 2}};
    int status = UNKNOT_OK;
    for (size_t r = 0; r < sizeof ratings / sizeof *ratings; r++) {
        for (size_t i = 0; i + 1 < count && !status; i += 3) {
            struct uk_entry entries[] = {{moments[i], UK_RATE, ratings[r][0]}, {moments[count - 1 - i % 2], UK_RATE, ratings[r][1]}};
            if (entries[0].at_ns < entries[1].at_ns)
                status = try_deeply(x, entries, 2);
        }
    }
    return status;
}

static int as_written_pressed(struct exploring *x)
{
    int64_t moments[2 * MOMENTS];
    size_t count = uk_explore_moments(x->written, moments, MOMENTS);
    count += behind_phrases(x->written, moments + count, MOMENTS);
    qsort(moments, count, sizeof *moments, by_number);
    int status = every_event(x, moments, count);
    return status ? status : every_rating(x, moments, count);
}

/* The first hold made longer as often as can be: the second side gets what it came to. */
static int longest_holds(struct exploring *x)
{
    int status = UNKNOT_OK;
    for (int32_t size = 0; size < UK_FIT_SIZES && !status; size++) {
        struct uk_fit fit = {size, 0.5};
        struct uk_timeline *t = NULL;
        status = try_way(x, fit, NULL, &t);
        for (size_t count = 4; t && t->span_count > 0 && count <= MOST_LONGER && !status; count++) {
            struct uk_entry entries[MOST_LONGER];
            for (size_t i = 0; i < count; i++)
                entries[i] = uk_explore_entry(UK_LONGER, t->spans[0].at_ns + (int64_t)(i + 1) * UK_NS_PER_S);
            status = try_presses(x, fit, entries, count);
        }
        uk_timeline_destroy(t);
    }
    return status;
}

/* The same wish over and over, from the first pressure on: lists of words come to their end, and answers to "no more of that". */
static int over_and_over(struct exploring *x, int64_t from_ns)
{
    static const enum uk_event wishes[] = {UK_AGAIN, UK_EASIER, UK_HARDER, UK_SWITCH};
    struct uk_entry entries[MOST_PRESSES];
    int status = UNKNOT_OK;
    for (size_t w = 0; w < sizeof wishes / sizeof *wishes && !status; w++) {
        for (int i = 0; i < MOST_PRESSES; i++)
            entries[i] = uk_explore_entry(wishes[w], from_ns + (5 + 15 * (int64_t)i) * UK_NS_PER_S);
        status = try_presses(x, UK_FIT_AS_WRITTEN, entries, MOST_PRESSES);
    }
    return status;
}

static int insistent(struct exploring *x)
{
    const struct uk_timeline *t = x->written;
    int64_t from_ns = t->span_count > 0 ? t->spans[0].at_ns : 0;
    int status = over_and_over(x, from_ns);
    for (size_t i = 0; i < x->setting_count; i++) {
        for (size_t k = 1; x->settings[i].values[k] && !status; k++) {
            x->params[i].value = x->settings[i].values[k];
            status = over_and_over(x, from_ns);
        }
        x->params[i].value = x->settings[i].values[0];
    }
    return status;
}

/* What is said to whoever has a single button. */
static int explained(struct exploring *x)
{
    if (x->setting_count == MOST_SETTINGS)
        return UNKNOT_OK;
    x->params[x->setting_count++] = (struct uk_plan_param){"explain", "switch"};
    int status = try_way(x, UK_FIT_AS_WRITTEN, NULL, NULL);
    x->setting_count--;
    return status;
}

/* ---- at random ---- */

static uint32_t draw(struct exploring *x, uint32_t below)
{
    x->state = x->state * 1664525u + 1013904223u;
    return (x->state >> 9) % below;
}

static int by_time(const void *a, const void *b)
{
    const struct uk_entry *x = a, *y = b;
    return (x->at_ns > y->at_ns) - (x->at_ns < y->at_ns);
}

static int one_at_random(struct exploring *x)
{
    struct uk_entry entries[MOST_PRESSES];
    struct uk_fit fit = {(int32_t)draw(x, UK_FIT_SIZES), draw(x, 5) / 4.0};
    uint32_t count = draw(x, MOST_PRESSES + 1), length_s = (uint32_t)(x->written->length_ns / UK_NS_PER_S) + 1;
    for (size_t i = 0; i < x->setting_count; i++) {
        uint32_t n = 0;
        while (x->settings[i].values[n])
            n++;
        x->params[i].value = x->settings[i].values[draw(x, n)];
    }
    x->seed = 1 + draw(x, 1000);
    for (uint32_t i = 0; i < count; i++) {
        int64_t at_ns = (int64_t)draw(x, 100 * length_s) * (UK_NS_PER_S / 100);
        entries[i] = uk_explore_entry((enum uk_event)draw(x, draw(x, 8) ? UK_STOP : UK_EVENTS), at_ns);
        if (entries[i].event == UK_RATE)
            entries[i].value = draw(x, 11);
    }
    qsort(entries, count, sizeof *entries, by_time);
    x->pace = (enum pace)draw(x, PACES);
    int status = try_presses(x, fit, entries, count);
    x->pace = OWN;
    return status;
}

static int at_random(struct exploring *x)
{
    int status = UNKNOT_OK;
    for (int i = 0, quiet = 0; i < MOST_RANDOM && quiet < (x->hears ? QUIET : FEW_QUIET) && !status; i++) {
        size_t before = x->lengths[OWN].count;
        status = one_at_random(x);
        quiet = x->lengths[OWN].count == before ? quiet + 1 : 0;
    }
    return status;
}

/* ---- all of it ---- */

/* Whether a line of the script does something with what `rate` returns: then it is not the first word. */
static bool uses_rate(const struct uk_session *s)
{
    int lines[256];
    size_t n = uk_script_lines(s->source, s->source_length, "rate", lines, 256);
    const char *at = s->source, *end = s->source + s->source_length;
    int line = 1;
    for (size_t i = 0; i < n; i++) {
        for (; line < lines[i]; line++)
            at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
        if (strncmp(at + strspn(at, " \t"), "rate", 4) != 0)
            return true;
    }
    return false;
}

static bool hears(const struct uk_session *s)
{
    static const char *const names[] = {"listen", "now", "random"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (uk_script_line(s->source, s->source_length, names[i]))
            return true;
    return uses_rate(s);
}

static int start(struct exploring *x)
{
    char *program = uk_path_join(x->u->places.helpers, "unknot-planner");
    char *library = uk_path_join(x->u->places.data, "scripts/unknot");
    int status = program && library ? UNKNOT_OK : UNKNOT_NO_MEMORY;
    for (int i = 0; i < 2 && !status; i++)
        status = uk_planner_create(&x->planners[i], program, library, NULL);
    if (!status)
        status = uk_explore_settings(&x->s->facts, true, &x->settings, &x->setting_count);
    if (x->setting_count > MOST_SETTINGS)
        x->setting_count = MOST_SETTINGS;
    free(program);
    free(library);
    return status;
}

static int explore(struct exploring *x)
{
    static int (*const parts[])(struct exploring *x) = {as_written_pressed, longest_holds, insistent, explained, at_random};
    size_t first = x->hears ? 0 : 3;
    as_written(x);
    int status = try_way(x, UK_FIT_AS_WRITTEN, NULL, &x->written);
    if (!status && x->written)
        status = x->hears && products(x) <= MOST_PRODUCTS ? each_with_each(x) : each_alone(x);
    for (size_t i = first; i < sizeof parts / sizeof *parts && x->written && !status; i++) {
        as_written(x);
        status = parts[i](x);
    }
    return status ? status : uk_phrases_take_lengths(x->found, &x->lengths[OWN]);
}

int unknot_phrases_everywhere(struct unknot *u)
{
    if (!u->timeline)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "no routine is loaded");
    struct exploring x = {.u = u, .s = &u->session, .hears = hears(&u->session), .found = &u->phrases, .state = 1, .ends_ns = uk_clock_ns() + MOST_S * UK_NS_PER_S};
    int status = uk_phrases_fill(u);
    if (!status)
        status = start(&x);
    if (!status)
        status = explore(&x);
    uk_phrases_sort(&u->phrases);
    uk_timeline_destroy(x.written);
    uk_planner_destroy(x.planners[0]);
    uk_planner_destroy(x.planners[1]);
    for (int i = 0; i < PACES; i++)
        uk_lengths_finish(&x.lengths[i]);
    free(x.settings);
    return status ? uk_no_memory(&u->message) : UNKNOT_OK;
}
