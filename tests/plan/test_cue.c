/* What sounds, from when to when; marks, spans, notes, and the end. */
#include "plan.h"

static const struct uk_cue *cue_at(const struct planned *p, uint32_t index)
{
    assert_true(index < p->plan.timeline->cue_count);
    return &p->plan.timeline->cues[index];
}

static void assert_times(const struct uk_cue *c, double at, double length, double fade_in, double fade_out)
{
    assert_int_equal(c->at_ns, S(at));
    assert_int_equal(c->length_ns, S(length));
    assert_int_equal(c->fade_in_ns, S(fade_in));
    assert_int_equal(c->fade_out_ns, S(fade_out));
}

static void each_kind_has_its_usual_values(void **state)
{
    (void)state;
    static const struct {
        const char *given;
        enum uk_kind kind;
        enum uk_bus bus;
        double db, hz, length, fade_in, fade_out;
    } usual[] = {
        {"kind = 'phrase', text = 'hello'", UK_PHRASE, UK_VOICE, 0, 0, 0.5, 0, 0},
        {"kind = 'clip', file = '2.5.wav'", UK_CLIP, UK_VOICE, 0, 0, 2.5, 0, 0},
        {"kind = 'loop', file = '7.wav', seconds = 9", UK_LOOP, UK_BED, -30, 0, 9, 2, 2},
        {"kind = 'sine', seconds = 1", UK_SINE, UK_TONE, -18, 440, 1, 0.005, 0.005},
        {"kind = 'sine', seconds = 0.004", UK_SINE, UK_TONE, -18, 440, 0.004, 0.002, 0.002},
        {"kind = 'bell'", UK_BELL, UK_TONE, -18, 660, 6, 0.005, 0.03},
        {"kind = 'bowl'", UK_BOWL, UK_TONE, -18, 220, 12, 0.005, 0.03},
        {"kind = 'chime', hz = 1000", UK_CHIME, UK_TONE, -18, 1000, 2, 0.005, 0.03},
        {"kind = 'noise', seconds = 3", UK_NOISE, UK_BED, -30, 0, 3, 1.5, 1.5},
        {"kind = 'breath', phases = { 4, 0, 6 }", UK_BREATH, UK_TONE, -30, 0, 10, 0.005, 0.005},
        {"kind = 'binaural', seconds = 60, bus = 'tone'", UK_BINAURAL, UK_TONE, -36, 200, 60, 2, 2},
        {"kind = 'isochronic', seconds = 60, db = -20", UK_ISOCHRONIC, UK_BED, -20, 200, 60, 2, 2},
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        char body[300];
        snprintf(body, sizeof body, "play = function() wait(1) local id, s = cue { %s } mark(id .. ' ' .. s) end", usual[i].given);
        struct planned p = plan(body);
        ASSERT_PLANNED(p);
        const struct uk_cue *c = cue_at(&p, 0);
        assert_int_equal(c->kind, usual[i].kind);
        assert_int_equal(c->bus, usual[i].bus);
        assert_true(c->db == usual[i].db);
        assert_true(c->hz == usual[i].hz);
        assert_times(c, 1, usual[i].length, usual[i].fade_in, usual[i].fade_out);
        assert_int_equal(p.plan.timeline->length_ns, S(1 + usual[i].length));
        planned_finish(&p);
    }
}

