#include "plan.h"

#include "plan/random.h"

/* The first numbers of the authors' own code (prng.di.unimi.it) from this state. */
static void the_numbers_are_those_of_the_reference(void **state)
{
    (void)state;
    static const uint64_t wanted[] = {11520, 0, 1509978240, 1215971899390074240};
    struct uk_random r = {{1, 2, 3, 4}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_true(uk_random_next(&r) == wanted[i]);
    uk_random_init(&r, 1234567);
    assert_true(r.s[0] == 6457827717110365317u && r.s[1] == 3203168211198807973u);
}

static void a_range_is_kept_and_filled(void **state)
{
    (void)state;
    struct uk_random r;
    int seen[6] = {0};
    uk_random_init(&r, 7);
    for (int i = 0; i < 60000; i++) {
        int64_t n = uk_random_between(&r, -3, 2);
        assert_in_range(n + 3, 0, 5);
        seen[n + 3]++;
        double unit = uk_random_unit(&r);
        assert_true(unit >= 0 && unit < 1);
    }
    for (int i = 0; i < 6; i++)
        assert_in_range(seen[i], 9500, 10500);
    assert_true(uk_random_between(&r, INT64_MAX, INT64_MAX) == INT64_MAX);
    (void)uk_random_between(&r, INT64_MIN, INT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_numbers_are_those_of_the_reference),
        cmocka_unit_test(a_range_is_kept_and_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
