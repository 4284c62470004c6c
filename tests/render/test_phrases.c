/* What a routine says, and all that it may ever say. */
#include "studio.h"

#define SECOND 48000

static const char talk[] = "return {\n"
                           "  title = 'Talk', minutes = { 1, 2 },\n"
                           "  params = { mood = { 'calm', 'glad', 'odd' } },\n"
                           "  play = function(with)\n"
                           "    say 'One. [1] And one.'\n"
                           "    if with.mood == 'glad' then say 'How glad.' end\n"
                           "    wait(3)\n"
                           "    say 'Two.'\n"
                           "    say 'One. [1] And one.'\n"
                           "    local event = listen { 'longer', seconds = 20 }\n"
                           "    if event then\n"
                           "      say 'You want more.'\n"
                           "      if listen { 'harder', seconds = 10 } then\n"
                           "        say 'You found it.'\n"
                           "        if listen { 'rate', seconds = 4 } then say 'And rate it.' end\n"
                           "      end\n"
                           "    end\n"
                           "    say { 'Meanwhile.', wait = false }\n"
                           "    wait(6)\n"
                           "    say 'Three.'\n"
                           "  end,\n"
                           "}\n";

/* Its place in the list, -1: it is not there. */
static int find(struct unknot *u, const char *source, struct unknot_phrase *p)
{
    for (size_t i = 0; i < unknot_phrase_count(u); i++) {
        assert_int_equal(unknot_phrase(u, i, p), UNKNOT_OK);
        if (strcmp(p->source, source) == 0)
            return (int)i;
    }
    return -1;
}

