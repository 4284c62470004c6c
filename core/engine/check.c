/* Checking a routine: it is planned as written, with every setting, for every length it promises, and with every event at many moments. What
 * a plan notes becomes a finding; so does what makes a plan fail. The rules are the library's: scripts/unknot/check.lua. */
#include "check.h"

#include "engine.h"
#include "explore.h"
#include "script.h"
#include "taking.h"

#include "../base/time.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LINES 8192   /* of a script: more hold no steps that are looked for */
#define MOMENTS 10        /* at which each event is tried */
#define MOST_FINDINGS 500

struct checking {
    struct unknot *u;
    struct uk_session s;
    struct uk_findings *found;
    struct uk_timeline *written; /* the plan as written, frozen */
    struct uk_translation missing; /* texts without words in the language of the engine */
    bool reached[MOST_LINES];    /* by line: a step began there */
    bool no_memory;
};

void uk_findings_finish(struct uk_findings *f)
{
    free(f->list);
    uk_arena_finish(&f->arena);
    *f = (struct uk_findings){0};
}

static bool known(const struct uk_findings *f, int line, const char *code, const char *text)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->list[i].line == line && strcmp(f->list[i].code, code) == 0 && (!text || strcmp(f->list[i].text, text) == 0))
            return true;
    return false;
}

static void add(struct checking *c, int line, bool error, const char *code, const char *format, ...)
{
    struct uk_findings *f = c->found;
    char text[UK_MOST_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (f->count >= MOST_FINDINGS || known(f, line, code, text))
        return;
    if (f->count == f->room) {
        size_t room = f->room ? 2 * f->room : 16;
        struct unknot_finding *list = realloc(f->list, room * sizeof *list);
        if (!list) {
            c->no_memory = true;
            return;
        }
        f->list = list;
        f->room = room;
    }
    struct unknot_finding one = {line, error, uk_arena_text(&f->arena, code, strlen(code)), uk_arena_text(&f->arena, text, strlen(text))};
    if (one.code && one.text)
        f->list[f->count++] = one;
    else
        c->no_memory = true;
}

/* "mine.lua:12: sentence" */
static void add_refusal(struct checking *c, int status, const struct uk_message *m, const char *label)
{
    const char *chunk = uk_path_name(c->s.path), *text = m->text;
    size_t n = strlen(chunk);
    long line = 0;
    if (strncmp(text, chunk, n) == 0 && text[n] == ':') {
        char *rest;
        line = strtol(text + n + 1, &rest, 10);
        text = line > 0 && *rest == ':' ? rest + 1 : text + n + 1;
        text += *text == ' ';
    }
    const char *code = status == UNKNOT_NOT_FOUND ? "file" : status == UNKNOT_LIMIT ? "limit" : status == UNKNOT_NO_VOICE ? "voice" : "error";
    if (!*label || !known(c->found, (int)line, code, NULL))
        add(c, (int)line, true, code, "%s%s", text, label);
}

/* The line of what a routine says of itself, when a note about that has none. */
static int line_of_note(const struct checking *c, const struct uk_note *n)
{
    const struct uk_session *s = &c->s;
    if (n->line > 0 || strcmp(n->code, "words") != 0)
        return n->line;
    bool summary = *s->facts.summary && strstr(n->text, s->facts.summary);
    return uk_script_line(s->source, s->source_length, summary ? "summary" : "title");
}

/* Of another way than as written only what is new: the same in other numbers is not. */
static void add_notes(struct checking *c, const struct uk_timeline *t, const char *label)
{
    bool foreign = c->u->language->words.count > 0;
    for (uint32_t i = 0; i < t->note_count; i++) {
        const struct uk_note *n = &t->notes[i];
        int line = line_of_note(c, n);
        if (foreign && strcmp(n->code, "pace") == 0)
            continue; /* it counts the words as they are written, over the time that others take */
        if (strcmp(n->code, "note") != 0 && !(*label && known(c->found, line, n->code, NULL)))
            add(c, line, false, n->code, "%s%s", n->text, label);
    }
    for (uint32_t i = 0; i < t->mark_count; i++)
        if (t->marks[i].line > 0 && t->marks[i].line < MOST_LINES)
            c->reached[t->marks[i].line] = true;
}

/* Plans in one way; `label` is what findings say of it, as " (with side = left)", "" as written. *out is the caller's, frozen; it may be
 * NULL when only the notes matter. Whether there is a plan. */
static bool plan(struct checking *c, struct uk_way way, const char *label, struct uk_timeline **out)
{
    struct uk_measuring measuring = {c->u, &c->s};
    struct uk_timeline *t = NULL;
    struct uk_message m = {""};
    way.fit = UK_FIT_AS_WRITTEN;
    way.checked = !way.journal;
    int status = uk_explore(c->u->planner, c->u->rate, &c->s, &way, &c->s.lengths, uk_measure, &measuring, &t, &m);
    if (status)
        add_refusal(c, status, &m, label);
    else
        add_notes(c, t, label);
    if (t)
        c->no_memory |= uk_language_missing(c->u->language, t, &c->s.facts, &c->s.lengths, &c->missing, NULL) != UNKNOT_OK;
    if (out)
        *out = t;
    else
        uk_timeline_destroy(t);
    return !status;
}

static void with_setting(struct checking *c, const char *name, const char *value)
{
    char label[256];
    struct uk_plan_param param = {name, value};
    snprintf(label, sizeof label, " (with %s = %s)", name, value);
    plan(c, (struct uk_way){.params = &param, .param_count = 1}, label, NULL);
}

static void every_setting(struct checking *c)
{
    struct uk_setting *settings;
    size_t count;
    c->no_memory |= uk_explore_settings(&c->s.facts, c->written->span_count > 0, &settings, &count) != UNKNOT_OK;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 1; settings[i].values[k]; k++)
            with_setting(c, settings[i].name, settings[i].values[k]);
    free(settings);
}

