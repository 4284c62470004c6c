/* Where a name stands in a script: not in comments, not in strings, not within other names. */
#include "check.h"

#include "engine/script.h"

#include <string.h>

static size_t lines_of(const char *source, const char *name, int *lines)
{
    memset(lines, 0, 8 * sizeof *lines);
    return uk_script_lines(source, strlen(source), name, lines, 8);
}

static void each_line_is_told_once(void **state)
{
    (void)state;
    int lines[8];
    assert_int_equal(lines_of("step 'a' step 'b'\n\n  step 'c'", "step", lines), 2);
    assert_int_equal(lines[0], 1);
    assert_int_equal(lines[1], 3);
    assert_int_equal(lines_of("", "step", lines), 0);
    assert_int_equal(lines_of("steps footstep step2 _step", "step", lines), 0);
}

static void comments_and_strings_are_left_out(void **state)
{
    (void)state;
    int lines[8];
    static const char source[] = "-- step\n"
                                 "--[[ step\n step ]] --[==[ step ]] step ]==]\n"
                                 "'step' \"a \\\" step\" [[ step\n ]] [=[ ]] step ]=]\n"
                                 "a[b[step]]\n"
                                 "'open step\n"
                                 "step\n";
    assert_int_equal(lines_of(source, "step", lines), 2);
    assert_int_equal(lines[0], 6);
    assert_int_equal(lines[1], 8);
}

static void an_end_in_the_middle_is_an_end(void **state)
{
    (void)state;
    int lines[8];
    static const char *const sources[] = {"--", "--[[", "--[==", "[[", "[=", "'\\", "\"", "x [[ ]", "--[[ ]"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        assert_int_equal(lines_of(sources[i], "step", lines), 0);
}

static void no_more_than_there_is_room_for(void **state)
{
    (void)state;
    int lines[8] = {0};
    assert_int_equal(uk_script_lines("a\na\na\n", 6, "a", lines, 2), 2);
    assert_int_equal(lines[2], 0);
    assert_int_equal(uk_script_line("b\na", 3, "a"), 2);
    assert_int_equal(uk_script_line("b", 1, "a"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_is_told_once),
        cmocka_unit_test(comments_and_strings_are_left_out),
        cmocka_unit_test(an_end_in_the_middle_is_an_end),
        cmocka_unit_test(no_more_than_there_is_room_for),
    };
    return RUN(tests);
}
