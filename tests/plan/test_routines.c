#include "routines.h"

static const double short_to_long[] = {3, 6, 10}, lying[] = {4, 6, 10}, breathing[] = {5, 10, 20};

#define UPPER "upper-trapezius"
#define SKULL "suboccipitals"

static const struct setting settings[] = {
    {UPPER, {{"side", "both"}, {"mode", "standard"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "both"}, {"mode", "gentle"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "both"}, {"mode", "firm"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "left"}, {"mode", "standard"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "left"}, {"mode", "gentle"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "left"}, {"mode", "firm"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "right"}, {"mode", "standard"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "right"}, {"mode", "gentle"}}, 2, short_to_long, 3},
    {UPPER, {{"side", "right"}, {"mode", "firm"}}, 2, short_to_long, 3},
    {SKULL, {{"mode", "standard"}}, 1, lying, 3},
    {SKULL, {{"mode", "gentle"}}, 1, lying, 3},
    {SKULL, {{"mode", "firm"}}, 1, lying, 3},
    {"coherent-breathing", {{0}}, 0, breathing, 3},
};
#define SETTINGS (sizeof settings / sizeof *settings)

static void name_of(char out[160], const struct setting *s) {
    int n = snprintf(out, 160, "%s", s->routine);
    for (size_t i = 0; i < s->param_count; i++)
        n += snprintf(out + n, 160 - (size_t)n, " %s", s->params[i].value);
}

static void as_written(void **state) {
    (void)state;
    for (size_t i = 0; i < SETTINGS; i++) {
        char what[160];
        name_of(what, &settings[i]);
        struct planned p = run_routine(&settings[i], 0, UK_FIT_AS_WRITTEN, NULL);
        PLANNED(p);
        check_limits(p.plan.timeline, mode_of(&settings[i]), what);
        check_manner(p.plan.timeline, what);
        uk_plan_finish(&p.plan);
    }
}

static void lasts_about_what_it_says(void **state) {
    (void)state;
    static const struct {
        size_t setting;
        double least, most;
    } wanted[] = {{0, 5.5, 6.75}, {9, 5.5, 6.75}, {12, 9.5, 10.5}};
    for (size_t i = 0; i < 3; i++) {
        struct planned p = run_routine(&settings[wanted[i].setting], 0, UK_FIT_AS_WRITTEN, NULL);
        PLANNED(p);
        double minutes = SECONDS(p.plan.timeline->length_ns) / 60;
        assert_true(minutes >= wanted[i].least && minutes <= wanted[i].most);
        uk_plan_finish(&p.plan);
    }
}

static void fits_the_minutes_to_a_second(void **state) {
    (void)state;
    for (size_t i = 0; i < SETTINGS; i++)
        for (size_t j = 0; j < settings[i].minutes_count; j++) {
            char what[160];
            name_of(what, &settings[i]);
            struct planned p =
                run_routine(&settings[i], settings[i].minutes[j], UK_FIT_AS_WRITTEN, NULL);
            if (p.status)
                fail_msg("%s: %s", what, p.m.text);
            double off = SECONDS(p.plan.timeline->length_ns) - settings[i].minutes[j] * 60;
            if (fabs(off) > 1)
                fail_msg("%s: %g minutes are %g s off", what, settings[i].minutes[j], off);
            check_limits(p.plan.timeline, mode_of(&settings[i]), what);
            check_manner(p.plan.timeline, what);
            uk_plan_finish(&p.plan);
        }
}

static double length_at(const struct setting *s, int32_t size, double ease) {
    struct planned p = run_routine(s, 0, (struct uk_fit){size, ease}, NULL);
    PLANNED(p);
    double seconds = SECONDS(p.plan.timeline->length_ns);
    char what[160];
    name_of(what, s);
    check_limits(p.plan.timeline, mode_of(s), what);
    check_manner(p.plan.timeline, what);
    uk_plan_finish(&p.plan);
    return seconds;
}

