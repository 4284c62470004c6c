/* Steering: commands of the listener, in words that are the same for every face, and what they are told. */
#include "player.h"
#include "report.h"
#include "soon.h"

#include "../base/text.h"
#include "../base/time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LONG_PAUSE_NS (5 * UK_NS_PER_S)
#define KEEP_EVERY_NS (5 * UK_NS_PER_S)
#define QUESTION_S 10 /* an answer may take this long */

static double seconds_of(const struct unknot_player *p, int64_t frames)
{
    return (double)frames / p->u->rate;
}

/* A plain decimal number with an optional sign. */
static bool number(const char *text, double *out, bool *relative)
{
    bool minus = text[0] == '-';
    *relative = minus || text[0] == '+';
    text += *relative;
    double value = 0, scale = 0;
    if (!*text || strlen(text) > 12)
        return false;
    for (; *text; text++) {
        if (*text == '.' && scale == 0)
            scale = 1;
        else if (*text >= '0' && *text <= '9' && scale == 0)
            value = value * 10 + (*text - '0');
        else if (*text >= '0' && *text <= '9')
            value += (*text - '0') * (scale /= 10);
        else
            return false;
    }
    *out = minus ? -value : value;
    return true;
}

static int wrong(struct unknot_player *p, const char *sentence)
{
    return uk_fail(&p->u->message, UNKNOT_BAD_ARGUMENT, "%s", sentence);
}

static void tell_at(struct unknot_player *p, const char *name, int64_t frame, const char *key, const char *text)
{
    char *json = uk_report_event(name, seconds_of(p, frame), key, text);
    if (json)
        uk_controls_event(&p->controls, name, json);
    free(json);
}

static void tell(struct unknot_player *p, const char *name, const char *key, const char *text)
{
    tell_at(p, name, unknot_player_heard(p), key, text);
}

/* ---- commands ---- */

static int do_press(struct unknot_player *p, const char *const *words, size_t count)
{
    double value = 0;
    bool relative = false;
    if (count < 2 || count > 3 || (count == 3 && (!number(words[2], &value, &relative) || relative)))
        return wrong(p, "press takes an event, and a number from 0 to 10 for rate");
    int status = unknot_press(p->u, words[1], value);
    if (!status)
        tell(p, "journal", "press", words[1]);
    return status;
}

static int do_pause(struct unknot_player *p, bool on)
{
    struct uk_steering *s = &p->steering;
    if (on == (s->paused_ns != 0))
        return UNKNOT_OK;
    if (on) {
        s->paused_ns = uk_clock_ns();
        unknot_pause(p->u, 1);
    } else {
        int64_t gone_ns = uk_clock_ns() - s->paused_ns;
        s->paused_ns = 0;
        /* one that is over, or that knows no way back, simply goes on */
        if (gone_ns >= LONG_PAUSE_NS)
            unknot_press(p->u, "resumed", (double)gone_ns / (double)UK_NS_PER_S);
        unknot_pause(p->u, 0);
    }
    tell(p, "pause", "state", on ? "paused" : "playing");
    return UNKNOT_OK;
}

/* What is heard; in a pause, when silence is, what will be next. */
static int64_t heard_at(const struct unknot_player *p)
{
    return p->steering.paused_ns ? unknot_tell(p->u) : unknot_player_heard(p);
}

/* Where the listener takes the position to be: what is heard, or, just after a seek, where that goes. */
static int64_t here(const struct unknot_player *p)
{
    bool seeking = uk_clock_ns() - p->steering.sought_ns < UK_NS_PER_S / 2;
    return seeking ? p->steering.goal : heard_at(p);
}

static void go_to(struct unknot_player *p, int64_t frame)
{
    int64_t length = unknot_length_frames(p->u);
    p->steering.goal = frame < 0 ? 0 : frame > length ? length : frame;
    p->steering.sought_ns = uk_clock_ns();
    unknot_seek(p->u, frame, UNKNOT_SMOOTH);
    p->steering.kept_ns = uk_clock_ns() - KEEP_EVERY_NS + UK_NS_PER_S / 2; /* the session's file shall know soon, when it is heard */
    tell_at(p, "seek", p->steering.goal, NULL, NULL);
}

static int do_seek(struct unknot_player *p, const char *const *words, size_t count)
{
    double value;
    bool relative;
    if (count != 2 || !number(words[1], &value, &relative))
        return wrong(p, "seek takes seconds from the start, or +SECONDS or -SECONDS from here");
    int64_t frames = (int64_t)(value * p->u->rate);
    go_to(p, relative ? here(p) + frames : frames);
    return UNKNOT_OK;
}

