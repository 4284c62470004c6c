#include "routines.h"

/* What the listener does, at any moment of the shipped routines. */

static const struct setting settings[] = {
    {"upper-trapezius", {{"side", "both"}, {"mode", "standard"}}, 2, NULL, 0},
    {"upper-trapezius", {{"side", "both"}, {"mode", "gentle"}}, 2, NULL, 0},
    {"suboccipitals", {{"mode", "firm"}}, 1, NULL, 0},
    {"coherent-breathing", {{0}}, 0, NULL, 0},
};
#define SETTINGS (sizeof settings / sizeof *settings)

static void press(struct uk_journal *j, double at, enum uk_event event) {
    struct uk_message m;
    double value = event == UK_RATE ? (int)(at * 7) % 11 : event == UK_RESUMED ? 30 : 0;
    if (uk_journal_add(j, (struct uk_entry){S(at), event, value}, &m))
        fail_msg("%s", m.text);
}

static struct planned plan_with(const struct setting *s, const struct uk_journal *j,
                                const char *what) {
    struct planned p = run_routine(s, 0, UK_FIT_AS_WRITTEN, j);
    if (p.status)
        fail_msg("%s: %s", what, p.m.text);
    check_limits(p.plan.timeline, mode_of(s), what);
    return p;
}

static void same_before(const struct uk_timeline *a, const struct uk_timeline *b, double at,
                        const char *what) {
    int64_t where = 0;
    if (!uk_timeline_same_before(a, b, S(at), &where))
        fail_msg("%s: differs at %.3f s, before %.3f s", what, SECONDS(where), at);
}

static void each_event_at_many_moments(void **state) {
    (void)state;
    for (size_t i = 0; i < SETTINGS; i++) {
        struct planned untouched = plan_with(&settings[i], NULL, settings[i].routine);
        double length = SECONDS(untouched.plan.timeline->length_ns);
        for (int event = 0; event < UK_EVENTS; event++)
            for (double at = 0.37 * (event + 1); at < length + 5; at += SLOW ? 97.3 : 17.13) {
                char what[160];
                snprintf(what, sizeof what, "%s %s: %s at %.2f s", settings[i].routine,
                         mode_of(&settings[i]), uk_event_names[event], at);
                struct uk_journal j = {0};
                press(&j, at, (enum uk_event)event);
                struct planned p = plan_with(&settings[i], &j, what);
                same_before(untouched.plan.timeline, p.plan.timeline, at, what);
                uk_plan_finish(&p.plan);
                uk_journal_finish(&j);
            }
        uk_plan_finish(&untouched.plan);
    }
}

static uint32_t draw(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void many_events_one_after_the_other(void **state) {
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < (SLOW ? 8 : 40); round++) {
        const struct setting *s = &settings[round % SETTINGS];
        struct uk_journal j = {0};
        struct planned before = plan_with(s, NULL, s->routine);
        double at = 0;
        for (int k = 0; k < 12; k++) {
            at += 0.05 + draw(&seed) % 4000 / 100.0;
            if (S(at) >= before.plan.timeline->length_ns)
                break;
            enum uk_event event = (enum uk_event)(draw(&seed) % UK_STOP);
            if (draw(&seed) % 12 == 0)
                event = UK_RESUMED;
            char what[160];
            press(&j, at, event);
            snprintf(what, sizeof what, "%s, round %d, event %d: %s at %.2f s", s->routine, round,
                     k, uk_event_names[event], at);
            struct planned p = plan_with(s, &j, what);
            same_before(before.plan.timeline, p.plan.timeline, at, what);
            uk_plan_finish(&before.plan);
            before = p;
        }
        uk_plan_finish(&before.plan);
        uk_journal_finish(&j);
    }
}

static bool says(const struct uk_timeline *t, const char *text, double from, double to) {
    for (uint32_t i = 0; i < t->cue_count; i++)
        if (strcmp(t->cues[i].text, text) == 0 && t->cues[i].at_ns >= S(from) &&
            t->cues[i].at_ns <= S(to))
            return true;
    return false;
}

