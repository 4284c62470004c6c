#include "routines.h"

/* Leading attention through the body, and tensing to let go. */

static const char *const parts[] = {"feet",       "lower-legs",     "thighs-hips", "belly-low-back", "chest-upper-back",
                                    "hands-arms", "shoulders-neck", "face-head",   "whole-body"};
static const char *const groups[] = {"hand",  "upper-arms", "shoulders", "forehead", "eyes",     "jaw",    "neck",
                                     "chest", "belly",      "back",      "buttocks", "thighs", "calves", "feet"};
#define PARTS (sizeof parts / sizeof *parts)
#define GROUPS (sizeof groups / sizeof *groups)

/* A routine whose play is `body` after the notice, with events as "20 longer, 22.5 rate 7"; these count from there. */
static struct planned played(const char *body, const char *events, const char *mode, struct uk_fit fit)
{
    char source[2000];
    struct uk_journal j = {0};
    struct uk_message m;
    for (const char *at = events; *at; at = strchr(at, ',') ? strchr(at, ',') + 1 : "") {
        double seconds, value = 0;
        char name[16];
        if (sscanf(at, "%lf %15[a-z] %lf", &seconds, name, &value) < 2)
            fail_msg("'%s' cannot be read", events);
        int event = uk_name_index(uk_event_names, name);
        assert_int_equal(uk_journal_add(&j, (struct uk_entry){S(seconds + 20), (enum uk_event)event, value}, &m), UNKNOT_OK);
    }
    int n = snprintf(source, sizeof source,
                     "return { title = 'Mine', params = { mode = { '%s' } }, play = function(with) "
                     "find { 'suboccipitals', lines = { 'Here.' } } wait(20 - now()) %s end }",
                     mode, body);
    struct planned p = run_source("mine", source, (size_t)n, NULL, 0, fit, &j, 2.4);
    if (p.status)
        fail_msg("%s, %s: %s", body, events, p.m.text);
    check_limits(p.plan.timeline, mode, body);
    uk_journal_finish(&j);
    return p;
}

static struct planned plain(const char *body)
{
    return played(body, "", "standard", UK_FIT_AS_WRITTEN);
}

static double length_of(struct planned p)
{
    double seconds = SECONDS(p.plan.timeline->length_ns) - 20;
    uk_plan_finish(&p.plan);
    return seconds;
}

static double length_with(const char *body, const char *events)
{
    return length_of(played(body, events, "standard", UK_FIT_AS_WRITTEN));
}

static double said_at(const struct uk_timeline *t, const char *text, double from)
{
    for (uint32_t i = 0; i < t->cue_count; i++)
        if (t->cues[i].kind == UK_PHRASE && strcmp(t->cues[i].text, text) == 0 && SECONDS(t->cues[i].at_ns) >= from + 20)
            return SECONDS(t->cues[i].at_ns) - 20;
    return -1;
}

static bool says(const struct planned *p, const char *text)
{
    return said_at(p->plan.timeline, text, 0) >= 0;
}

static bool says_around(const struct planned *p, const char *text, double at)
{
    double said = said_at(p->plan.timeline, text, at);
    return said >= at && said < at + 0.5;
}

/* What a scan leaves between its phrases, and how much of it is speech. */
struct quiet {
    double least, most, share;
};

static struct quiet quiet_of(const struct uk_timeline *t, double from, double to)
{
    struct quiet q = {1e9, 0, 0};
    int64_t till = -1;
    int count = 0;
    for (uint32_t i = 0; i <= t->cue_count; i++) {
        bool last = i == t->cue_count;
        const struct uk_cue *c = &t->cues[last ? 0 : i];
        if (!last && (c->kind != UK_PHRASE || c->at_ns < S(from + 20) || c->at_ns >= S(to + 20)))
            continue;
        double pause = till < 0 ? 0 : SECONDS((last ? S(to + 20) : c->at_ns) - till);
        if (till >= 0 && ++count > 1) /* behind the first there is only a moment */
            q.least = fmin(q.least, pause);
        q.most = fmax(q.most, pause);
        if (last)
            break;
        till = c->at_ns + c->length_ns;
        q.share += SECONDS(c->length_ns) / (to - from);
    }
    return q;
}

