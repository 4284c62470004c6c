/* Parts of files over HTTP: which bytes are meant, and when the listener has them already. */
#include "check.h"

#include "cli/http/range.h"

#include <stddef.h>

#define SIZE 1000

static void parts(void **state)
{
    static const struct {
        const char *field;
        enum uk_range is;
        int64_t from, count;
    } cases[] = {
        {NULL, UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=0-0", UK_RANGE_PART, 0, 1},
        {"bytes=0-", UK_RANGE_PART, 0, SIZE},
        {"Bytes=10-19", UK_RANGE_PART, 10, 10},
        {"bytes= 10-19 ", UK_RANGE_PART, 10, 10},
        {"bytes=999-", UK_RANGE_PART, 999, 1},
        {"bytes=990-2000", UK_RANGE_PART, 990, 10},
        {"bytes=5-99999999999999999999999", UK_RANGE_PART, 5, SIZE - 5},
        {"bytes=-1", UK_RANGE_PART, 999, 1},
        {"bytes=-1000", UK_RANGE_PART, 0, SIZE},
        {"bytes=-99999999999999999999999", UK_RANGE_PART, 0, SIZE},
        {"bytes=1000-", UK_RANGE_BEYOND, 0, SIZE},
        {"bytes=99999999999999999999999-", UK_RANGE_BEYOND, 0, SIZE},
        {"bytes=-0", UK_RANGE_BEYOND, 0, 0},
        /* what is no range does not count */
        {"", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=-", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=a-b", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=5", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=5-4", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=5-6x", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=+5-6", UK_RANGE_WHOLE, 0, SIZE},
        {"bytes=--5", UK_RANGE_WHOLE, 0, SIZE},
        {"seconds=5-6", UK_RANGE_WHOLE, 0, SIZE},
        /* nor are several given at once */
        {"bytes=0-1,5-6", UK_RANGE_WHOLE, 0, SIZE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t from = -1, count = -1;
        enum uk_range is = uk_range_read(cases[i].field, SIZE, &from, &count);
        if (is != cases[i].is || (is != UK_RANGE_BEYOND && (from != cases[i].from || count != cases[i].count)))
            fail_msg("'%s' is %d, %lld bytes from %lld", cases[i].field ? cases[i].field : "NULL", (int)is, (long long)count, (long long)from);
    }
}

static void of_nothing_there_is_no_part(void **state)
{
    int64_t from, count;
    (void)state;
    assert_int_equal(uk_range_read("bytes=0-", 0, &from, &count), UK_RANGE_BEYOND);
    assert_int_equal(uk_range_read("bytes=-1", 0, &from, &count), UK_RANGE_BEYOND);
}

static void tags(void **state)
{
    (void)state;
    assert_false(uk_range_has_tag(NULL, "\"a\""));
    assert_true(uk_range_has_tag("\"a\"", "\"a\""));
    assert_true(uk_range_has_tag("*", "\"a\""));
    assert_true(uk_range_has_tag(" \"b\" ,W/\"a\"", "\"a\""));
    assert_false(uk_range_has_tag("\"b\", \"ab\", a", "\"a\""));
    assert_false(uk_range_has_tag("", "\"a\""));
    assert_true(uk_range_still(NULL, "\"a\""));
    assert_true(uk_range_still("\"a\"", "\"a\""));
    assert_false(uk_range_still("W/\"a\"", "\"a\""));
    assert_false(uk_range_still("\"b\"", "\"a\""));
    assert_false(uk_range_still("Sat, 21 Nov 2026 23:05:29 GMT", "\"a\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts),
        cmocka_unit_test(of_nothing_there_is_no_part),
        cmocka_unit_test(tags),
    };
    return RUN(tests);
}