/* The lengths that are promised: whether they can be had, and whether the routine as written is one of them. */
static void every_length(struct checking *c)
{
    const struct uk_routine_facts *f = &c->s.facts;
    double least = 1e9, most = 0, written = (double)c->written->length_ns / 60e9;
    int line = uk_script_line(c->s.source, c->s.source_length, "minutes");
    for (size_t i = 0; i < f->minutes_count; i++) {
        struct uk_findings *found = c->found;
        size_t before = found->count;
        plan(c, (struct uk_way){.target_ns = (int64_t)(f->minutes[i] * 60e9)}, "", NULL);
        for (size_t k = before; k < found->count; k++)
            if (strcmp(found->list[k].code, "limit") == 0) {
                found->list[k].line = line;
                found->list[k].code = "minutes";
            }
        least = f->minutes[i] < least ? f->minutes[i] : least;
        most = f->minutes[i] > most ? f->minutes[i] : most;
    }
    char length[16];
    uk_time_text(length, sizeof length, c->written->length_ns);
    if (f->minutes_count > 0 && (written < 0.8 * least || written > 1.25 * most))
        add(c, line, false, "promise", "as written it lasts %s, and promises %g to %g minutes: write it near one of them", length, least, most);
}

/* ---- events ---- */

static void one_event(struct checking *c, enum uk_event event, int64_t at_ns)
{
    struct uk_entry entry = uk_explore_entry(event, at_ns);
    struct uk_journal journal = {&entry, 1, 1};
    struct uk_timeline *t = NULL;
    char label[64], time[16];
    int64_t where_ns;
    uk_time_text(time, sizeof time, at_ns);
    snprintf(label, sizeof label, " (when '%s' comes at %s)", uk_event_names[event], time);
    if (!plan(c, (struct uk_way){.journal = &journal}, label, &t))
        return;
    if (!uk_timeline_same_before(c->written, t, at_ns, &where_ns) && !known(c->found, 0, "past", NULL))
        add(c, 0, true, "past", "it changes what was before the event, at %s: what is done must depend on the past only%s",
            uk_time_text(time, sizeof time, where_ns), label);
    uk_timeline_destroy(t);
}