/* The first frame of the step that `word` means, -1 when there is none. */
static int64_t find_step(const struct unknot_player *p, const char *word)
{
    const struct uk_timeline *t = p->u->timeline;
    int64_t heard = here(p), found = -1;
    bool next = strcmp(word, "next") == 0, previous = strcmp(word, "previous") == 0;
    for (uint32_t i = 0; i < t->mark_count; i++) {
        const struct uk_mark *m = &t->marks[i];
        if (m->level != 1)
            continue;
        if (next && m->at_frames > heard)
            return m->at_frames;
        /* as in players of music: to the beginning of this one, and when one is there, to the one before */
        if (previous && m->at_frames + 2 * (int64_t)p->u->rate < heard)
            found = m->at_frames;
        if (!next && !previous && strncasecmp(uk_language_said(p->u->language, m->title), word, strlen(word)) == 0)
            return m->at_frames;
    }
    return previous && found < 0 ? 0 : found;
}

static int do_step(struct unknot_player *p, const char *const *words, size_t count)
{
    int64_t at = count == 2 && *words[1] ? find_step(p, words[1]) : -1;
    if (at < 0)
        return wrong(p, count == 2 ? "there is no such step" : "step takes next, previous, or how a step's title begins");
    go_to(p, at);
    return UNKNOT_OK;
}

static int do_volume(struct unknot_player *p, const char *const *words, size_t count)
{
    double value;
    bool relative;
    char text[16];
    if (count != 2 || !number(words[1], &value, &relative))
        return wrong(p, "volume takes a percentage from 0 to 100, or +P or -P");
    double volume = relative ? p->steering.volume + value / 100 : value / 100;
    p->steering.volume = volume < 0 ? 0 : volume > 1 ? 1 : volume;
    unknot_set_volume(p->u, p->steering.volume);
    snprintf(text, sizeof text, "%d", (int)(p->steering.volume * 100 + 0.5));
    tell(p, "volume", "percent", text);
    return UNKNOT_OK;
}

/* How many steps there are, and the number of the one that is heard, from 1. */
static void count_steps(const struct unknot_player *p, struct uk_state *s)
{
    const struct uk_timeline *t = p->u->timeline;
    int64_t at = here(p);
    for (uint32_t i = 0; t && i < t->mark_count; i++) {
        s->step_count += t->marks[i].level == 1;
        s->step_number += t->marks[i].level == 1 && t->marks[i].at_frames <= at;
    }
}

static int do_status(struct unknot_player *p)
{
    static const char *const states[] = {"playing", "ended", "failed"};
    const struct unknot_routine *r = unknot_loaded(p->u);
    enum unknot_player_state state = unknot_player_state(p);
    const char *question = uk_player_question(p);
    const char *trouble = unknot_player_trouble(p);
    if (!*trouble)
        trouble = unknot_player_control_trouble(p);
    if (!*trouble)
        trouble = unknot_player_instead(p);
    struct uk_state s = {
        .state = state == UNKNOT_PLAYER_PLAYING && p->steering.paused_ns ? "paused" : states[state],
        .routine = r ? r->name : "",
        .title = r ? r->title : "",
        .step = p->steering.step,
        .caption = p->steering.caption,
        .trouble = trouble,
        .position_s = seconds_of(p, here(p)),
        .length_s = seconds_of(p, unknot_length_frames(p->u)),
        .volume = p->steering.volume,
        .dropouts = unknot_player_dropouts(p),
        .presses = p->u->session.journal.count,
        .question = question ? question : "",
    };
    count_steps(p, &s);
    free(p->steering.data);
    p->steering.data = uk_report_state(&s);
    return p->steering.data ? UNKNOT_OK : uk_no_memory(&p->u->message);
}

int unknot_player_command(struct unknot_player *p, const char *const *words, size_t count, const char **data)
{
    static const char *const verbs[] = {"press", "pause", "resume", "toggle", "seek", "step", "volume", "status", "quit", NULL};
    const char *verb = count > 0 ? words[0] : "";
    int status = UNKNOT_OK;
    if (data)
        *data = "";
    if (strcmp(verb, "press") == 0) {
        status = do_press(p, words, count);
    } else if (strcmp(verb, "pause") == 0) {
        status = do_pause(p, true);
    } else if (strcmp(verb, "resume") == 0) {
        status = do_pause(p, false);
    } else if (strcmp(verb, "toggle") == 0) {
        status = do_pause(p, p->steering.paused_ns == 0);
    } else if (strcmp(verb, "seek") == 0) {
        status = do_seek(p, words, count);
    } else if (strcmp(verb, "step") == 0) {
        status = do_step(p, words, count);
    } else if (strcmp(verb, "volume") == 0) {
        status = do_volume(p, words, count);
    } else if (strcmp(verb, "status") == 0) {
        status = do_status(p);
        if (!status && data)
            *data = p->steering.data;
    } else if (strcmp(verb, "quit") == 0) {
        atomic_store(&p->stop, true);
    } else {
        const char *near = uk_text_nearest(verb, verbs);
        status = near ? uk_fail(&p->u->message, UNKNOT_BAD_ARGUMENT, "there is no command '%s' (did you mean '%s'?)", verb, near)
                      : uk_fail(&p->u->message, UNKNOT_BAD_ARGUMENT,
                                "there is no command '%s': press pause resume toggle seek step volume status quit", verb);
    }
    return status;
}

