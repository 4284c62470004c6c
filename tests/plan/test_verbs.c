#include "routines.h"

/* The verbs, one by one: what they promise, what they refuse. */

static const struct uk_cue *phrase(const struct uk_timeline *t, const char *text) {
    for (uint32_t i = 0; i < t->cue_count; i++)
        if (strcmp(t->cues[i].text, text) == 0)
            return &t->cues[i];
    fail_msg("'%s' is not said", text);
    return NULL;
}

static int notes_with(const struct uk_timeline *t, const char *part) {
    int count = 0;
    for (uint32_t i = 0; i < t->note_count; i++)
        count += strstr(t->notes[i].text, part) != NULL;
    return count;
}

static void a_script_that_only_sounds_gets_nothing_else(void **state) {
    (void)state;
    struct planned p = run_body("tone { kind = 'sine', hz = 440, seconds = 0.1, db = -12, pan = 0 "
                                "} wait(2) tone {} wait(1)");
    PLANNED(p);
    const struct uk_timeline *t = p.plan.timeline;
    assert_int_equal(t->cue_count, 2);
    assert_int_equal(t->cues[1].at_ns, S(2));
    assert_true(t->cues[0].db == -12 && t->cues[0].hz == 440);
    assert_int_equal(t->length_ns, S(3));
    uk_plan_finish(&p.plan);
}

static void say_blocks_unless_told_not_to(void **state) {
    (void)state;
    struct planned p = run_body(
        "local a = say { 'One two three.' } mark 'after' assert(a.seconds > 1.5 and a.seconds < "
        "1.6) "
        "local b = say { 'Four.', wait = false } mark 'at once' assert(b.seconds > 0) say 'Five.'");
    PLANNED(p);
    const struct uk_timeline *t = p.plan.timeline;
    assert_int_equal(t->marks[0].at_ns, S(1.55));
    assert_int_equal(t->marks[1].at_ns, S(1.55));
    const struct uk_cue *four = phrase(t, "Four."), *five = phrase(t, "Five.");
    assert_true(llabs(four->at_ns - S(1.8)) < 1000); /* a short breath after the one before */
    assert_true(llabs(five->at_ns - four->at_ns - four->length_ns - S(0.25)) < 1000);
    uk_plan_finish(&p.plan);

    p = run_body(
        "say 'One.' say { 'Two.', wait = false } say { 'Three.', wait = false }"); /* those still to
                                                                                      come are not
                                                                                      lost */
    PLANNED(p);
    assert_int_equal(p.plan.timeline->cue_count, 3);
    assert_true(phrase(p.plan.timeline, "Two.")->at_ns < phrase(p.plan.timeline, "Three.")->at_ns);
    check_limits(p.plan.timeline, "standard", "queue");
    uk_plan_finish(&p.plan);
}

static void threads_take_turns_to_speak(void **state) {
    (void)state;
    struct planned p = run_body("together(function() for i = 1, 5 do say 'One two three.' end end, "
                                "function() for i = 1, 5 do say 'Four five.' end end)");
    PLANNED(p);
    assert_int_equal(p.plan.timeline->cue_count, 10);
    check_limits(p.plan.timeline, "standard", "two threads");
    uk_plan_finish(&p.plan);
}

static void listen_gives_the_name_or_nothing(void **state) {
    (void)state;
    const char *source = "return { title = 'Mine', play = function() mark(listen { seconds = 5, "
                         "'next', 'longer' } or 'nothing') "
                         "local name, value = listen { seconds = 5, 'rate' } mark(name .. value) "
                         "mark(listen { seconds = 2 } or 'nothing') end }";
    struct uk_journal j = {0};
    struct uk_message m;
    assert_int_equal(uk_journal_add(&j, (struct uk_entry){S(1), UK_LONGER, 0}, &m), UNKNOT_OK);
    assert_int_equal(uk_journal_add(&j, (struct uk_entry){S(2), UK_RATE, 4}, &m), UNKNOT_OK);
    struct planned p =
        run_source("mine", source, strlen(source), NULL, 0, UK_FIT_AS_WRITTEN, &j, 2.4);
    PLANNED(p);
    const struct uk_mark *marks = p.plan.timeline->marks;
    assert_string_equal(marks[0].title, "longer");
    assert_int_equal(marks[0].at_ns, S(1));
    assert_string_equal(marks[1].title, "rate4.0");
    assert_string_equal(marks[2].title, "nothing");
    assert_int_equal(marks[2].at_ns, S(4));
    uk_plan_finish(&p.plan);
    uk_journal_finish(&j);
}

