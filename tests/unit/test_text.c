#include "check.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static void test_utf8(void **state)
{
    (void)state;
    assert_true(uk_text_is_utf8("", 0));
    const char good[] = "Atme aus, gr\xc3\xbc\xc3\x9f dich \xf0\x9f\x98\x80";
    assert_true(uk_text_is_utf8(good, sizeof good - 1));
    assert_false(uk_text_is_utf8("a\0b", 3));
    assert_false(uk_text_is_utf8("\xc0\x80", 2));         /* overlong NUL */
    assert_false(uk_text_is_utf8("\xe0\x9f\xbf", 3));     /* overlong */
    assert_false(uk_text_is_utf8("\xed\xa0\x80", 3));     /* surrogate */
    assert_false(uk_text_is_utf8("\xf4\x90\x80\x80", 4)); /* over U+10FFFF */
    assert_false(uk_text_is_utf8("\xe2\x82", 2));         /* cut */
    assert_false(uk_text_is_utf8("\x80", 1));
}

static void test_tame(void **state)
{
    (void)state;
    char plain[] = "left side, 30\xc2\xb0";
    uk_text_tame(plain);
    assert_string_equal(plain, "left side, 30\xc2\xb0");
    char wild[] = "a\x1b[31mb\nc\xff\xc2\x9b\x7f";
    uk_text_tame(wild);
    assert_string_equal(wild, "a?[31mb c????");
    char turning[] = "\u202e.\u202a.\u2066.\u2069.\u200e.\u200f.\u061c.\u2028.";
    uk_text_tame(turning);
    assert_string_equal(turning, "???.???.???.???.???.???.??.???.");
    char others[] = "\u200d \u2026 \u202f \u2065 \u206a \u061b \u2190 \u00a0";
    uk_text_tame(others);
    assert_string_equal(others, "\u200d \u2026 \u202f \u2065 \u206a \u061b \u2190 \u00a0");
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const names[] = {"upper-trapezius", "suboccipitals", "press", "seconds", NULL};
    assert_string_equal(uk_text_nearest("uper-trapezius", names), "upper-trapezius");
    assert_string_equal(uk_text_nearest("suboccipital", names), "suboccipitals");
    assert_string_equal(uk_text_nearest("pres", names), "press");
    assert_string_equal(uk_text_nearest("prses", names), "press");
    assert_string_equal(uk_text_nearest("secs", names), "seconds");
    assert_null(uk_text_nearest("piriformis", names));
    assert_null(uk_text_nearest("", names));
    char endless[5000];
    memset(endless, 'x', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    assert_null(uk_text_nearest(endless, names));
}

static void test_format_and_hash(void **state)
{
    (void)state;
    char *text = uk_text_format("%s/%d", "a", 7);
    assert_string_equal(text, "a/7");
    free(text);
    assert_true(uk_text_hash(UK_HASH_START, "", 0) == UK_HASH_START);
    assert_true(uk_text_hash(UK_HASH_START, "a", 1) == 0xaf63dc4c8601ec8cull); /* the published test vector */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_tame),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_format_and_hash),
    };
    return RUN(tests);
}
