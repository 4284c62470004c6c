/* A routine is stretched to the minutes asked for. */
#include "plan.h"

/* 60 s and 40 s more a size; rests from 0 to 100 s. */
#define ELASTIC "play = function() wait(60 + 40 * core.fit.size) wait(100 * core.fit.ease) end"

static struct planned fitted(const char *body, double seconds)
{
    return run_body(body, (struct uk_plan_request){.target_ns = S(seconds)});
}

static void assert_fit(const char *body, double seconds, int size, double ease)
{
    struct planned p = fitted(body, seconds);
    ASSERT_PLANNED(p);
    double length = (double)p.plan.timeline->length_ns / 1e9;
    if (length < seconds - 0.5 || length > seconds + 0.5)
        fail_msg("%g s instead of %g s", length, seconds);
    assert_int_equal(p.plan.fit.size, size);
    if (p.plan.fit.ease < ease - 0.01 || p.plan.fit.ease > ease + 0.01)
        fail_msg("ease is %g, not %g", p.plan.fit.ease, ease);
    planned_finish(&p);
}

static void the_size_that_stretches_least_is_taken(void **state)
{
    (void)state;
    assert_fit(ELASTIC, 190, 2, 0.5);
    assert_fit(ELASTIC, 200, 2, 0.6);
    assert_fit(ELASTIC, 230, 3, 0.5);
    assert_fit(ELASTIC, 60, 0, 0);
    assert_fit(ELASTIC, 75, 0, 0.15);
    assert_fit(ELASTIC, 320, 4, 1);
    assert_fit(ELASTIC, 210, 2, 0.7); /* as far from 0.5 as 0.3 of size 3, and nearer to what is written */
}

static void curves_and_steps_are_found_too(void **state)
{
    (void)state;
    assert_fit("play = function() wait(60 + 100 * core.fit.ease ^ 4) end", 100, 2, 0.795);
    assert_fit("play = function() wait(160 - 100 * core.fit.ease) end", 100, 2, 0.6); /* more ease, less time */
    struct planned p = fitted("play = function() wait(60) for i = 1, math.floor(10 * core.fit.ease) do wait(7) end end", 100);
    ASSERT_PLANNED(p); /* 95 s and 102 s are what there is */
    assert_int_equal(p.plan.timeline->length_ns, S(102));
    planned_finish(&p);
}

static void what_cannot_be_is_refused_with_what_can(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        double seconds;
        const char *sentence;
    } wrong[] = {
        {ELASTIC, 30, "mine can last 1:00 to 5:20, not 0:30: ask for minutes in between"},
        {ELASTIC, 600, "mine can last 1:00 to 5:20, not 10:00: ask for minutes in between"},
        {"play = function() wait(100) end", 120, "mine always lasts 1:40, not 2:00: leave the minutes out"},
        {"play = function() wait(core.fit.size > 2 and 300 or 100) end", 200,
         "mine can last 1:40 or 5:00, but not 3:20: ask for one of these"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct planned p = fitted(wrong[i].body, wrong[i].seconds);
        assert_string_equal(p.m.text, wrong[i].sentence);
        assert_int_equal(p.status, UNKNOT_LIMIT);
        planned_finish(&p);
    }
}

static void a_script_error_is_a_script_error(void **state)
{
    (void)state;
    struct planned p = fitted("play = function()\n oops() end", 60);
    assert_string_equal(p.m.text, "mine.lua:2: there is no verb 'oops'");
    assert_int_equal(p.status, UNKNOT_BAD_SCRIPT);
    planned_finish(&p);
}

static void lengths_are_asked_for_once_and_the_journal_comes_last(void **state)
{
    (void)state;
    struct uk_entry entries[] = {{S(10), UK_NEXT, 0}};
    struct uk_journal journal = {.entries = entries, .count = 1};
    struct planned p = run_body("play = function() cue { kind = 'phrase', text = 'hello' } if listen(50 + 100 * core.fit.ease, { 'next' })"
                                " then mark('pressed') end end",
                                (struct uk_plan_request){.target_ns = S(100), .journal = &journal});
    ASSERT_PLANNED(p);
    assert_int_equal(p.asked, 1);
    assert_int_equal(p.plan.timeline->mark_count, 1);
    assert_int_equal(p.plan.timeline->length_ns, S(10));
    assert_true(p.plan.fit.ease > 0.49 && p.plan.fit.ease < 0.51);
    planned_finish(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_size_that_stretches_least_is_taken),
        cmocka_unit_test(curves_and_steps_are_found_too),
        cmocka_unit_test(what_cannot_be_is_refused_with_what_can),
        cmocka_unit_test(a_script_error_is_a_script_error),
        cmocka_unit_test(lengths_are_asked_for_once_and_the_journal_comes_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