static void grows_with_ease_and_leaves_no_gap(void **state) {
    (void)state;
    for (size_t i = 0; i < SETTINGS; i++) {
        double longest = 0;
        for (int32_t size = 0; size < UK_FIT_SIZES; size++) {
            double before = 0;
            for (int k = 0; k <= 8; k++) {
                double seconds = length_at(&settings[i], size, k / 8.0);
                if (seconds <= before)
                    fail_msg("setting %zu, size %d: ease %g gives %g s, less gave %g s", i, size,
                             k / 8.0, seconds, before);
                if (k == 0 && size > 0 && seconds > longest)
                    fail_msg("setting %zu: nothing lasts %g to %g s", i, longest, seconds);
                before = seconds;
            }
            longest = before > longest ? before : longest;
        }
    }
}

static void a_slow_voice_and_a_quick_one(void **state) {
    (void)state;
    static const double paces[] = {1.6, 2, 3, 4};
    for (size_t i = 0; i < SETTINGS; i += 3)
        for (size_t k = 0; k < 4; k++) {
            size_t n;
            char *source = routine_source(settings[i].routine, &n);
            struct planned p = run_source(settings[i].routine, source, n, &settings[i], 0,
                                          UK_FIT_AS_WRITTEN, NULL, paces[k]);
            PLANNED(p);
            check_limits(p.plan.timeline, mode_of(&settings[i]), "another voice");
            check_manner(p.plan.timeline, "another voice");
            uk_plan_finish(&p.plan);
            free(source);
        }
}

static void both_sides_get_the_same(void **state) {
    (void)state;
    struct planned p = run_routine(&settings[0], 0, UK_FIT_AS_WRITTEN, NULL);
    PLANNED(p);
    const struct uk_timeline *t = p.plan.timeline;
    assert_true(t->span_count > 0 && t->span_count % 2 == 0);
    uint32_t half = t->span_count / 2;
    for (uint32_t i = 0; i < half; i++) {
        assert_string_equal(t->spans[i].side, "left");
        assert_string_equal(t->spans[half + i].side, "right");
        assert_true(llabs(t->spans[i].length_ns - t->spans[half + i].length_ns) < 1000);
        assert_true(t->spans[i].level == t->spans[half + i].level);
    }
    uk_plan_finish(&p.plan);
}

/* The caution and the notice come before the first pressure, and the way out before that. */
static void safety_comes_first(void **state) {
    (void)state;
    static const char *const before_pressing[] = {"not medical advice",
                                                  "Stop if anything feels sharp, numb or wrong.",
                                                  "pause or stop", "Your own pace is fine."};
    for (size_t i = 0; i < SETTINGS; i++)
        for (int32_t size = 0; size < UK_FIT_SIZES; size++) {
            struct planned p = run_routine(&settings[i], 0, (struct uk_fit){size, 0.5}, NULL);
            PLANNED(p);
            const struct uk_timeline *t = p.plan.timeline;
            int64_t first = t->span_count ? t->spans[0].at_ns : S(90);
            const char *caution = strcmp(settings[i].routine, UPPER) == 0
                                      ? "hollow above the collarbone"
                                  : strcmp(settings[i].routine, SKULL) == 0 ? "off the neck bones"
                                                                            : "Never while driving";
            int found = 0, cautions = 0;
            for (uint32_t j = 0; j < t->cue_count && t->cues[j].at_ns < first; j++) {
                for (size_t k = 0; k < 4; k++)
                    found += strstr(t->cues[j].text, before_pressing[k]) != NULL;
                cautions += strstr(t->cues[j].text, caution) != NULL;
            }
            assert_int_equal(found, 4);
            assert_int_equal(cautions, 1);
            uk_plan_finish(&p.plan);
        }
}

/* The scripts of the author's guide do what the guide says. */
int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_written),
        cmocka_unit_test(lasts_about_what_it_says),
        cmocka_unit_test(fits_the_minutes_to_a_second),
        cmocka_unit_test(grows_with_ease_and_leaves_no_gap),
        cmocka_unit_test(a_slow_voice_and_a_quick_one),
        cmocka_unit_test(both_sides_get_the_same),
        cmocka_unit_test(safety_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
