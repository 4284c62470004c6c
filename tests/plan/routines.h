/* routines.h - for tests of the shipped library and routines: plans them through the real planner
 * and checks what protects a body.
 *
 * The voice of these tests speaks 2.4 words a second.
 */
#ifndef TESTS_ROUTINES_H
#define TESTS_ROUTINES_H

#include "check.h"

#include "base/path.h"
#include "base/time.h"
#include "engine/planner.h"
#include "score/timeline.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define S(seconds) ((int64_t)((seconds)*1e9 + 0.5))
#define SECONDS(ns) ((double)(ns) / 1e9)

struct setting {
    const char *routine;
    struct uk_plan_param params[2];
    size_t param_count;
    const double *minutes;
    size_t minutes_count;
};

struct planned {
    int status;
    struct uk_message m;
    struct uk_plan plan;
};

static inline int words_in(const char *text) {
    int words = 0;
    for (const char *p = text; *p; p++)
        words += *p != ' ' && (p == text || p[-1] == ' ');
    return words;
}

static inline int spoken_length(void *ctx, int kind, const char *name, int64_t *length_ns,
                                struct uk_message *m) {
    (void)m;
    const double *pace = ctx;
    *length_ns = kind == 0 ? S(words_in(name) / *pace + 0.3) : S(2);
    return UNKNOT_OK;
}

static inline char *routine_source(const char *name, size_t *n) {
    char path[512], *bytes = NULL;
    struct uk_message m;
    snprintf(path, sizeof path, "%s/scripts/routines/%s.lua", SOURCE_DIR, name);
    if (uk_path_read(path, UK_MOST_SOURCE, &bytes, n, &m))
        fail_msg("%s", m.text);
    return bytes;
}

static inline struct planned run_source(const char *name, const char *source, size_t n,
                                        const struct setting *s, double minutes, struct uk_fit fit,
                                        const struct uk_journal *journal, double pace) {
    char chunk[80];
    snprintf(chunk, sizeof chunk, "%s.lua", name);
    struct uk_plan_request r = {.name = name,
                                .chunk = chunk,
                                .source = source,
                                .source_length = n,
                                .seed = 1,
                                .journal = journal,
                                .fit = fit,
                                .target_ns = S(minutes * 60)};
    if (s) {
        r.params = s->params;
        r.param_count = s->param_count;
    }
    struct planned p = {0};
    struct uk_planner *planner;
    p.status = uk_planner_create(&planner, BUILD_DIR "/libexec/unknot/unknot-planner",
                                 SOURCE_DIR "/scripts/unknot", &p.m);
    if (!p.status)
        p.status = uk_planner_run(planner, &r, spoken_length, &pace, &p.plan, &p.m);
    uk_planner_destroy(planner);
    if (!p.status)
        p.status = uk_timeline_freeze(p.plan.timeline, 48000, &p.m);
    return p;
}

/* A shipped routine. */
static inline struct planned run_routine(const struct setting *s, double minutes, struct uk_fit fit,
                                         const struct uk_journal *journal) {
    size_t n;
    char *source = routine_source(s->routine, &n);
    struct planned p = run_source(s->routine, source, n, s, minutes, fit, journal, 2.4);
    free(source);
    return p;
}

/* A routine whose play is `body`. */
static inline struct planned run_body(const char *body) {
    char source[4000];
    int n = snprintf(source, sizeof source,
                     "return { title = 'Mine', params = { mode = { 'standard', 'gentle', 'firm' } "
                     "}, play = function(with) %s end }",
                     body);
    return run_source("mine", source, (size_t)n, NULL, 0, UK_FIT_AS_WRITTEN, NULL, 2.4);
}

#define PLANNED(p)                                                                                 \
    do {                                                                                           \
        if ((p).status)                                                                            \
            fail_msg("%s", (p).m.text);                                                            \
    } while (0)

#define REFUSED(body, sentence)                                                                    \
    do {                                                                                           \
        struct planned refused = run_body(body);                                                   \
        assert_string_equal(refused.m.text, sentence);                                             \
        assert_int_equal(refused.status, UNKNOT_BAD_SCRIPT);                                       \
        uk_plan_finish(&refused.plan);                                                             \
    } while (0)

static inline const char *mode_of(const struct setting *s) {
    for (size_t i = 0; i < s->param_count; i++)
        if (strcmp(s->params[i].name, "mode") == 0)
            return s->params[i].value;
    return "standard";
}

/* The highest level anything may ask for. */
static inline double ceiling_of(const char *point, const char *mode) {
    double site = strcmp(point, "suboccipitals") == 0 ? 4 : 6;
    return strcmp(mode, "gentle") == 0 ? fmin(4, site - 2) : site;
}

/* What holds in every plan, whatever the listener did: ceilings, caps, one voice, a sound at least
 * every 25 seconds of a hold. */