/* Everything that sounded is silent within a second; what is pressed is let go with words; then it
 * ends. A second stop ends it at once. */
static void stop_at_many_moments(void **state) {
    (void)state;
    for (size_t i = 0; i < SETTINGS; i++) {
        struct planned untouched = plan_with(&settings[i], NULL, settings[i].routine);
        const struct uk_timeline *whole = untouched.plan.timeline;
        double length = SECONDS(whole->length_ns);
        for (double at = 0.5; at < length - 6; at += SLOW ? 47.1 : 11.17) {
            char what[160];
            snprintf(what, sizeof what, "%s: stop at %.2f s", settings[i].routine, at);
            struct uk_journal j = {0};
            press(&j, at, UK_STOP);
            struct planned p = plan_with(&settings[i], &j, what);
            const struct uk_timeline *t = p.plan.timeline;
            for (uint32_t k = 0; k < t->cue_count; k++)
                if (t->cues[k].at_ns < S(at) && t->cues[k].at_ns + t->cues[k].length_ns > S(at + 1))
                    fail_msg("%s: a %s sounds on", what, uk_kind_name(t->cues[k].kind));
            bool pressed = false;
            for (uint32_t k = 0; k < whole->span_count; k++)
                pressed |= whole->spans[k].at_ns < S(at) &&
                           whole->spans[k].at_ns + whole->spans[k].length_ns > S(at);
            for (uint32_t k = 0; k < t->span_count; k++)
                if (t->spans[k].at_ns + t->spans[k].length_ns > S(at) + 1000)
                    fail_msg("%s: pressed on", what);
            if (pressed && !says(t, "Let go slowly.", at, at + 2) &&
                !says(t, "Lift your head a little, slowly.", at, at + 2))
                fail_msg("%s: not guided away from what is pressed", what);
            double ends = SECONDS(t->length_ns);
            if (ends > at + 16)
                fail_msg("%s: goes on for %.1f s", what, ends - at);

            press(&j, at + 2.5, UK_STOP);
            struct planned again = plan_with(&settings[i], &j, what);
            if (SECONDS(again.plan.timeline->length_ns) > at + 3.5)
                fail_msg("%s: a second stop leaves %.1f s", what,
                         SECONDS(again.plan.timeline->length_ns) - at - 2.5);
            uk_plan_finish(&again.plan);
            uk_plan_finish(&p.plan);
            uk_journal_finish(&j);
        }
        uk_plan_finish(&untouched.plan);
    }
}

/* The first hold of the skull base lies in the middle of the plan: what a press does to it. */
static struct planned with_press_in_hold(const struct setting *s, double into, enum uk_event event,
                                         double *start, double *seconds) {
    struct planned untouched = plan_with(s, NULL, s->routine);
    const struct uk_span *first = &untouched.plan.timeline->spans[0];
    *start = SECONDS(first->at_ns);
    *seconds = SECONDS(first->length_ns);
    uk_plan_finish(&untouched.plan);
    struct uk_journal j = {0};
    press(&j, *start + into, event);
    struct planned p = plan_with(s, &j, uk_event_names[event]);
    uk_journal_finish(&j);
    return p;
}

static void longer_adds_ten_seconds(void **state) {
    (void)state;
    double start, seconds;
    for (double into = 0.5; into < 24; into += 1.7) {
        struct planned p = with_press_in_hold(&settings[0], into, UK_LONGER, &start, &seconds);
        const struct uk_timeline *t = p.plan.timeline;
        assert_true(fabs(SECONDS(t->spans[0].length_ns) - seconds - 10) < 0.001);
        assert_true(says(t, "Ten more.", start + into, start + into + 0.3));
        uint32_t half = t->span_count / 2; /* the second side gets what the first really got */
        assert_true(llabs(t->spans[half].length_ns - t->spans[0].length_ns) < 1000);
        uk_plan_finish(&p.plan);
    }
}