static void every_field_arrives(void **state)
{
    (void)state;
    struct planned p = plan("play = function() cue { kind = 'binaural', bus = 'tone', seconds = 5, db = -12.5, pan = -0.25, hz = 123.5,"
                            " beat = 7.5, colour = 'brown', text = 'a hum', fade_in = 1, fade_out = 4 }"
                            " cue { kind = 'breath', phases = { 1, 2, 3, 4 } } end");
    ASSERT_PLANNED(p);
    const struct uk_cue *c = cue_at(&p, 0);
    assert_true(c->db == -12.5 && c->pan == -0.25 && c->hz == 123.5 && c->beat_hz == 7.5);
    assert_int_equal(c->colour, UK_BROWN);
    assert_string_equal(c->text, "a hum");
    assert_times(c, 0, 5, 1, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(cue_at(&p, 1)->phases_ns[i], S(i + 1));
    assert_int_equal(p.plan.timeline->length_ns, S(10));
    planned_finish(&p);
}

static void wrong_values_name_the_field_and_the_line(void **state)
{
    (void)state;
    static const struct {
        const char *given, *sentence;
    } wrong[] = {
        {"{}", "a cue needs a 'kind': what sounds"},
        {"5", "cue needs a table, this is a number"},
        {"{ kind = {} }", "'kind' is a table, it must be a text"},
        {"{ kind = '' }", "a cue needs a 'kind': what sounds"},
        {"{ kind = 'sine' }", "a sine needs 'seconds': how long it sounds"},
        {"{ kind = 'sine', seconds = 0 }", "'seconds' is 0, it must be more"},
        {"{ kind = 'sine', seconds = -1 }", "'seconds' is -1 s, it must be 0 or more"},
        {"{ kind = 'sine', seconds = 0/0 }", "'seconds' is not a number: was it divided by 0?"},
        {"{ kind = 'sine', seconds = {} }", "'seconds' is a table, it must be a number of seconds"},
        {"{ kind = 'sine', second = 1 }", "a cue has no field 'second' (did you mean 'seconds'?)"},
        {"{ kind = 'sine', seconds = 1, hz = 5 }", "'hz' is 5, it may be 10 to 20000"},
        {"{ kind = 'sine', seconds = 1, hz = 'a' }", "'hz' is a string, it must be a number from 10 to 20000"},
        {"{ kind = 'sine', seconds = 1, hz = 0/0 }", "'hz' is not a number: was it divided by 0?"},
        {"{ kind = 'sine', seconds = 1, db = 13 }", "'db' is 13, it may be -120 to 12"},
        {"{ kind = 'sine', seconds = 1, pan = 2 }", "'pan' is 2, it may be -1 to 1"},
        {"{ kind = 'sine', seconds = 1, fade_in = 2 }", "'fade_in' is longer than the sine, which lasts 1 s"},
        {"{ kind = 'sine', seconds = 99, fade_out = 61 }", "'fade_out' is too long: at most 60 s"},
        {"{ kind = 'sine', seconds = 1, bus = 'bad' }", "'bus' is 'bad', it may be one of: voice tone bed"},
        {"{ kind = 'phrase' }", "a phrase needs 'text': the words"},
        {"{ kind = 'phrase', text = 'x', seconds = 3 }", "a phrase lasts as long as it is: leave 'seconds' out"},
        {"{ kind = 'phrase', text = 'a\\0b' }", "'text' is not UTF-8 text: save the script as UTF-8"},
        {"{ kind = 'phrase', text = ('x'):rep(4001) }", "'text' is too long: at most 4000 letters"},
        {"{ kind = 'clip' }", "a clip needs 'file': the sound file"},
        {"{ kind = 'breath' }", "a breath needs 'phases': seconds to breathe in, hold, breathe out and rest"},
        {"{ kind = 'breath', phases = {} }", "a breath needs at least one phase that is longer than 0 s"},
        {"{ kind = 'breath', phases = { 1e9 } }", "a phase of a breath is too long: at most 3600 s"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char body[300], sentence[300];
        snprintf(body, sizeof body, "play = function()\n cue(%s)\n end", wrong[i].given);
        snprintf(sentence, sizeof sentence, "mine.lua:2: %s", wrong[i].sentence);
        ASSERT_REFUSED(body, UNKNOT_BAD_SCRIPT, sentence);
    }
}

static void a_sound_that_is_not_there_keeps_its_status_and_names_the_line(void **state)
{
    (void)state;
    ASSERT_REFUSED("play = function()\n cue { kind = 'clip', file = 'gone.wav' } end", UNKNOT_NOT_FOUND,
                   "mine.lua:2: no sound named 'gone.wav'");
    ASSERT_REFUSED("play = function()\n pcall(cue, { kind = 'loop', file = 'gone.wav' }) end", UNKNOT_NOT_FOUND,
                   "mine.lua:2: no sound named 'gone.wav'");
    ASSERT_REFUSED("play = function()\n pcall(cue, { kind = 'rain' }) end", UNKNOT_NOT_FOUND, "mine.lua:2: no sound named 'rain'");
    ASSERT_REFUSED("play = function()\n\n length('clip', 'gone.wav') end", UNKNOT_NOT_FOUND, "mine.lua:3: no sound named 'gone.wav'");
}

/* The parent says whether there is such a plugin; here those are there whose name begins with a number. */
static void a_kind_that_is_not_ours_is_a_plugin(void **state)
{
    (void)state;
    struct planned p = plan("play = function() cue { kind = '1-rain', seconds = 9, hz = 100 } cue { kind = '1-rain', bus = 'bed', beat = 2 }"
                            " wait(20) end");
    ASSERT_PLANNED(p);
    const struct uk_cue *a = cue_at(&p, 0), *b = cue_at(&p, 1);
    assert_int_equal(a->kind, UK_SOURCE);
    assert_string_equal(a->file, "1-rain");
    assert_true(a->hz == 100 && a->beat_hz == 6 && a->db == -30 && b->hz == 440 && b->beat_hz == 2);
    assert_int_equal(a->length_ns, S(9));
    assert_int_equal(b->length_ns, S(20.03)); /* until the end */
    assert_int_equal(p.asked, 1);
    planned_finish(&p);
}

static void a_length_is_asked_for_once(void **state)
{
    (void)state;
    struct planned p = plan("play = function() for i = 1, 50 do wait(length('phrase', 'hello')) cue { kind = 'phrase', text = 'hello' }"
                            " length('clip', '1') end end");
    ASSERT_PLANNED(p);
    assert_int_equal(p.asked, 2);
    assert_int_equal(p.plan.timeline->length_ns, S(25.5));
    planned_finish(&p);
}

static void a_cut_ends_a_sound_from_now_on(void **state)
{
    (void)state;
    struct planned p = plan("play = function()"
                            "  local a = cue { kind = 'sine', seconds = 10 }"
                            "  local b = cue { kind = 'noise' }"
                            "  local c = cue { kind = 'sine', seconds = 3 }"
                            "  local d = cue { kind = 'noise', fade_in = 8, seconds = 60, fade_out = 50 }"
                            "  local e = cue { kind = 'sine', seconds = 4.01 }"
                            "  wait(4) cut(a) cut(b, 2) cut(c) cut(d, 0) cut(e, 1)"
                            "  wait(1) cut(a, 5) cut(b, 0) end");
    ASSERT_PLANNED(p);
    assert_times(cue_at(&p, 0), 0, 4.03, 0.005, 0.03);
    assert_times(cue_at(&p, 1), 0, 6, 2, 2);           /* the second cut finds it fading */
    assert_times(cue_at(&p, 2), 0, 3, 0.005, 0.005);   /* had ended */
    assert_times(cue_at(&p, 3), 0, 4.005, 8, 0.005);   /* while it came up; never shorter than a click */
    assert_times(cue_at(&p, 4), 0, 4.01, 0.005, 0.005); /* never later than planned */
    planned_finish(&p);
    ASSERT_REFUSED("play = function() cut(1) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: there is no such sound: use what the verb that started it returned");
    ASSERT_REFUSED("play = function() cut(cue { kind = 'bell' }, 61) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: the fade is too long: at most 60 s");
}

static void what_is_open_ends_with_the_routine(void **state)
{
    (void)state;
    struct planned p = plan("play = function() cue { kind = 'noise' } cue { kind = 'loop', file = '3', fade_out = 5 }"
                            " cue { kind = 'binaural', fade_out = 0 } cue { kind = 'sine', seconds = 12 }"
                            " span('upper-trapezius', 'left', 6.5) wait(2) close(span('x', nil, 0)) wait(8) end");
    ASSERT_PLANNED(p);
    assert_times(cue_at(&p, 0), 0, 12, 2, 2);
    assert_times(cue_at(&p, 1), 0, 15, 2, 5);
    assert_times(cue_at(&p, 2), 0, 10.005, 2, 0.005);
    assert_times(cue_at(&p, 3), 0, 12, 0.005, 0.005);
    assert_int_equal(p.plan.timeline->length_ns, S(15));
    const struct uk_span *s = p.plan.timeline->spans;
    assert_int_equal(s[0].length_ns, S(10));
    assert_string_equal(s[0].point, "upper-trapezius");
    assert_string_equal(s[0].side, "left");
    assert_true(s[0].level == 6.5);
    assert_int_equal(s[1].at_ns, S(2));
    assert_int_equal(s[1].length_ns, 0);
    assert_int_equal(p.plan.timeline->note_count, 0);
    planned_finish(&p);
}

static void the_cap_ends_a_routine_that_does_not_end(void **state)
{
    (void)state;
    struct planned p = plan("play = function() cue { kind = 'noise', fade_out = 60 } cue { kind = 'sine', seconds = 1e6 }"
                            " span('x', 'left', 1) spawn(function() wait(math.huge) end) while true do wait(600) end end");
    ASSERT_PLANNED(p);
    assert_times(cue_at(&p, 0), 0, 3603, 2, 3);
    assert_times(cue_at(&p, 1), 0, 3600.03, 0.005, 0.03);
    assert_int_equal(p.plan.timeline->spans[0].length_ns, S(3600));
    assert_int_equal(p.plan.timeline->note_count, 1);
    assert_string_equal(p.plan.timeline->notes[0].text, "the routine did not end by itself: it was ended at its cap of 60 minutes");
    planned_finish(&p);
    p = plan("cap = 0.5, play = function() wait(29) cue { kind = 'bell' } end");
    ASSERT_PLANNED(p);
    assert_times(cue_at(&p, 0), 29, 1.03, 0.005, 0.03);
    assert_int_equal(p.plan.timeline->note_count, 0); /* it ended by itself: only its last bell is cut */
    planned_finish(&p);
}

static void a_night_is_planned_to_the_nanosecond(void **state)
{
    (void)state;
    struct planned p = plan("cap = 1800, play = function() cue { kind = 'noise', fade_out = 60 }"
                            " for i = 1, 98000 do wait(1.1) end mark('dawn') end");
    ASSERT_PLANNED(p);
    assert_int_equal(p.plan.timeline->mark_count, 1);
    assert_int_equal(p.plan.timeline->marks[0].at_ns, 107800 * UK_NS_PER_S);
    assert_int_equal(p.plan.timeline->length_ns, 107860 * UK_NS_PER_S);
    planned_finish(&p);
    p = plan("cap = 1800, play = function() cue { kind = 'noise', fade_out = 60 } wait(1e300) end");
    ASSERT_PLANNED(p); /* nothing is beyond the last time that can be */
    assert_int_equal(p.plan.timeline->length_ns, UK_LAST_NS - S(57));
    planned_finish(&p);
}

static void notes_have_the_line_of_the_author(void **state)
{
    (void)state;
    struct planned p = plan("play = function()\n note('ceiling', 'seven is too much')\n mark('x', 2) end");
    ASSERT_PLANNED(p);
    assert_int_equal(p.plan.timeline->notes[0].line, 2);
    assert_string_equal(p.plan.timeline->notes[0].text, "seven is too much");
    assert_int_equal(p.plan.timeline->marks[0].level, 2);
    planned_finish(&p);
    ASSERT_REFUSED("play = function() span('x', 'left', 11) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: the level of pressure must be a number from 0 to 10");
    ASSERT_REFUSED("play = function() mark('x', 0) end", UNKNOT_BAD_SCRIPT, "mine.lua:1: the level of a mark is 1 (part) or 2 (step)");
    ASSERT_REFUSED("play = function() mark() end", UNKNOT_BAD_SCRIPT, "mine.lua:1: the title of a mark is missing");
}

static void near_names_are_found(void **state)
{
    (void)state;
    struct planned p = plan("play = function() mark(near('nek', { 'back', 'neck' })) mark(near('bck', { back = 1, bock = 2 }))"
                            " mark(tostring(near('xyz', { 'neck' }))) mark(tostring(near(nil, {}))) end");
    ASSERT_PLANNED(p);
    static const char *const wanted[] = {"neck", "back", "nil", "nil"};
    for (int i = 0; i < 4; i++)
        assert_string_equal(p.plan.timeline->marks[i].title, wanted[i]);
    planned_finish(&p);
}

static void random_stays_between(void **state)
{
    (void)state;
    struct planned p = plan("play = function() for i = 1, 1000 do"
                            " local a, b, c = random(), random(6), random(-3, 3)"
                            " assert(a >= 0 and a < 1 and b >= 1 and b <= 6 and c >= -3 and c <= 3) end"
                            " random(math.mininteger, math.maxinteger) assert(random(4, 4) == 4) end");
    ASSERT_PLANNED(p);
    planned_finish(&p);
    ASSERT_REFUSED("play = function() random(0) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: random needs whole numbers, the smaller one first");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_usual_values),
        cmocka_unit_test(every_field_arrives),
        cmocka_unit_test(wrong_values_name_the_field_and_the_line),
        cmocka_unit_test(a_sound_that_is_not_there_keeps_its_status_and_names_the_line),
        cmocka_unit_test(a_kind_that_is_not_ours_is_a_plugin),
        cmocka_unit_test(a_length_is_asked_for_once),
        cmocka_unit_test(a_cut_ends_a_sound_from_now_on),
        cmocka_unit_test(what_is_open_ends_with_the_routine),
        cmocka_unit_test(the_cap_ends_a_routine_that_does_not_end),
        cmocka_unit_test(a_night_is_planned_to_the_nanosecond),
        cmocka_unit_test(notes_have_the_line_of_the_author),
        cmocka_unit_test(near_names_are_found),
        cmocka_unit_test(random_stays_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
