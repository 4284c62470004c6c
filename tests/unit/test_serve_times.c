#include "check.h"

#include "cli/serve_times.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static time_t at(const char *stamp)
{
    struct tm t = {.tm_isdst = -1};
    assert_non_null(strptime(stamp, "%Y-%m-%dT%H:%M", &t));
    return mktime(&t);
}

static struct uk_wish wish(const char *name)
{
    struct uk_wish w;
    assert_true(uk_wish_init(&w, &name, 1));
    return w;
}

static void a_time_is_the_next_of_its_kind(void **state)
{
    static const struct {
        const char *clock, *now, *next;
    } rows[] = {
        {"21:30", "2026-01-02T20:00", "2026-01-02T21:30"}, {"21:30", "2026-01-02T21:30", "2026-01-03T21:30"},
        {"7:05", "2026-12-31T08:00", "2027-01-01T07:05"},  {"0:00", "2026-02-28T12:00", "2026-03-01T00:00"},
        {"12:00", "2026-03-28T13:00", "2026-03-29T12:00"}, /* the night in which clocks go forward */
        {"2:30", "2026-10-24T12:00", "2026-10-25T02:30"},
    };
    char text[32];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(uk_times_stamp(text, uk_times_next(rows[i].clock, at(rows[i].now))), rows[i].next);
    static const char *const wrong[] = {"", "7", "7:5", "24:00", "12:60", "12:00x", "-1:00", "123:00", "12:000", "noon", ":30"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(uk_times_next(wrong[i], at("2026-01-02T20:00")), 0);
}

static void what_is_due_begins_in_order_and_what_is_late_does_not(void **state)
{
    struct uk_times t = {.count = 0};
    struct uk_wish w = wish("later"), first = wish("first"), late = wish("late");
    (void)state;
    assert_true(uk_times_add(&t, at("2026-01-02T21:31"), &w));
    assert_true(uk_times_add(&t, at("2026-01-02T21:30"), &first));
    assert_true(uk_times_add(&t, at("2026-01-02T21:20"), &late));
    assert_int_equal(uk_times_due(&t, at("2026-01-02T21:19"), &w), UK_NOT_DUE);
    assert_int_equal(uk_times_due(&t, at("2026-01-02T21:30"), &w), UK_MISSED);
    assert_string_equal(w.text, "late");
    assert_non_null(strstr(t.missed, "late did not begin at 2026-01-02T21:20"));
    assert_int_equal(uk_times_due(&t, at("2026-01-02T21:30"), &w), UK_DUE);
    assert_string_equal(w.text, "first");
    assert_int_equal(uk_times_due(&t, at("2026-01-02T21:30"), &w), UK_NOT_DUE);
    assert_int_equal(uk_times_due(&t, at("2026-01-02T21:31") + UK_TIMES_LATE_S, &w), UK_DUE);
    assert_int_equal(uk_times_due(&t, at("2026-01-03T21:31"), &w), UK_NOT_DUE);
}

static void there_is_an_end_to_what_is_kept(void **state)
{
    struct uk_times t = {.count = 0};
    struct uk_wish w = wish("x");
    (void)state;
    for (int i = 0; i < UK_TIMES_MAX; i++)
        assert_true(uk_times_add(&t, at("2026-01-02T21:30") + i, &w));
    assert_false(uk_times_add(&t, at("2026-01-02T21:30"), &w));
    assert_int_equal(uk_times_remove(&t, "21:30"), UK_TIMES_MAX);
    assert_int_equal(uk_times_remove(&t, "21:30"), 0);
    assert_int_equal(uk_times_remove(&t, "nonsense"), 0);
}

static void a_wish_is_plain_words(void **state)
{
    const char *const good[] = {"pack/neck", "minutes=6", "mood=very calm"}, *tab = "a\tb", *newline = "a\nb", *empty = "";
    char long_word[500], text[400];
    const char *too_long = long_word;
    struct uk_wish w;
    (void)state;
    assert_true(uk_wish_init(&w, good, 3));
    assert_string_equal(w.text, "pack/neck\tminutes=6\tmood=very calm");
    assert_string_equal(uk_wish_text(&w, text), "pack/neck minutes=6 mood=very calm");
    memset(long_word, 'x', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    assert_false(uk_wish_init(&w, &tab, 1));
    assert_false(uk_wish_init(&w, &newline, 1));
    assert_false(uk_wish_init(&w, &empty, 1));
    assert_false(uk_wish_init(&w, &too_long, 1));
    assert_false(uk_wish_init(&w, good, 0));
}

static void what_is_written_is_read(void **state)
{
    char folder[] = "/tmp/unknot-times-XXXXXX";
    const char *const words[] = {"short", "mood=very calm"};
    struct uk_times t = {.count = 0}, back = {.count = 0};
    struct uk_wish w;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(t.path, sizeof t.path, "%s/new/deep/schedule", folder);
    memcpy(back.path, t.path, sizeof t.path);
    assert_int_equal(uk_times_read(&back), 0); /* none yet */
    assert_true(uk_wish_init(&w, words, 2));
    assert_true(uk_times_add(&t, at("2026-01-02T21:30"), &w));
    assert_int_equal(uk_times_write(&t), 0);
    assert_int_equal(uk_times_read(&back), 0);
    assert_int_equal(back.count, 1);
    assert_int_equal(back.list[0].due, at("2026-01-02T21:30"));
    assert_string_equal(back.list[0].wish.text, w.text);

    FILE *f = fopen(t.path, "a");
    assert_non_null(f);
    fputs("# a note\n\n2026-01-02T07:00 by-hand\nnonsense\n2026-01-02T08:00\n2026-99", f);
    fclose(f);
    assert_int_equal(uk_times_read(&back), 5);
    assert_int_equal(back.count, 2);
    assert_string_equal(back.list[0].wish.text, "by-hand");
    unlink(t.path);
    assert_int_equal(mkdir(t.path, 0700), 0);
    assert_int_not_equal(uk_times_write(&t), 0); /* a folder is in the way */
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

static void days_are_read_and_written(void **state)
{
    static const char *const wrong[] = {"", "never", "mon,", ",mon", "monday", "mon fri", "mon,xyz", "daily,mon"};
    char text[32];
    (void)state;
    assert_string_equal(uk_times_days_text(text, uk_times_days("daily")), "daily");
    assert_string_equal(uk_times_days_text(text, uk_times_days("Sun,FRI,mon")), "mon,fri,sun");
    assert_string_equal(uk_times_days_text(text, uk_times_days("mon,tue,wed,thu,fri,sat,sun")), "daily");
    assert_string_equal(uk_times_days_text(text, 0), "");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(uk_times_days(wrong[i]), 0);
}

/* Begins what is due, and says when it comes again. */
static const char *next_after(struct uk_times *t, time_t now, enum uk_due what)
{
    static char text[32];
    struct uk_wish w;
    assert_int_equal(uk_times_due(t, now, &w), what);
    assert_int_equal(t->count, 1);
    return uk_times_stamp(text, t->list[0].due);
}

static void what_comes_again_does_so_on_its_days(void **state)
{
    struct uk_times t = {.count = 0};
    struct uk_wish w = wish("bedtime");
    char text[32];
    (void)state;
    assert_true(uk_times_add_again(&t, "21:30", uk_times_days("mon,fri"), at("2026-01-02T21:30"), &w)); /* a Friday */
    assert_string_equal(uk_times_stamp(text, t.list[0].due), "2026-01-05T21:30");
    assert_string_equal(next_after(&t, at("2026-01-05T21:30"), UK_DUE), "2026-01-09T21:30");
    assert_string_equal(next_after(&t, at("2026-01-09T21:34"), UK_DUE), "2026-01-12T21:30");
    assert_int_equal(uk_times_due(&t, at("2026-01-12T21:29"), &w), UK_NOT_DUE);
    assert_string_equal(next_after(&t, at("2026-03-04T12:00"), UK_MISSED), "2026-03-06T21:30"); /* weeks without power: told once */
    assert_non_null(strstr(t.missed, "bedtime did not begin at 2026-01-12T21:30"));
    assert_int_equal(uk_times_due(&t, at("2026-03-04T12:00"), &w), UK_NOT_DUE);
    assert_string_equal(next_after(&t, at("2026-03-06T21:40"), UK_MISSED), "2026-03-09T21:30");
    assert_int_equal(uk_times_remove(&t, "21:30"), 1);
}

static void clocks_go_forward_and_back(void **state)
{
    struct uk_times t = {.count = 0};
    struct uk_wish w = wish("bedtime");
    (void)state;
    assert_true(uk_times_add_again(&t, "2:30", uk_times_days("daily"), at("2026-03-27T12:00"), &w));
    assert_string_equal(next_after(&t, at("2026-03-28T02:30"), UK_DUE), "2026-03-29T03:30"); /* there is no half past two */
    assert_string_equal(next_after(&t, t.list[0].due, UK_DUE), "2026-03-30T02:30");
    t.count = 0;
    assert_true(uk_times_add_again(&t, "2:30", uk_times_days("daily"), at("2026-10-24T12:00"), &w));
    time_t first = t.list[0].due;
    assert_string_equal(next_after(&t, first, UK_DUE), "2026-10-26T02:30"); /* there are two: it begins once */
    assert_int_equal(uk_times_due(&t, first + 3600, &w), UK_NOT_DUE);
}

/* A machine that begins with a clock years ahead, until somebody sets it. */
static void a_clock_that_was_ahead_delays_nothing(void **state)
{
    struct uk_times t = {.count = 0};
    struct uk_wish w = wish("bedtime"), once = wish("calm");
    char text[32];
    (void)state;
    assert_true(uk_times_add_again(&t, "7:00", uk_times_days("daily"), at("2026-03-01T12:00"), &w));
    assert_true(uk_times_add_again(&t, "8:00", uk_times_days("mon"), at("2026-03-01T12:00"), &w)); /* a Sunday */
    assert_true(uk_times_add(&t, at("2026-12-24T18:00"), &once));
    for (int i = 0; i < 3; i++)
        assert_int_equal(uk_times_due(&t, at("2036-01-01T00:00"), &w), UK_MISSED);
    assert_int_equal(t.count, 2);
    assert_true(uk_times_add(&t, at("2026-12-24T18:00"), &once));
    assert_int_equal(uk_times_due(&t, at("2026-03-03T12:00"), &w), UK_NOT_DUE);
    assert_int_equal(t.count, 3);
    assert_string_equal(uk_times_stamp(text, t.list[0].due), "2026-03-04T07:00");
    assert_string_equal(uk_times_stamp(text, t.list[1].due), "2026-03-09T08:00");
    assert_string_equal(uk_times_stamp(text, t.list[2].due), "2026-12-24T18:00"); /* that was asked for */
}

static void what_comes_again_is_written_and_read(void **state)
{
    char folder[] = "/tmp/unknot-times-XXXXXX", line[100] = "", text[32];
    struct uk_times t = {.count = 0}, back = {.count = 0};
    struct uk_wish w = wish("bedtime");
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(t.path, sizeof t.path, "%s/schedule", folder);
    memcpy(back.path, t.path, sizeof t.path);
    assert_true(uk_times_add_again(&t, "7:05", uk_times_days("fri,mon"), at("2026-01-02T07:00"), &w));
    assert_true(uk_times_add_again(&t, "8:00", uk_times_days("daily"), at("2026-01-02T07:00"), &w));
    assert_int_equal(uk_times_write(&t), 0);
    FILE *f = fopen(t.path, "r");
    assert_non_null(f);
    assert_non_null(fgets(line, sizeof line, f));
    assert_string_equal(line, "2026-01-02T07:05/mon,fri\tbedtime\n");
    fclose(f);
    assert_int_equal(uk_times_read(&back), 0);
    assert_int_equal(back.count, 2);
    assert_string_equal(uk_times_days_text(text, back.list[0].days), "mon,fri");
    assert_string_equal(uk_times_days_text(text, back.list[1].days), "daily");
    f = fopen(t.path, "w");
    assert_non_null(f);
    fputs("2026-01-02T07:05/never\tbedtime\n2026-01-02T07:05/mon", f);
    fclose(f);
    assert_int_equal(uk_times_read(&back), 1);
    assert_int_equal(back.count, 0);
    unlink(t.path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_time_is_the_next_of_its_kind), cmocka_unit_test(what_is_due_begins_in_order_and_what_is_late_does_not),
        cmocka_unit_test(there_is_an_end_to_what_is_kept), cmocka_unit_test(a_wish_is_plain_words),
        cmocka_unit_test(days_are_read_and_written),
        cmocka_unit_test(what_comes_again_does_so_on_its_days),
        cmocka_unit_test(clocks_go_forward_and_back),
        cmocka_unit_test(a_clock_that_was_ahead_delays_nothing),
        cmocka_unit_test(what_comes_again_is_written_and_read),
        cmocka_unit_test(what_is_written_is_read),
    };
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1); /* a rule, since not every machine knows places */
    return RUN(tests);
}
