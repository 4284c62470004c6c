#include "check.h"

#include "plan/lengths.h"

#include <stdio.h>
#include <string.h>

static void what_was_added_is_found(void **state)
{
    (void)state;
    struct uk_lengths l = {0};
    assert_null(uk_lengths_find(&l, 0, "hello"));
    assert_int_equal(uk_lengths_add(&l, 0, "hello", 5), UNKNOT_OK);
    assert_int_equal(uk_lengths_add(&l, 1, "hello", 6), UNKNOT_OK);
    assert_int_equal(uk_lengths_add(&l, 0, "", 0), UNKNOT_OK);
    assert_int_equal(uk_lengths_find(&l, 0, "hello")->ns, 5);
    assert_int_equal(uk_lengths_find(&l, 1, "hello")->ns, 6);
    assert_int_equal(uk_lengths_find(&l, 0, "")->ns, 0);
    assert_null(uk_lengths_find(&l, 1, ""));
    assert_null(uk_lengths_find(&l, 0, "Hello"));
    assert_int_equal(l.count, 3);
    uk_lengths_finish(&l);
    assert_null(uk_lengths_find(&l, 0, "hello"));
    uk_lengths_finish(&l);
}

static void the_first_length_of_a_name_stays(void **state)
{
    (void)state;
    struct uk_lengths l = {0};
    char name[] = "hello";
    assert_int_equal(uk_lengths_add(&l, 0, name, 5), UNKNOT_OK);
    assert_int_equal(uk_lengths_add(&l, 0, name, 9), UNKNOT_OK);
    name[0] = 'j'; /* it has a copy */
    assert_int_equal(uk_lengths_find(&l, 0, "hello")->ns, 5);
    assert_int_equal(l.count, 1);
    uk_lengths_finish(&l);
}

static void thousands_are_found(void **state)
{
    (void)state;
    struct uk_lengths l = {0};
    char name[16];
    for (int i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_int_equal(uk_lengths_add(&l, i & 1, name, i), UNKNOT_OK);
    }
    for (int i = 0; i < 5000; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_int_equal(uk_lengths_find(&l, i & 1, name)->ns, i);
        assert_null(uk_lengths_find(&l, !(i & 1), name));
    }
    assert_int_equal(l.count, 5000);
    uk_lengths_finish(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_added_is_found),
        cmocka_unit_test(the_first_length_of_a_name_stays),
        cmocka_unit_test(thousands_are_found),
    };
    return RUN(tests);
}