static void a_bed_lasts_until_the_next_one(void **state) {
    (void)state;
    struct planned p =
        run_body("bed() wait(10) bed { colour = 'brown', db = -40 } wait(10) bed(false) wait(10)");
    PLANNED(p);
    const struct uk_timeline *t = p.plan.timeline;
    assert_int_equal(t->cue_count, 2);
    assert_true(t->cues[0].db <= -40 && t->cues[0].colour == UK_PINK);
    assert_int_equal(t->cues[0].length_ns, S(13));
    assert_int_equal(t->cues[1].at_ns + t->cues[1].length_ns, S(23));
    uk_plan_finish(&p.plan);
}

static void words_can_be_placed_on_the_breath(void **state) {
    (void)state;
    struct planned p = run_body(
        "together(function() breathe { 'calm-46', cycles = 6, words = false } end, "
        "function() wait(12) say { 'Let go.', on = 'out' } say { 'Here.', on = 'in' } end)");
    PLANNED(p);
    assert_int_equal(phrase(p.plan.timeline, "Let go.")->at_ns, S(14));
    assert_int_equal(phrase(p.plan.timeline, "Here.")->at_ns, S(20));
    assert_int_equal(p.plan.timeline->length_ns, S(60));
    uk_plan_finish(&p.plan);
}

static void every_breath_can_be_followed(void **state) {
    (void)state;
    static const struct {
        const char *id;
        double period;
    } breaths[] = {{"soft-34", 7},      {"calm-46", 10}, {"even-5", 10},
                   {"coherent-55", 11}, {"long-48", 12}, {"box-4444", 16},
                   {"relax-478", 19},   {"sigh", 10},    {"contract-55", 10}};
    for (size_t i = 0; i < sizeof breaths / sizeof *breaths; i++) {
        char body[200];
        snprintf(body, sizeof body, "breathe { '%s', cycles = 4, lines = { 'Easy.' } }",
                 breaths[i].id);
        struct planned p = run_body(body);
        PLANNED(p);
        check_limits(p.plan.timeline, "standard", breaths[i].id);
        check_manner(p.plan.timeline, breaths[i].id);
        int swells = 0;
        for (uint32_t k = 0; k < p.plan.timeline->cue_count; k++)
            swells += p.plan.timeline->cues[k].kind == UK_BREATH;
        assert_int_equal(swells, 4);
        assert_int_equal(p.plan.timeline->length_ns, S(4 * breaths[i].period + 0.5));
        uk_plan_finish(&p.plan);
    }
    struct planned p = run_body("breathe { 'natural', seconds = 20 }");
    PLANNED(p);
    assert_int_equal(p.plan.timeline->length_ns, S(20));
    assert_int_equal(p.plan.timeline->cue_count, 0);
    uk_plan_finish(&p.plan);
}

static void no_breath_is_held_in_gentle_mode(void **state) {
    (void)state;
    const char *source = "return { title = 'Mine', params = { mode = { 'gentle' } }, play = "
                         "function() breathe { 'box-4444', cycles = 3 } end }";
    struct planned p =
        run_source("mine", source, strlen(source), NULL, 0, UK_FIT_AS_WRITTEN, NULL, 2.4);
    PLANNED(p);
    for (uint32_t i = 0; i < p.plan.timeline->cue_count; i++)
        assert_true(p.plan.timeline->cues[i].kind != UK_BREATH ||
                    p.plan.timeline->cues[i].phases_ns[1] == 0);
    assert_int_equal(notes_with(p.plan.timeline, "calm-46 in gentle mode"), 1);
    uk_plan_finish(&p.plan);
}