static void next_releases_at_once(void **state) {
    (void)state;
    double start, seconds;
    struct planned p = with_press_in_hold(&settings[0], 9, UK_NEXT, &start, &seconds);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(fabs(SECONDS(t->spans[0].length_ns) - 9) < 0.001);
    bool bell = false;
    for (uint32_t i = 0; i < t->cue_count; i++)
        bell |= t->cues[i].kind == UK_BELL && llabs(t->cues[i].at_ns - S(start + 9)) < S(0.01);
    assert_true(bell);
    uk_plan_finish(&p.plan);
}

static void easier_is_lighter_at_once_and_stays_so(void **state) {
    (void)state;
    double start, seconds;
    struct planned p = with_press_in_hold(&settings[0], 9, UK_EASIER, &start, &seconds);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(says(t, "Lighter now. Open the fingers a little.", start + 9, start + 9.3));
    assert_true(t->spans[0].level == 5);
    for (uint32_t i = 1; i < t->span_count; i++)
        assert_true(t->spans[i].level == 4);
    assert_true(fabs(SECONDS(t->spans[0].length_ns + t->spans[1].length_ns) - seconds) < 0.001);
    uk_plan_finish(&p.plan);
}

static void harder_never_passes_the_ceiling(void **state) {
    (void)state;
    struct uk_journal j = {0};
    struct planned untouched = plan_with(&settings[2], NULL, "untouched");
    double start = SECONDS(untouched.plan.timeline->spans[0].at_ns);
    uk_plan_finish(&untouched.plan);
    for (int i = 1; i <= 6; i++)
        press(&j, start + 3 * i, UK_HARDER);
    struct planned p = plan_with(&settings[2], &j, "six times harder");
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(t->spans[1].level == 4);
    assert_true(says(t, "This is the most, here.", start, start + 30));
    uk_plan_finish(&p.plan);
    uk_journal_finish(&j);
}

static void a_long_pause_leads_back_to_the_place(void **state) {
    (void)state;
    double start, seconds;
    struct planned p = with_press_in_hold(&settings[0], 10, UK_RESUMED, &start, &seconds);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(says(t, "Welcome back.", start + 10, start + 11));
    assert_true(fabs(SECONDS(t->spans[0].length_ns) - 10) < 0.001);
    assert_true(t->spans[1].at_ns > S(start + 18)); /* time to get there */
    assert_true(fabs(SECONDS(t->spans[1].length_ns) - (seconds - 10)) < 0.001);
    uk_plan_finish(&p.plan);
}

static void switch_goes_to_the_other_side(void **state) {
    (void)state;
    double start, seconds;
    struct planned p = with_press_in_hold(&settings[0], 5, UK_SWITCH, &start, &seconds);
    const struct uk_timeline *t = p.plan.timeline;
    assert_string_equal(t->spans[1].side, "right");
    assert_true(says(t, "Right side.", start + 5, start + 20));
    assert_false(says(t, "Sit on your left hand.", 0, 10000));
    uk_plan_finish(&p.plan);
}

static void again_adds_a_hold(void **state) {
    (void)state;
    double start, seconds;
    struct planned untouched = plan_with(&settings[0], NULL, "untouched");
    struct planned p = with_press_in_hold(&settings[0], 5, UK_AGAIN, &start, &seconds);
    assert_int_equal(p.plan.timeline->span_count,
                     untouched.plan.timeline->span_count + 2); /* one on each side */
    uk_plan_finish(&p.plan);
    uk_plan_finish(&untouched.plan);
}

/* A routine whose play is `body`, with events as "20 longer, 22.5 rate 7". */
static struct planned played(const char *body, const char *events) {
    char source[2000];
    struct uk_journal j = {0};
    struct uk_message m;
    for (const char *at = events; at && *at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        double seconds, value = 0;
        char name[16];
        if (sscanf(at, "%lf %15[a-z] %lf", &seconds, name, &value) < 2)
            fail_msg("'%s' cannot be read", events);
        int event = uk_name_index(uk_event_names, name);
        if (uk_journal_add(&j, (struct uk_entry){S(seconds), (enum uk_event)event, value}, &m))
            fail_msg("%s", m.text);
    }
    int n = snprintf(source, sizeof source, "return { title = 'Mine', play = function(with) %s end }", body);
    struct planned p = run_source("mine", source, (size_t)n, NULL, 0, UK_FIT_AS_WRITTEN, &j, 2.4);
    if (p.status)
        fail_msg("%s", p.m.text);
    check_limits(p.plan.timeline, "standard", events);
    for (uint32_t i = 0; i < p.plan.timeline->cue_count; i++)
        check_words(p.plan.timeline->cues[i].text);
    uk_journal_finish(&j);
    return p;
}

