/* The fit for the minutes asked for is found once: what is kept of it gives the same plan, and is not believed when it no longer fits. */
#include "studio.h"

#include <sys/stat.h>

#define RATE 48000

static struct studio s;
static const struct unknot_param three = {"minutes", "3"};

/* `rests` of them give way to the minutes. */
static int load(const char *name, int rests)
{
    char script[400], path[256], file[80];
    snprintf(script, sizeof script,
             "return { title = 'Rests', minutes = { 2, 3 }, play = function()\n"
             "  for i = 1, %d do say 'Rest now.' rest(20) end\n"
             "end }\n",
             rests);
    snprintf(file, sizeof file, "%s.lua", name);
    studio_write(&s, file, script, strlen(script));
    studio_path(&s, file, path, sizeof path);
    return unknot_load(s.u, path, &three, 1);
}

static void what_is_kept_gives_the_same_plan(void **state)
{
    (void)state;
    char path[600];
    struct stat before, after;
    assert_int_equal(load("rests", 8), UNKNOT_OK);
    assert_in_range(unknot_length_frames(s.u), 179 * RATE, 181 * RATE);
    uint64_t sum = studio_plan_sum(&s);
    studio_kept(&s, "fit", path);
    assert_int_equal(stat(path, &before), 0);
    studio_begin_anew(&s);
    assert_int_equal(load("rests", 8), UNKNOT_OK);
    assert_true(studio_plan_sum(&s) == sum);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
}

/* The fit of one routine in the place of another's, as if the voice had changed. */
static void what_no_longer_fits_is_not_believed(void **state)
{
    (void)state;
    char path[600];
    assert_int_equal(load("rests", 8), UNKNOT_OK);
    uint64_t sum = studio_plan_sum(&s);
    studio_kept(&s, "fit", path);
    FILE *f = fopen(path, "r+b");
    assert_non_null(f);
    unsigned char bytes[64];
    size_t n = fread(bytes, 1, sizeof bytes, f);
    assert_int_equal(n, 16 + 4 + 8 + 8);
    double ease;
    memcpy(&ease, bytes + 20, sizeof ease);
    ease = ease > 0.5 ? ease - 0.3 : ease + 0.3;
    memcpy(bytes + 20, &ease, sizeof ease);
    uint64_t hash = 0xcbf29ce484222325ull;
    for (size_t i = 16; i < n; i++)
        hash = (hash ^ bytes[i]) * 0x100000001b3ull;
    memcpy(bytes + 8, &hash, sizeof hash);
    rewind(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
    studio_begin_anew(&s);
    assert_int_equal(load("rests", 8), UNKNOT_OK);
    assert_true(studio_plan_sum(&s) == sum);
    studio_begin_anew(&s);
    assert_int_equal(load("rests", 7), UNKNOT_OK);
    assert_in_range(unknot_length_frames(s.u), 179 * RATE, 181 * RATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_gives_the_same_plan),
        cmocka_unit_test(what_no_longer_fits_is_not_believed),
    };
    return RUN_IN(s, tests);
}
