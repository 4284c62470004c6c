#include "routines.h"

#include <sys/wait.h>
#include <unistd.h>

/* A thousand sessions in virtual time: any routine, any settings, any events at any moment. What must hold in all of them.
 *
 *     test_plan_sessions         all
 *     test_plan_sessions 123     only number 123, as printed when it failed
 *
 * Two processes share the work; each session depends on nothing but its number. */

#define SESSIONS (SLOW ? 100 : 1000)
#define MOST_EVENTS 24

struct session {
    uint32_t number, state;
    struct setting setting;
    struct uk_fit fit;
    double pace;
    struct uk_journal journal;
};

static uint32_t draw(struct session *s, uint32_t below) {
    s->state = s->state * 1664525u + 1013904223u;
    return (s->state >> 9) % below;
}

static const char *one_of(struct session *s, const char *const *values) {
    uint32_t n = 0;
    while (values[n])
        n++;
    return values[draw(s, n)];
}

static void draw_settings(struct session *s) {
    static const char *const routines[] = {"upper-trapezius", "suboccipitals", "coherent-breathing", NULL};
    static const char *const modes[] = {"standard", "gentle", "firm", NULL};
    static const char *const sides[] = {"both", "both", "left", "right", NULL};
    s->setting.routine = one_of(s, routines);
    s->setting.params[s->setting.param_count++] = (struct uk_plan_param){"mode", one_of(s, modes)};
    if (s->setting.routine[0] == 'u')
        s->setting.params[s->setting.param_count++] = (struct uk_plan_param){"side", one_of(s, sides)};
    else if (draw(s, 4) == 0)
        s->setting.params[s->setting.param_count++] = (struct uk_plan_param){"explain", "switch"};
    s->fit = draw(s, 2) ? UK_FIT_AS_WRITTEN : (struct uk_fit){(int32_t)draw(s, UK_FIT_SIZES), draw(s, 101) / 100.0};
    s->pace = 1.8 + draw(s, 18) / 10.0;
}

static struct planned plan_of(const struct session *s, const struct uk_journal *j) {
    size_t n;
    char *source = routine_source(s->setting.routine, &n);
    struct planned p = run_source(s->setting.routine, source, n, &s->setting, 0, s->fit, j, s->pace);
    free(source);
    return p;
}

static void told(const struct session *s, const char *format, ...) {
    va_list arguments;
    char *text = uk_journal_text(&s->journal);
    fprintf(stderr, "session %u: ", s->number);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\n%s", s->setting.routine);
    for (size_t i = 0; i < s->setting.param_count; i++)
        fprintf(stderr, " %s=%s", s->setting.params[i].name, s->setting.params[i].value);
    fprintf(stderr, ", size %d, ease %g, pace %g\n%s", s->fit.size, s->fit.ease, s->pace, text ? text : "");
    fflush(stderr); /* in one piece: two processes write */
    free(text);
}

#define HOLDS(condition, ...)                                                                      \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            told(s, __VA_ARGS__);                                                                  \
            return false;                                                                          \
        }                                                                                          \
    } while (0)

/* Any event at any moment, some close together; a few sessions are stopped, perhaps twice. */
static bool draw_journal(struct session *s, int64_t length_ns) {
    struct uk_message m;
    uint32_t count = 1 + draw(s, MOST_EVENTS);
    bool may_stop = draw(s, 3) == 0;
    double at = 0, mean = SECONDS(length_ns) / count;
    for (uint32_t i = 0; i < count; i++) {
        at += draw(s, 4) == 0 ? draw(s, 150) / 100.0 : mean * draw(s, 2000) / 1000.0;
        uint32_t event = draw(s, UK_EVENTS);
        if (event == UK_STOP && !may_stop)
            event = UK_NEXT;
        double value = event == UK_RATE ? draw(s, 11) : event == UK_RESUMED ? 5 + draw(s, 600) : 0;
        struct uk_entry entry = {S(at), (enum uk_event)event, value};
        HOLDS(uk_journal_add(&s->journal, entry, &m) == UNKNOT_OK, "%s", m.text);
    }
    return true;
}

static const struct uk_entry *first_stop(const struct uk_journal *j, int64_t before_ns) {
    for (size_t i = 0; i < j->count && j->entries[i].at_ns < before_ns; i++)
        if (j->entries[i].event == UK_STOP)
            return &j->entries[i];
    return NULL;
}