static double length_of(struct planned *p) {
    double seconds = SECONDS(p->plan.timeline->length_ns);
    uk_plan_finish(&p->plan);
    return seconds;
}

static double length_with(const char *body, const char *events) {
    struct planned p = played(body, events);
    return length_of(&p);
}

static int times_said(const struct uk_timeline *t, const char *text) {
    int count = 0;
    for (uint32_t i = 0; i < t->cue_count; i++)
        count += strcmp(t->cues[i].text, text) == 0;
    return count;
}

/* From now on with a notice that is over at 10 s. */
static const char skull[] = "find 'suboccipitals' press { 'suboccipitals', seconds = 30, times = 2 } rest(5) finish()";
static const char tilt[] = "stretch { 'neck-side-tilt', side = 'left', seconds = 20 } rest(5)";
static const char sides[] = "for side in sides 'both' do find { 'upper-trapezius', side } "
                            "press { 'upper-trapezius', side, seconds = 20, times = 2, level = 5 } "
                            "stretch { 'neck-side-tilt', seconds = 20 } end finish()";

static void longer_stops_at_the_cap_and_says_so(void **state) {
    (void)state;
    struct planned p = played("find 'suboccipitals' press { 'suboccipitals', seconds = 84, times = 2 }",
                              "110 longer, 114 longer, 117 longer");
    const struct uk_timeline *t = p.plan.timeline;
    assert_int_equal(t->spans[0].length_ns, S(90));
    assert_true(says(t, "A little more, then it is enough.", 110, 110.3));
    assert_true(says(t, "That is long enough here.", 114, 114.3));
    assert_int_equal(t->spans[1].length_ns, S(84));
    uk_plan_finish(&p.plan);
    /* what one hold took of the time of the spot, the next cannot have */
    p = played("press { 'suboccipitals', seconds = 60, times = 3 }", "80 longer, 82 longer, 84 longer");
    t = p.plan.timeline;
    assert_int_equal(t->spans[0].length_ns, S(90));
    assert_int_equal(t->spans[2].length_ns, S(30));
    uk_plan_finish(&p.plan);
}

static void longer_elsewhere_is_a_breath_or_some_seconds(void **state) {
    (void)state;
    struct planned p = played(tilt, "20 longer, 22 longer, 24 longer, 26 longer, 28 longer, 30 again");
    assert_true(says(p.plan.timeline, "A little longer.", 20, 20.3));
    assert_true(says(p.plan.timeline, "That is long enough here.", 28, 28.3));
    assert_true(fabs(length_of(&p) - length_with(tilt, "") - 40) < 0.001);
    static const char calm[] = "breathe { 'calm-46', cycles = 4 }", counted_478[] = "breathe { 'relax-478', cycles = 3 }";
    assert_true(fabs(length_with(calm, "15 longer") - length_with(calm, "") - 20) < 0.001);
    assert_true(fabs(length_with(calm, "11 longer, 12 longer, 13 longer, 14 longer, 15 longer, 16 longer, 17 longer, 18 longer") -
                     length_with(calm, "") - 120) < 0.001);
    assert_true(fabs(length_with(counted_478, "15 longer, 16 longer") - length_with(counted_478, "") - 19) < 0.001);
    double more = length_with("rest(5)", "2 longer");
    assert_true(fabs(more - 13) < 0.001);
    p = played("find 'suboccipitals'", "14 longer");
    assert_true(says(p.plan.timeline, "Take your time.", 14, 14.3));
    assert_true(length_of(&p) > length_with("find 'suboccipitals'", "") + 7.99);
}