/* ---- what goes on ---- */

const char *uk_player_question(const struct unknot_player *p)
{
    const struct uk_timeline *t = p->u->timeline;
    int64_t heard = unknot_player_heard(p), since = heard - QUESTION_S * (int64_t)p->u->rate;
    const char *question = NULL;
    for (uint32_t i = 0; t && i < t->mark_count && t->marks[i].at_frames <= heard; i++)
        if (t->marks[i].level == UK_QUESTION_LEVEL && t->marks[i].at_frames > since)
            question = t->marks[i].title;
    return question;
}

static void tell_news(struct unknot_player *p)
{
    struct uk_steering *s = &p->steering;
    struct unknot_event e;
    while (uk_engine_news(p->u, &s->news, heard_at(p), &e)) {
        if (e.kind == UNKNOT_EVENT_MARK && e.value == 1) {
            snprintf(s->step, sizeof s->step, "%s", e.text);
            uk_text_tame(s->step); /* it may have been cut within a letter */
            s->caption[0] = '\0';
            tell(p, "step", "title", e.text);
        } else if (e.kind == UNKNOT_EVENT_CAPTION) {
            snprintf(s->caption, sizeof s->caption, "%s", e.text);
            uk_text_tame(s->caption);
            tell(p, "caption", "text", e.text);
        }
    }
}

static void tell_trouble(struct unknot_player *p)
{
    char before[sizeof p->steering.trouble];
    memcpy(before, p->steering.trouble, sizeof before);
    const char *now = unknot_player_trouble(p);
    if (strcmp(before, now) != 0)
        tell(p, "device", "trouble", now);
}

static void tell_question(struct unknot_player *p)
{
    char *told = p->steering.told_question;
    const char *asked = uk_player_question(p), *now = asked ? asked : "";
    if (strcmp(told, now) == 0)
        return;
    snprintf(told, sizeof p->steering.told_question, "%s", now);
    tell(p, "question", "asks", told);
}

/* A press, or a phrase whose length was a guess, made it longer or shorter. */
static void tell_length(struct unknot_player *p)
{
    int64_t now = unknot_length_frames(p->u), before = p->steering.told_length;
    p->steering.told_length = now;
    if (before == 0 || now == before)
        return;
    char *json = uk_report_length(seconds_of(p, unknot_player_heard(p)), seconds_of(p, now));
    if (json)
        uk_controls_event(&p->controls, "length", json);
    free(json);
}

static void keep_position(struct unknot_player *p)
{
    int64_t now_ns = uk_clock_ns();
    if (!p->u->keeper || now_ns - p->steering.kept_ns < KEEP_EVERY_NS)
        return;
    char line[UK_ENTRY_TEXT];
    p->steering.kept_ns = now_ns;
    uk_keeper_add(p->u->keeper, line, uk_diary_position(uk_ns_from_frames(unknot_player_heard(p), p->u->rate), line), false);
}

static void tell_end(struct unknot_player *p)
{
    enum unknot_player_state state = unknot_player_state(p);
    if (state == UNKNOT_PLAYER_PLAYING || p->steering.told_end)
        return;
    p->steering.told_end = true;
    tell(p, "end", "state", state == UNKNOT_PLAYER_FAILED ? "failed" : "ended");
}

void uk_player_tell(struct unknot_player *p)
{
    tell_news(p);
    tell_question(p);
    tell_length(p);
    tell_trouble(p);
    tell_end(p);
    if (p->steering.paused_ns == 0)
        keep_position(p);
}

const char *unknot_player_trouble(struct unknot_player *p)
{
    struct unknot_sink_health health = {.size = sizeof health};
    uk_sink_health(p->sink, &health);
    if (health.away || !*uk_soon_trouble(p->u, p->steering.trouble, sizeof p->steering.trouble))
        snprintf(p->steering.trouble, sizeof p->steering.trouble, "%s", health.away ? health.why : p->steering.warning.text);
    uk_text_tame(p->steering.trouble);
    return p->steering.trouble;
}

const char *unknot_player_control_trouble(const struct unknot_player *p)
{
    return uk_controls_trouble(&p->controls);
}

const char *unknot_player_instead(struct unknot_player *p)
{
    struct unknot_sink_health health = {.size = sizeof health};
    uk_sink_health(p->sink, &health);
    snprintf(p->steering.instead, sizeof p->steering.instead, "%s", health.away ? "" : health.why);
    uk_text_tame(p->steering.instead);
    return p->steering.instead;
}

uint64_t unknot_player_dropouts(struct unknot_player *p)
{
    struct unknot_sink_health health = {.size = sizeof health};
    uk_sink_health(p->sink, &health);
    return health.dropouts;
}
