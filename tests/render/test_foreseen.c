/* What a routine said last time is kept, and measured ahead the next time: the plan is the same with it, without it, and with nonsense. */
#include "studio.h"

#include <dirent.h>
#include <sys/stat.h>

static struct studio s;

static const char first[] = "return { title = 'Two lines', play = function() say 'Breathe in.' wait(1) say 'And out.' wait(1) end }";
static const char second[] = "return { title = 'Two lines', play = function() say 'Rest now.' wait(1) say 'And out.' wait(2) end }";

static int set_up(void **state)
{
    (void)state;
    studio_init(&s);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    studio_finish(&s);
    return 0;
}

static void begin_anew(void)
{
    unknot_close(s.u);
    assert_int_equal(unknot_open(&s.u, NULL), UNKNOT_OK);
}

/* The one file on the shelf. */
static void shelf_file(char path[600])
{
    char shelf[300];
    size_t n = 0;
    snprintf(shelf, sizeof shelf, "%s/unknot/said", s.folder);
    DIR *d = opendir(shelf);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));)
        if (e->d_name[0] != '.' && ++n)
            snprintf(path, 600, "%s/%s", shelf, e->d_name);
    closedir(d);
    assert_int_equal(n, 1);
}

static bool holds(const char *path, const char *words)
{
    char bytes[4000];
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t n = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    return memmem(bytes, n, words, strlen(words)) != NULL;
}

/* Length and cues of the plan, in one number. */
static uint64_t plan_sum(void)
{
    uint64_t sum = (uint64_t)unknot_length_frames(s.u);
    struct unknot_cue cue;
    for (size_t i = 0; unknot_cue(s.u, i, &cue) == UNKNOT_OK; i++) {
        sum = sum * 1000003 + (uint64_t)cue.at_frames;
        sum = sum * 1000003 + (uint64_t)cue.length_frames;
    }
    return sum;
}

static void the_plan_is_the_same_whatever_was_foreseen(void **state)
{
    (void)state;
    char path[600];
    struct stat before, after;
    assert_loads(&s, "lines", first);
    uint64_t sum = plan_sum();
    shelf_file(path);
    assert_true(holds(path, "Breathe in."));
    assert_int_equal(stat(path, &before), 0);
    begin_anew();
    assert_loads(&s, "lines", first);
    assert_true(plan_sum() == sum);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino); /* nothing was new */
    FILE *f = fopen(path, "r+b");
    assert_non_null(f);
    fseek(f, 20, SEEK_SET);
    fputs("nonsense", f);
    fclose(f);
    begin_anew();
    assert_loads(&s, "lines", first);
    assert_true(plan_sum() == sum);
    assert_false(holds(path, "nonsense"));
}

static void an_edited_routine_says_what_it_says_now(void **state)
{
    (void)state;
    begin_anew();
    assert_loads(&s, "other", second);
    uint64_t sum = plan_sum();
    begin_anew();
    assert_loads(&s, "lines", second);
    assert_true(plan_sum() == sum);
    assert_int_equal(unknot_cue_count(s.u), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plan_is_the_same_whatever_was_foreseen),
        cmocka_unit_test(an_edited_routine_says_what_it_says_now),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