static void again_repeats_the_step(void **state) {
    (void)state;
    struct planned p = played(skull, "30 again");
    assert_int_equal(times_said(p.plan.timeline, "Lie on your back with the knees bent."), 2);
    uk_plan_finish(&p.plan);
    p = played(tilt, "20 again");
    assert_true(says(p.plan.timeline, "Once more after this.", 20, 20.3));
    assert_true(times_said(p.plan.timeline, "And once more.") == 1);
    uk_plan_finish(&p.plan);
    p = played("breathe { 'calm-46', cycles = 3 } finish()", "25 again");
    assert_true(says(p.plan.timeline, "From the start.", 25, 25.3));
    assert_true(length_of(&p) > 25 + 30);
    /* between the steps: the last one, also where only the script itself waits */
    p = played("stretch { 'chin-tuck-nod' } rest(6)", "36 again"); /* on the way out of it */
    assert_int_equal(times_said(p.plan.timeline, "And once more."), 1);
    uk_plan_finish(&p.plan);
    p = played("stretch { 'chin-tuck-nod' } rest(6)", "39 again");
    assert_int_equal(times_said(p.plan.timeline, "Chin back a little, and nod."), 1);
    uk_plan_finish(&p.plan);
    p = played("stretch { 'chin-tuck-nod' } wait(20) say 'Here.'", "45 again");
    assert_int_equal(times_said(p.plan.timeline, "Chin back a little, and nod."), 1);
    uk_plan_finish(&p.plan);
    /* a press: one hold more, while the spot has time */
    struct planned untouched = played(skull, "");
    double over = SECONDS(untouched.plan.timeline->spans[1].at_ns) + 42;
    char events[100];
    for (double at = over; at < over + 15; at += 2.5) {
        snprintf(events, sizeof events, "%.4f again", at);
        p = played(skull, events);
        assert_int_equal(p.plan.timeline->span_count, 3);
        uk_plan_finish(&p.plan);
    }
    uk_plan_finish(&untouched.plan);
}

static void easier_anywhere_is_lighter_for_the_point(void **state) {
    (void)state;
    static const char twice[] = "settle {} for i = 1, 2 do find { 'upper-trapezius', 'left' } "
                                "press { 'upper-trapezius', 'left', seconds = 20, times = 2, level = 7 - 2 * i } end";
    struct planned p = played(twice, "");
    assert_true(p.plan.timeline->spans[0].level == 5 && p.plan.timeline->spans[2].level == 3);
    uk_plan_finish(&p.plan);
    static const double moments[] = {3, 20, 75, 85, 95}; /* notice, settling, finding, caution */
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        char events[40];
        snprintf(events, sizeof events, "%g easier", moments[i]);
        p = played(twice, events);
        const struct uk_timeline *t = p.plan.timeline;
        if (t->spans[0].level != 4 || t->spans[2].level != 2)
            fail_msg("easier at %g s: levels %g and %g", moments[i], t->spans[0].level, t->spans[2].level);
        uk_plan_finish(&p.plan);
    }
    p = played(sides, "60 easier, 62 easier, 64 easier, 66 easier, 68 easier, 70 easier, 72 easier");
    for (uint32_t i = 1; i < p.plan.timeline->span_count; i++)
        assert_true(p.plan.timeline->spans[i].level <= 4);
    uk_plan_finish(&p.plan);
}

static void several_presses_at_once_all_count(void **state) {
    (void)state;
    struct planned untouched = played(skull, "");
    double start = SECONDS(untouched.plan.timeline->spans[0].at_ns);
    uk_plan_finish(&untouched.plan);
    char events[200];
    snprintf(events, sizeof events, "%.4f easier, %.4f longer, %.4f longer, %.4f again", start + 9, start + 9, start + 9.05, start + 9.1);
    struct planned p = played(skull, events);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(t->spans[1].level == 2);
    assert_true(fabs(SECONDS(t->spans[0].length_ns + t->spans[1].length_ns) - 50) < 0.001);
    assert_int_equal(t->span_count, 4);
    assert_true(says(t, "Once more after this.", start + 9.1, start + 9.4));
    uk_plan_finish(&p.plan);
}