static void a_scan_takes_its_time(void **state)
{
    (void)state;
    static const double seconds[] = {15, 30, 45, 90, 200, 400};
    for (size_t i = 0; i < PARTS; i++)
        for (size_t k = 0; k < sizeof seconds / sizeof *seconds; k++) {
            char body[100];
            snprintf(body, sizeof body, "scan { '%s', seconds = %g }", parts[i], seconds[k]);
            struct planned p = plain(body);
            check_manner(p.plan.timeline, body);
            struct quiet q = quiet_of(p.plan.timeline, 0, seconds[k]);
            if (q.most > 20.01 || (seconds[k] >= 30 && q.least < 7.99))
                fail_msg("%s: quiet of %g to %g s", body, q.least, q.most);
            double length = length_of(p);
            if (fabs(length - seconds[k]) > 0.001)
                fail_msg("%s: lasts %g s", body, length);
        }
}

static void its_words_thin_out(void **state)
{
    (void)state;
    struct planned p = plain("for _, part in ipairs { 'chest-upper-back', 'hands-arms', 'feet', 'lower-legs', 'thighs-hips', 'hands-arms', "
                             "'feet', 'lower-legs', 'thighs-hips', 'hands-arms', 'belly-low-back' } do scan { part, seconds = 90 } end");
    struct quiet early = quiet_of(p.plan.timeline, 0, 90), late = quiet_of(p.plan.timeline, 900, 990);
    if (early.share < 0.26 || early.share > 0.42 || late.share < 0.1 || late.share > 0.26)
        fail_msg("%.0f %% is spoken at first, %.0f %% later", 100 * early.share, 100 * late.share);
    uk_plan_finish(&p.plan);
}

static void each_side_and_both_at_once(void **state)
{
    (void)state;
    struct planned p = plain("scan { 'feet', 'each', seconds = 90 }");
    check_manner(p.plan.timeline, "each foot");
    assert_true(says_around(&p, "Let attention travel down, to the left foot.", 0));
    assert_true(says_around(&p, "Over to the right foot. Heel, sole and toes.", 45));
    assert_true(fabs(length_of(p) - 90) < 0.001);
    p = plain("scan { 'feet', seconds = 45 }");
    for (uint32_t i = 0; i < p.plan.timeline->cue_count; i++)
        assert_null(strstr(p.plan.timeline->cues[i].text, "left"));
    uk_plan_finish(&p.plan);
    p = plain("for side in sides 'both' do scan { 'feet', seconds = 45 } end");
    assert_true(says(&p, "Over to the right foot. Heel, sole and toes."));
    uk_plan_finish(&p.plan);
    p = plain("scan { 'belly-low-back', 'each', seconds = 90 }");
    assert_true(fabs(length_of(p) - 90) < 0.001);
}

static void its_own_lines_or_the_authors(void **state)
{
    (void)state;
    struct planned p = plain("scan { 'feet', lines = { 'The soles.', 'The toes.', { 'Never.', more = 4 }, 'Enough.' }, seconds = 60 }");
    static const char *const order[] = {"The soles.", "The toes.", "Enough."};
    double before = -1;
    for (size_t i = 0; i < 3; i++) {
        double at = said_at(p.plan.timeline, order[i], 0);
        assert_true(at > before);
        before = at;
    }
    assert_false(says(&p, "Never."));
    assert_true(fabs(length_of(p) - 60) < 0.001);
    REFUSED("scan { 'feets' }", "mine.lua:1: scan: no part 'feets' (did you mean 'feet'?)");
    REFUSED("scan { 'feet', lines = {} }", "mine.lua:1: scan: 'lines' has nothing to say");
    REFUSED("tense { 'hands' }", "mine.lua:1: tense: no group 'hands' (did you mean 'hand'?)");
    REFUSED("tense { 'hand', seconds = 8 }", "mine.lua:1: tense: 'seconds' must be 5 to 7, not 8");
}

static const char scan[] = "scan { 'thighs-hips', 'each', seconds = 120 } rest(5)";

static void a_scan_answers(void **state)
{
    (void)state;
    assert_true(fabs(length_with(scan, "30 next") - 30 - 60 - 5) < 1); /* this side is over */
    assert_true(fabs(length_with(scan, "30 switch") - length_with(scan, "30 next")) < 0.3);
    assert_true(length_with(scan, "90 next") < 97);
    assert_true(length_with(scan, "20 ready") < 124);
    struct planned p = played(scan, "20 longer", "standard", UK_FIT_AS_WRITTEN);
    assert_true(says_around(&p, "Take your time.", 20));
    double length = length_of(p);
    if (length < 125.5 || length > 140)
        fail_msg("longer makes it %g s", length);
    p = played(scan, "20 easier", "standard", UK_FIT_AS_WRITTEN);
    assert_true(says_around(&p, "Only what is easy. The rest can wait.", 20));
    uk_plan_finish(&p.plan);
    p = played(scan, "30 again", "standard", UK_FIT_AS_WRITTEN);
    assert_true(said_at(p.plan.timeline, "Now the left thigh, long and broad.", 30) < 31);
    assert_true(fabs(length_of(p) - 155) < 1);
    p = played(scan, "123 again", "standard", UK_FIT_AS_WRITTEN);
    assert_true(length_of(p) > 180);
    p = played(scan, "30 resumed 60", "standard", UK_FIT_AS_WRITTEN);
    assert_true(says_around(&p, "Welcome back.", 30));
    uk_plan_finish(&p.plan);
}

