/* Which position is heard while a sink holds more than it has played. */
#include "check.h"

#include "engine/trail.h"

static void what_goes_on_is_heard_later(void **state)
{
    (void)state;
    struct uk_trail t = {0};
    assert_int_equal(uk_trail_at(&t, 100), 0);
    for (int at = 1000; at < 2000; at += 10)
        uk_trail_add(&t, at, 10, false);
    assert_int_equal(t.count, 1);
    assert_int_equal(uk_trail_at(&t, 0), 2000);
    assert_int_equal(uk_trail_at(&t, 300), 1700);
    assert_int_equal(uk_trail_at(&t, 1500), 1000); /* nothing was there before */
}

static void jumps_are_heard_when_they_arrive(void **state)
{
    (void)state;
    struct uk_trail t = {0};
    uk_trail_add(&t, 0, 100, false);
    uk_trail_add(&t, 90000, 50, false);
    uk_trail_add(&t, 40000, 30, false);
    assert_int_equal(uk_trail_at(&t, 90), 90);
    assert_int_equal(uk_trail_at(&t, 81), 99);
    assert_int_equal(uk_trail_at(&t, 80), 90000);
    assert_int_equal(uk_trail_at(&t, 31), 90049);
    assert_int_equal(uk_trail_at(&t, 30), 40000);
    assert_int_equal(uk_trail_at(&t, 0), 40030);
}

static void a_pause_stays_where_it_is(void **state)
{
    (void)state;
    struct uk_trail t = {0};
    uk_trail_add(&t, 500, 100, false);
    for (int i = 0; i < 1000; i++)
        uk_trail_add(&t, 600, 10, true);
    uk_trail_add(&t, 600, 10, false);
    assert_int_equal(t.count, 3);
    assert_int_equal(uk_trail_at(&t, 10030), 580);
    assert_int_equal(uk_trail_at(&t, 5000), 600);
    assert_int_equal(uk_trail_at(&t, 4), 606);
}

static void many_jumps_forget_the_oldest(void **state)
{
    (void)state;
    struct uk_trail t = {0};
    for (int i = 0; i < 100; i++)
        uk_trail_add(&t, i * 1000, 10, false);
    assert_int_equal(t.count, UK_TRAIL_MAX);
    assert_int_equal(uk_trail_at(&t, 5), 99005);
    assert_int_equal(uk_trail_at(&t, 10 * UK_TRAIL_MAX), (100 - UK_TRAIL_MAX) * 1000);
    assert_int_equal(uk_trail_at(&t, 1000), (100 - UK_TRAIL_MAX) * 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_on_is_heard_later),
        cmocka_unit_test(jumps_are_heard_when_they_arrive),
        cmocka_unit_test(a_pause_stays_where_it_is),
        cmocka_unit_test(many_jumps_forget_the_oldest),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