/* The end is a real one: the closing words, or those of a stop. */
static bool ends_well(const struct session *s, const struct uk_timeline *t) {
    HOLDS(t->length_ns <= S(3600), "it lasts %.1f s", SECONDS(t->length_ns));
    const struct uk_entry *stop = first_stop(&s->journal, t->length_ns);
    if (stop) {
        HOLDS(t->length_ns - stop->at_ns < S(20), "%.1f s after a stop", SECONDS(t->length_ns - stop->at_ns));
        for (uint32_t i = 0; i < t->span_count; i++)
            HOLDS(t->spans[i].at_ns + t->spans[i].length_ns <= stop->at_ns + 1000, "pressed on after a stop");
        return true;
    }
    if (t->length_ns == S(3600))
        return true;
    bool bowl = false;
    for (uint32_t i = 0; i < t->cue_count; i++)
        bowl |= t->cues[i].kind == UK_BOWL && t->cues[i].hz < 200 && t->cues[i].at_ns >= t->length_ns - S(8.1);
    HOLDS(bowl, "it ends without the closing bowl");
    return true;
}

static double ceiling_in(const struct session *s, const char *point) {
    return ceiling_of(point, mode_of(&s->setting));
}

static bool keeps_limits(const struct session *s, const struct uk_timeline *t) {
    double held[3] = {0};
    int64_t free_ns = 0;
    for (uint32_t i = 0; i < t->span_count; i++) {
        const struct uk_span *p = &t->spans[i];
        HOLDS(p->level >= 1 && p->level <= ceiling_in(s, p->point), "level %g on %s", p->level, p->point);
        HOLDS(p->length_ns <= S(90) + 1000, "a hold of %.3f s", SECONDS(p->length_ns));
        HOLDS(p->at_ns >= free_ns - 1000, "two places pressed at once, at %.1f s", SECONDS(p->at_ns));
        free_ns = p->at_ns + p->length_ns;
        held[p->side[0] == 'l' ? 0 : p->side[0] == 'r' ? 1 : 2] += SECONDS(p->length_ns);
    }
    for (int i = 0; i < 3; i++)
        HOLDS(held[i] <= 180.001, "%.1f s on one spot", held[i]);
    return true;
}

static bool speaks_well(const struct session *s, const struct uk_timeline *t) {
    const struct uk_cue *before = NULL;
    int64_t heard_ns = 0;
    for (uint32_t i = 0; i < t->cue_count; i++) {
        const struct uk_cue *c = &t->cues[i];
        if (c->bus != UK_BED || c->kind == UK_BREATH) {
            HOLDS(c->at_ns - heard_ns < S(150), "nothing to hear from %.1f to %.1f s", SECONDS(heard_ns), SECONDS(c->at_ns));
            heard_ns = c->at_ns + c->length_ns > heard_ns ? c->at_ns + c->length_ns : heard_ns;
        }
        if (c->kind != UK_PHRASE)
            continue;
        check_words(c->text);
        HOLDS(!before || before->at_ns + before->length_ns <= c->at_ns, "'%s' speaks over '%s'", c->text, before->text);
        before = c;
    }
    return true;
}

/* While a question is open a press counts for it: each ends before the next begins. */
static bool questions_end(const struct session *s, const struct uk_timeline *t) {
    bool open = false;
    for (uint32_t i = 0; i < t->mark_count; i++) {
        const struct uk_mark *k = &t->marks[i];
        if (k->level != 3)
            continue;
        bool ends = strcmp(k->title, "next") == 0;
        HOLDS(ends || strcmp(k->title, "rate") == 0 || strcmp(k->title, "ready") == 0, "a question '%s'", k->title);
        HOLDS(ends == open, "a question at %.1f s that %s", SECONDS(k->at_ns), ends ? "never began" : "never ended");
        open = !open;
    }
    HOLDS(!open || first_stop(&s->journal, t->length_ns) || t->length_ns == S(3600), "the last question never ends");
    return true;
}

/* Planned with only the first `count` events it is the same until the next one. */
static bool has_prefix(const struct session *s, const struct uk_timeline *whole, size_t count) {
    int64_t where = 0, until = s->journal.entries[count].at_ns;
    struct uk_journal shorter = {s->journal.entries, count, count};
    struct planned p = plan_of(s, &shorter);
    bool planned = !p.status, same = planned && uk_timeline_same_before(p.plan.timeline, whole, until, &where);
    uk_plan_finish(&p.plan);
    HOLDS(planned, "with %zu events: %s", count, p.m.text);
    HOLDS(same, "with %zu events it differs at %.6f s, before %.6f s", count, SECONDS(where), SECONDS(until));
    return true;
}

static bool same_again(const struct session *s, const struct uk_timeline *whole) {
    int64_t where = 0;
    struct planned p = plan_of(s, &s->journal);
    bool planned = !p.status, same = planned && p.plan.timeline->length_ns == whole->length_ns &&
                                     uk_timeline_same_before(p.plan.timeline, whole, INT64_MAX, &where);
    uk_plan_finish(&p.plan);
    HOLDS(same, "another plan with the same journal differs: %s", planned ? "" : p.m.text);
    return true;
}