static void press_cannot_pass_the_limits(void **state) {
    (void)state;
    struct planned p =
        run_body("press { point = 'suboccipitals', level = 10, seconds = 300, times = 40 }");
    PLANNED(p);
    const struct uk_timeline *t = p.plan.timeline;
    check_limits(t, "standard", "too much");
    assert_true(t->spans[0].level == 4);
    assert_int_equal(t->spans[0].length_ns, S(90));
    assert_int_equal(t->span_count, 2); /* 180 seconds a spot */
    assert_int_equal(notes_with(t, "above the ceiling"), 1);
    assert_int_equal(notes_with(t, "more than the 90"), 1);
    assert_int_equal(notes_with(t, "not between 2 and 6"), 1);
    assert_int_equal(notes_with(t, "left of the 180"), 1);
    uk_plan_finish(&p.plan);

    p = run_body("for i = 1, 4 do press { point = 'suboccipitals', seconds = 60, times = 2 } end");
    PLANNED(p);
    check_limits(p.plan.timeline, "standard", "again and again");
    assert_true(notes_with(p.plan.timeline, "has had its time") >= 2);
    uk_plan_finish(&p.plan);
}

/* A press on its own still says the notice, leads to the spot and gives the caution. */
static void press_alone_is_complete(void **state) {
    (void)state;
    struct planned p = run_body("press { point = 'upper-trapezius', side = 'right' }");
    PLANNED(p);
    const struct uk_timeline *t = p.plan.timeline;
    int64_t first = t->spans[0].at_ns;
    assert_true(phrase(t, "Stop if anything feels sharp, numb or wrong.")->at_ns < first);
    assert_true(phrase(t, "Right side.")->at_ns < first);
    assert_true(phrase(t, "Keep out of the hollow above the collarbone.")->at_ns < first);
    assert_true(phrase(t, "And out. Squeeze slowly.")->at_ns < first);
    assert_int_equal(t->span_count, 3);
    assert_true(t->spans[0].level == 4);
    check_manner(t, "press alone");
    uk_plan_finish(&p.plan);
}

static void every_stretch_can_be_done(void **state) {
    (void)state;
    struct planned p =
        run_body("for _, s in ipairs { 'neck-side-tilt', 'chin-tuck-nod', 'neck-turn-slow', "
                 "'shoulder-rolls' } do "
                 "stretch { s, side = 'left' } move { s, side = 'right', times = 2 } end");
    PLANNED(p);
    for (uint32_t i = 0; i < p.plan.timeline->cue_count; i++)
        check_words(p.plan.timeline->cues[i].text);
    check_limits(p.plan.timeline, "standard", "stretches");
    uk_plan_finish(&p.plan);
}