static void a_rating_above_the_ceiling_is_lighter_at_once(void **state) {
    (void)state;
    struct planned untouched = played(sides, "");
    double start = SECONDS(untouched.plan.timeline->spans[0].at_ns);
    uk_plan_finish(&untouched.plan);
    char events[200];
    snprintf(events, sizeof events, "%.4f rate 8", start + 5);
    struct planned p = played(sides, events);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(t->spans[0].level == 5 && t->spans[1].level == 3);
    assert_true(fabs(SECONDS(t->spans[1].at_ns) - start - 5) < 0.001);
    uk_plan_finish(&p.plan);
    snprintf(events, sizeof events, "%.4f rate 8, %.4f rate 7", start + 5, start + 8);
    p = played(sides, events); /* still too much: let go */
    assert_true(fabs(SECONDS(p.plan.timeline->spans[1].length_ns) - 3) < 0.001);
    uk_plan_finish(&p.plan);
    snprintf(events, sizeof events, "%.4f rate 2, %.4f rate 2", start + 5, start + 9);
    p = played(sides, events); /* more is offered once, and never taken for granted */
    assert_int_equal(times_said(p.plan.timeline, "A little more weight, if you like."), 1);
    for (uint32_t i = 0; i < p.plan.timeline->span_count; i++)
        assert_true(p.plan.timeline->spans[i].level == 5);
    uk_plan_finish(&p.plan);
}

static void the_close_tells_what_the_ratings_say(void **state) {
    (void)state;
    static const char body[] = "rate { point = 'suboccipitals', when = 'before' } rest(3) "
                               "rate { point = 'suboccipitals', when = 'after' } finish { test = false }";
    static const struct {
        const char *events, *sentence;
    } closes[] = {{"3 rate 6, 12 rate 5", "About the same as before."},
                  {"3 rate 8, 12 rate 6", "A little easier than before."},
                  {"3 rate 6, 12 rate 3", "Clearly easier than before."},
                  {"3 rate 3, 12 rate 5", "More tender than before. Give it a rest now."},
                  {"3 rate 3, 12 rate 4", "About the same as before."},
                  {"3 rate 3", NULL},
                  {"12 rate 3", NULL}};
    for (size_t i = 0; i < sizeof closes / sizeof *closes; i++) {
        struct planned p = played(body, closes[i].events);
        for (size_t k = 0; k < 5; k++) {
            bool wanted = closes[i].sentence && strcmp(closes[i].sentence, closes[k].sentence) == 0;
            if (times_said(p.plan.timeline, closes[k].sentence) != wanted)
                fail_msg("%s: '%s'", closes[i].events, closes[k].sentence);
        }
        uk_plan_finish(&p.plan);
    }
}

/* A press counts as an answer between the mark of a question and the one after it. */
static void questions_are_marked(void **state) {
    (void)state;
    struct planned p = played("mark(tostring(rate())) mark(tostring(rate { 'Again?' }))", "5 rate 7");
    const struct uk_timeline *t = p.plan.timeline;
    static const char *const titles[] = {"rate", "next", "7.0", "rate", "next", "nil"};
    assert_int_equal(t->mark_count, 6);
    for (uint32_t i = 0; i < 6; i++)
        assert_string_equal(t->marks[i].title, titles[i]);
    assert_true(t->marks[0].level == 3 && t->marks[1].level == 3 && t->marks[1].at_ns == S(5));
    assert_int_equal(t->marks[0].at_ns, t->cues[0].length_ns);
    assert_int_equal(t->marks[4].at_ns - t->marks[3].at_ns, S(8));
    uk_plan_finish(&p.plan);
}

