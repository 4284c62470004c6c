/* test_data.c - the body as data: what every entry of the library must obey (data_rules.lua), and that every site can be pressed. */
#include "rules.h"

static void every_entry_obeys_the_rules(void **state) {
    char about[6000] = "files = { ", reply[8192];
    (void)state;
    DIR *d = opendir(RULES_LIBRARY);
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d))
        if (is_lua(e->d_name)) {
            size_t n = strlen(about);
            snprintf(about + n, sizeof about - n, "'%.*s', ", (int)strlen(e->d_name) - 4, e->d_name);
        }
    closedir(d);
    strcat(about, "}");
    ask(about, reply, sizeof reply);
    if (reply[0])
        fail_msg("%s", reply);
}

static int64_t said_at(const struct uk_timeline *t, const char *text) {
    for (uint32_t i = 0; i < t->cue_count; i++)
        if (t->cues[i].kind == UK_PHRASE && strcmp(t->cues[i].text, text) == 0)
            return t->cues[i].at_ns;
    return -1;
}

/* The site's words come before its first press, and no press is stronger than it may be, on either side. */
static void check_site(const struct uk_timeline *t, const struct site *s, const char *mode, const char *what) {
    int sides[2] = {0};
    for (uint32_t i = 0; i < t->span_count; i++) {
        const struct uk_span *span = &t->spans[i];
        assert_string_equal(span->point, s->id);
        if (span->level < 1 || span->level > highest(s, mode))
            fail_msg("%s: level %g", what, span->level);
        sides[span->side[0] == 'r']++;
    }
    if (sides[0] < 1 || (strcmp(s->side, "both") == 0 && sides[1] < 1))
        fail_msg("%s: pressed %d and %d times", what, sides[0], sides[1]);
    for (int i = 0; i < s->caution_count; i++) {
        int64_t at = said_at(t, s->cautions[i]);
        if (at < 0 || at > t->spans[0].at_ns)
            fail_msg("%s: '%s' is not said before the first press", what, s->cautions[i]);
    }
    check_limits(t, mode, what);
}

/* What is off by default, or only stretched, is not pressed even when a script asks for it. */
static void check_not_pressed(const struct uk_timeline *t, const struct site *s, const char *what) {
    if (t->span_count > 0)
        fail_msg("%s: is pressed", what);
    bool stretched = false;
    for (uint32_t i = 0; i < t->cue_count; i++)
        stretched |= t->cues[i].kind == UK_PHRASE && strstr(t->cues[i].text, "Its stretch is this one: ");
    if (stretched != (strcmp(s->how, "stretched") == 0))
        fail_msg("%s: %s", what, stretched ? "names its stretch" : "does not name its stretch");
}

static void plan_site(const struct site *s, const char *mode, int size, const char *lead) {
    char source[1000], what[120];
    int n = snprintf(source, sizeof source,
                     "return { title = 'Mine', params = { mode = { '%s' } }, play = function()\n"
                     "for side in sides '%s' do %s press { '%s', side } end end }",
                     mode, s->side, lead, s->id);
    snprintf(what, sizeof what, "%s, %s, size %d", s->id, mode, size);
    struct planned p = run_source("mine", source, (size_t)n, NULL, 0, (struct uk_fit){size, 0.5}, NULL, 2.4);
    if (p.status)
        fail_msg("%s: %s", what, p.m.text);
    if (strcmp(s->how, "pressed") == 0)
        check_site(p.plan.timeline, s, mode, what);
    else
        check_not_pressed(p.plan.timeline, s, what);
    if (lead[0]) /* without it, both sides of a very short session are led to with the same words */
        check_manner(p.plan.timeline, what);
    uk_plan_finish(&p.plan);
}

static void every_site_can_be_pressed(void **state) {
    static const char *const modes[] = {"standard", "gentle", "firm"};
    struct site s;
    char find[120];
    int count = 0;
    (void)state;
    for (; ask_site(count + 1, &s); count++) {
        snprintf(find, sizeof find, "find { '%s', side }", s.id);
        for (int i = 0; i < 3; i++)
            plan_site(&s, modes[i], 2, find);
        plan_site(&s, "standard", 0, find);
        plan_site(&s, "standard", 2, "");
        plan_site(&s, "standard", 4, find);
    }
    assert_int_equal(count, 71);
}

/* The text of each routine, since what is off by default leaves no trace in a plan. */
static void no_shipped_routine_has_what_is_off_by_default(void **state) {
    struct site s;
    int off = 0, routines = 0;
    (void)state;
    for (int number = 1; ask_site(number, &s); number++) {
        if (strcmp(s.how, "advanced") != 0)
            continue;
        DIR *d = opendir(SOURCE_DIR "/scripts/routines");
        assert_non_null(d);
        off++;
        for (struct dirent *e = readdir(d); e; e = readdir(d)) {
            char path[1024], *text;
            size_t n;
            struct uk_message m;
            if (!is_lua(e->d_name))
                continue;
            snprintf(path, sizeof path, "%s/scripts/routines/%s", SOURCE_DIR, e->d_name);
            assert_int_equal(uk_path_read(path, UK_MOST_SOURCE, &text, &n, &m), UNKNOT_OK);
            if (strstr(text, s.id))
                fail_msg("%s has %s, which is off by default", e->d_name, s.id);
            free(text);
            routines++;
        }
        closedir(d);
    }
    assert_int_equal(off, 3);
    assert_true(routines >= 3 * off);
}

static void every_stretch_can_be_done(void **state) {
    (void)state;
    char reply[8192];
    ask("stretches = true", reply, sizeof reply);
    int count = 0;
    for (char *rest = reply, *id; (id = strsep(&rest, "|")) != NULL; count++) {
        char body[400];
        snprintf(body, sizeof body, "for side in sides '%s' do stretch { '%s', side } move { '%s', side, times = 2 } end",
                 id[0] == '=' ? "mid" : "both", id + 1, id + 1);
        struct planned p = run_body(body);
        if (p.status)
            fail_msg("%s: %s", id, p.m.text);
        for (uint32_t i = 0; i < p.plan.timeline->cue_count; i++)
            if (p.plan.timeline->cues[i].kind == UK_PHRASE)
                check_words(p.plan.timeline->cues[i].text);
        uk_plan_finish(&p.plan);
    }
    assert_int_equal(count, 42);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_entry_obeys_the_rules),
        cmocka_unit_test(every_site_can_be_pressed),
        cmocka_unit_test(every_stretch_can_be_done),
        cmocka_unit_test(no_shipped_routine_has_what_is_off_by_default),
    };
    return cmocka_run_group_tests(tests, make_library, remove_library);
}
