/* What a routine said last time is kept, and measured ahead the next time: the plan is the same with it, without it, and with nonsense. */
#include "studio.h"

#include <sys/stat.h>

static struct studio s;

static const char first[] = "return { title = 'Two lines', play = function() say 'Breathe in.' wait(1) say 'And out.' wait(1) end }";
static const char second[] = "return { title = 'Two lines', play = function() say 'Rest now.' wait(1) say 'And out.' wait(2) end }";

static bool holds(const char *path, const char *words)
{
    char bytes[4000];
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t n = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    return memmem(bytes, n, words, strlen(words)) != NULL;
}

static void the_plan_is_the_same_whatever_was_foreseen(void **state)
{
    (void)state;
    char path[600];
    struct stat before, after;
    assert_loads(&s, "lines", first);
    uint64_t sum = studio_plan_sum(&s);
    studio_kept(&s, "said", path);
    assert_true(holds(path, "Breathe in."));
    assert_int_equal(stat(path, &before), 0);
    studio_begin_anew(&s);
    assert_loads(&s, "lines", first);
    assert_true(studio_plan_sum(&s) == sum);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino); /* nothing was new */
    FILE *f = fopen(path, "r+b");
    assert_non_null(f);
    fseek(f, 20, SEEK_SET);
    fputs("nonsense", f);
    fclose(f);
    studio_begin_anew(&s);
    assert_loads(&s, "lines", first);
    assert_true(studio_plan_sum(&s) == sum);
    assert_false(holds(path, "nonsense"));
}

static void an_edited_routine_says_what_it_says_now(void **state)
{
    (void)state;
    studio_begin_anew(&s);
    assert_loads(&s, "other", second);
    uint64_t sum = studio_plan_sum(&s);
    studio_begin_anew(&s);
    assert_loads(&s, "lines", second);
    assert_true(studio_plan_sum(&s) == sum);
    assert_int_equal(unknot_cue_count(s.u), 2);
}

/* Each time another wording: what was said at other times is kept beside it. */
static void what_it_said_at_other_times_stays(void **state)
{
    (void)state;
    static const char moods[] = "return { title = 'Moods', params = { mood = { 'in', 'out' } }, play = function(with)\n"
                                "  say(with.mood == 'in' and 'Breathe in.' or 'And out.') wait(1) end }";
    char path[600], script[300];
    studio_begin_anew(&s);
    assert_loads(&s, "lines", moods);
    studio_kept(&s, "said", path);
    assert_true(holds(path, "Breathe in.") && !holds(path, "And out.")); /* that was another script */
    for (int i = 0; i < 2; i++) {
        const struct unknot_param mood = {"mood", i == 0 ? "out" : "in"};
        snprintf(script, sizeof script, "%s/lines.lua", s.folder);
        studio_begin_anew(&s);
        assert_int_equal(unknot_load(s.u, script, &mood, 1), UNKNOT_OK);
        assert_true(holds(path, "Breathe in.") && holds(path, "And out."));
    }
}

/* Whoever only plays asks for nothing that was said before, and gets the same plan, the first time and later. */
static void who_only_plays_has_the_same_plan(void **state)
{
    (void)state;
    const struct unknot_param five = {"minutes", "5"};
    assert_int_equal(unknot_load(s.u, "calm", &five, 1), UNKNOT_OK);
    uint64_t sum = studio_plan_sum(&s);
    for (int i = 0; i < 2; i++) {
        unknot_close(s.u);
        assert_int_equal(unknot_open_uri(&s.u, "unknot://calm?minutes=5", NULL), UNKNOT_OK);
        assert_true(studio_plan_sum(&s) == sum);
        assert_int_equal(unknot_press_at(s.u, 48000 * 60, "next", 0), UNKNOT_OK);
    }
    studio_begin_anew(&s);
    assert_int_equal(unknot_load_soon(s.u, "calm", &five, 1), UNKNOT_OK);
    assert_true(studio_plan_sum(&s) == sum);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plan_is_the_same_whatever_was_foreseen),
        cmocka_unit_test(what_it_said_at_other_times_stays),
        cmocka_unit_test(an_edited_routine_says_what_it_says_now),
        cmocka_unit_test(who_only_plays_has_the_same_plan),
    };
    return RUN_IN(s, tests);
}