static void a_long_pause_anywhere_loses_nothing(void **state) {
    (void)state;
    struct planned p = played(skull, "40 resumed 60"); /* finding: from its start */
    assert_int_equal(times_said(p.plan.timeline, "Lie on your back with the knees bent."), 2);
    uk_plan_finish(&p.plan);
    p = played(tilt, "27 resumed 60"); /* a stretch: back into it, then what is left of it */
    assert_true(says(p.plan.timeline, "Now the left hand under you.", 27, 30));
    assert_true(length_of(&p) > length_with(tilt, "") + 8);
    p = played("breathe { 'calm-46', cycles = 4 }", "23 resumed 60");
    assert_true(says(p.plan.timeline, "Breathe in.", 23, 26)); /* the two breaths that were left */
    assert_true(fabs(length_of(&p) - 45.5) < 1);
    p = played("say 'One two three four five six.'", "1 resumed 60");
    assert_int_equal(times_said(p.plan.timeline, "One two three four five six."), 2);
    uk_plan_finish(&p.plan);
    /* in the last second of a hold: a short one is left; "ready" ends the waiting */
    struct planned untouched = played(skull, "");
    double start = SECONDS(untouched.plan.timeline->spans[0].at_ns);
    uk_plan_finish(&untouched.plan);
    char events[100];
    snprintf(events, sizeof events, "%.4f resumed 60", start + 29);
    p = played(skull, events);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(fabs(SECONDS(t->spans[0].length_ns) - 29) < 0.001);
    assert_true(fabs(SECONDS(t->spans[1].length_ns) - 7) < 0.001);
    assert_true(says(t, "Find the two soft hollows again.", start + 29, start + 33));
    const struct uk_mark *ready = NULL;
    for (uint32_t i = 0; i < t->mark_count && !ready; i++)
        ready = strcmp(t->marks[i].title, "ready") == 0 ? &t->marks[i] : NULL;
    assert_non_null(ready);
    int64_t pressed_ns = t->spans[1].at_ns;
    snprintf(events + strlen(events), 50, ", %.4f ready", SECONDS(ready->at_ns) + 1);
    assert_true(ready->level == 3 && pressed_ns - ready->at_ns >= S(6));
    uk_plan_finish(&p.plan);
    p = played(skull, events);
    assert_true(fabs(SECONDS(pressed_ns - p.plan.timeline->spans[1].at_ns) - 5) < 0.001);
    uk_plan_finish(&p.plan);
}

static void the_second_side_gets_what_the_first_got(void **state) {
    (void)state;
    struct planned untouched = played(sides, "");
    double start = SECONDS(untouched.plan.timeline->spans[0].at_ns), again = SECONDS(untouched.plan.timeline->spans[1].at_ns);
    uk_plan_finish(&untouched.plan);
    char events[100];
    snprintf(events, sizeof events, "%.4f longer, %.4f easier, %.4f next", start + 5, start + 6, again + 10 + 12);
    struct planned p = played(sides, events); /* 30 s at 5 and 4, then 12 s */
    const struct uk_timeline *t = p.plan.timeline;
    assert_int_equal(t->span_count, 5);
    assert_true(fabs(SECONDS(t->spans[3].length_ns) - 30) < 0.001);
    assert_true(fabs(SECONDS(t->spans[4].length_ns) - 12) < 0.001);
    assert_true(t->spans[3].level == 4 && strcmp(t->spans[3].side, "right") == 0);
    uk_plan_finish(&p.plan);
    snprintf(events, sizeof events, "%.4f switch", start + 10); /* what was left unfinished is done */
    p = played(sides, events);
    assert_int_equal(p.plan.timeline->span_count, 2);
    assert_true(fabs(SECONDS(p.plan.timeline->spans[1].length_ns) - 10) < 0.001);
    uk_plan_finish(&p.plan);
    static const char left[] = "for side in sides 'left' do find { 'upper-trapezius', side } "
                               "press { 'upper-trapezius', side, seconds = 20, times = 2 } end finish()";
    p = played(left, events); /* the other side, though it was not asked for at first */
    assert_string_equal(p.plan.timeline->spans[1].side, "right");
    uk_plan_finish(&p.plan);
    snprintf(events, sizeof events, "%.4f switch", start + 60);
    p = played(skull, "120 switch");
    assert_true(says(p.plan.timeline, "Both sides at once, here.", 120, 120.3));
    uk_plan_finish(&p.plan);
}