static void mistakes_are_told_at_their_line(void **state) {
    (void)state;
    REFUSED("\npress { point = 'upper-trapezius', secs = 30 }",
            "mine.lua:2: press: no field 'secs' (did you mean 'seconds'?)");
    REFUSED("press { point = 'uper-trapezius', side = 'left' }",
            "mine.lua:1: press: no point 'uper-trapezius' (did you mean 'upper-trapezius'?)");
    REFUSED("press { point = 'upper-trapezius' }",
            "mine.lua:1: press: needs 'side', \"left\" or \"right\"");
    REFUSED("press { side = 'left' }", "mine.lua:1: press: needs 'point'");
    REFUSED("press { point = 'suboccipitals', seconds = '30' }",
            "mine.lua:1: press: 'seconds' must be a number, not '30'");
    REFUSED("press { point = 'suboccipitals', level = 0 }",
            "mine.lua:1: press: 'level' must be 1 to 10, not 0");
    REFUSED("press { point = 'suboccipitals', level = 0/0 }",
            "mine.lua:1: press: 'level' must be 1 to 10, not nan");
    REFUSED(
        "press { point = 'upper-trapezius', side = 'lefft' }",
        "mine.lua:1: press: 'side' must be left, right, mid, not 'lefft' (did you mean 'left'?)");
    REFUSED("stretch { 'neck-side-tlt' }",
            "mine.lua:1: stretch: no stretch 'neck-side-tlt' (did you mean 'neck-side-tilt'?)");
    REFUSED("breathe { 'calm-64' }",
            "mine.lua:1: breathe: no breath 'calm-64' (did you mean 'calm-46'?)");
    REFUSED("say(12)", "mine.lua:1: say: 'text' must be a text, not 12");
    REFUSED("say { 'One.', 'Two.' }",
            "mine.lua:1: say: does not know what to do with 'Two.' without a name (it has on, text, wait)");
    REFUSED("say()", "mine.lua:1: say: needs 'text'");
    REFUSED("tone { hzz = 440 }", "mine.lua:1: tone: no field 'hzz' (did you mean 'hz'?)");
    REFUSED("listen { 'nxt' }",
            "mine.lua:1: listen: 'event 1' must be next, again, longer, easier, harder, switch, "
            "ready, rate, resumed, not 'nxt' (did you mean 'next'?)");
    REFUSED("for s in sides 'booth' do end",
            "mine.lua:1: sides: must be both, left or right, not 'booth'");
    REFUSED("press { point = 'suboccipitals', lines = { 'Sink.' } }",
            "mine.lua:1: press: 'lines' has no '1' (there are caution, press, press_gentle, sink, "
            "hold, check, easier, again, leave, release, let_go, rest, done, off)");
    REFUSED("press { point = 'suboccipitals', lines = { relase = { 'Off.' } } }",
            "mine.lua:1: press: 'lines' has no 'relase' (did you mean 'release'?)");
    REFUSED("find { 'suboccipitals', lines = { 'Here.', 3 } }",
            "mine.lua:1: find: line 2 of 'lines' must be a text, not 3");
    REFUSED("settle { lines = { { 'Here.', pase = 3 } } }",
            "mine.lua:1: settle: line 1 of 'lines' has no 'pase' (did you mean 'pause'?)");
    REFUSED("settle { lines = { { 'Here.', note = 3 } } }",
            "mine.lua:1: settle: line 1 of 'lines' has no 'note' (it may have less, more, pause)");
    REFUSED("settle { lines = { 'Here.', { 'There.', pause = 601 } } }",
            "mine.lua:1: settle: line 2 of 'lines': 'pause' must be 0 to 600, not 601");
    REFUSED("settle { lines = { { 'Here.', more = 'yes' } } }",
            "mine.lua:1: settle: line 1 of 'lines': 'more' must be a number, not 'yes'");
    REFUSED("finish { lines = 'Bye.' }",
            "mine.lua:1: finish: 'lines' must be a list of lines, not 'Bye.'");
    REFUSED("cut {}", "mine.lua:1: cut: takes what tone, clip, bell, bed or span gave back");
    REFUSED("together(3)", "mine.lua:1: together: takes functions, not 3");
    REFUSED("spawn(function() wait(1) press { point = 'x' } end) wait(5)",
            "mine.lua:1: press: no point 'x' (there are 71, listed in unknot/body.lua)");
}

static void settings_are_checked(void **state) {
    (void)state;
    struct setting wrong = {"upper-trapezius", {{"side", "lft"}}, 1, NULL, 0};
    struct planned p = run_routine(&wrong, 0, UK_FIT_AS_WRITTEN, NULL);
    assert_non_null(
        strstr(p.m.text, "side can be both, left, right, not 'lft' (did you mean 'left'?)"));
    uk_plan_finish(&p.plan);
    struct setting unknown = {"upper-trapezius", {{"sied", "left"}}, 1, NULL, 0};
    p = run_routine(&unknown, 0, UK_FIT_AS_WRITTEN, NULL);
    assert_non_null(strstr(p.m.text, "no setting 'sied' (did you mean 'side'?)"));
    uk_plan_finish(&p.plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_that_only_sounds_gets_nothing_else),
        cmocka_unit_test(say_blocks_unless_told_not_to),
        cmocka_unit_test(threads_take_turns_to_speak),
        cmocka_unit_test(listen_gives_the_name_or_nothing),
        cmocka_unit_test(a_bed_lasts_until_the_next_one),
        cmocka_unit_test(words_can_be_placed_on_the_breath),
        cmocka_unit_test(every_breath_can_be_followed),
        cmocka_unit_test(no_breath_is_held_in_gentle_mode),
        cmocka_unit_test(press_cannot_pass_the_limits),
        cmocka_unit_test(press_alone_is_complete),
        cmocka_unit_test(every_stretch_can_be_done),
        cmocka_unit_test(mistakes_are_told_at_their_line),
        cmocka_unit_test(settings_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
