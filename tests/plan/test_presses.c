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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