/* The swells of a tension: in-breath and the time until the next one, or the end. */
static void check_tensions(const struct uk_timeline *t, double least, double most, const char *what)
{
    int count = 0;
    for (uint32_t i = 0; i < t->cue_count; i++) {
        const struct uk_cue *c = &t->cues[i];
        if (c->kind != UK_BREATH || c->at_ns < S(20))
            continue;
        double in = SECONDS(c->phases_ns[0]), out = SECONDS(c->at_ns) + in, ends = SECONDS(t->length_ns);
        for (uint32_t k = i + 1; k < t->cue_count && ends == SECONDS(t->length_ns); k++)
            if (t->cues[k].kind == UK_BREATH)
                ends = SECONDS(t->cues[k].at_ns);
        if (in < least || in > most || c->phases_ns[1] != 0 || ends - out < 19.99)
            fail_msg("%s: %g s of tension, %g s of letting go", what, in, ends - out);
        count++;
    }
    if (count < 1)
        fail_msg("%s: nothing is tensed", what);
}

static void every_group_can_be_tensed(void **state)
{
    (void)state;
    for (size_t i = 0; i < GROUPS; i++)
        for (int32_t size = 0; size < UK_FIT_SIZES; size++)
            for (int gentle = 0; gentle < 2; gentle++) {
                char body[200];
                snprintf(body, sizeof body, "tense { '%s', 'each' } tense { '%s' }", groups[i], groups[(i + 1) % GROUPS]);
                struct planned p = played(body, "", gentle ? "gentle" : "standard", (struct uk_fit){size, (size + gentle) % 2});
                check_tensions(p.plan.timeline, 5, gentle ? 5 : 7, body);
                check_manner(p.plan.timeline, body);
                for (uint32_t k = 0; k < p.plan.timeline->cue_count; k++)
                    if (gentle && strcasestr(p.plan.timeline->cues[k].text, "half"))
                        fail_msg("%s: in gentle mode '%s'", body, p.plan.timeline->cues[k].text);
                uk_plan_finish(&p.plan);
            }
    struct planned p = plain("tense { 'neck', rest = 30, seconds = 5 }"); /* who should not, hears it before */
    check_tensions(p.plan.timeline, 5, 5, "neck");
    assert_true(says_around(&p, "Neck trouble of late? Rest during this one.", 0));
    uk_plan_finish(&p.plan);
}

static const char fist[] = "tense { 'hand', 'each' } rest(5)";

/* When the first tension begins. */
static double tension(void)
{
    struct planned p = plain(fist);
    double at = 0;
    for (uint32_t i = p.plan.timeline->cue_count; i-- > 0;)
        if (p.plan.timeline->cues[i].kind == UK_BREATH && p.plan.timeline->cues[i].at_ns > S(20))
            at = SECONDS(p.plan.timeline->cues[i].at_ns) - 20;
    uk_plan_finish(&p.plan);
    return at;
}

static struct planned in_tension(double into, const char *event)
{
    char events[100];
    snprintf(events, sizeof events, "%.3f %s", tension() + into, event);
    return played(fist, events, "standard", UK_FIT_AS_WRITTEN);
}