static void every_event(struct checking *c)
{
    int64_t moments[MOMENTS];
    size_t n = uk_explore_moments(c->written, moments, MOMENTS);
    for (int event = 0; event < UK_EVENTS; event++)
        for (size_t i = 0; i < n; i++)
            if (moments[i] < c->written->length_ns)
                one_event(c, (enum uk_event)event, moments[i]);
}

/* Steps that no way led to. */
static void unreachable(struct checking *c)
{
    static const char *const verbs[] = {"step", "mark"};
    int lines[256];
    for (int v = 0; v < 2; v++) {
        size_t n = uk_script_lines(c->s.source, c->s.source_length, verbs[v], lines, 256);
        for (size_t i = 0; i < n; i++)
            if (lines[i] < MOST_LINES && !c->reached[lines[i]])
                add(c, lines[i], false, "unreachable", "this %s is never reached: no setting and no event leads here", verbs[v]);
    }
}

static void untranslated(struct checking *c)
{
    char text[500];
    if (c->missing.count == 0)
        return;
    uk_language_complain(c->u->language, &c->missing, text, sizeof text);
    add(c, 0, false, "translation", "%s", text);
}

static int by_line(const void *a, const void *b)
{
    const struct unknot_finding *x = a, *y = b;
    return x->line != y->line ? x->line - y->line : strcmp(x->text, y->text);
}

static void check(struct checking *c, bool deep)
{
    struct uk_message m = {""};
    int status = uk_session_describe(&c->s, c->u->planner, &m);
    if (status)
        add_refusal(c, status, &m, "");
    uk_planner_warm(c->u->planner);
    if (status || !plan(c, (struct uk_way){0}, "", &c->written))
        return;
    if (deep) {
        every_setting(c);
        every_length(c);
        every_event(c);
        unreachable(c);
    }
    untranslated(c);
}

int unknot_check(struct unknot *u, const char *routine, int deep)
{
    uk_findings_finish(&u->findings);
    struct checking *c = calloc(1, sizeof *c);
    if (!c)
        return uk_no_memory(&u->message);
    c->u = u;
    c->found = &u->findings;
    int status = uk_session_init(&c->s, &u->places, routine, NULL, 0, &u->message);
    if (!status) {
        uk_decoder_start(u->decoder);
        check(c, deep);
        uk_session_finish(&c->s);
        if (u->findings.count > 0)
            qsort(u->findings.list, u->findings.count, sizeof *u->findings.list, by_line);
        status = c->no_memory ? uk_no_memory(&u->message) : UNKNOT_OK;
    }
    uk_timeline_destroy(c->written);
    uk_translation_finish(&c->missing);
    free(c);
    return status;
}

size_t unknot_finding_count(const struct unknot *u)
{
    return u->findings.count;
}

int unknot_finding(const struct unknot *u, size_t index, struct unknot_finding *out)
{
    if (index >= u->findings.count)
        return UNKNOT_BAD_ARGUMENT;
    *out = u->findings.list[index];
    return UNKNOT_OK;
}

int unknot_ask(struct unknot *u, const char *question, const struct unknot_param *params, size_t count, const char **out)
{
    struct uk_plan_param *list = calloc(count + 1, sizeof *list);
    struct uk_plan plan = {0};
    *out = NULL;
    if (!list)
        return uk_no_memory(&u->message);
    for (size_t i = 0; i < count; i++)
        list[i] = (struct uk_plan_param){params[i].name, params[i].value};
    struct uk_plan_request r = {.want = UK_WANT_REPLY, .question = question, .name = question, .chunk = question, .source = "",
                                .params = list, .param_count = count, .fit = UK_FIT_AS_WRITTEN};
    int status = uk_planner_run(u->planner, &r, NULL, NULL, &plan, &u->message);
    if (!status) {
        free(u->reply);
        *out = u->reply = plan.reply;
        plan.reply = NULL;
    }
    uk_plan_finish(&plan);
    free(list);
    return status;
}