static inline void check_limits(const struct uk_timeline *t, const char *mode, const char *what) {
    double held[3] = {0};
    for (uint32_t i = 0; i < t->span_count; i++) {
        const struct uk_span *s = &t->spans[i];
        if (s->level > ceiling_of(s->point, mode) || s->level < 1)
            fail_msg("%s: level %g on %s", what, s->level, s->point);
        double seconds = SECONDS(s->length_ns);
        if (seconds > 90.001)
            fail_msg("%s: a hold of %g s", what, seconds);
        held[s->side[0] == 'l' ? 0 : s->side[0] == 'r' ? 1 : 2] += seconds;
        int64_t last = s->at_ns;
        for (uint32_t j = 0; j < t->cue_count; j++) {
            const struct uk_cue *c = &t->cues[j];
            if (c->bus == UK_BED || c->at_ns < s->at_ns || c->at_ns > s->at_ns + s->length_ns)
                continue;
            if (c->at_ns - last > S(25))
                fail_msg("%s: silence of %g s in a hold", what, SECONDS(c->at_ns - last));
            last = c->at_ns + c->length_ns;
        }
    }
    for (int i = 0; i < 3; i++)
        if (held[i] > 180.001)
            fail_msg("%s: %g s on one spot", what, held[i]);
    const struct uk_cue *before = NULL;
    for (uint32_t i = 0; i < t->cue_count; i++) {
        const struct uk_cue *c = &t->cues[i];
        if (c->kind != UK_PHRASE)
            continue;
        if (before && before->at_ns + before->length_ns > c->at_ns)
            fail_msg("%s: '%s' speaks over '%s'", what, c->text, before->text);
        before = c;
    }
}

/* Every sentence of a phrase has at most 15 words. */
static inline void check_sentence(const char *text) {
    char copy[UK_MOST_TEXT + 1], *rest = copy;
    snprintf(copy, sizeof copy, "%s", text);
    for (char *sentence; (sentence = strsep(&rest, ".!?")) != NULL;)
        if (words_in(sentence) > 15)
            fail_msg("too long to follow with eyes closed: '%s'", text);
}

static inline void check_words(const char *text) {
    static const char *const never[] = {"cure",
                                        "heal",
                                        "fix",
                                        "treat",
                                        "permanent",
                                        "proven",
                                        "clinical",
                                        "adhesion",
                                        "toxin",
                                        "misalign",
                                        "blocked energy",
                                        "no pain",
                                        "push through",
                                        "sciatica",
                                        "tendinitis",
                                        "arthritis",
                                        "carpal",
                                        "migraine",
                                        "scar tissue",
                                        "break up",
                                        "knot",
                                        "perfect",
                                        "agony",
                                        "damage",
                                        "you have a ",
                                        "you have an ",
                                        "good girl",
                                        "good boy",
                                        "surgery",
                                        "muscles lengthen",
                                        "posture improves",
                                        "flush",
                                        "spasm",
                                        NULL};
    for (int i = 0; never[i]; i++)
        if (strcasestr(text, never[i]))
            fail_msg("'%s' must not be said: '%s'", never[i], text);
    for (const char *p = text; *p; p++)
        if (*p >= '0' && *p <= '9')
            fail_msg("numbers are spoken in words: '%s'", text);
    check_sentence(text);
}

static inline bool counted(const char *text) {
    static const char *const may_repeat[] = {"Three.",
                                             "Two.",
                                             "One.",
                                             "Three, two, one.",
                                             "Breathe in.",
                                             "In.",
                                             "In, four.",
                                             "Hold, four.",
                                             "Out, four.",
                                             "Rest, four.",
                                             "In for four.",
                                             "Hold for seven.",
                                             "Out for eight, softly.",
                                             "In, and a sip more.",
                                             "A long sigh out.",
                                             "In, press gently.",
                                             "Out, let go.",
                                             NULL};
    for (int i = 0; may_repeat[i]; i++)
        if (strcmp(text, may_repeat[i]) == 0)
            return true;
    return false;
}

/* What holds in a plan that nobody has pressed a key in: the manner of speaking. */
static inline void check_manner(const struct uk_timeline *t, const char *what) {
    for (uint32_t i = 0; i < t->cue_count; i++) {
        const struct uk_cue *c = &t->cues[i];
        if (c->kind == UK_BREATH) {
            int64_t out_ends = c->at_ns + c->phases_ns[0] + c->phases_ns[1] + c->phases_ns[2];
            for (uint32_t j = 0; j < t->cue_count; j++) {
                const struct uk_cue *p = &t->cues[j];
                if (p->kind == UK_PHRASE && p->at_ns < out_ends - 1000 &&
                    p->at_ns + p->length_ns > out_ends - S(2) + 1000)
                    fail_msg("%s: at %.2f s '%s' is said in the last two seconds of a breath out",
                             what, SECONDS(p->at_ns), p->text);
            }
        }
        if (c->kind != UK_PHRASE)
            continue;
        check_words(c->text);
        for (uint32_t j = i + 1; j < t->cue_count; j++) {
            const struct uk_cue *p = &t->cues[j];
            if (p->kind == UK_PHRASE && p->at_ns - c->at_ns < S(60) && !counted(c->text) &&
                strcmp(p->text, c->text) == 0)
                fail_msg("%s: '%s' at %.1f and %.1f s", what, c->text, SECONDS(c->at_ns),
                         SECONDS(p->at_ns));
        }
    }
}

#endif