static bool check_plan(struct session *s, const struct uk_timeline *t) {
    bool good = ends_well(s, t) && keeps_limits(s, t) && speaks_well(s, t) && questions_end(s, t);
    if (good && s->number % 4 == 0)
        good = same_again(s, t);
    for (int k = 0; k < 2 && good && s->number % 4 == 1; k++)
        good = has_prefix(s, t, draw(s, (uint32_t)s->journal.count));
    return good;
}

static bool play(struct session *s) {
    draw_settings(s);
    if (!draw_journal(s, S(60 + draw(s, 800))))
        return false;
    struct planned p = plan_of(s, &s->journal);
    bool good = p.status == UNKNOT_OK;
    if (good)
        good = check_plan(s, p.plan.timeline);
    else
        told(s, "%s", p.m.text);
    uk_plan_finish(&p.plan);
    return good;
}

static int play_number(uint32_t number) {
    struct session s = {.number = number, .state = number * 2654435761u + 1};
    int bad = !play(&s);
    uk_journal_finish(&s.journal);
    return bad;
}

/* Every second one. */
static int play_from(uint32_t first) {
    int bad = 0;
    for (uint32_t number = first; number < SESSIONS && bad < 5; number += 2)
        bad += play_number(number);
    return bad;
}

static void a_thousand_sessions(void **state) {
    (void)state;
    pid_t other = fork();
    assert_true(other >= 0);
    if (other == 0)
        _exit(play_from(1));
    int bad = play_from(0), status = 1;
    assert_int_equal(waitpid(other, &status, 0), other);
    assert_int_equal(bad, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static int asked_length(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m) {
    double pace = 2.4;
    snprintf(ctx, UK_MOST_TEXT, "%s", name);
    return spoken_length(&pace, kind, name, length_ns, m);
}

/* Whatever is said after a press was asked for before it: no voice has to be waited for. */
static void answers_are_ready_before_they_are_needed(void **state) {
    (void)state;
    static const struct setting settings[] = {
        {"upper-trapezius", {{"side", "both"}, {"mode", "standard"}}, 2, NULL, 0},
        {"upper-trapezius", {{"side", "both"}, {"mode", "gentle"}}, 2, NULL, 0},
        {"suboccipitals", {{"mode", "firm"}}, 1, NULL, 0},
    };
    for (size_t i = 0; i < 3; i++) {
        size_t n;
        char *source = routine_source(settings[i].routine, &n);
        struct uk_planner *planner;
        struct uk_lengths lengths = {0};
        struct uk_message m;
        struct uk_plan_request r = {.name = "x", .chunk = "x.lua", .source = source, .source_length = n, .seed = 1,
                                    .fit = UK_FIT_AS_WRITTEN, .lengths = &lengths, .params = settings[i].params,
                                    .param_count = settings[i].param_count};
        assert_int_equal(uk_planner_create(&planner, BUILD_DIR "/libexec/unknot/unknot-planner",
                                           SOURCE_DIR "/scripts/unknot", &m), UNKNOT_OK);
        struct uk_plan plan = {0};
        char asked[UK_MOST_TEXT] = "";
        assert_int_equal(uk_planner_run(planner, &r, asked_length, asked, &plan, &m), UNKNOT_OK);
        assert_true(asked[0] != 0);
        double length = SECONDS(plan.timeline->length_ns);
        uk_plan_finish(&plan);
        for (int event = 0; event < UK_EVENTS; event++)
            for (double at = 5 + event; at < length; at += SLOW ? 61.3 : 23.7) {
                struct uk_journal j = {0};
                struct uk_entry entry = {S(at), (enum uk_event)event, event == UK_RESUMED ? 30 : event == UK_RATE ? 8 : 0};
                assert_int_equal(uk_journal_add(&j, entry, &m), UNKNOT_OK);
                r.journal = &j;
                asked[0] = 0;
                assert_int_equal(uk_planner_run(planner, &r, asked_length, asked, &plan, &m), UNKNOT_OK);
                if (asked[0])
                    fail_msg("%s: %s at %.1f s waits for '%s'", settings[i].routine, uk_event_names[event], at, asked);
                uk_plan_finish(&plan);
                uk_journal_finish(&j);
            }
        uk_planner_destroy(planner);
        uk_lengths_finish(&lengths);
        free(source);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thousand_sessions),
        cmocka_unit_test(answers_are_ready_before_they_are_needed),
    };
    static char whole[65536];
    setvbuf(stderr, whole, _IOFBF, sizeof whole);
    if (argc > 1)
        return play_number((uint32_t)strtoul(argv[1], NULL, 10));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