static void tension_answers(void **state)
{
    (void)state;
    double at = tension(), whole = length_with(fist, "");
    struct planned p = in_tension(3, "next");
    assert_true(says_around(&p, "And let go.", at + 3));
    assert_true(fabs(length_of(p) - whole + 3) < 1);
    p = in_tension(3, "easier");
    assert_true(says_around(&p, "Lighter this time.", at + 3));
    assert_true(says(&p, "Only a hint of it.") || says(&p, "Barely firm is enough.") || says(&p, "Just so that you feel it."));
    assert_true(fabs(length_of(p) - whole) < 2);
    p = in_tension(3, "longer");
    assert_true(says_around(&p, "That is long enough here.", at + 3));
    assert_true(fabs(length_of(p) - whole) < 0.3);
    p = in_tension(3, "again");
    assert_true(says_around(&p, "Once more after this.", at + 3));
    assert_true(length_of(p) > whole + 25);
    p = in_tension(3, "switch");
    assert_true(said_at(p.plan.timeline, "And the right hand.", at) < at + 12);
    uk_plan_finish(&p.plan);
    p = in_tension(3, "resumed 30");
    assert_true(says_around(&p, "Welcome back.", at + 3));
    assert_true(length_of(p) > whole + 4);
    p = in_tension(3, "stop");
    assert_true(says(&p, "Let go of all of it."));
    assert_true(length_of(p) < at + 12);
    p = in_tension(15, "stop");
    assert_false(says(&p, "Let go of all of it."));
    uk_plan_finish(&p.plan);
    p = in_tension(15, "next");
    assert_true(said_at(p.plan.timeline, "And the right hand.", at) < at + 17);
    uk_plan_finish(&p.plan);
    p = in_tension(25, "longer");
    assert_true(fabs(length_of(p) - whole - 8) < 0.3);
}

static void any_event_at_any_moment(void **state)
{
    (void)state;
    static const char both[] = "scan { 'feet', 'each', seconds = 60 } tense { 'hand', 'each', times = 2 } tense { 'neck' } scan { 'whole-body' } finish {}";
    double length = length_with(both, "");
    for (int event = 0; event < UK_EVENTS; event++)
        for (double at = 0.21 * event; at < length; at += SLOW ? 61.3 : 9.7) {
            char events[100];
            const char *name = uk_event_names[event];
            int value = event == UK_RATE || event == UK_RESUMED ? 5 : 0;
            snprintf(events, sizeof events, "%.3f %s %d, %.3f %s %d, %.3f next", at, name, value, at + 0.3, name, value, at + 9);
            length_with(both, events);
        }
}

static void both_stretch_without_a_gap(void **state)
{
    (void)state;
    static const char both[] = "scan { 'feet', 'each', seconds = 90 } tense { 'hand', 'each' } tense { 'jaw', more = 3 } breathe {}";
    double longest = 0;
    for (int32_t size = 0; size < UK_FIT_SIZES; size++) {
        double before = 0;
        for (int k = 0; k <= 8; k++) {
            double seconds = length_of(played(both, "", "standard", (struct uk_fit){size, k / 8.0}));
            if (seconds <= before || (k == 0 && size > 0 && seconds > longest))
                fail_msg("size %d, ease %g: %g s after %g s", size, k / 8.0, seconds, k ? before : longest);
            before = seconds;
        }
        longest = fmax(longest, before);
    }
}

/* The minutes asked for stretch a breath, but not one that is for a few cycles only; instead of a held breath comes another, as long. */
static void a_breath_that_has_its_dose_keeps_it(void **state)
{
    (void)state;
    static const char dose[] = "breathe { 'relax-478', cycles = 4, words = false }", box[] = "breathe { 'box-4444', cycles = 5, words = false }";
    for (int32_t size = 0; size < UK_FIT_SIZES; size++) {
        struct planned p = played(dose, "", "standard", (struct uk_fit){size, 1});
        for (uint32_t i = 0; i < p.plan.timeline->note_count; i++)
            assert_null(strstr(p.plan.timeline->notes[i].text, "at most"));
        assert_true(fabs(length_of(p) - 76) < 0.001);
        assert_true(size == 2 || fabs(length_of(played(box, "", "standard", (struct uk_fit){size, 0.5})) - 80) > 1);
    }
    assert_true(fabs(length_of(played(dose, "", "gentle", UK_FIT_AS_WRITTEN)) - 76) < 0.001);
    assert_true(fabs(length_of(played(box, "", "gentle", UK_FIT_AS_WRITTEN)) - 80) < 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scan_takes_its_time),
        cmocka_unit_test(its_words_thin_out),
        cmocka_unit_test(each_side_and_both_at_once),
        cmocka_unit_test(its_own_lines_or_the_authors),
        cmocka_unit_test(a_scan_answers),
        cmocka_unit_test(every_group_can_be_tensed),
        cmocka_unit_test(tension_answers),
        cmocka_unit_test(any_event_at_any_moment),
        cmocka_unit_test(both_stretch_without_a_gap),
        cmocka_unit_test(a_breath_that_has_its_dose_keeps_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
