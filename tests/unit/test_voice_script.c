/* What a reader reads, and where in a recording it is: as spreadsheets leave such files. */
#include "check.h"

#include "engine/voice_script.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/unknot-test-XXXXXX";

static const char *path(const char *name)
{
    static char paths[4][200];
    static int turn;
    char *out = paths[turn++ % 4];
    snprintf(out, sizeof paths[0], "%s/%s", folder, name);
    return out;
}

static const char *file(const char *name, const char *text)
{
    FILE *out = fopen(path(name), "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
    return path(name);
}

static int start(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int finish(void **state)
{
    static const char *const names[] = {"script.csv", "m.csv", "again.csv"};
    (void)state;
    for (int i = 0; i < 3; i++)
        unlink(path(names[i]));
    return rmdir(folder);
}

#define SCRIPT "id,seconds,routine,text\n"                                  \
               "breathe-in-3d9609,2.5,neck,Breathe in.\n"                   \
               ",,\"neck, back\",\" And out,\nslow. \"\n"                   \
               "rest-0a1b2c,,,Rest.\n"                                      \
               ",,,\n"

static void take(struct uk_script *s)
{
    struct uk_message m = {""};
    if (uk_script_read(s, file("script.csv", SCRIPT), &m))
        fail_msg("%s", m.text);
}

static void reads_a_script(void **state)
{
    struct uk_script s;
    (void)state;
    take(&s);
    assert_int_equal(s.count, 3);
    assert_string_equal(s.rows[0].text, "Breathe in.");
    assert_true(s.rows[0].room_s == 2.5);
    assert_string_equal(s.rows[1].text, "And out, slow.");
    assert_string_equal(s.rows[1].id, "and-out-slow-1fec7f");
    assert_string_equal(s.rows[1].routine, "neck, back");
    assert_true(isinf(s.rows[2].room_s));
    assert_int_equal(uk_script_find(&s, "rest-0a1b2c"), 2);
    assert_int_equal(uk_script_find(&s, "REST-0A1B2C"), 2);
    assert_int_equal(uk_script_find(&s, "rest"), -1);
    uk_script_finish(&s);
}

static void says_what_is_no_script(void **state)
{
    static const struct {
        const char *text, *sentence;
    } cases[] = {
        {"id,seconds\na,1\n", "has no column 'text'"},
        {"", "has no column 'text'"},
        {"id,text\n", "no line to read"},
        {"id,text\n../../x,Rest.\n", "'../../x' in row 2"},
        {"id,text\nrest,Re\033[2Jst.\n", "row 2"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_script s;
        struct uk_message m = {""};
        assert_int_equal(uk_script_read(&s, file("script.csv", cases[i].text), &m), UNKNOT_BAD_DATA);
        assert_contains(m.text, cases[i].sentence);
        uk_script_finish(&s);
    }
}

static void some_rows_are_written(void **state)
{
    struct uk_script s, again;
    struct uk_message m = {""};
    static const bool wanted[] = {true, true, false};
    (void)state;
    take(&s);
    assert_int_equal(uk_script_write(&s, wanted, path("again.csv"), &m), 0);
    assert_int_equal(uk_script_read(&again, path("again.csv"), &m), 0);
    assert_int_equal(again.count, 2);
    assert_string_equal(again.rows[1].text, s.rows[1].text);
    assert_string_equal(again.rows[1].routine, s.rows[1].routine);
    assert_true(again.rows[0].room_s == 2.5 && isinf(again.rows[1].room_s));
    assert_int_equal(uk_script_write(&s, wanted, path("no/folder.csv"), &m), UNKNOT_IO);
    uk_script_finish(&s);
    uk_script_finish(&again);
}

static void a_matching_is_written_and_read_again(void **state)
{
    struct uk_script s;
    struct uk_message m = {""};
    struct uk_piece pieces[] = {{.from_s = 0.5, .to_s = 1.25}, {.from_s = 2, .to_s = 2.3}, {.from_s = 61.0004, .to_s = 62}, {.from_s = 62.2, .to_s = 63.5}};
    struct uk_match found[] = {{0, 1, 0.999}, {2, 2, 0.5}, {0, 0, 0.7}};
    struct uk_place *places;
    size_t count;
    char stranger[64];
    (void)state;
    take(&s);
    assert_int_equal(uk_matching_write(&s, found, pieces, 4, path("m.csv"), &m), 0);
    assert_int_equal(uk_matching_write(&s, found, pieces, 4, path("m.csv"), &m), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(uk_matching_read(&places, &count, &s, path("m.csv"), 70, stranger, &m), 0);
    assert_string_equal(stranger, "");
    assert_int_equal(count, 2);
    assert_int_equal(places[0].row, 0);
    assert_true(places[0].from_s == 0.5 && places[0].to_s == 1.25);
    assert_int_equal(places[1].row, 1);
    assert_true(fabs(places[1].from_s - 61) < 1e-9 && places[1].to_s == 63.5);
    free(places);
    uk_script_finish(&s);
}

static void times_may_be_written_in_many_ways(void **state)
{
    static const char *const times[] = {"1:23.5", "83.5", "83,500", "0:01:23.50", " 1:23.5 "};
    struct uk_script s;
    struct uk_message m = {""};
    struct uk_place *places;
    size_t count;
    char stranger[64], text[200];
    (void)state;
    take(&s);
    for (int i = 0; i < 5; i++) {
        snprintf(text, sizeof text, "start;end;id\n%s;1:30;rest-0a1b2c\n1;2;nobody\n", times[i]);
        assert_int_equal(uk_matching_read(&places, &count, &s, file("m.csv", text), 100, stranger, &m), 0);
        assert_int_equal(count, 1);
        assert_true(fabs(places[0].from_s - 83.5) < 1e-9);
        assert_string_equal(stranger, "nobody");
        free(places);
    }
    static const char *const bad[] = {"soon,2", "2,1", "1:70x,3", "101,102", "-1,2", "1,"};
    for (int i = 0; i < 6; i++) {
        snprintf(text, sizeof text, "start,end,id\n%s,rest-0a1b2c\n", bad[i]);
        assert_int_equal(uk_matching_read(&places, &count, &s, file("m.csv", text), 100, stranger, &m), UNKNOT_BAD_DATA);
        assert_contains(m.text, "row 2");
        free(places);
    }
    uk_script_finish(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_script),
        cmocka_unit_test(says_what_is_no_script),
        cmocka_unit_test(some_rows_are_written),
        cmocka_unit_test(a_matching_is_written_and_read_again),
        cmocka_unit_test(times_may_be_written_in_many_ways),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