static void nothing_loaded(void **state)
{
    struct studio *s = *state;
    struct unknot_phrase p;
    assert_int_equal(unknot_phrase_count(s->u), 0);
    assert_int_equal(unknot_phrase(s->u, 0, &p), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(unknot_phrase_make(s->u, 0, &p), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(unknot_phrases_everywhere(s->u), UNKNOT_BAD_ARGUMENT);
}

static void of_the_plan(void **state)
{
    struct studio *s = *state;
    struct unknot_phrase p;
    assert_loads(s, "talk", talk);
    assert_int_equal(find(s->u, "One. [1] And one.", &p), 0);
    assert_string_equal(p.text, "One. And one.");
    assert_string_equal(p.language, "en");
    assert_string_equal(p.sentences[0], "One.");
    assert_string_equal(p.sentences[1], "And one.");
    assert_null(p.sentences[2]);
    assert_memory_equal(p.lines[1], "and-one-", 8);
    assert_int_equal(strlen(p.lines[1]), 14);
    assert_false(p.is_answer);
    assert_int_equal(p.at_frames, 0);
    assert_non_null(p.by);
    assert_true(p.seconds > 1);
    assert_true(fabs(p.room_s - p.seconds - 2.75) < 0.01); /* before "Two."; there is more before "Three." */
    double seconds = p.seconds;

    assert_int_equal(find(s->u, "Two.", &p), 1);
    assert_true(p.at_frames > (int64_t)((seconds + 3) * SECOND) - 10);
    double gap = p.room_s - p.seconds; /* the next phrase comes after no more than the breath between two */
    assert_true(fabs(gap) < 0.2);

    assert_int_equal(find(s->u, "Three.", &p), 3);
    assert_true(isinf(p.room_s));
    assert_int_equal(find(s->u, "How glad.", &p), -1);
    size_t count = unknot_phrase_count(s->u);
    assert_int_equal(unknot_phrase(s->u, count, &p), UNKNOT_BAD_ARGUMENT);
}

static void everywhere(void **state)
{
    struct studio *s = *state;
    struct unknot_phrase p;
    assert_loads(s, "talk", talk);
    assert_int_equal(unknot_phrases_everywhere(s->u), UNKNOT_OK);
    assert_int_equal(find(s->u, "Three.", &p), 3);
    assert_int_equal(find(s->u, "How glad.", &p), 4); /* said, but with another setting */
    assert_int_equal(p.at_frames, -1);
    assert_false(p.is_answer);
    assert_true(isinf(p.room_s)); /* what follows waits for it */
    assert_null(p.by); /* nobody had to say it so far */
    assert_int_equal(find(s->u, "Meanwhile.", &p), 2);
    assert_true(fabs(p.room_s - 5.75) < 0.01); /* the next one comes when it comes */
    assert_true(find(s->u, "You want more.", &p) > 4);
    assert_true(isinf(p.room_s));
    assert_true(p.is_answer);
    assert_true(find(s->u, "And rate it.", &p) > 4); /* three presses deep */
    int found = find(s->u, "You found it.", &p);
    assert_true(found > 4);

    assert_int_equal(unknot_phrase_make(s->u, (size_t)found, &p), UNKNOT_OK);
    assert_non_null(p.by);
    find(s->u, "You found it.", &p);
    assert_non_null(p.by);

    assert_loads(s, "talk", talk); /* of the plan alone again */
    assert_int_equal(find(s->u, "How glad.", &p), -1);
}

/* Its sources, as one text with a line each. */
static char *sources(struct unknot *u)
{
    struct unknot_phrase p;
    char *text = NULL;
    size_t n;
    FILE *f = open_memstream(&text, &n);
    assert_non_null(f);
    putc('\n', f);
    for (size_t i = 0; unknot_phrase(u, i, &p) == UNKNOT_OK; i++)
        fprintf(f, "%s\n", p.source);
    fclose(f);
    return text;
}

static void are_all_in(const char *some, const char *all, struct unknot *u)
{
    for (const char *line = some + 1; *line; line = strchr(line, '\n') + 1) {
        char *whole = strndup(line - 1, (size_t)(strchr(line, '\n') - line) + 2);
        if (!strstr(all, whole))
            fail_msg("nobody knew of '%s'\n%s", whole, unknot_journal(u));
        free(whole);
    }
}

/* Presses at random, in modes and lengths at random: nothing is said that was not found before. */
static void nothing_else_is_said(void **state)
{
    static const char *const events[] = {"next", "again", "longer", "easier", "harder", "switch", "ready", "rate", "resumed", "stop"};
    static const char *const modes[] = {"standard", "gentle", "firm"};
    struct studio *s = *state;
    uint32_t draw = 12345;
    assert_int_equal(unknot_load(s->u, "coherent-breathing", NULL, 0), UNKNOT_OK);
    size_t count = unknot_phrase_count(s->u);
    assert_int_equal(unknot_phrases_everywhere(s->u), UNKNOT_OK);
    assert_true(unknot_phrase_count(s->u) > count);
    char *all = sources(s->u);
    for (int session = 0; session < (SLOW ? 2 : 9); session++) {
        struct unknot_param params[] = {{"mode", modes[session % 3]}, {"minutes", session % 2 ? "5" : "9.3"}};
        assert_int_equal(unknot_load(s->u, "coherent-breathing", params, 2), UNKNOT_OK);
        for (int i = 0; i < 6; i++) {
            draw = draw * 1664525u + 1013904223u;
            uint32_t event = (draw >> 9) % 10;
            unknot_seek(s->u, unknot_tell(s->u) + (int64_t)(draw >> 12) % 60 * SECOND, UNKNOT_EXACT);
            unknot_press(s->u, events[event], event == 7 ? draw % 11 : event == 8 ? 30 : 0);
        }
        char *some = sources(s->u);
        are_all_in(some, all, s->u);
        free(some);
    }
    free(all);
}

/* What a press brings is among the phrases of the new plan. */
static void after_a_press(void **state)
{
    struct studio *s = *state;
    struct unknot_phrase p;
    assert_loads(s, "talk", talk);
    assert_int_equal(find(s->u, "You want more.", &p), -1);
    find(s->u, "Two.", &p);
    unknot_seek(s->u, unknot_length_frames(s->u) - 14 * SECOND, UNKNOT_EXACT);
    assert_int_equal(unknot_press(s->u, "longer", 0), UNKNOT_OK);
    assert_true(find(s->u, "You want more.", &p) > 0);
    assert_true(p.at_frames > 0);
}

static int set_up(void **state)
{
    static struct studio studio;
    studio_init(&studio);
    *state = &studio;
    return 0;
}

static int tear_down(void **state)
{
    studio_finish(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_loaded), cmocka_unit_test(of_the_plan),   cmocka_unit_test(everywhere),
        cmocka_unit_test(after_a_press),  cmocka_unit_test(nothing_else_is_said),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
