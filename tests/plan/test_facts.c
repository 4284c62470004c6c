/* What a routine says of itself. */
#include "plan.h"

static struct planned describe(const char *body)
{
    return run_body(body, (struct uk_plan_request){.want = UK_WANT_FACTS});
}

static void everything_is_told_without_playing(void **state)
{
    (void)state;
    struct planned p = describe("summary = 'The roll of muscle.', region = 'neck', tools = { 'pinch', 'cane' }, points = { 'upper-trapezius' },"
                                " position = { 'wall', 'chair' }, minutes = { 3, 6.5 }, params = { side = { 'both', 'left' }, mode = { 'usual' } }, play = error");
    assert_string_equal(p.m.text, "");
    assert_int_equal(p.status, UNKNOT_OK);
    assert_null(p.plan.timeline);
    const struct uk_routine_facts *f = &p.plan.facts;
    assert_string_equal(f->title, "Mine");
    assert_string_equal(f->summary, "The roll of muscle.");
    assert_string_equal(f->region, "neck");
    assert_string_equal(f->position[0], "wall");
    assert_string_equal(f->position[1], "chair");
    assert_null(f->position[2]);
    assert_string_equal(f->tools[0], "pinch");
    assert_string_equal(f->tools[1], "cane");
    assert_null(f->tools[2]);
    assert_string_equal(f->points[0], "upper-trapezius");
    assert_int_equal(f->minutes_count, 2);
    assert_true(f->minutes[1] == 6.5);
    assert_int_equal(f->param_count, 2);
    assert_string_equal(f->params[0].name, "mode"); /* in order of their names */
    assert_string_equal(f->params[1].name, "side");
    assert_string_equal(f->params[1].values[0], "both");
    assert_null(f->params[1].values[2]);
    planned_finish(&p);
}

static void what_is_not_said_is_empty(void **state)
{
    (void)state;
    struct planned p = describe("play = error");
    assert_int_equal(p.status, UNKNOT_OK);
    assert_string_equal(p.plan.facts.summary, "");
    assert_null(p.plan.facts.position[0]);
    assert_null(p.plan.facts.tools[0]);
    assert_null(p.plan.facts.points[0]);
    assert_int_equal(p.plan.facts.minutes_count, 0);
    assert_int_equal(p.plan.facts.param_count, 0);
    planned_finish(&p);
}

static void a_plan_says_it_too(void **state)
{
    (void)state;
    struct planned p = plan("region = 'neck', play = function() wait(1) end");
    ASSERT_PLANNED(p);
    assert_string_equal(p.plan.facts.region, "neck");
    planned_finish(&p);
}

static void wrong_ones_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *body, *sentence;
    } wrong[] = {
        {"play = error, tools = 'cane'", "mine.lua: 'tools' is a string, it must be a list"},
        {"play = error, points = { 1 }", "mine.lua: 'points' is a number, it must be a text"},
        {"play = error, minutes = { 'six' }", "mine.lua: each of 'minutes' must be minutes, more than 0 and at most 1800"},
        {"play = error, minutes = 6", "mine.lua: 'minutes' is a number, it must be a list"},
        {"play = error, params = { 'side' }",
         "mine.lua: 'params' must be a table of names with lists: params = { side = { \"both\", \"left\" } }"},
        {"play = error, params = { side = {} }", "mine.lua: the param 'side' needs at least one value, the first is the default"},
        {"play = error, params = { side = { 1 } }", "mine.lua: the param 'side' is a number, it must be a text"},
        {"play = error, sumary = 'x'", "mine.lua: a routine has no 'sumary' (did you mean 'summary'?)"},
        {"play = error, summary = ('x'):rep(4001)", "mine.lua: 'summary' is too long: at most 4000 letters"},
        {"play = error, tools = (function() local t = {} for i = 1, 101 do t[i] = 'x' end return t end)()",
         "mine.lua: 'tools' has more than 100 items"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct planned p = describe(wrong[i].body);
        assert_string_equal(p.m.text, wrong[i].sentence);
        assert_int_equal(p.status, UNKNOT_BAD_SCRIPT);
        planned_finish(&p);
    }
}

static void what_was_asked_for_arrives(void **state)
{
    (void)state;
    struct uk_plan_param params[] = {{"side", "left"}, {"mode", "gentle"}};
    struct planned p = run_body("play = function(with) mark(with.side .. ' ' .. with.mode .. ' ' .. core.fit.size .. ' ' .. core.fit.ease) end",
                                (struct uk_plan_request){.params = params, .param_count = 2, .fit = {3, 0.75}});
    ASSERT_PLANNED(p);
    assert_string_equal(p.plan.timeline->marks[0].title, "left gentle 3 0.75");
    assert_int_equal(p.plan.fit.size, 3);
    assert_true(p.plan.fit.ease == 0.75);
    planned_finish(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_told_without_playing),
        cmocka_unit_test(what_is_not_said_is_empty),
        cmocka_unit_test(a_plan_says_it_too),
        cmocka_unit_test(wrong_ones_are_named),
        cmocka_unit_test(what_was_asked_for_arrives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