static void next_twice_leaves_the_spot(void **state) {
    (void)state;
    struct planned untouched = played(skull, "");
    double start = SECONDS(untouched.plan.timeline->spans[0].at_ns);
    uk_plan_finish(&untouched.plan);
    char events[100];
    snprintf(events, sizeof events, "%.4f next, %.4f next", start + 8, start + 8.3);
    struct planned p = played(skull, events);
    assert_int_equal(p.plan.timeline->span_count, 1);
    assert_true(says(p.plan.timeline, "Slide the balls or fingers away.", start + 12, start + 30));
    uk_plan_finish(&p.plan);
    snprintf(events, sizeof events, "%.4f next", start - 2); /* before the first hold: none at all */
    p = played(skull, events);
    assert_int_equal(p.plan.timeline->span_count, 0);
    uk_plan_finish(&p.plan);
}

/* Two verbs that listen at once: one of them answers. */
static void an_event_is_answered_once(void **state) {
    (void)state;
    struct planned p = played("together(function() breathe { 'natural', seconds = 30 } end, function() rest(30) end) "
                              "find { 'upper-trapezius', 'left' } press { 'upper-trapezius', 'left', seconds = 20, level = 5 }",
                              "10 longer");
    assert_int_equal(times_said(p.plan.timeline, "Take your time."), 1);
    uk_plan_finish(&p.plan);
}

static void one_switch_is_explained_on_request(void **state) {
    (void)state;
    static const char *const grammar[] = {"One press means ready, or go on.",
                                          "Hold it down for longer, press twice for easier.",
                                          "Press three times to stop."};
    for (size_t i = 0; i < 3; i++) {
        struct setting s = settings[i == 2 ? 3 : i == 1 ? 2 : 0];
        for (int wanted = 0; wanted < 2; wanted++) {
            s.params[0] = (struct uk_plan_param){"explain", "switch"};
            s.param_count = (size_t)wanted;
            struct planned p = plan_with(&s, NULL, "explained");
            for (size_t k = 0; k < 3; k++)
                assert_int_equal(times_said(p.plan.timeline, grammar[k]), wanted);
            uk_plan_finish(&p.plan);
        }
    }
    struct setting wrong = {"coherent-breathing", {{"explain", "swich"}}, 1, NULL, 0};
    struct planned p = run_routine(&wrong, 0, UK_FIT_AS_WRITTEN, NULL);
    assert_non_null(strstr(p.m.text, "explain can be switch, not 'swich'"));
    uk_plan_finish(&p.plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_event_at_many_moments),
        cmocka_unit_test(many_events_one_after_the_other),
        cmocka_unit_test(stop_at_many_moments),
        cmocka_unit_test(longer_adds_ten_seconds),
        cmocka_unit_test(next_releases_at_once),
        cmocka_unit_test(easier_is_lighter_at_once_and_stays_so),
        cmocka_unit_test(harder_never_passes_the_ceiling),
        cmocka_unit_test(a_long_pause_leads_back_to_the_place),
        cmocka_unit_test(switch_goes_to_the_other_side),
        cmocka_unit_test(again_adds_a_hold),
        cmocka_unit_test(longer_stops_at_the_cap_and_says_so),
        cmocka_unit_test(longer_elsewhere_is_a_breath_or_some_seconds),
        cmocka_unit_test(again_repeats_the_step),
        cmocka_unit_test(easier_anywhere_is_lighter_for_the_point),
        cmocka_unit_test(several_presses_at_once_all_count),
        cmocka_unit_test(a_rating_above_the_ceiling_is_lighter_at_once),
        cmocka_unit_test(the_close_tells_what_the_ratings_say),
        cmocka_unit_test(questions_are_marked),
        cmocka_unit_test(a_long_pause_anywhere_loses_nothing),
        cmocka_unit_test(the_second_side_gets_what_the_first_got),
        cmocka_unit_test(next_twice_leaves_the_spot),
        cmocka_unit_test(an_event_is_answered_once),
        cmocka_unit_test(one_switch_is_explained_on_request),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
